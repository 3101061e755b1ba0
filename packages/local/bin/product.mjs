/** The whole product as a child, for tests in a browser and for benchmarks. */
import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const bin = (name) => fileURLToPath(new URL(`${name}.mjs`, import.meta.url));

/** The environment without what would choose another day or another table. */
function environment(more) {
  const { TODAY: _, AWS_ENDPOINT_URL_DYNAMODB: __, AWS_ENDPOINT_URL_EVENTBRIDGE: ___, ...rest } = process.env;
  return { ...rest, ...more };
}

/** Starts the product on a free port, and waits until it serves. Rejects with what it said where it ends instead. */
export async function startProduct({ dataDir, args = [], env = {} }) {
  const child = spawn(process.execPath, [bin('start'), ...args], {
    env: environment({ PORT: '0', DATA_DIR: dataDir, ...env }),
    stdio: 'pipe',
  });
  let said = '';
  const origin = await new Promise((done, fail) => {
    const hear = (part) => {
      said += part;
      const ready = /^ready (http:\/\/127\.0\.0\.1:\d+)$/m.exec(said);
      if (ready?.[1]) done(ready[1]);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('error', fail);
    child.once('exit', (code) => fail(new Error(`the product ended with ${code}: ${said}`)));
  });
  return {
    origin,
    said: () => said,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      await gone;
    },
  };
}

/** Runs `sweep` or `fill` on a data folder to its end; returns the JSON of its last line. */
export function runProgram(args, dataDir) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin('run'), ...args], {
    env: environment({ DATA_DIR: dataDir }),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}
