import { isOnTime } from '@tddh/domain/clock';
import { system } from '@tddh/domain/person';
import type { Command } from '@tddh/domain/verbs';
import { expect, inject, test } from 'vitest';
import { change, load } from './change.ts';
import { plannedOf } from './complete.ts';
import type { Db } from './db.ts';
import { enterDocument } from './enter.ts';
import { sweep } from './sweep.ts';
import { actors, aDocument, testDb, testDesk } from './testing.ts';

const paper = { result: 'Xong', documentNumber: '12/BC-SNV', documentDate: '2023-06-20' };
const command = (verb: Command['verb'], body: object = {}) => ({ verb, body }) as Command;
const fail = (id: string, error: unknown) => {
  throw new Error(`${id}: ${String(error)}`);
};

/** Runs `slow` until it is about to write, lets `quick` run from its start to its end, and then lets `slow` write. */
async function overtaken<T, U>(db: Db, slow: () => Promise<T>, quick: () => Promise<U>) {
  const send = db.client.send.bind(db.client);
  let writes = () => {};
  const about = new Promise<void>((resolve) => {
    writes = resolve;
  });
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  let held = false;
  db.client.send = (async (sent: { constructor: { name: string } }, ...rest: never[]) => {
    if (!held && sent.constructor.name === 'TransactWriteCommand') {
      held = true;
      writes();
      await gate;
    }
    return send(sent as never, ...rest);
  }) as never;
  const code = (error: { code?: string }) => error.code ?? String(error);
  const first = slow().then((value) => value, code);
  await about;
  const second = await quick().then((value) => value, code);
  release();
  return [await first, second];
}

async function given(over: Record<string, unknown> = {}) {
  const db = await testDb(inject('endpoint'));
  const document = await enterDocument(testDesk(db, actors.officer), aDocument(over));
  const { id } = (await plannedOf(db, document))[0]!;
  const by = (who: keyof typeof actors, on: string, told: Command) => async () =>
    (await change(testDesk(db, actors[who], on), id, told)).status;
  const told = async () => {
    const { data } = await db.history.query.life({ assignmentId: id }).go({ pages: 'all' });
    return data.map((row) => row.data.type);
  };
  return { db, id, by, told };
}

const confirm = command('confirm');
const withdraw = command('withdraw');

test('confirm against withdraw: whoever writes first decides, the other is told that it lost', async () => {
  for (const slow of ['confirm', 'withdraw']) {
    const { db, id, by, told } = await given();
    await by('agency', '2023-06-20', command('report', paper))();
    const confirms = by('officer', '2023-06-21', confirm);
    const withdraws = by('agency', '2023-06-21', withdraw);
    const [late, early] = await (slow === 'confirm'
      ? overtaken(db, confirms, withdraws)
      : overtaken(db, withdraws, confirms));
    expect([late, early]).toEqual(['lost_race', slow === 'confirm' ? 'in-progress' : 'done']);
    expect(await told()).toEqual(['assigned', 'reported', slow === 'confirm' ? 'withdrawn' : 'confirmed']);
    expect((await load(db, id))?.reports[0]?.outcome).toBe(slow === 'confirm' ? 'withdrawn' : 'confirmed');
  }
});

test('extension against sweep: a grant that comes first leaves nothing to mark, one that comes late is made again', async () => {
  const day = '2023-07-01';
  const ask = command('extend', { dueOn: '2023-07-20', reason: 'Chờ số liệu' });
  const grant = command('grant', { agreedBy: 'Phó Chủ tịch' });
  const nightly = (db: Db) => () => sweep(testDesk(db, system, day), fail);

  const first = await given();
  await first.by('agencyHead', '2023-06-29', ask)();
  await first.by('agency', '2023-06-29', command('accept'))();
  const [swept, granted] = await overtaken(first.db, nightly(first.db), first.by('chief', day, grant));
  expect(granted).toBe('in-progress');
  expect(swept).toMatchObject({ seen: 1, marked: 0, skipped: 1, failed: 0 });
  expect(await nightly(first.db)()).toMatchObject({ marked: 0 });
  expect(await first.told()).not.toContain('overdue');

  const second = await given();
  await second.by('agencyHead', '2023-06-29', ask)();
  await second.by('agency', '2023-06-29', command('accept'))();
  const [late, marked] = await overtaken(second.db, second.by('chief', day, grant), nightly(second.db));
  expect(late).toBe('lost_race');
  expect(marked).toMatchObject({ marked: 1 });
  expect(await second.by('chief', day, grant)()).toBe('in-progress');
  expect((await second.told()).slice(-2)).toEqual(['overdue', 'extension-granted']);
  for (const { db, id } of [first, second]) expect(isOnTime((await load(db, id))!, day, 'report')).toBe(true);
});

test('transfer against report: the unit that reports in time keeps the task, or the successor starts without it', async () => {
  for (const slow of ['transfer', 'report']) {
    const { db, id, by, told } = await given();
    const transfers = by('officer', '2023-06-21', command('transfer', { to: 'stc', reason: 'Đúng việc' }));
    const reports = by('agency', '2023-06-21', command('report', paper));
    const [late, early] = await (slow === 'transfer'
      ? overtaken(db, transfers, reports)
      : overtaken(db, reports, transfers));
    expect([late, early]).toEqual(['lost_race', slow === 'transfer' ? 'reported' : 'transferred']);
    expect(await told()).toEqual(['assigned', slow === 'transfer' ? 'reported' : 'transferred']);
    const a = (await load(db, id))!;
    if (slow === 'transfer') expect(a.successorId).toBeUndefined();
    else expect((await load(db, a.successorId!))?.reports).toEqual([]);
    expect(await by('agency', '2023-06-21', command('report', paper))().catch((e) => e.code)).toBe(
      'state_forbids',
    );
  }
});

test('a supporting unit that notes while it is given the lead: one of both, never half', async () => {
  const task = { content: 'Việc', leads: ['snv'], supports: ['stc'], dueOn: null };
  const { db, id, by } = await given({ tasks: [task] });
  const support = id.replace('.snv.l', '.stc.s');
  const transfers = by('officer', '2023-06-21', command('transfer', { to: 'stc', reason: 'Đúng việc' }));
  const notes = async () =>
    (await change(testDesk(db, actors.stranger), support, command('note', { text: 'Đã góp ý' }))).status;
  expect(await overtaken(db, transfers, notes)).toEqual(['lost_race', 'assigned']);
  expect([(await load(db, id))?.status, (await load(db, support))?.status]).toEqual(['assigned', 'assigned']);
  expect(await transfers()).toBe('transferred');
  expect((await load(db, support))?.status).toBe('cancelled');
});

test('a report against the night that makes the next period: the report stands, and the next one is made once', async () => {
  const task = { content: 'Báo cáo tuần', leads: ['snv'], supports: [], dueOn: null };
  const { db, id, by } = await given({ tasks: [{ ...task, recurring: { every: 'week', day: 5 } }] });
  await by('agency', '2023-06-16', command('accept'))();
  const night = () => sweep(testDesk(db, system, '2023-06-17'), fail);
  const reports = by('agency', '2023-06-17', command('report', { ...paper, documentDate: '2023-06-16' }));
  const [swept, reported] = await overtaken(db, night, reports);
  expect(reported).toBe('reported');
  expect(swept).toMatchObject({ renewed: 0, failed: 0 });
  const again = await Promise.all([night(), night()]);
  expect(again.reduce((n, run) => n + run.renewed, 0)).toBe(1);
  expect((await load(db, id))?.recurring?.nextId).toBeDefined();
});
