import { type FunctionName, wiring } from '@tddh/functions/wiring';
import type { Line } from '../bench.ts';
import type { Cost } from './meter.ts';
import { filled, type Measured, measure } from './operations.ts';
import { prices } from './prices.ts';
import * as used from './usage.ts';

/** What a month costs at three sizes, from what each operation costs on the table and how often it comes. */
export const bill = {
  says: 'US dollars a month on AWS, by assignments a year (list prices, no free tier)',
  async run(): Promise<Line[]> {
    const measured = await measure();
    return [1_000, 10_000, 100_000].map((assignments) => monthOf(assignments, measured));
  },
};

/** Work of a function: how often in a month, what it costs each time, and whether that is a run of its own. */
interface Work {
  fn: FunctionName;
  times: number;
  cost: Cost;
  run: boolean;
}

/** Every function's work in a month. @throws Error where an operation was not measured */
export function workOf(use: used.Usage, op: Record<string, Cost>, grows: number): Work[] {
  const work = (fn: FunctionName, times: number, name: string, run = true): Work => {
    const cost = op[name];
    if (!cost) throw new Error(`${name} was not measured`);
    return { fn, times, cost, run };
  };
  const { changes, entered, minutes } = use;
  return [
    // What the API does beside looking the session up, which every request does.
    work('api', entered, 'enter', false),
    work('api', changes / 2 - use.files, 'report', false),
    work('api', use.files, 'reportWithFile', false),
    work('api', use.files, 'file', false),
    work('api', changes / 2, 'confirm', false),
    work('api', use.opened, 'open', false),
    work('api', use.ownLists, 'ownList', false),
    work('api', use.lists, 'list', false),
    work('api', use.statistics * grows, 'statistics', false),
    work('api', use.requests + changes + entered + 2 * use.files + use.downloads + use.inbound, 'session'),
    work('relay', changes + entered, 'relay'),
    work('notify', changes + entered, 'notify'),
    work('receive', use.inbound, 'inbound'),
    // The bell that rings the relay rings for what came in too.
    work('receive', changes + entered, 'idleReceive'),
    work('deliver', use.outbound, 'outbound'),
    work('digest', use.digests, 'digest', false),
    work('mail', use.letters, 'letter'),
    work('sweep', use.sweepMarks, 'sweep', false),
    work('sweep', use.nights, 'idleSweep'),
    ...(['Relay', 'Mail', 'Receive', 'Deliver', 'Fileout'] as const).map((name) =>
      work(name.toLowerCase() as FunctionName, minutes, `idle${name}`),
    ),
  ];
}

/** Milliseconds that Lambda waits for a request to the table on AWS, beside the work that was measured here. */
const away = 5;
/** Bytes of the log of a run: what Lambda tells of it, and a line of ours. */
const logged = 700;

function monthOf(assignments: number, { operations: op, bytesPerAssignment }: Measured): Line {
  const use = used.usageOf(assignments);
  const works = workOf(use, op, assignments / filled);
  const total = (of: (work: Work) => number) => works.reduce((sum, work) => sum + work.times * of(work), 0);
  const reads = total(({ cost }) => cost.reads);
  const writes = total(({ cost }) => cost.writes);
  const runs = total(({ run }) => (run ? 1 : 0));
  const gigabyteSeconds = total(
    ({ fn, cost }) => ((cost.ms + cost.requests * away) / 1000) * (wiring.functions[fn].memory / 1024),
  );
  const requests = works.reduce((sum, { fn, run, times }) => sum + (fn === 'api' && run ? times : 0), 0);
  const told = use.changes + use.entered;
  // The bell of the relay, what it tells, and the bell of the mail.
  const events = 2 * told + use.letters;
  const storage = (assignments * 3 * bytesPerAssignment) / 1e9;
  const files = (use.files * 36 * used.fileBytes) / 1e9;
  const sent = (use.requests * op.ownList!.bytes * 0.3) / 1e9;
  const downloaded = (use.downloads * used.fileBytes) / 1e9;
  // Every event is put into its queue, and in the worst case handed out and taken away alone.
  const queued = used.queues * (3 * told + used.polls);
  const schedules = use.minutes * used.everyMinute + use.nights * used.daily;
  const dollars = {
    table: (reads * prices.reads + writes * prices.writes) / 1e6,
    storage: storage * prices.storage,
    files:
      files * prices.files +
      (use.files * prices.filePuts + (use.files + use.downloads) * prices.fileGets) / 1e3 +
      downloaded * prices.transfer,
    api: (requests * prices.gateway) / 1e6,
    lambda: (runs * prices.runs) / 1e6 + gigabyteSeconds * prices.gigabyteSeconds,
    events: (events * prices.events + schedules * prices.schedules) / 1e6,
    queue: (queued * prices.queue) / 1e6,
    logs: ((runs * logged) / 1e9) * prices.logs,
    alarms: used.alarms * prices.alarm + used.metrics * prices.metric,
    keys: prices.keys + (used.decryptions * prices.decryptions) / 1e4,
    edge: sent * prices.transfer + (use.requests / 1e4) * prices.edge,
  };
  const sum = Object.values(dollars).reduce((all, one) => all + one, 0);
  const round = (value: number) => Math.round(value * 100) / 100;
  return {
    what: `${assignments} assignments a year`,
    'million reads': round(reads / 1e6),
    'million writes': round(writes / 1e6),
    'GB after 3 years': round(storage),
    'GB of files': round(files),
    'million runs': round(runs / 1e6),
    'GB-seconds': Math.round(gigabyteSeconds),
    ...Object.fromEntries(Object.entries(dollars).map(([name, value]) => [name, round(value)])),
    'a month': round(sum),
  };
}
