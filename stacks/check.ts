import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ended, startSst } from './sst.ts';
import { startToy, type Toy } from './toy.ts';

/** What a deployment against the toy AWS came to. */
export interface Checked {
  code: number | null;
  output: string;
  toy: Pick<Toy, 'stacks' | 'objects' | 'calls'>;
}

/** Runs the real `sst deploy` of this repository to its end against a toy AWS: no network, no account. */
export async function checkDeploy(root: string, stage = 'check'): Promise<Checked> {
  const toy = await startToy();
  const home = mkdtempSync(join(tmpdir(), 'tddh-deploy-'));
  const child = startSst(root, ['deploy', '--stage', stage, '--region', 'ap-southeast-1'], {
    env: {
      PATH: process.env.PATH,
      HOME: home,
      // The toolkit keeps answers per key and home: both are new each time.
      CDK_HOME: home,
      AWS_ENDPOINT_URL: toy.endpoint,
      AWS_ACCESS_KEY_ID: `AKIA${randomBytes(8).toString('hex').toUpperCase()}`,
      AWS_SECRET_ACCESS_KEY: 'toy',
      AWS_EC2_METADATA_DISABLED: 'true',
      SST_TELEMETRY_DISABLED: '1',
      CI: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const limit = setTimeout(() => child.kill('SIGKILL'), 240_000);
  const code = await ended(child);
  clearTimeout(limit);
  await toy.stop();
  rmSync(home, { recursive: true, force: true });
  return { code, output, toy };
}

/** `npm run deploy:check`. */
export async function main(): Promise<void> {
  const { code, output, toy } = await checkDeploy(process.cwd());
  console.log(output.trim());
  for (const { name, template } of toy.stacks.values()) {
    console.log(`${name}: ${Object.keys(template.Resources).length} resources`);
  }
  if (code !== 0 || toy.stacks.size !== 2) process.exitCode = 1;
}
