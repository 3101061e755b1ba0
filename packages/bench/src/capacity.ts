import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { asksOf } from '@tddh/core/asks';
import { change } from '@tddh/core/change';
import { plannedOf } from '@tddh/core/complete';
import { Db } from '@tddh/core/db';
import { type Desk, openDesk } from '@tddh/core/desk';
import { readAssignment } from '@tddh/core/detail';
import { enterDocument } from '@tddh/core/enter';
import { listAssignments } from '@tddh/core/lists';
import { personNamed } from '@tddh/core/people';
import { actorOf } from '@tddh/core/session';
import { statistics } from '@tddh/core/statistics';
import { sweep } from '@tddh/core/sweep';
import { tableDefinition } from '@tddh/core/table';
import { system } from '@tddh/domain/person';
import { startEngine } from '@tddh/local/engine';
import { fill } from '@tddh/local/fill';
import type { Line } from './bench.ts';

const today = '2023-11-30';
const plain = { clock: 'report', basis: 'assigned', scope: 'new' } as const;

export interface Meter {
  requests: number;
  units: number;
}

/** Counts the requests and capacity units of a client, as the service itself tells them. */
export function metered(client: DynamoDBClient): Meter {
  const meter: Meter = { requests: 0, units: 0 };
  client.middlewareStack.add(
    (next) => async (call) => {
      (call.input as { ReturnConsumedCapacity?: string }).ReturnConsumedCapacity = 'TOTAL';
      const answer = await next(call);
      const told = (answer.output as { ConsumedCapacity?: Units | Units[] }).ConsumedCapacity;
      meter.requests += 1;
      for (const one of [told].flat()) meter.units += one?.CapacityUnits ?? 0;
      return answer;
    },
    { step: 'initialize', name: 'meter' },
  );
  return meter;
}
interface Units {
  CapacityUnits?: number;
}

/** Requests and capacity units per operation, on a small table and on one ten times as large: a cost that grows is a defect. */
export const capacity = {
  says: 'DynamoDB requests and capacity units per operation, by size of the table',
  async run(): Promise<Line[]> {
    const lines = new Map<string, Line>();
    for (const assignments of [1_000, 10_000]) {
      for (const [what, meter] of await measure(assignments)) {
        const line = lines.get(what) ?? { what };
        line[`requests at ${assignments}`] = meter.requests;
        line[`units at ${assignments}`] = Math.round(meter.units * 10) / 10;
        lines.set(what, line);
      }
    }
    return [...lines.values()];
  },
};

/** Every operation on a table of so many assignments, spread over so many years that a month stays the same size. */
async function measure(assignments: number): Promise<[string, Meter][]> {
  const engine = await startEngine({ memory: true });
  try {
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    const client = new DynamoDBClient({ endpoint: engine.endpoint, region: 'ap-southeast-1', credentials });
    await client.send(new CreateTableCommand(tableDefinition('bench')));
    const db = new Db(client, 'bench');
    await fill(db, { assignments, days: assignments / 4, units: 27, seed: 1, today });
    return await operations(db, metered(client));
  } finally {
    await engine.stop();
  }
}

async function operations(db: Db, meter: Meter): Promise<[string, Meter][]> {
  const found: [string, Meter][] = [];
  const take = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    Object.assign(meter, { requests: 0, units: 0 });
    const result = await work();
    found.push([what, { ...meter }]);
    return result;
  };
  const deskOf = async (username: string): Promise<Desk> =>
    openDesk(db, actorOf((await personNamed(db, username))!), today);
  const officer = await deskOf('tonghop');
  const agency = await deskOf('donvi05');
  const leader = await deskOf('chutich');
  const year = { from: '2023-10-01', to: today, asOf: today };
  await listAssignments(leader, { ...plain, limit: 1 });
  const tomorrow = { ...officer, actor: system, today: '2023-12-01' };
  const fail = (id: string, error: unknown) => {
    throw new Error(`${id}: ${error}`);
  };
  const swept = await take('sweep of the next day', () => sweep(tomorrow, fail));
  found.at(-1)![0] += ` (${swept.seen} seen)`;
  await take('the same sweep again', () => sweep(tomorrow, fail));
  const task = { content: 'Rà soát, báo cáo', leads: ['snv'], supports: [], dueOn: '2023-12-20' };
  const document = await take('enter a document, 3 tasks', () =>
    enterDocument(officer, {
      ...{ number: '99001/UBND-TH', issuedOn: today, issuer: 'UBND tỉnh', type: 'cv', subject: 'Về rà soát' },
      tasks: [task, { ...task, leads: ['snv'] }, task],
    }),
  );
  const [one, two] = await plannedOf(db, document);
  const report = { result: 'Xong', documentNumber: '1/BC-SNV', documentDate: today };
  await take('report', () => change(agency, one!.id, { verb: 'report', body: report }));
  await take('queue of a department, a page of 50', () =>
    listAssignments(officer, { ...plain, status: ['reported'], department: officer.actor.unitId, limit: 50 }),
  );
  await change(agency, two!.id, { verb: 'ask', body: { text: 'Biểu mẫu nào?' } });
  await take('what waits for an officer', () => asksOf(officer));
  await take('confirm', () => change(officer, one!.id, { verb: 'confirm', body: {} }));
  await take('open an assignment', () => readAssignment(officer, one!.id));
  await take('own tasks of an agency, a page of 50', () => listAssignments(agency, { ...plain, limit: 50 }));
  await take('all tasks, a page of 50', () => listAssignments(leader, { ...plain, limit: 50 }));
  await take('appendix of two months', () => statistics(leader, { ...plain, ...year }, 'agency'));
  await take('list behind a number of it', () =>
    listAssignments(leader, { ...plain, ...year, leaf: 11, limit: 50 }),
  );
  return found;
}
