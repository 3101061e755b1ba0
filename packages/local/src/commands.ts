import { parseArgs } from 'node:util';
import { openDb } from '@tddh/core/db';
import { openDesk } from '@tddh/core/desk';
import { type Day, dayOf, isDay, showDay } from '@tddh/domain/day';
import { system } from '@tddh/domain/person';
import { startStore } from './files/store.ts';
import { dataFolder } from './folder.ts';
import { run, wholeNumber } from './program.ts';
import { businessDay, layout, readState, recordDay, sampleDay, writeState } from './state.ts';
import { joinTable } from './table.ts';
import { Trouble } from './trouble.ts';

/** `npm run sweep`, `fill`, `export` and `import` on the table of `DATA_DIR`, whether the product runs or not; `intake` on files. */
export function main([name = '', ...args]: string[]): Promise<void> {
  const programs: Record<string, () => Promise<void>> = {
    sweep: () => sweepOnce(args),
    digest: () => digestOnce(args),
    fill: () => fillTable(args),
    export: async () => (await import('./archive/commands.ts')).exportTable(args),
    import: async () => (await import('./archive/commands.ts')).importTable(args),
    national: async () => (await import('./national/commands.ts')).playNational(args),
    intake: async () => (await import('./intake/commands.ts')).readFiles(args),
  };
  return run(programs[name] ?? (() => sweepOnce(args))).finally(() => process.exit());
}

const sweepUsage = 'Cách dùng: npm run sweep -- --day 2023-12-01';
const digestUsage = 'Cách dùng: npm run digest -- --day 2023-12-01';
const fillUsage = 'Cách dùng: npm run fill -- --assignments 1000 --days 365 --units 27 [--seed 1]';

/** Runs the sweep handler once for a day, and prints its counts as a JSON line. */
async function sweepOnce(args: string[]): Promise<void> {
  const day = parseDay(args);
  const dataDir = dataFolder();
  const table = await joinTable(dataDir, (state) => refuseEmpty(dataDir, state));
  const store = process.env.AWS_ENDPOINT_URL_S3 ? undefined : await startStore(dataDir);
  try {
    if (store) process.env.AWS_ENDPOINT_URL_S3 = store.endpoint;
    process.env.TODAY = day;
    const { handler } = await import('@tddh/functions/sweep');
    const counts = await handler({ day });
    if (counts.seen > counts.skipped) recordDay(dataDir, day);
    console.log(`Đã rà soát hạn đến ngày ${showDay(day)}.`);
    console.log(JSON.stringify(counts));
  } finally {
    await store?.stop();
    await table.stop();
  }
}

function refuseEmpty(dataDir: string, state: unknown): void {
  if (state || process.env.AWS_ENDPOINT_URL_DYNAMODB) return;
  throw new Trouble(
    'bad-arguments',
    `Chưa có dữ liệu trong ${dataDir}. Hãy chạy npm start trước, hoặc đặt DATA_DIR.`,
  );
}

/** Queues the digests of a day once, and prints their count as a JSON line; the running product sends them. */
async function digestOnce(args: string[]): Promise<void> {
  const day = parseDay(args, digestUsage);
  const dataDir = dataFolder();
  const table = await joinTable(dataDir, (state) => refuseEmpty(dataDir, state));
  try {
    const { digest } = await import('@tddh/core/digest');
    const counts = await digest(openDesk(openDb(), system, day));
    console.log(JSON.stringify(counts));
  } finally {
    await table.stop();
  }
}

function parseDay(args: string[], usage = sweepUsage): Day {
  const { day } = parse(args, ['day'], usage);
  if (day === undefined) throw new Trouble('bad-arguments', `Thiếu ngày. ${usage}`);
  if (!isDay(day)) throw new Trouble('bad-arguments', `"${day}" không phải là một ngày. ${usage}`);
  return day;
}

/** Fills the table with realistic assignments, the same for the same seed. */
async function fillTable(args: string[]): Promise<void> {
  const given = parse(args, ['assignments', 'days', 'units', 'seed'], fillUsage);
  const size = {
    assignments: wholeNumber('--assignments', given.assignments, 1, 1_000_000),
    days: wholeNumber('--days', given.days, 1, 3650),
    units: wholeNumber('--units', given.units, 1, 500),
    seed: wholeNumber('--seed', given.seed ?? '1', 0, 999_999_999),
  };
  const dataDir = dataFolder();
  let today = sampleDay;
  const table = await joinTable(dataDir, (state) => {
    today = businessDay(dataDir, state, state?.mode ?? 'sample', process.env.TODAY, dayOf(new Date())).today;
  });
  try {
    if (!readState(dataDir)?.filled) {
      writeState(dataDir, { version: layout, mode: 'sample', filled: true, lastOn: today });
    }
    const { fill } = await import('./fill.ts');
    const counts = await fill(openDb(), { ...size, today });
    console.log(JSON.stringify({ today, ...counts }));
  } finally {
    await table.stop();
  }
}

function parse<Name extends string>(
  args: string[],
  names: Name[],
  usage: string,
): Partial<Record<Name, string>> {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  try {
    return parseArgs({ args, options }).values as Partial<Record<Name, string>>;
  } catch {
    throw new Trouble('bad-arguments', `Không hiểu "${args.join(' ')}". ${usage}`);
  }
}
