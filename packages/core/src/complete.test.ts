import { expect, inject, test } from 'vitest';
import { catalogOf, catalogRow } from './catalog.ts';
import { change } from './change.ts';
import { assignmentsOf, loadDocument, plannedOf, settle } from './complete.ts';
import type { Db } from './db.ts';
import { changeDocument, readDocument } from './documents.ts';
import { enterDocument } from './enter.ts';
import { actors, aDocument, testDb, testDesk } from './testing.ts';

const many = Array.from({ length: 27 }, (_, i) => `dv${i + 1}`);

async function wideDb(): Promise<Db> {
  const db = await testDb(inject('endpoint'));
  const unit = (id: string, i: number) => ({
    id,
    name: `Đơn vị ${i + 1}`,
    short: id,
    kind: 'agency',
    ordinal: 100 + i,
    isOffice: false,
  });
  await Promise.all(many.map((id, i) => catalogRow(db, 'unit', id, unit(id, i)).go()));
  await catalogOf(db);
  return db;
}
const twentyTasks = () =>
  aDocument({
    tasks: Array.from({ length: 20 }, (_, i) => ({
      content: `Việc ${i + 1}`,
      leads: many,
      supports: [],
      dueOn: '2023-07-31',
    })),
  });

/** A table that dies at the n-th transaction from now. */
function dieAt(db: Db, n: number): () => void {
  const send = db.client.send.bind(db.client);
  let left = n;
  db.client.send = ((command: { constructor: { name: string } }, ...rest: never[]) => {
    if (command.constructor.name === 'TransactWriteCommand') {
      left -= 1;
      if (left <= 0) return Promise.reject(new Error('killed'));
    }
    return send(command as never, ...rest);
  }) as never;
  return () => {
    db.client.send = send as never;
  };
}

test('a document of 20 tasks for 27 units makes 540 assignments, each with its history and outbox row', async () => {
  const db = await wideDb();
  const document = await enterDocument(testDesk(db, actors.officer), twentyTasks());
  expect(document.made).toBe(540);
  expect(await plannedOf(db, document)).toHaveLength(540);
  const pending = await db.outbox.query.pending({ queue: 'bus' }).go({ pages: 'all' });
  expect(pending.data).toHaveLength(541);
});

test('killed between chunks, the plan is finished later and no assignment stands twice', async () => {
  const db = await wideDb();
  const officer = testDesk(db, actors.officer);
  const revive = dieAt(db, 9);
  await expect(enterDocument(officer, twentyTasks())).rejects.toThrow('killed');
  revive();
  const { data } = await db.documents.query.byDepartment({ departmentId: 'tonghop' }).go();
  const left = (await loadDocument(db, data[0]!.documentId))!;
  expect(left.made).toBe(168);
  const later = testDesk(db, { ...actors.officer, id: 'system', role: 'system' }, '2023-06-17');
  await Promise.all([settle(later, left), settle(later, left), settle(later, left)]);
  const done = (await loadDocument(db, left.id))!;
  expect(done.made).toBe(540);
  const all = await assignmentsOf(db, done);
  expect(all).toHaveLength(540);
  expect(new Set(all.map((a) => a.assignedOn))).toEqual(new Set(['2023-06-15']));
  expect(all.every((a) => a.revision === 1)).toBe(true);
});

test('a correction that was cut short reaches every assignment when it is settled again', async () => {
  const db = await testDb(inject('endpoint'));
  const officer = testDesk(db, actors.officer);
  const tasks = [{ content: 'Việc', leads: ['snv', 'stc'], supports: [], dueOn: null }];
  const document = await enterDocument(officer, aDocument({ tasks }));
  const revive = dieAt(db, 3);
  await expect(changeDocument(officer, document.id, { subject: 'Trích yếu mới' })).rejects.toThrow('killed');
  revive();
  const half = await assignmentsOf(db, document);
  expect(half.map((a) => a.document.subject).filter((s) => s === 'Trích yếu mới')).toHaveLength(1);
  await settle(officer, (await loadDocument(db, document.id))!);
  const whole = await assignmentsOf(db, document);
  expect(whole.map((a) => a.document.subject)).toEqual(['Trích yếu mới', 'Trích yếu mới']);
});

test('a wrong lead unit is cancelled and entered again in one step, linked', async () => {
  const db = await testDb(inject('endpoint'));
  const officer = testDesk(db, actors.officer);
  const document = await enterDocument(officer, aDocument());
  const [wrong] = await plannedOf(db, document);
  const gone = await change(officer, wrong!.id, {
    verb: 'cancel',
    body: { reason: 'Nhầm đơn vị', lead: 'stc' },
  });
  expect(gone.status).toBe('cancelled');
  const { assignments } = await readDocument(officer, document.id);
  const right = assignments.find((a) => a.agencyId === 'stc');
  expect(gone.successorId).toBe(right?.id);
  expect(right).toMatchObject({ status: 'assigned', predecessorId: wrong!.id, assignedOn: '2023-06-15' });
});

test('a task is not given to a unit that has it already, by transfer or in place of a wrong one', async () => {
  const db = await testDb(inject('endpoint'));
  const officer = testDesk(db, actors.officer);
  const task = { content: 'Việc chung', leads: ['snv', 'stc'], supports: [], dueOn: null };
  const document = await enterDocument(officer, aDocument({ tasks: [task] }));
  const [one, other] = await plannedOf(db, document);
  const reason = 'Đúng việc';
  const move = { verb: 'transfer', body: { to: 'stc', reason } } as const;
  await expect(change(officer, one!.id, move)).rejects.toMatchObject({
    code: 'invalid',
    faults: [{ path: 'to' }],
  });
  await expect(
    change(officer, one!.id, { verb: 'cancel', body: { reason, lead: 'stc' } }),
  ).rejects.toMatchObject({ code: 'invalid', faults: [{ path: 'lead' }] });
  await change(officer, other!.id, { verb: 'cancel', body: { reason } });
  expect((await change(officer, one!.id, move)).status).toBe('transferred');
});

test('a unit that supports a task and is given its lead supports it no longer, in the same step', async () => {
  const db = await testDb(inject('endpoint'));
  const officer = testDesk(db, actors.officer);
  const task = { content: 'Việc chung', leads: ['snv'], supports: ['stc'], dueOn: null };
  const document = await enterDocument(officer, aDocument({ tasks: [task] }));
  const [lead, support] = await plannedOf(db, document);
  const reason = 'Đúng việc';
  const back = { verb: 'transfer', body: { to: 'snv', reason } } as const;
  await expect(change(officer, support!.id, back)).rejects.toMatchObject({ faults: [{ path: 'to' }] });
  const moved = await change(officer, lead!.id, { verb: 'transfer', body: { to: 'stc', reason } });
  const after = (await readDocument(officer, document.id)).assignments;
  expect(after.map((a) => [a.agencyId, a.role, a.status])).toEqual([
    ['snv', 'lead', 'transferred'],
    ['stc', 'lead', 'assigned'],
    ['stc', 'support', 'cancelled'],
  ]);
  expect(after[2]?.successorId).toBe(moved.successorId);
});

test('tasks are added to an issued document, and count from the day on which they were added', async () => {
  const db = await testDb(inject('endpoint'));
  const document = await enterDocument(testDesk(db, actors.officer), aDocument());
  const later = testDesk(db, actors.officer, '2023-06-20');
  const tasks = [{ content: 'Việc thêm', leads: ['stc'], supports: [], dueOn: '2023-07-10' }];
  const grown = await changeDocument(later, document.id, { tasks });
  const planned = await plannedOf(db, grown);
  expect(planned.map((a) => [a.taskId, a.assignedOn])).toEqual([
    ['t1', '2023-06-15'],
    ['t2', '2023-06-20'],
  ]);
});

test('of two corrections at once one is written, the other gets a clear refusal', async () => {
  const db = await testDb(inject('endpoint'));
  const officer = testDesk(db, actors.officer);
  const document = await enterDocument(officer, aDocument());
  const tries = await Promise.allSettled(
    ['Một', 'Hai'].map((subject) => changeDocument(officer, document.id, { subject })),
  );
  const codes = tries.map((t) => (t.status === 'fulfilled' ? 'ok' : t.reason.code)).sort();
  expect(codes).toEqual(['lost_race', 'ok']);
});
