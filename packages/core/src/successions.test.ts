import { replay } from '@tddh/domain/apply';
import { system } from '@tddh/domain/person';
import type { Refusal } from '@tddh/domain/refusal';
import type { NewSuccession } from '@tddh/domain/succession';
import { type Command, verbNames } from '@tddh/domain/verbs';
import { expect, inject, test } from 'vitest';
import { change, load } from './change.ts';
import { commit } from './commit.ts';
import { plannedOf } from './complete.ts';
import type { Db } from './db.ts';
import { enterDocument } from './enter.ts';
import { listAssignments } from './lists.ts';
import { moveAssignments, movePeople } from './moving.ts';
import { personOf } from './people.ts';
import { personPut } from './personrow.ts';
import { addUnit } from './setup.ts';
import { statistics } from './statistics.ts';
import { listSuccessions, movesOf, peopleToMove, recordSuccession } from './successions.ts';
import { sweep } from './sweep.ts';
import { actors, aDocument, testDb, testDesk } from './testing.ts';

const on = '2023-07-01';
const day = '2023-07-03';
const year = {
  from: '2023-01-01',
  to: '2023-12-31',
  clock: 'report',
  basis: 'assigned',
  scope: 'new',
} as const;
const merge = (over: Partial<NewSuccession> = {}): NewSuccession => ({
  ...{ kind: 'merge', on, basis: '18/NQ-HĐND', from: ['snv'], to: ['stc'] },
  ...over,
});
const proven = { result: 'Đã xong', documentNumber: '12/BC-SNV', documentDate: '2023-06-20' };
const say = (verb: Command['verb'], body: object = {}) => ({ verb, body }) as Command;
const administrator = (db: Db, today = day) => testDesk(db, actors.admin, today);

/** Assignments of snv in the states that these commands lead to, on 20/6/2023. */
async function laid(db: Db, ...lives: [keyof typeof actors, Command][][]): Promise<string[]> {
  const ids: string[] = [];
  for (const life of lives) {
    const document = await enterDocument(testDesk(db, actors.officer), aDocument());
    const [a] = await plannedOf(db, document);
    for (const [who, command] of life) await change(testDesk(db, actors[who], '2023-06-20'), a!.id, command);
    ids.push(a!.id);
  }
  return ids;
}
const report: [keyof typeof actors, Command] = ['agency', say('report', proven)];
const confirm: [keyof typeof actors, Command] = ['officer', say('confirm')];
const accept: [keyof typeof actors, Command] = ['agency', say('accept')];
const pause: [keyof typeof actors, Command] = ['chief', say('pause', { reason: 'Chờ', reference: '5/TB' })];
const rows = (ids: readonly string[]) => ids.map((id) => ({ id }));
const byAgency = async (db: Db, units: 'then' | 'now', asOf = day) => {
  const period = { ...year, asOf, ...(units === 'now' ? { units } : {}) };
  const table = await statistics(testDesk(db, actors.leader, day), period, 'agency');
  return Object.fromEntries(table.rows.map((row) => [row.unit.id, row.columns[0]]));
};

test('a merger moves what is open with all its facts and its status, and leaves what is closed with the old unit', async () => {
  const db = await testDb(inject('endpoint'));
  const ids = await laid(db, [], [accept], [report], [pause], [report, confirm]);
  const before = await Promise.all(ids.map((id) => load(db, id)));
  const figures = [await byAgency(db, 'now'), await byAgency(db, 'then', '2023-06-30')];
  const { id } = await recordSuccession(administrator(db), merge());
  expect(await byAgency(db, 'now')).toEqual({ stc: 5, vpubnd: 0 });
  const { items } = await movesOf(administrator(db), id, { limit: 50 });
  expect(items.map((row) => [row.status, row.from, row.target]).sort()).toEqual(
    ['assigned', 'in-progress', 'paused', 'reported'].map((status) => [status, 'snv', 'stc']),
  );
  const results = await moveAssignments(administrator(db), id, rows(items.map((row) => row.id)));
  for (const moved of results) {
    const old = before.find((a) => a?.id === moved.id)!;
    const made = await load(db, (moved as { successorId: string }).successorId);
    const {
      id: _,
      agencyId,
      agencyName,
      predecessorId,
      revision,
      lastOn,
      lastAt,
      recordedOn,
      ...kept
    } = made!;
    expect({ agencyId, agencyName, predecessorId }).toEqual({
      ...{ agencyId: 'stc', agencyName: 'Sở Tài chính', predecessorId: old.id },
    });
    expect(kept).toEqual(
      Object.fromEntries(Object.keys(kept).map((key) => [key, old[key as keyof typeof old]])),
    );
    expect(await load(db, old.id)).toMatchObject({ status: 'transferred', successorId: made!.id });
  }
  expect(await load(db, ids[4]!)).toEqual(before[4]);
  expect(figures).toEqual([{ snv: 5, stc: 0, vpubnd: 0 }, await byAgency(db, 'then', '2023-06-30')]);
  expect(await byAgency(db, 'now')).toEqual({ stc: 5, vpubnd: 0 });
  expect(await byAgency(db, 'then')).toEqual({ snv: 1, stc: 4, vpubnd: 0 });
  const list = (query: object) =>
    listAssignments(testDesk(db, actors.leader, day), {
      ...{ ...year, limit: 50, cursor: undefined, agency: 'stc' },
      ...query,
    } as never);
  expect((await list({ units: 'now' })).items).toHaveLength(5);
  expect((await list({})).items).toHaveLength(4);
});

test('a batch that died half way goes on where it stopped, and run twice it changes nothing more', async () => {
  const db = await testDb(inject('endpoint'));
  const ids = await laid(db, [], [accept], [report], []);
  const { id } = await recordSuccession(administrator(db), merge());
  const dying = { ...administrator(db), db: dyingAfter(db, 2) };
  await expect(moveAssignments(dying, id, rows(ids))).rejects.toThrow('died');
  const { items } = await movesOf(administrator(db), id, { limit: 50 });
  expect(items.length).toBeLessThan(4);
  expect((await moveAssignments(administrator(db), id, rows(ids))).every((one) => one.ok)).toBe(true);
  const once = await Promise.all(ids.map((one) => load(db, one)));
  const again = await moveAssignments(administrator(db), id, rows(ids));
  expect(again.map((one) => one.ok && one.done)).toEqual([false, false, false, false]);
  expect(await Promise.all(ids.map((one) => load(db, one)))).toEqual(once);
  expect((await movesOf(administrator(db), id, { limit: 50 })).items).toEqual([]);
  expect((await listSuccessions(administrator(db))).items[0]?.left).toEqual({
    open: {},
    closed: 0,
    people: 0,
  });
  expect((await byAgency(db, 'then')).stc).toBe(4);
});

/** The table of a process that dies after so many transactions. */
function dyingAfter(db: Db, transactions: number): Db {
  let left = transactions;
  const client = Object.create(db.client) as Db['client'];
  client.send = ((command: { constructor: { name: string } }) => {
    if (command.constructor.name !== 'TransactWriteCommand') return db.client.send(command as never);
    left -= 1;
    if (left < 0) throw new Error('died');
    return db.client.send(command as never);
  }) as Db['client']['send'];
  return Object.create(db, { client: { value: client } }) as Db;
}

const ask: [keyof typeof actors, Command] = ['agency', say('ask', { text: 'Ai chủ trì?' })];
const extend: [keyof typeof actors, Command] = [
  'agencyHead',
  say('extend', { dueOn: '2023-08-20', reason: 'Chờ số liệu' }),
];
const handOn: [keyof typeof actors, Command] = [
  'agency',
  say('transfer', { to: 'vpubnd', reason: 'Khác việc' }),
];

const races: [string, [keyof typeof actors, Command][], keyof typeof actors | 'system', Command][] = [
  ['an acceptance', [], 'agency', say('accept')],
  ['a report', [], 'agency', say('report', proven)],
  ['a paper report', [], 'officer', say('report', { ...proven, reportedOn: '2023-06-20', confirm: true })],
  ['a withdrawal', [report], 'agency', say('withdraw')],
  ['a confirmation', [report], 'officer', say('confirm')],
  ['a return', [report], 'officer', say('return', { reason: 'Thiếu', cureOn: '2023-07-20' })],
  ['a note', [accept], 'agency', say('note', { text: 'Đang làm' })],
  ['a question', [accept], 'agency', say('ask', { text: 'Ai chủ trì?' })],
  ['a new due date', [accept], 'officer', say('redue', { dueOn: '2023-08-30', reference: '7/UBND' })],
  ['a pause', [accept], 'chief', say('pause', { reason: 'Chờ', reference: '5/TB' })],
  ['a resumption', [pause], 'chief', say('resume')],
  ['a recall', [accept], 'chief', say('recall', { reason: 'Thôi', reference: '6/TB' })],
  ['a cancellation', [], 'officer', say('cancel', { reason: 'Nhập nhầm' })],
  ['a correction', [], 'officer', say('correct', { fields: { content: 'Việc khác' }, reason: 'Sai' })],
  ['a transfer', [accept], 'officer', say('transfer', { to: 'vpubnd', reason: 'Đúng việc' })],
  ['a request to extend', [accept], ...extend],
  ['a granted extension', [extend], 'chief', say('grant', { agreedBy: 'Phó Chủ tịch' })],
  ['a refused extension', [extend], 'chief', say('refuse', { reason: 'Không' })],
  ['an answer', [ask], 'officer', say('answer', { text: 'Sở Nội vụ' })],
  ['a directing opinion', [accept], 'leader', say('direct', { text: 'Làm ngay' })],
  ['a request to transfer', [accept], ...handOn],
  ['a decision on a transfer', [handOn], 'officer', say('transfer-decide', { accept: true })],
  ['a reminder', [accept], 'officer', say('remind')],
  ['the sweep', [accept], 'system', say('sweep')],
  ['another administrator', [accept], 'admin', say('transfer', { to: 'stc', reason: 'Sáp nhập' })],
];

let arena: Promise<{ db: Db; succession: string }> | undefined;
/** One table for all races: each has an assignment of its own. */
async function openArena() {
  const db = await testDb(inject('endpoint'));
  return { db, succession: (await recordSuccession(administrator(db), merge())).id };
}

test.each(races)('a batch against %s has one outcome', async (_, life, who, command) => {
  arena ??= openArena();
  const { db, succession } = await arena;
  const [id] = await laid(db, life);
  const actor = who === 'system' ? system : actors[who];
  const other = () =>
    who === 'system'
      ? sweep(testDesk(db, actor, day), () => {}).then(() => undefined)
      : change(testDesk(db, actor, day), id!, command).catch((error: Refusal) => error.code);
  const [[moved], refused] = await Promise.all([
    moveAssignments(administrator(db), succession, rows([id!])),
    other(),
  ]);
  const { data } = await db.history.query.life({ assignmentId: id! }).go({ pages: 'all', consistent: true });
  const history = data.map((row) => row.data);
  const after = await load(db, id!);
  expect(replay(history)).toEqual(after);
  const count = (type: string) => history.filter((event) => event.type === type).length;
  expect(count('transferred')).toBeLessThanOrEqual(1);
  if (after?.status === 'transferred') {
    const made = await load(db, after.successorId!);
    expect(made).toMatchObject({ status: history.at(-1)!.from, reports: after.reports, dues: after.dues });
  } else {
    expect(moved).toMatchObject({ ok: false, code: 'state_forbids' });
    expect(refused).not.toBeTypeOf('string');
  }
  if (typeof refused === 'string') {
    expect(['lost_race', 'state_forbids']).toContain(refused);
    expect(history).toHaveLength(life.length + 2);
  }
});

test('the races are against every verb of an open assignment', () => {
  const run = new Set(races.map(([, , , command]) => command.verb));
  expect(verbNames.filter((verb) => !run.has(verb))).toEqual(['reopen']);
});

test('a merged unit gets no new work after the day, and no transfer; a document of before still names it', async () => {
  const db = await testDb(inject('endpoint'));
  await recordSuccession(administrator(db), merge());
  const officer = testDesk(db, actors.officer, day);
  const task = { content: 'Việc', leads: ['snv'], supports: [], dueOn: null };
  const enter = (issuedOn: string) => enterDocument(officer, aDocument({ issuedOn, tasks: [task] }));
  await expect(enter('2023-07-02')).rejects.toMatchObject({
    faults: [{ path: 'tasks.0.leads.0', message: expect.stringMatching(/hết hiệu lực.*“Sở Tài chính”/) }],
  });
  expect(await enter('2023-06-29')).toMatchObject({ status: 'issued' });
  const [other] = await plannedOf(
    db,
    await enterDocument(
      officer,
      aDocument({
        tasks: [{ ...task, leads: ['stc'] }],
      }),
    ),
  );
  const back = change(officer, other!.id, say('transfer', { to: 'snv', reason: 'Trả' }));
  await expect(back).rejects.toMatchObject({ code: 'invalid', faults: [{ path: 'to' }] });
});

test('a split moves each assignment where it was chosen to go, by default to the first unit', async () => {
  const db = await testDb(inject('endpoint'));
  const [one, two, three] = await laid(db, [], [], []);
  const added = await addUnit(administrator(db), { name: 'Sở Dân tộc', kind: 'agency' });
  const split = merge({ kind: 'split', to: ['snv', added.id] });
  const { id } = await recordSuccession(administrator(db), split);
  const { items } = await movesOf(administrator(db), id, { limit: 50 });
  expect(items.map(({ target, choice }) => [target, choice])).toEqual(
    Array.from({ length: 3 }, () => ['snv', ['snv', added.id]]),
  );
  const results = await moveAssignments(administrator(db), id, [
    ...[{ id: one! }, { id: two!, to: added.id }, { id: three!, to: 'stc' }],
  ]);
  expect(results).toMatchObject([
    { ok: true, done: false },
    { ok: true, done: true },
    { ok: false, code: 'invalid' },
  ]);
  expect(await byAgency(db, 'then')).toMatchObject({ snv: 2, [added.id]: 1 });
});

test('a rename changes the name of what is open, and keeps it for what was closed before', async () => {
  const db = await testDb(inject('endpoint'));
  const [open, closed] = await laid(db, [], [report, confirm]);
  await recordSuccession(
    administrator(db),
    merge({ kind: 'rename', to: undefined, name: 'Sở Nội vụ và Lao động' }),
  );
  const { items } = await listAssignments(testDesk(db, actors.leader, day), {
    ...{ limit: 50, cursor: undefined, clock: 'report', basis: 'assigned', scope: 'new' },
  } as never);
  const names = Object.fromEntries(items.map((item) => [item.id, item.agency.name]));
  expect(names).toEqual({ [open!]: 'Sở Nội vụ và Lao động', [closed!]: 'Sở Nội vụ' });
  const name = async (asOf: string) =>
    (await statistics(testDesk(db, actors.leader, day), { ...year, asOf }, 'agency')).rows[0]?.unit.name;
  expect([await name('2023-06-30'), await name('2023-07-01')]).toEqual([
    'Sở Nội vụ',
    'Sở Nội vụ và Lao động',
  ]);
});

test('two reorganisations of one unit at once: one is recorded', async () => {
  const db = await testDb(inject('endpoint'));
  const tries = await Promise.allSettled([
    recordSuccession(administrator(db), merge()),
    recordSuccession(administrator(db), merge({ kind: 'abolish', to: ['vpubnd'] })),
  ]);
  expect(tries.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('people of a merged unit go with it once, and a batch before its day is refused', async () => {
  const db = await testDb(inject('endpoint'));
  const focal = { ...actors.agency, username: 'moi', passwordHash: 'x' };
  await commit(db, [personPut(db, focal, undefined)]);
  const { id } = await recordSuccession(administrator(db, '2023-06-15'), merge());
  const early = moveAssignments(administrator(db, '2023-06-30'), id, rows(['asg_x']));
  await expect(early).rejects.toMatchObject({ code: 'state_forbids' });
  expect((await peopleToMove(administrator(db), id)).items).toMatchObject([{ id: focal.id, target: 'stc' }]);
  const move = () => movePeople(administrator(db), id, rows([focal.id]));
  expect(await move()).toEqual([{ id: focal.id, ok: true, done: true }]);
  expect(await move()).toEqual([{ id: focal.id, ok: true, done: false }]);
  expect(await personOf(db, focal.id)).toMatchObject({ unitId: 'stc', revision: 2 });
});

test('nobody but an administrator records, sees or moves a reorganisation', async () => {
  const db = await testDb(inject('endpoint'));
  const chief = testDesk(db, actors.chief, day);
  for (const act of [
    () => recordSuccession(chief, merge()),
    () => listSuccessions(chief),
    () => movesOf(chief, 'suc_x', { limit: 5 }),
    () => moveAssignments(chief, 'suc_x', rows(['asg_x'])),
    () => movePeople(chief, 'suc_x', rows(['per_x'])),
  ]) {
    await expect(act()).rejects.toMatchObject({ code: 'forbidden' });
  }
});

/** Numbers from a seed, the same each time (a linear congruence is enough here). */
function dice(seed: number) {
  let state = seed;
  return <T>(list: readonly T[]): T => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return list[Math.floor((state / 2_147_483_648) * list.length)]!;
  };
}

test.each([1, 2, 3])(
  'whatever is reorganised and moved, totals before and after agree, as at the time and rolled up (seed %i)',
  async (seed) => {
    const pick = dice(seed);
    const db = await testDb(inject('endpoint'));
    const lives = [[], [accept], [report], [pause], [report, confirm]];
    const ids = await laid(db, ...Array.from({ length: 8 }, () => pick(lives)));
    const admin = administrator(db);
    const fresh = await addUnit(admin, { name: 'Sở Nội vụ và Lao động', kind: 'agency' });
    const totals = async () => {
      const both = await Promise.all(
        [{}, { units: 'now' as const }].map((units) =>
          statistics(testDesk(db, actors.leader, day), { ...year, asOf: day, ...units }, 'agency'),
        ),
      );
      for (const { rows: all, total } of both) {
        const sum = total.columns.map((_, i) => all.reduce((n, row) => n + (row.columns[i] ?? 0), 0));
        for (const i of [0, 1, 2, 4, 6, 7, 8, 10, 12, 13, 15]) expect(sum[i]).toBe(total.columns[i]);
      }
      expect(both[0]!.total).toEqual(both[1]!.total);
      return both[0]!.total;
    };
    const before = await totals();
    const steps: Partial<NewSuccession>[] = [
      pick([{ kind: 'split', from: ['snv'], to: ['snv', fresh.id] } as const, merge({ to: [fresh.id] })]),
      pick([
        merge({ from: [fresh.id], to: ['stc'] }),
        { kind: 'abolish', from: [fresh.id], to: ['stc'] } as const,
      ]),
    ];
    for (const step of steps) {
      const { id } = await recordSuccession(admin, merge(step));
      expect(await totals()).toEqual(before);
      const { items } = await movesOf(admin, id, { limit: 50 });
      const some = items.filter(() => pick([true, true, false]));
      const chosen = some.map(({ id: one, target, choice }) => ({ id: one, to: pick([target, ...choice]) }));
      for (const moved of await moveAssignments(admin, id, chosen)) expect(moved.ok).toBe(true);
      expect(await totals()).toEqual(before);
    }
    expect(before.columns[0]).toBe(ids.length);
  },
);
