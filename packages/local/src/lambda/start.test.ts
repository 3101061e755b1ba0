import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
/** Milliseconds of CPU over an empty process, on 2 cores. */
const most = 130;

beforeAll(() => {
  const build = join(root, 'packages/local/bin/build.mjs');
  execFileSync(process.execPath, [build, 'functions'], { stdio: 'pipe' });
}, 60_000);

/** CPU milliseconds of a fresh process that loads a module; the least of some, since others use this machine too. */
function cpuOf(code: string): number {
  const program = `${code}; const { user, system } = process.cpuUsage(); console.log((user + system) / 1000)`;
  const env = { AWS_REGION: 'ap-southeast-1', AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' };
  const runs = Array.from({ length: 7 }, () =>
    Number(execFileSync(process.execPath, ['--input-type=module', '-e', program], { env, stdio: 'pipe' })),
  );
  return Math.min(...runs);
}

test(`the API starts with at most ${most} ms of CPU over an empty process`, () => {
  const empty = cpuOf('await 0');
  const api = cpuOf(`await import(${JSON.stringify(join(root, 'functions/dist/api/index.mjs'))})`);
  console.log(`start of the API: ${(api - empty).toFixed(0)} ms of CPU over an empty process`);
  expect(api - empty).toBeLessThan(most);
}, 60_000);
