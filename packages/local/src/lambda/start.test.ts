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

/** CPU milliseconds of a fresh process that loads a module. */
function cpuOf(code: string): number {
  const program = `${code}; const { user, system } = process.cpuUsage(); console.log((user + system) / 1000)`;
  const env = { AWS_REGION: 'ap-southeast-1', AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' };
  return Number(
    execFileSync(process.execPath, ['--input-type=module', '-e', program], { env, stdio: 'pipe' }),
  );
}

test(`the API starts with at most ${most} ms of CPU over an empty process`, () => {
  const load = `await import(${JSON.stringify(join(root, 'functions/dist/api/index.mjs'))})`;
  let [empty, api] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  // The least of some: others use this machine too, and the busier it is, the longer it takes to meet a quiet moment.
  for (let round = 0; round < 3 || (round < 30 && api - empty >= most); round++) {
    empty = Math.min(empty, cpuOf('await 0'));
    api = Math.min(api, cpuOf(load));
  }
  console.log(`start of the API: ${(api - empty).toFixed(0)} ms of CPU over an empty process`);
  expect(api - empty).toBeLessThan(most);
}, 120_000);
