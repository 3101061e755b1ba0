import { change } from '@tddh/core/change';
import { assignmentsOf, loadDocument } from '@tddh/core/complete';
import { listDocuments } from '@tddh/core/registry';
import { isOpen } from '@tddh/domain/assignment';
import { Refusal } from '@tddh/domain/refusal';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { Dice } from '../sample/random.ts';
import { bothSides, isDead, type Life } from './testing.ts';

/** Another order of events by `SEED=...`. */
const seed = Number(process.env.SEED ?? 1);
const kills = 3;
const [documents, tasksEach] = [4, 3];
const all = documents * tasksEach;

let sides: Awaited<ReturnType<typeof bothSides>>;
beforeAll(async () => {
  sides = await bothSides(inject('endpoint'), { share: 0.35, seed });
});
afterAll(() => sides.stop());

/** Every assignment here that carries out a national task. */
async function assignments({ db, desk }: Life) {
  const { items } = await listDocuments(desk('officer'), { limit: 50 } as never);
  const found = await Promise.all(items.map(({ id }) => loadDocument(db, id)));
  return (await Promise.all(found.map((document) => assignmentsOf(db, document!)))).flat();
}

/** Units report and the Office confirms what is open. @returns how many are done */
async function workOn(life: Life): Promise<number> {
  const found = await assignments(life);
  for (const a of found.filter(isOpen)) {
    const report = { result: 'Đã xong', documentNumber: '1/BC', documentDate: '2023-06-15' };
    const who = a.agencyId === 'snv' ? 'agency' : 'stranger';
    try {
      if (a.status !== 'reported') await change(life.desk(who), a.id, { verb: 'report', body: report });
      await change(life.desk('officer'), a.id, { verb: 'confirm', body: {} });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return found.filter((a) => a.status === 'done').length;
}

test(`${all} national tasks come, are worked and told back, through ${kills} kills and a national side that misbehaves: each ends equal on both sides, none lost, none double, in order`, async () => {
  console.log(`ordeal: SEED=${seed}`);
  const dice = new Dice(seed);
  let issuing = true;
  const issued = Promise.all(Array.from({ length: documents }, () => sides.issue(1, tasksEach)))
    .then((told) => told.flatMap(({ tasks }) => tasks).sort())
    .finally(() => {
      issuing = false;
    });
  let killed = 0;
  for (let round = 0; round < 200; round += 1) {
    const life = sides.life();
    // It dies at any request to the table: while messages come in, while they are worked, and while they are told.
    if (killed < kills) life.dieAfter(dice.int(20, 200));
    try {
      await sides.work(life);
      const done = await workOn(life);
      const { told, failed } = await sides.send(30, life);
      if (!issuing && killed === kills && done === all && told + failed === 0) break;
    } catch (error) {
      if (!isDead(error)) throw error;
    }
    if (!life.dead()) continue;
    killed += 1;
    sides.revive();
  }
  const tasks = await issued;
  const [state, life] = [await sides.state(), sides.life()];
  const ours = await assignments(life);
  expect(killed).toBe(kills);
  expect(ours.map((a) => a.national!.taskId).sort()).toEqual(tasks);
  expect(new Set(ours.map((a) => a.status))).toEqual(new Set(['done']));
  expect(Object.keys(state.tasks).sort()).toEqual(tasks);
  const told = Object.values(state.tasks);
  for (const messages of told) {
    expect(messages.filter(({ type }) => type === 'task.completed')).toHaveLength(1);
    expect(messages.at(-1)).toMatchObject({ type: 'task.completed', status: '06' });
    expect(messages[0]).toMatchObject({ type: 'task.assigned', status: '04' });
  }
  const ids = told.flat().map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(state.taken).toMatchObject({ refused: 0, disordered: 0, taken: ids.length });
  // Every event of ours that is told was told, and nothing waits.
  const month = new Date().toISOString().slice(0, 7);
  const log = await life.db.delivered.query.byMonth({ month }).go({ pages: 'all' });
  const sent = log.data.filter(({ outcome }) => outcome === 'sent').map(({ eventId }) => eventId);
  expect(sent.sort()).toEqual(ids.sort());
  for (const queue of ['out', 'parked'] as const) {
    expect((await life.db.lanes.query.byQueue({ queue }).go()).data).toEqual([]);
  }
  for (const at of ['waiting', 'quarantine'] as const) {
    expect((await life.db.inbound.query.byState({ state: at }).go()).data).toEqual([]);
  }
  // It did misbehave.
  expect(state.taken.troubled).toBeGreaterThan(0);
  expect(state.spoiled.length + state.sent.again).toBeGreaterThan(0);
}, 60_000);
