import { expect, inject, test } from 'vitest';
import { change, load, perform } from './change.ts';
import { plannedOf } from './complete.ts';
import { enterDocument } from './enter.ts';
import { listAssignments } from './lists.ts';
import { statistics } from './statistics.ts';
import { sweep } from './sweep.ts';
import { actors, aDocument, testDb, testDesk } from './testing.ts';

const year = { from: '2023-01-01', to: '2023-12-31', basis: 'assigned', scope: 'new' } as const;
const paper = { documentNumber: '12/BC-SNV', documentDate: '2023-06-20' };
const proven = { result: 'Đã rà soát xong', ...paper };
const fail = (id: string, error: unknown) => {
  throw new Error(`${id}: ${String(error)}`);
};

test('a document becomes assignments, which are reported, confirmed and counted', async () => {
  const db = await testDb(inject('endpoint'));
  const officer = testDesk(db, actors.officer);
  const document = await enterDocument(officer, aDocument());
  const [a] = await plannedOf(db, document);
  expect(a).toMatchObject({ agencyId: 'snv', status: 'assigned', revision: 1, assignedOn: '2023-06-15' });
  await change(testDesk(db, actors.agency, '2023-06-20'), a!.id, { verb: 'report', body: proven });
  const done = await change(testDesk(db, actors.officer, '2023-07-10'), a!.id, { verb: 'confirm', body: {} });
  expect(done).toMatchObject({ status: 'done', revision: 3 });
  const by = (clock: 'report' | 'confirmation', asOf: string) =>
    statistics(testDesk(db, actors.leader), { ...year, asOf, clock }, 'agency').then((t) => t.total.columns);
  expect((await by('report', '2023-07-31'))[13]).toBe(1);
  expect((await by('confirmation', '2023-07-31'))[15]).toBe(1);
  expect((await by('confirmation', '2023-07-05'))[10]).toBe(1);
  expect((await by('report', '2023-06-19'))[8]).toBe(1);
  expect((await by('report', '2023-06-14'))[0]).toBe(0);
});

test('the sweep marks what is overdue once, however often and however concurrently it runs', async () => {
  const db = await testDb(inject('endpoint'));
  const document = await enterDocument(testDesk(db, actors.officer), aDocument());
  const [a] = await plannedOf(db, document);
  const system = { ...actors.officer, id: 'system', role: 'system', unitId: 'system' } as const;
  expect(await sweep(testDesk(db, system, '2023-06-16'), fail)).toMatchObject({ seen: 0 });
  expect(await sweep(testDesk(db, system, '2023-06-19'), fail)).toMatchObject({
    seen: 1,
    started: 1,
    marked: 0,
  });
  // Of the reminders 7, 3 and 1 days before only the closest is told where a sweep was missed.
  expect(await sweep(testDesk(db, system, '2023-06-30'), fail)).toMatchObject({ seen: 1, reminded: 1 });
  expect(await sweep(testDesk(db, system, '2023-06-30'), fail)).toMatchObject({ seen: 0 });
  const runs = await Promise.all([1, 2, 3].map(() => sweep(testDesk(db, system, '2023-07-01'), fail)));
  expect(runs.reduce((n, run) => n + run.marked, 0)).toBe(1);
  expect(await sweep(testDesk(db, system, '2023-07-02'), fail)).toMatchObject({ seen: 0, marked: 0 });
  const after = await load(db, a!.id);
  expect(after).toMatchObject({ status: 'in-progress', overdueTold: '2023-06-30', revision: 4 });
});

test('thirty confirmations at once: one succeeds, the others get a clear refusal', async () => {
  const db = await testDb(inject('endpoint'));
  const document = await enterDocument(testDesk(db, actors.officer), aDocument());
  const [a] = await plannedOf(db, document);
  await change(testDesk(db, actors.agency, '2023-06-20'), a!.id, { verb: 'report', body: proven });
  const tries = await Promise.allSettled(
    Array.from({ length: 30 }, (_, i) =>
      change(testDesk(db, i % 2 ? actors.officer : actors.head, '2023-06-21'), a!.id, {
        verb: 'confirm',
        body: {},
      }),
    ),
  );
  expect(tries.filter((t) => t.status === 'fulfilled')).toHaveLength(1);
  const codes = tries.flatMap((t) => (t.status === 'rejected' ? [t.reason.code] : []));
  expect(codes.every((code) => code === 'lost_race' || code === 'state_forbids')).toBe(true);
  const history = await db.history.query.life({ assignmentId: a!.id }).go({ pages: 'all' });
  expect(history.data.map((row) => row.data.type)).toEqual(['assigned', 'reported', 'confirmed']);
});

test('a list holds exactly what its number counts, page by page, and a cursor cannot be tampered with', async () => {
  const db = await testDb(inject('endpoint'));
  const officer = testDesk(db, actors.officer);
  for (let i = 0; i < 7; i += 1) {
    await enterDocument(
      officer,
      aDocument({
        tasks: [
          { content: `Việc ${i}`, leads: ['snv', 'stc'], supports: [], dueOn: i % 2 ? '2023-06-30' : null },
        ],
      }),
    );
  }
  const query = { ...year, asOf: '2023-07-31', clock: 'report', leaf: 11, limit: 2 } as const;
  const seen: string[] = [];
  let cursor: string | undefined;
  let last = '';
  let pages = 0;
  do {
    const page = await listAssignments(officer, { ...query, ...(cursor ? { cursor } : {}) });
    pages += 1;
    seen.push(...page.items.map((item) => item.id));
    if (cursor) last = cursor;
    cursor = page.cursor ?? undefined;
  } while (cursor);
  expect(new Set(seen).size).toBe(6);
  expect(seen).toHaveLength(6);
  // The cursor of the last page is null also where the page is full.
  expect(pages).toBe(3);
  const table = await statistics(officer, { ...year, asOf: '2023-07-31', clock: 'report' }, 'agency');
  expect(table.total.columns[10]).toBe(6);
  const tampered = `${last.slice(0, -2)}xx`;
  await expect(listAssignments(officer, { ...query, cursor: tampered })).rejects.toMatchObject({
    code: 'bad_cursor',
  });
  await expect(listAssignments(testDesk(db, actors.head), { ...query, cursor: last })).rejects.toMatchObject({
    code: 'bad_cursor',
  });
  const own = await listAssignments(testDesk(db, actors.agency), {
    clock: 'report',
    basis: 'assigned',
    scope: 'new',
    limit: 200,
  });
  expect(new Set(own.items.map((item) => item.agency.id))).toEqual(new Set(['snv']));
  expect(own.items).toHaveLength(7);
});

test('the boundary days of a period are in it', async () => {
  const db = await testDb(inject('endpoint'));
  await enterDocument(testDesk(db, actors.officer, '2023-06-15'), aDocument());
  const count = async (from: string, to: string) =>
    (
      await statistics(
        testDesk(db, actors.leader),
        { from, to, asOf: '2023-12-31', clock: 'report', basis: 'assigned', scope: 'new' },
        'agency',
      )
    ).total.columns[0];
  expect(await count('2023-06-15', '2023-06-15')).toBe(1);
  expect(await count('2023-06-16', '2023-07-15')).toBe(0);
  expect(await count('2023-05-16', '2023-06-14')).toBe(0);
});

test('an event, its history row and its outbox row are written together or not at all', async () => {
  const db = await testDb(inject('endpoint'));
  const document = await enterDocument(testDesk(db, actors.officer), aDocument());
  const [a] = await plannedOf(db, document);
  const { events } = await perform(testDesk(db, actors.agency), a!.id, { verb: 'accept', body: {} });
  expect(events.map((e) => e.type)).toEqual(['accepted']);
  const pending = await db.outbox.query.pending({ queue: 'bus' }).go({ pages: 'all' });
  expect(pending.data.map((row) => row.type).sort()).toEqual([
    'assignment.accepted',
    'assignment.assigned',
    'document.issued',
  ]);
});
