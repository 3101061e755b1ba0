import { replay } from '@tddh/domain/apply';
import type { Assignment } from '@tddh/domain/assignment';
import { belongs, columnsOf, inAppendix, leafOf, noCounts, type Period } from '@tddh/domain/statistics';
import { expect, inject, test } from 'vitest';
import type { Db } from './db.ts';
import { enterDocument } from './enter.ts';
import { listAssignments } from './lists.ts';
import { live } from './randomlife.ts';
import { type Grouping, statistics } from './statistics.ts';
import { actors, aDocument, testDb, testDesk } from './testing.ts';

/** Every assignment, told anew from its history alone. */
async function fromHistory(db: Db): Promise<Assignment[]> {
  const all: Assignment[] = [];
  for (const month of [
    '2023-05',
    '2023-06',
    '2023-07',
    '2023-08',
    '2023-09',
    '2023-10',
    '2023-11',
    '2023-12',
  ]) {
    const { data } = await db.assignments.query.byMonth({ month }).go({ pages: 'all' });
    for (const row of data) {
      const history = await db.history.query.life({ assignmentId: row.assignmentId }).go({ pages: 'all' });
      const told = replay(history.data.map((one) => one.data));
      expect(JSON.parse(JSON.stringify(told))).toEqual(JSON.parse(JSON.stringify(row.data)));
      all.push(told);
    }
  }
  return all;
}

const seeds = [1, 2, 3];
test.each(seeds)(
  'figures and lists of the table equal a recount from history (seed %i)',
  async (seed) => {
    const db = await testDb(inject('endpoint'));
    await live(db, seed, 120);
    const all = await fromHistory(db);
    expect(all.length).toBeGreaterThan(15);
    const desk = testDesk(db, actors.leader, '2023-12-31');
    for (const asOf of ['2023-06-15', '2023-08-01', '2023-12-31']) {
      for (const clock of ['report', 'confirmation'] as const) {
        for (const scope of ['new', 'carried'] as const) {
          const p: Period = {
            from: '2023-06-01',
            to: '2023-07-31',
            asOf,
            clock,
            scope,
            basis: scope === 'new' ? 'issued' : 'assigned',
          };
          const counts = noCounts();
          for (const a of all.filter((one) => inAppendix(one) && belongs(one, p)))
            counts[leafOf(a, asOf, clock)] += 1;
          for (const by of ['agency', 'department', 'field', 'signer'] as Grouping[]) {
            const table = await statistics(desk, p, by);
            expect(table.total.columns).toEqual(columnsOf(counts));
            for (const column of [1, 3, 11]) {
              const sum = table.rows.reduce((n, row) => n + row.columns[column - 1]!, 0);
              expect(sum).toBe(table.total.columns[column - 1]);
            }
          }
          const list = await listAssignments(desk, { ...p, leaf: 11, limit: 200 });
          expect(list.items).toHaveLength(counts[11]);
        }
      }
    }
  },
  60_000,
);

test('an open assignment of April is in the carried table of November as overdue, and not in the new one', async () => {
  const db = await testDb(inject('endpoint'));
  const tasks = [{ content: 'Việc', leads: ['snv'], supports: [], dueOn: '2023-05-10' }];
  await enterDocument(
    testDesk(db, actors.officer, '2023-04-20'),
    aDocument({ issuedOn: '2023-04-18', tasks }),
  );
  const desk = testDesk(db, actors.leader, '2023-11-30');
  const november = {
    from: '2023-11-01',
    to: '2023-11-30',
    asOf: '2023-11-30',
    clock: 'report',
    basis: 'assigned',
  } as const;
  const carried = await statistics(desk, { ...november, scope: 'carried' }, 'agency');
  expect([carried.total.columns[10], carried.carried]).toEqual([1, 1]);
  const fresh = await statistics(desk, { ...november, scope: 'new' }, 'agency');
  expect([fresh.total.columns[0], fresh.carried]).toEqual([0, 0]);
});

test('an agency gets its own row and the total', async () => {
  const db = await testDb(inject('endpoint'));
  const tasks = [{ content: 'Việc', leads: ['snv', 'stc', 'tonghop'], supports: [], dueOn: null }];
  await enterDocument(testDesk(db, actors.officer), aDocument({ tasks }));
  const p = {
    from: '2023-06-01',
    to: '2023-06-30',
    asOf: '2023-06-30',
    clock: 'report',
    basis: 'assigned',
    scope: 'new',
  } as const;
  const own = await statistics(testDesk(db, actors.agency), p, 'agency');
  expect(own.rows.map((row) => row.unit.id)).toEqual(['snv']);
  expect(own.total.columns[0]).toBe(2);
  expect(own.office.rows).toEqual([]);
  const whole = await statistics(testDesk(db, actors.chief), p, 'agency');
  expect(whole.rows.map((row) => row.unit.id)).toEqual(['snv', 'stc', 'vpubnd']);
  expect(whole.office.rows.map((row) => row.unit.id)).toEqual(['tonghop']);
});
