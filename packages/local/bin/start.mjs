/** `npm start`: builds what is stale, then runs the product until it is told to stop. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const build = fileURLToPath(new URL('build.mjs', import.meta.url));
const { status } = spawnSync(process.execPath, [build, 'functions', 'local', 'web'], { stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);
const { main } = await import('../dist/server.mjs');
await main(process.argv.slice(2));
