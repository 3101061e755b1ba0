import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Line } from './bench.ts';

interface Size {
  bytes: number;
  gzipped: number;
  parts: Record<string, number>;
}

/** What each function's bundle weighs, what is heaviest in it, and what its start costs. */
export const bundles = {
  says: 'bytes of each bundle, and CPU milliseconds of its start over an empty process',
  async run(): Promise<Line[]> {
    const folder = join(process.cwd(), 'functions/dist');
    const sizes = JSON.parse(readFileSync(join(folder, 'sizes.json'), 'utf8')) as Record<string, Size>;
    const empty = cpuOf('await 0');
    return Object.entries(sizes).map(([what, { bytes, gzipped, parts }]) => {
      const heaviest = Object.entries(parts).slice(0, 3);
      const start = cpuOf(`await import(${JSON.stringify(join(folder, what, 'index.mjs'))})`) - empty;
      return {
        ...{ what, bytes, gzipped, 'start (ms of CPU)': Math.round(start) },
        heaviest: heaviest.map(([part, size]) => `${part} ${Math.round(size / 1000)} kB`).join(', '),
      };
    });
  },
};

/** The least of some runs: others use this machine too. */
function cpuOf(code: string): number {
  const program = `${code}; const { user, system } = process.cpuUsage(); console.log((user + system) / 1000)`;
  const env = { AWS_REGION: 'ap-southeast-1', AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' };
  const run = () =>
    Number(execFileSync(process.execPath, ['--input-type=module', '-e', program], { env, stdio: 'pipe' }));
  return Math.min(...Array.from({ length: 5 }, run));
}
