/** The other programs: `sweep`, `fill`, `intake`, `bench`, `synth`, `deploy`. Builds what they need first. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const programs = {
  sweep: { needs: ['local'], file: '../dist/commands.mjs' },
  digest: { needs: ['local'], file: '../dist/commands.mjs' },
  fill: { needs: ['local'], file: '../dist/commands.mjs' },
  export: { needs: ['local'], file: '../dist/commands.mjs' },
  import: { needs: ['local'], file: '../dist/commands.mjs' },
  national: { needs: ['local'], file: '../dist/commands.mjs' },
  intake: { needs: ['local'], file: '../dist/commands.mjs' },
  bench: { needs: ['functions', 'local', 'web', 'bench'], file: '../../bench/dist/bench.mjs' },
  synth: { needs: ['functions', 'web', 'stacks'], file: '../../../stacks/dist/synth.mjs' },
  deploy: { needs: ['functions', 'web', 'stacks'], file: '../../../stacks/dist/deploy.mjs' },
  'deploy:check': { needs: ['functions', 'web', 'stacks'], file: '../../../stacks/dist/check.mjs' },
};

const [name, ...args] = process.argv.slice(2);
const program = programs[name];
if (!program) {
  console.error(`Không có lệnh "${name ?? ''}". Các lệnh: ${Object.keys(programs).join(', ')}.`);
  process.exit(2);
}
const build = fileURLToPath(new URL('build.mjs', import.meta.url));
const { status } = spawnSync(process.execPath, [build, ...program.needs], { stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);
const { main } = await import(program.file);
await main(program.file.endsWith('commands.mjs') ? [name, ...args] : args);
