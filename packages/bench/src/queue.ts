import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { changeEach } from '@tddh/core/bulk';
import { catalogOf } from '@tddh/core/catalog';
import { change } from '@tddh/core/change';
import { plannedOf } from '@tddh/core/complete';
import { Db } from '@tddh/core/db';
import { type Desk, openDesk } from '@tddh/core/desk';
import { enterDocument } from '@tddh/core/enter';
import { personNamed } from '@tddh/core/people';
import { queueByTask } from '@tddh/core/queue';
import { actorOf } from '@tddh/core/session';
import { tableDefinition } from '@tddh/core/table';
import type { Actor } from '@tddh/domain/person';
import { startEngine } from '@tddh/local/engine';
import { fill } from '@tddh/local/fill';
import type { Line } from './bench.ts';
import { metered } from './capacity.ts';

const today = '2023-11-30';

/** The queue by task on a small table and on one ten times as large, with the same reports waiting in both. */
export const queue = {
  says: 'the queue by task: requests, capacity units and milliseconds, by size of the table',
  async run(): Promise<Line[]> {
    const lines = new Map<string, Line>();
    for (const assignments of [1_000, 10_000]) {
      for (const [what, figures] of await measure(assignments)) {
        const line = lines.get(what) ?? { what };
        for (const [name, value] of Object.entries(figures)) line[`${name} at ${assignments}`] = value;
        lines.set(what, line);
      }
    }
    return [...lines.values()];
  },
};

type Figures = Record<'requests' | 'units' | 'ms', number>;

async function measure(assignments: number): Promise<[string, Figures][]> {
  const engine = await startEngine({ memory: true });
  try {
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    const client = new DynamoDBClient({ endpoint: engine.endpoint, region: 'ap-southeast-1', credentials });
    await client.send(new CreateTableCommand(tableDefinition('bench')));
    const db = new Db(client, 'bench');
    await fill(db, { assignments, days: assignments / 4, units: 27, seed: 1, today });
    const officer = openDesk(db, actorOf((await personNamed(db, 'tonghop'))!), today);
    const waiting = await wait(db, officer);
    const meter = metered(client);
    const found: [string, Figures][] = [];
    const take = async (what: string, work: () => Promise<unknown>) => {
      Object.assign(meter, { requests: 0, units: 0 });
      const begun = performance.now();
      await work();
      const ms = Math.round(performance.now() - begun);
      found.push([what, { requests: meter.requests, units: Math.round(meter.units * 10) / 10, ms }]);
    };
    const page = () => queueByTask(officer, { department: officer.actor.unitId, limit: 50 });
    await page();
    await take('the queue by task, a page of 50 reports', page);
    await take('40 reports confirmed in one selection', () =>
      changeEach(
        officer,
        waiting.slice(0, 40).map((id) => ({ id, command: { verb: 'confirm', body: {} } })),
      ),
    );
    return found;
  } finally {
    await engine.stop();
  }
}

/** Two tasks of 26 units, all reported, in front of everything that waits. */
async function wait(db: Db, officer: Desk): Promise<string[]> {
  const early = { ...officer, today: '2000-01-03' };
  const { units } = await catalogOf(db);
  const agencies = units.filter((unit) => unit.kind === 'agency' && !unit.isOffice);
  const task = {
    content: 'Kiểm kê',
    leads: agencies.map((one) => one.id),
    supports: [],
    dueOn: '2023-12-20',
  };
  const document = await enterDocument(early, {
    ...{
      number: '99002/UBND-TH',
      issuedOn: '2000-01-03',
      issuer: 'UBND tỉnh',
      type: 'cv',
      subject: 'Kiểm kê',
    },
    tasks: [task, task],
  });
  const planned = await plannedOf(db, document);
  for (const a of planned) {
    const actor: Actor = {
      id: `per_${a.agencyId}`,
      name: 'x',
      role: 'agency-officer',
      unitId: a.agencyId,
      fields: [],
    };
    const body = { result: 'Xong', documentNumber: '1/BC', documentDate: '2000-01-03' };
    await change({ ...early, actor }, a.id, { verb: 'report', body });
  }
  return planned.map((a) => a.id);
}
