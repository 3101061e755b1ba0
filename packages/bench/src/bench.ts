import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dataFolder } from '@tddh/local/folder';
import { asof } from './asof.ts';
import { auditlog } from './auditlog.ts';
import { bill } from './bill/bill.ts';
import { bundles } from './bundles.ts';
import { capacity } from './capacity.ts';
import { exports } from './exports.ts';
import { inbound } from './inbound.ts';
import { life } from './life/life.ts';
import { meeting } from './meeting.ts';
import { national } from './national.ts';
import { queue } from './queue.ts';
import { reader } from './reader.ts';
import { recalculation } from './recalculation.ts';
import { scroll } from './scroll.ts';

/** One line of a result: what was measured, and its figures by name. */
export interface Line {
  what: string;
  [figure: string]: string | number;
}
/** A benchmark: what it measures, in a sentence, and how. */
interface Bench {
  says: string;
  run: () => Promise<Line[]>;
}

/** Every benchmark by name; `npm run bench -- --only NAME` runs one. */
const benches: Record<string, Bench> = {
  asof,
  auditlog,
  exports,
  recalculation,
  capacity,
  bill,
  bundles,
  scroll,
  life,
  national,
  meeting,
  inbound,
  queue,
  reader,
};

/** `npm run bench`: runs benchmarks, prints a table each, and writes `bench.json` into the data folder. */
export async function main(args: string[]): Promise<void> {
  const only = parse(args);
  const results: Record<string, Line[]> = {};
  for (const [name, bench] of Object.entries(benches)) {
    if (only && name !== only) continue;
    console.log(`\n${name}: ${bench.says}`);
    results[name] = await bench.run();
    console.table(Object.fromEntries(results[name].map(({ what, ...figures }) => [what, figures])));
  }
  const folder = dataFolder();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'bench.json'), `${JSON.stringify(results, null, 2)}\n`);
}

function parse(args: string[]): string | undefined {
  const known = Object.keys(benches).join(', ');
  try {
    const { values } = parseArgs({ args, options: { only: { type: 'string' } } });
    if (values.only === undefined || benches[values.only]) return values.only;
    console.error(`Không có phép đo "${values.only}". Các phép đo: ${known}.`);
  } catch {
    console.error(
      `Không hiểu "${args.join(' ')}". Cách dùng: npm run bench [-- --only TÊN]. Các phép đo: ${known}.`,
    );
  }
  process.exit(2);
}
