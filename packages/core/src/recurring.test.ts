import { system } from '@tddh/domain/person';
import { expect, inject, test } from 'vitest';
import { change, load } from './change.ts';
import { assignmentsOf, loadDocument, plannedOf } from './complete.ts';
import type { Db } from './db.ts';
import { changeDocument } from './documents.ts';
import { enterDocument } from './enter.ts';
import { changeRule } from './recurring.ts';
import { sweep } from './sweep.ts';
import { actors, aDocument, testDb, testDesk } from './testing.ts';

const monthly = { every: 'month', day: 15 } as const;
const task = (over: object = {}) => ({
  ...{ content: 'Báo cáo tháng', leads: ['snv'], supports: ['stc'], dueOn: null, recurring: monthly },
  ...over,
});
const fail = (id: string, error: unknown) => {
  throw new Error(`${id}: ${String(error)}`);
};
const night = (db: Db, day: string) => sweep(testDesk(db, system, day), fail);
const seen = async (db: Db, id: string) =>
  (await assignmentsOf(db, (await loadDocument(db, id))!)).map((a) => [
    a.agencyId,
    a.recurring?.period,
    a.dues[0]?.dueOn,
    a.assignedOn,
  ]);

test('a recurring task is due on the first day of its rule, and its next one is assigned the day after', async () => {
  const db = await testDb(inject('endpoint'));
  const { id } = await enterDocument(
    testDesk(db, actors.officer, '2023-06-16'),
    aDocument({ tasks: [task()] }),
  );
  expect(await seen(db, id)).toEqual([
    ['snv', '2023-07', '2023-07-15', '2023-06-16'],
    ['stc', '2023-07', '2023-07-15', '2023-06-16'],
  ]);
  expect((await night(db, '2023-07-15')).renewed).toBe(0);
  const runs = await Promise.all([1, 2, 3].map(() => night(db, '2023-07-16')));
  expect(runs.reduce((n, run) => n + run.renewed, 0)).toBe(2);
  expect((await night(db, '2023-07-16')).renewed).toBe(0);
  const all = (await assignmentsOf(db, (await loadDocument(db, id))!)).filter((a) => a.agencyId === 'snv');
  const [first, second] = all;
  expect(all).toHaveLength(2);
  expect(first).toMatchObject({ overdueTold: '2023-07-15', recurring: { number: 1, nextId: second!.id } });
  expect(second).toMatchObject({
    ...{ status: 'assigned', assignedOn: '2023-07-16', dues: [{ dueOn: '2023-08-15' }] },
    recurring: { number: 2, period: '2023-08', previousId: first!.id },
  });
  const history = await db.history.query.life({ assignmentId: second!.id }).go();
  expect(history.data[0]?.data.by.id).toBe('system');
});

test('a sweep that did not run for months makes every period, each once', async () => {
  const db = await testDb(inject('endpoint'));
  const tasks = [task({ supports: [] })];
  const { id } = await enterDocument(testDesk(db, actors.officer), aDocument({ tasks }));
  const runs = await Promise.all([night(db, '2023-09-20'), night(db, '2023-09-20')]);
  await night(db, '2023-09-20');
  expect(runs.reduce((n, run) => n + run.failed, 0)).toBe(0);
  expect((await seen(db, id)).map(([, period]) => period).sort()).toEqual([
    ...['2023-06', '2023-07', '2023-08', '2023-09', '2023-10'],
  ]);
});

test('a period that is done, extended or paused changes nothing of the next one', async () => {
  const db = await testDb(inject('endpoint'));
  const document = await enterDocument(testDesk(db, actors.officer), aDocument({ tasks: [task()] }));
  const [lead, support] = await plannedOf(db, document);
  const redue = { verb: 'redue', body: { dueOn: '2023-09-30', reference: '9/UBND' } } as const;
  await change(testDesk(db, actors.officer), lead!.id, redue);
  await change(testDesk(db, actors.chief), lead!.id, {
    verb: 'pause',
    body: { reason: 'Chờ', reference: '1/UBND' },
  });
  await change(testDesk(db, actors.officer), support!.id, { verb: 'cancel', body: { reason: 'Nhầm' } });
  await night(db, '2023-06-16');
  expect((await seen(db, document.id)).map(([unit, , due]) => [unit, due])).toEqual([
    ['snv', '2023-06-15'],
    ['snv', '2023-07-15'],
    ['stc', '2023-06-15'],
  ]);
});

test("the unit to which a period was transferred gets the next one, and may take one unit's period beside its own", async () => {
  const db = await testDb(inject('endpoint'));
  const officer = testDesk(db, actors.officer);
  const tasks = [task({ supports: [] })];
  const document = await enterDocument(officer, aDocument({ tasks }));
  const [first] = await plannedOf(db, document);
  const move = { verb: 'transfer', body: { to: 'stc', reason: 'Đúng việc' } } as const;
  const moved = await change(officer, first!.id, move);
  await night(db, '2023-06-16');
  expect((await seen(db, document.id)).map(([unit, period]) => [unit, period])).toEqual([
    ['snv', '2023-06'],
    ['stc', '2023-06'],
    ['stc', '2023-07'],
  ]);
  const late = (await load(db, moved.successorId!))!;
  expect(late.recurring?.nextId).toBeDefined();
  const back = { verb: 'transfer', body: { to: 'vpubnd', reason: 'Đúng việc' } } as const;
  await change(testDesk(db, actors.officer, '2023-06-17'), late.id, back);
  await night(db, '2023-06-18');
  expect(await seen(db, document.id)).toHaveLength(4);
});

test('a rule is changed or ended for what comes next, by those of the Office, with the values before', async () => {
  const db = await testDb(inject('endpoint'));
  const document = await enterDocument(testDesk(db, actors.officer), aDocument({ tasks: [task()] }));
  const change = (actor: keyof typeof actors, recurring: object | null) =>
    changeRule(testDesk(db, actors[actor]), document.id, {
      ...{ task: 't1', recurring: recurring as typeof monthly | null, reason: 'Theo 9/UBND' },
    });
  await expect(change('agency', null)).rejects.toMatchObject({ code: 'not_found' });
  await expect(change('other', null)).rejects.toMatchObject({ code: 'forbidden' });
  await change('chief', { every: 'month', day: 20 });
  await night(db, '2023-06-16');
  expect((await seen(db, document.id)).map(([, , due]) => due)).toEqual([
    ...['2023-06-15', '2023-07-20', '2023-06-15', '2023-07-20'],
  ]);
  const ended = await change('officer', null);
  expect(ended.tasks[0]?.recurring).toMatchObject({ day: 20, endedOn: '2023-06-15' });
  expect((await night(db, '2023-12-01')).renewed).toBe(0);
  const file = await db.file.query.file({ documentId: document.id }).go();
  expect(file.data.at(-1)?.data).toMatchObject({ reason: 'Theo 9/UBND', before: { tasks: [{ id: 't1' }] } });
});

test('a draft finds its first due day when it is issued, and what cannot begin is refused', async () => {
  const db = await testDb(inject('endpoint'));
  const officer = testDesk(db, actors.officer);
  const draft = await enterDocument(officer, aDocument({ draft: true, tasks: [task()] }));
  expect(draft.tasks[0]?.dueOn).toBeNull();
  const issued = await changeDocument(testDesk(db, actors.officer, '2023-08-01'), draft.id, { draft: false });
  expect(issued.tasks[0]).toMatchObject({ dueOn: '2023-08-15', assignedOn: '2023-08-01' });
  const over = { recurring: { ...monthly, until: '2023-06-10' } };
  await expect(enterDocument(officer, aDocument({ tasks: [task(over)] }))).rejects.toMatchObject({
    faults: [{ path: 'tasks.0.recurring.until' }],
  });
});
