import {
  type AttributeValue,
  CreateTableCommand,
  DynamoDBClient,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import { change } from '@tddh/core/change';
import { plannedOf } from '@tddh/core/complete';
import { Db } from '@tddh/core/db';
import { openDesk } from '@tddh/core/desk';
import { readAssignment } from '@tddh/core/detail';
import { enterDocument } from '@tddh/core/enter';
import { listAssignments } from '@tddh/core/lists';
import { type AssignmentTold, notify } from '@tddh/core/notices';
import { personNamed } from '@tddh/core/people';
import { relay, type Told } from '@tddh/core/relay';
import { actorOf, openSession, personOfSession } from '@tddh/core/session';
import { statistics } from '@tddh/core/statistics';
import { sweep } from '@tddh/core/sweep';
import { tableDefinition } from '@tddh/core/table';
import { system } from '@tddh/domain/person';
import { wiring } from '@tddh/functions/wiring';
import { startEngine } from '@tddh/local/engine';
import { fill } from '@tddh/local/fill';
import type { Line } from './bench.ts';
import { prices } from './prices.ts';

const today = '2023-11-30';
const filled = 1_000;
const plain = { clock: 'report', basis: 'assigned', scope: 'new' } as const;

/** What one operation costs: units as AWS counts them, milliseconds of this process, bytes of the answer. */
interface Cost {
  reads: number;
  writes: number;
  ms: number;
  bytes: number;
}

interface Row {
  [attribute: string]: unknown;
}
interface Write {
  Put?: { Item: Row };
  Update?: { Key: Row };
  Delete?: { Key: Row };
  ConditionCheck?: { Key: Row };
}

/**
 * The units of a write: each begun kB of the row, twice in a transaction, and once more for each index that holds
 * it. The embedded table does not count the indexes of a transaction, so it is counted here from what is sent.
 */
function writeUnits(row: Row, transaction: boolean): number {
  const size = Math.ceil(Buffer.byteLength(JSON.stringify(row)) / 1024);
  const held = Object.keys(row).filter((name) => /^gsi\d+pk$/.test(name)).length;
  return size * ((transaction ? 2 : 1) + held);
}

function metered(client: DynamoDBClient): Cost {
  const cost: Cost = { reads: 0, writes: 0, ms: 0, bytes: 0 };
  client.middlewareStack.add(
    (next) => async (call) => {
      const input = call.input as { ReturnConsumedCapacity?: string; TransactItems?: Write[]; Item?: Row };
      input.ReturnConsumedCapacity = 'TOTAL';
      const answer = await next(call);
      const told = (answer.output as { ConsumedCapacity?: Units | Units[] }).ConsumedCapacity;
      const units = [told].flat().reduce((sum, one) => sum + (one?.CapacityUnits ?? 0), 0);
      if (input.TransactItems) {
        for (const write of input.TransactItems) {
          cost.writes += writeUnits(write.Put?.Item ?? write.Update?.Key ?? {}, true);
        }
      } else if (input.Item) cost.writes += writeUnits(input.Item, false);
      else if ('Key' in input && 'UpdateExpression' in input) cost.writes += units;
      else cost.reads += units;
      return answer;
    },
    { step: 'initialize', name: 'bill' },
  );
  return cost;
}
interface Units {
  CapacityUnits?: number;
}

/** What a month costs at three sizes, from what each operation costs on the table and how often it comes. */
export const bill = {
  says: 'US dollars a month on AWS, by assignments a year (list prices, no free tier)',
  async run(): Promise<Line[]> {
    const measured = await measure();
    return [1_000, 10_000, 100_000].map((assignments) => monthOf(assignments, measured));
  },
};

interface Measured {
  operations: Record<string, Cost>;
  /** Bytes of table and indexes per assignment, with its document, history, notices and told events. */
  bytesPerAssignment: number;
}

async function measure(): Promise<Measured> {
  const engine = await startEngine({ memory: true });
  try {
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    const client = new DynamoDBClient({ endpoint: engine.endpoint, region: 'ap-southeast-1', credentials });
    await client.send(new CreateTableCommand(tableDefinition('bill')));
    const db = new Db(client, 'bill');
    await fill(db, { assignments: filled, days: 365, units: 27, seed: 1, today });
    const cost = metered(client);
    const bytesPerAssignment = (await bytesOf(client)) / filled;
    return { operations: await measureOperations(db, cost), bytesPerAssignment };
  } finally {
    await engine.stop();
  }
}

/** Bytes of a value as AWS counts them. */
function sizeOf(value: AttributeValue): number {
  if (value.S !== undefined) return Buffer.byteLength(value.S);
  if (value.N !== undefined) return Math.ceil(value.N.length / 2) + 1;
  if (value.L) return value.L.reduce((sum, one) => sum + 1 + sizeOf(one), 3);
  const entries = Object.entries(value.M ?? {});
  return entries.reduce(
    (sum, [name, one]) => sum + 1 + Buffer.byteLength(name) + sizeOf(one),
    value.M ? 3 : 1,
  );
}

/** Bytes of the table and of its indexes, with the 100 that AWS adds to every row and every row of an index. */
async function bytesOf(client: DynamoDBClient): Promise<number> {
  let bytes = 0;
  let ExclusiveStartKey: Record<string, AttributeValue> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({ TableName: 'bill', ...(ExclusiveStartKey ? { ExclusiveStartKey } : {}) }),
    );
    for (const row of page.Items ?? []) {
      const held = Object.keys(row).filter((name) => /^gsi\d+pk$/.test(name)).length;
      bytes += (sizeOf({ M: row }) + 100) * (1 + held);
    }
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return bytes;
}

async function measureOperations(db: Db, meter: Cost): Promise<Record<string, Cost>> {
  const found: Record<string, Cost> = {};
  const take = async <T>(name: string, work: () => Promise<T>, times = 1): Promise<T> => {
    Object.assign(meter, { reads: 0, writes: 0 });
    const begun = performance.now();
    let result = await work();
    for (let i = 1; i < times; i++) result = await work();
    found[name] = {
      reads: meter.reads / times,
      writes: meter.writes / times,
      ms: (performance.now() - begun) / times,
      bytes: JSON.stringify(result ?? null).length,
    };
    return result;
  };
  const personOf = async (username: string) => (await personNamed(db, username))!;
  const officer = await openDesk(db, actorOf(await personOf('tonghop')), today);
  const agency = await openDesk(db, actorOf(await personOf('donvi05')), today);
  const leader = await openDesk(db, actorOf(await personOf('chutich')), today);
  const token = await openSession(db, officer.actor.id, new Date());
  await take('session', () => personOfSession(db, token, new Date()), 5);
  const tasks = [
    {
      content: 'Rà soát, tổng hợp, báo cáo Chủ tịch UBND tỉnh kết quả',
      leads: ['snv'],
      supports: [],
      dueOn: '2023-12-20',
    },
  ];
  const about = {
    issuedOn: today,
    issuer: 'UBND tỉnh',
    type: 'cv',
    subject: 'Về việc rà soát, đôn đốc thực hiện',
  };
  const document = await take('enter', () =>
    enterDocument(officer, { ...about, number: '99001/UBND-TH', tasks }),
  );
  const [one] = await plannedOf(db, document);
  const report = { result: 'Đã hoàn thành, có báo cáo', documentNumber: '1/BC-SNV', documentDate: today };
  await take('report', () => change(agency, one!.id, { verb: 'report', body: report }));
  await take('confirm', () => change(officer, one!.id, { verb: 'confirm', body: {} }));
  await take('open', () => readAssignment(officer, one!.id), 5);
  await take('ownList', () => listAssignments(agency, { ...plain, limit: 50 }), 5);
  await take('list', () => listAssignments(leader, { ...plain, limit: 50 }), 5);
  const year = { from: '2022-12-01', to: today, asOf: today };
  await take('statistics', () => statistics(leader, { ...plain, ...year }, 'agency'), 3);
  const events: Told[] = [];
  const publish = async (batch: Told[]) => {
    events.push(...batch);
    return [];
  };
  await take('relay', () => relay({ ...officer, actor: system }, publish));
  const count = Math.max(1, events.length);
  for (const key of ['reads', 'writes', 'ms'] as const) found.relay![key] /= count;
  await take('idleRelay', () => relay({ ...officer, actor: system }, publish), 3);
  const told = events.find(({ type }) => type === 'assignment.reported')!;
  await take('notify', () => notify(officer, told.type, told.detail as unknown as AssignmentTold));
  const nothing = () => undefined;
  const swept = await take('sweep', () => sweep({ ...officer, actor: system, today: '2023-12-01' }, nothing));
  for (const key of ['reads', 'writes', 'ms'] as const) found.sweep![key] /= Math.max(1, swept.marked);
  await take('idleSweep', () => sweep({ ...officer, actor: system, today: '2023-12-01' }, nothing));
  return found;
}

/** How much is used, by assignments a year: people, their days, and what they look at. */
function usageOf(assignments: number) {
  const people = 70 + assignments / 100;
  const days = 21;
  const openedPages = people * days * 12;
  return {
    changes: (assignments / 12) * 4.5,
    entered: assignments / 12,
    opened: openedPages * 0.4,
    ownLists: openedPages * 0.4,
    lists: openedPages * 0.1,
    // The appendix of a whole year, by those who read all of it.
    statistics: days * (15 + assignments / 2_000),
    sweepMarks: (assignments / 12) * 0.3,
    minutes: 30.4 * 24 * 60,
    nights: 30.4,
    // What a page asks beside its own data.
    requests: openedPages * 3,
  };
}

/** Milliseconds that a run of Lambda waits for the table on AWS, beside its own work. */
const away = 12;

function monthOf(assignments: number, { operations: op, bytesPerAssignment }: Measured): Line {
  const use = usageOf(assignments);
  const grows = assignments / filled;
  const parts: [number, Cost][] = [
    [use.entered, op.enter!],
    [use.changes / 2, op.report!],
    [use.changes / 2, op.confirm!],
    [use.opened, op.open!],
    [use.ownLists, op.ownList!],
    [use.lists, op.list!],
    [use.statistics * grows, op.statistics!],
    [use.requests + use.changes, op.session!],
    [use.changes + use.entered, op.relay!],
    [use.changes + use.entered, op.notify!],
    [use.minutes, op.idleRelay!],
    [use.sweepMarks, op.sweep!],
    [use.nights, op.idleSweep!],
  ];
  const total = (of: (cost: Cost) => number) =>
    parts.reduce((sum, [times, cost]) => sum + times * of(cost), 0);
  const reads = total((cost) => cost.reads);
  const writes = total((cost) => cost.writes);
  const events = use.changes + use.entered;
  const apiRuns = use.requests + use.changes + use.entered;
  const runs = apiRuns + use.minutes + events + use.nights;
  const { api, relay: relayed } = wiring.functions;
  const apiSeconds = (apiRuns * (op.list!.ms + op.session!.ms + away)) / 1000;
  const otherSeconds = ((use.minutes + events) * (op.idleRelay!.ms + away * 3)) / 1000;
  const gigabyteSeconds = (apiSeconds * api.memory + otherSeconds * relayed.memory) / 1024;
  const storage = (assignments * 3 * bytesPerAssignment) / 1e9;
  const sent = (use.requests * op.ownList!.bytes * 0.3) / 1e9;
  const logs = (runs * 700) / 1e9;
  const dollars = {
    table: (reads * prices.reads + writes * prices.writes) / 1e6,
    storage: storage * prices.storage,
    api: (apiRuns * prices.gateway) / 1e6,
    lambda: (runs * prices.runs) / 1e6 + gigabyteSeconds * prices.gigabyteSeconds,
    events: (events * prices.events + use.minutes * prices.schedules) / 1e6,
    logs: logs * prices.logs,
    alarms: 22 * prices.alarm + 11 * prices.metric,
    keys: prices.keys,
    edge: sent * prices.transfer + (use.requests / 1e4) * prices.edge,
  };
  const sum = Object.values(dollars).reduce((all, one) => all + one, 0);
  const round = (value: number) => Math.round(value * 100) / 100;
  return {
    what: `${assignments} assignments a year`,
    'million reads': round(reads / 1e6),
    'million writes': round(writes / 1e6),
    'GB after 3 years': round(storage),
    'GB-seconds': Math.round(gigabyteSeconds),
    ...Object.fromEntries(Object.entries(dollars).map(([name, value]) => [name, round(value)])),
    'a month': round(sum),
  };
}
