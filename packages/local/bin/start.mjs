/** `npm start`: builds what is stale, then runs the product until it is told to stop. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const build = fileURLToPath(new URL('build.mjs', import.meta.url));
const builder = spawn(process.execPath, [build, 'functions', 'local', 'web'], {
  stdio: 'inherit',
  detached: true,
});
/** A stop while it builds ends the build with all that it started. */
const stop = () => {
  try {
    if (builder.pid) process.kill(-builder.pid, 'SIGTERM');
  } catch {
    // It ended at the same moment.
  }
  process.exit(1);
};
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
for (const signal of signals) process.once(signal, stop);
const code = await new Promise((done) => builder.once('close', done));
for (const signal of signals) process.off(signal, stop);
if (code !== 0) process.exit(1);

const parent = process.ppid;
if (process.env.npm_lifecycle_event && process.platform !== 'win32') {
  // npm hands a signal to the shell between us, which may end without telling: then nobody is left to stop us.
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, 250).unref();
}
const { main } = await import('../dist/server.mjs');
await main(process.argv.slice(2));
