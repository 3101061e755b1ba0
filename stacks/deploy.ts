import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ended, startSst } from './sst.ts';

/** `npm run deploy -- --stage NAME [--region R]`: the real deployment, with the credentials of the environment. */
export async function main(args: string[]): Promise<void> {
  const { stage, region } = parseArgs({
    args,
    options: { stage: { type: 'string' }, region: { type: 'string' } },
  }).values;
  if (!stage || !/^[a-z][a-z0-9-]{0,20}$/.test(stage)) {
    console.error('Cách dùng: npm run deploy -- --stage prod   (chữ thường, số, gạch nối)');
    process.exitCode = 2;
    return;
  }
  if (!existsSync(`stacks/stages/${stage}.json`)) {
    console.error(
      `Chưa có stacks/stages/${stage}.json: không có địa chỉ nhận cảnh báo, không có hạn mức chi phí, không có tên miền.`,
    );
  }
  const child = startSst(
    process.cwd(),
    ['deploy', '--stage', stage, ...(region ? ['--region', region] : [])],
    {
      stdio: 'inherit',
      env: { ...process.env, SST_TELEMETRY_DISABLED: '1' },
    },
  );
  process.exitCode = (await ended(child)) ?? 1;
}
