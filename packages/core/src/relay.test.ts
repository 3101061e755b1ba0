import { expect, inject, test } from 'vitest';
import { change } from './change.ts';
import { loadDocument, plannedOf } from './complete.ts';
import { enterDocument } from './enter.ts';
import { type AssignmentTold, markRead, noticesOf, notify } from './notices.ts';
import { relay, type Told } from './relay.ts';
import { actors, aDocument, storeActor, testDb, testDesk } from './testing.ts';

const bus = () => {
  const told: Told[] = [];
  const publish = async (events: Told[]) => {
    told.push(...events);
    return [];
  };
  return { told, publish };
};

test('the relay tells each event once, oldest first, and leaves the outbox empty', async () => {
  const db = await testDb(inject('endpoint'));
  const officer = testDesk(db, actors.officer);
  const tasks = [{ content: 'Việc', leads: ['snv', 'stc'], supports: [], dueOn: null }];
  await enterDocument(officer, aDocument({ tasks }));
  const { told, publish } = bus();
  expect(await relay(officer, publish)).toEqual({ told: 3, left: 0, held: false });
  expect(told.map((e) => e.type).sort()).toEqual([
    'assignment.assigned',
    'assignment.assigned',
    'document.issued',
  ]);
  expect(await relay(officer, publish)).toEqual({ told: 0, left: 0, held: false });
  expect(told).toHaveLength(3);
});

test('what the bus does not take stays for the next run, and a throw loses nothing', async () => {
  const db = await testDb(inject('endpoint'));
  const officer = testDesk(db, actors.officer);
  await enterDocument(officer, aDocument());
  expect(await relay(officer, async (events) => events.slice(1).map((e) => e.id))).toMatchObject({
    told: 1,
    left: 1,
  });
  await expect(relay(officer, () => Promise.reject(new Error('no bus')))).rejects.toThrow('no bus');
  const { told, publish } = bus();
  expect(await relay(officer, publish)).toMatchObject({ told: 1, left: 0 });
  expect(told).toHaveLength(1);
});

test('of relays at once one holds the lease; a dead one loses it after a while', async () => {
  const db = await testDb(inject('endpoint'));
  const officer = testDesk(db, actors.officer);
  await enterDocument(officer, aDocument());
  const { told, publish } = bus();
  const runs = await Promise.all([1, 2, 3, 4].map(() => relay(officer, publish)));
  expect(runs.reduce((n, run) => n + run.told, 0)).toBe(2);
  expect(told).toHaveLength(2);
  const seconds = Math.floor(officer.now.getTime() / 1000);
  await db.kept.put({ shelf: 'lease', name: 'relay', data: 'run_dead', expiresAt: seconds + 30 }).go();
  expect((await relay(officer, publish)).held).toBe(true);
  const later = { ...officer, now: new Date(officer.now.getTime() + 31_000) };
  expect((await relay(later, publish)).held).toBe(false);
});

test('the relay finishes the plan of a document that a crash left', async () => {
  const db = await testDb(inject('endpoint'));
  const officer = testDesk(db, actors.officer);
  const send = db.client.send.bind(db.client);
  let transactions = 0;
  db.client.send = ((command: { constructor: { name: string } }) => {
    if (command.constructor.name === 'TransactWriteCommand' && ++transactions === 2)
      return Promise.reject(new Error('killed'));
    return send(command as never);
  }) as never;
  await expect(enterDocument(officer, aDocument())).rejects.toThrow('killed');
  const { told, publish } = bus();
  await relay(officer, publish);
  expect(told.map((e) => e.type)).toEqual(['document.issued', 'assignment.assigned']);
  const { data } = await db.documents.query.byDepartment({ departmentId: 'tonghop' }).go();
  expect(await plannedOf(db, (await loadDocument(db, data[0]!.documentId))!)).toHaveLength(1);
});

test('the people whom an event concerns are told once, and not who did it', async () => {
  const db = await testDb(inject('endpoint'));
  for (const actor of Object.values(actors)) await storeActor(db, actor);
  const document = await enterDocument(testDesk(db, actors.officer), aDocument());
  const [a] = await plannedOf(db, document);
  const proven = { result: 'Xong', documentNumber: '1/BC', documentDate: '2023-06-15' };
  await change(testDesk(db, actors.agency), a!.id, { verb: 'report', body: proven });
  const { told, publish } = bus();
  const desk = testDesk(db, actors.officer);
  await relay(desk, publish);
  const tell = () =>
    Promise.all(told.map((e) => notify(desk, e.type, e.detail as unknown as AssignmentTold)));
  const sum = (counts: { told: number }[]) => counts.reduce((n, one) => n + one.told, 0);
  expect(sum(await tell())).toBe(4);
  expect(sum(await tell())).toBe(0);
  const ofOfficer = await noticesOf(desk);
  expect(ofOfficer).toMatchObject({
    unread: 1,
    items: [{ type: 'assignment.reported', assignmentId: a!.id, read: false }],
  });
  expect((await noticesOf(testDesk(db, actors.agency))).items.map((n) => n.type)).toEqual([
    'assignment.assigned',
  ]);
  expect((await noticesOf(testDesk(db, actors.stranger))).items).toEqual([]);
  await markRead(db, desk.actor.id, desk.now.toISOString());
  expect((await noticesOf(desk)).unread).toBe(0);
});
