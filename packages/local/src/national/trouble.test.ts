import { loadDocument } from '@tddh/core/complete';
import { quarantined, replay } from '@tddh/core/national/admin';
import { changeLink } from '@tddh/core/national/links';
import { listDocuments } from '@tddh/core/registry';
import { logger } from '@tddh/functions/log';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { bothSides, type State } from './testing.ts';

let sides: Awaited<ReturnType<typeof bothSides>>;
beforeAll(async () => {
  sides = await bothSides(inject('endpoint'));
  await changeLink(sides.life().desk(), 'national', { land: 'draft' });
});
afterAll(() => sides.stop());

/** The national tasks of a document here, by its number: one that stands twice has more. */
async function standing(number: string): Promise<(string | undefined)[]> {
  const { db, desk } = sides.life();
  const { items } = await listDocuments(desk('officer'), { number, limit: 100 } as never);
  const documents = await Promise.all(items.map(({ id }) => loadDocument(db, id)));
  return documents.flatMap((document) => document!.tasks.map((task) => task.national?.taskId));
}
const messages = async () =>
  (
    await sides
      .life()
      .db.inbound.query.byMonth({ month: new Date().toISOString().slice(0, 7) })
      .go()
  ).data.length;
const lanes = async () => {
  const { data } = await sides.life().db.lanes.query.byQueue({ queue: 'out' }).go();
  return data;
};

describe('a document of two tasks, told by the national side in two messages,', () => {
  /** What each misbehaviour is answered with: nothing at all (0) where it hung up. */
  const cases: [how: string, spoiled: { how: string; status: number }[]][] = [
    ['late', []],
    ['twice', []],
    ['disorder', []],
    ['forged', [{ how: 'forged', status: 401 }]],
    ['stale', [{ how: 'stale', status: 401 }]],
    ['fast', [{ how: 'fast', status: 401 }]],
    ['torn', [{ how: 'torn', status: 0 }]],
    ['huge', [{ how: 'huge', status: 413 }]],
    ['words', [{ how: 'words', status: 400 }]],
  ];
  const errors = vi.spyOn(logger, 'error');

  test.each(cases)('stands once, though it misbehaves: %s', async (how, answered) => {
    const [before, had] = [await sides.state(), await messages()];
    await sides.misbehave({ tells: [how] });
    const { tasks } = await sides.issue(1, 2);
    expect(await sides.work()).toEqual({ worked: 2, quarantined: 0, held: false });
    const after = await sides.state();
    expect(after.spoiled.slice(before.spoiled.length)).toEqual(answered);
    // What was refused is not kept, and is no error of ours.
    expect(errors).not.toHaveBeenCalled();
    expect((await messages()) - had).toBe(2);
    expect((await standing(`${tasks[0]!.split('-')[1]}/VPCP-TH`)).sort()).toEqual(tasks);
  });

  test('goes to the quarantine where its unit is unknown or it is no event, and stands once the unit is mapped', async () => {
    await sides.confuse();
    expect(await sides.work()).toMatchObject({ worked: 0, quarantined: 1 });
    const { desk } = sides.life();
    const { items } = await quarantined(desk());
    expect(items.map(({ fault, about }) => [fault, about]).sort()).toEqual([
      ['not_an_event', 'Thiếu id, source, type hoặc data (CloudEvents).'],
      ['unknown_unit', 'H99.99.99'],
    ]);
    await changeLink(desk(), 'national', { codes: [{ code: 'H99.99.99', unitId: 'snv' }] });
    await replay(desk(), items.find(({ fault }) => fault === 'unknown_unit')!.id);
    expect(await sides.work()).toMatchObject({ worked: 1, quarantined: 0 });
    expect(await standing('1000/VPCP-TH')).toEqual(['VPCP-LA-1']);
    expect((await quarantined(desk())).items).toHaveLength(1);
  });
});

describe('what the province tells of a task', () => {
  const refused = (status: number) => `Bên nhận trả lời ${status}.`;
  const torn = 'Không kết nối được (ECONNRESET).';
  /** The error of the first attempt, whether the message was taken by it, and for how long the next one waits at least. */
  const cases: [how: string, error: string | undefined, taken: boolean, seconds: number][] = [
    ['late', undefined, true, 0],
    ['error', refused(500), false, 0],
    ['busy', refused(429), false, 1],
    ['hang', 'Bên nhận không trả lời trong 0.4 giây.', false, 0],
    ['torn', torn, true, 0],
    ['huge', 'Bên nhận trả lời quá dài.', true, 0],
    ['moved', refused(302), false, 0],
    ['words', undefined, true, 0],
  ];
  const heard = ({ tasks }: State, id: string | undefined) => tasks[id ?? '']?.map(({ type }) => type) ?? [];

  beforeAll(() => changeLink(sides.life().desk(), 'national', { land: 'at-once' }));

  test.each(cases)(
    'is taken once, though the national side misbehaves: %s',
    async (how, error, taken, seconds) => {
      const { tasks } = await sides.issue(1, 2);
      await sides.work();
      await sides.misbehave({ hears: [how] });
      const before = await sides.state();
      const began = Date.now();
      expect(await sides.send(0)).toMatchObject({ sent: error ? 1 : 2, failed: error ? 1 : 0 });
      const failed = (await lanes()).filter((lane) => lane.error);
      expect(failed.map((lane) => lane.error)).toEqual(error ? [error] : []);
      const during = await sides.state();
      const counted = (now: State) => tasks.filter((id) => heard(now, id).length > 0).length;
      expect(counted(during)).toBe(taken ? 2 : 1);
      // It is not asked again before its time.
      if (seconds > 0) {
        expect(Date.parse(failed[0]!.nextAt) - began).toBeGreaterThanOrEqual(seconds * 1000);
        sides.pass(seconds * 500);
        expect(await sides.send(0)).toMatchObject({ sent: 0, failed: 0 });
        sides.pass(seconds * 1000);
      }
      await sides.send(10);
      const after = await sides.state();
      for (const id of tasks) expect(heard(after, id)).toEqual(['task.assigned']);
      expect(after.taken.taken - before.taken.taken).toBe(2);
      expect(after.taken.repeated - before.taken.repeated).toBe(error && taken ? 1 : 0);
      expect(after.taken).toMatchObject({ refused: 0, disordered: 0 });
      expect((await lanes()).filter((lane) => lane.error)).toEqual([]);
    },
  );
});
