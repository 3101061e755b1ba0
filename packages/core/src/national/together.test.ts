import { beforeEach, expect, inject, test } from 'vitest';
import type { Db } from '../db.ts';
import { takeLease } from '../lease.ts';
import { listDocuments } from '../registry.ts';
import { actors, testDb, testDesk } from '../testing.ts';
import { linkState, parkedLanes, unpark } from './admin.ts';
import { deliver, type Send } from './deliver.ts';
import { changeLink, linkOf } from './links.ts';
import { wake } from './queue.ts';
import { receive } from './receive.ts';
import { workInbound } from './work.ts';

let db: Db;
const desk = (who: keyof typeof actors = 'admin') => testDesk(db, actors[who]);

beforeEach(async () => {
  db = await testDb(inject('endpoint'));
  const target = 'https://national.test/hook';
  await changeLink(desk(), 'national', { fieldId: 'noichinh', land: 'at-once', target });
});

/** Takes a document of one task in, and leaves it to be worked. */
async function taken(n: number): Promise<void> {
  const task = { taskId: `t${n}`, content: `Việc ${n}`, leads: ['snv'], dueOn: '2023-07-31' };
  const head = { number: `${n}/QĐ-TTg`, issuedOn: '2023-06-10', issuer: 'Thủ tướng Chính phủ' };
  const data = { version: 1, ...head, type: 'Quyết định', subject: `Về việc ${n}`, tasks: [task] };
  const event = { id: `e${n}`, source: 'vpcp', type: 'document.issued', subject: `vb-${n}`, data };
  await receive(desk(), await linkOf(db), `msg_${n}`, JSON.stringify(event));
}

test('runs that meet on the queue of what came in work each message once, and what came meanwhile too', async () => {
  for (let n = 1; n <= 4; n += 1) await taken(n);
  const runs = [1, 2, 3].map(() => workInbound(desk()));
  await taken(5);
  const reports = await Promise.all(runs);
  expect(reports.reduce((sum, { worked }) => sum + worked, 0)).toBe(5);
  expect(reports.filter(({ held }) => held).length).toBeGreaterThan(0);
  expect((await linkState(desk())).inbound).toMatchObject({ waiting: 0, quarantine: 0 });
  const { items } = await listDocuments(desk('officer'), { limit: 50 } as never);
  expect(items.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4, 5].map((n) => `${n}/QĐ-TTg`));
});

test('what a run that died held is worked once its lease has ended', async () => {
  await taken(1);
  const dead = (at: Date) => takeLease(db, 'receive', 'run_dead', at, 20);
  expect(await dead(new Date())).toBe(true);
  expect(await workInbound(desk())).toEqual({ worked: 0, quarantined: 0, held: true });
  // As if it had died a while ago.
  await dead(new Date(Date.now() - 30_000));
  expect(await workInbound(desk())).toEqual({ worked: 1, quarantined: 0, held: false });
});

test('runs that meet on the way out send each message once, in order, and nothing that came meanwhile waits', async () => {
  for (let n = 1; n <= 3; n += 1) await taken(n);
  await workInbound(desk());
  const sent: string[] = [];
  let late: Promise<unknown> | undefined;
  const send: Send = async (_, { id }) => {
    sent.push(id);
    // While the first is sent, a lane wakes whose own run finds this one at work.
    late ??= wake(db, 'national|t3', new Date()).then(() => deliver(desk(), send, Date.now()));
    await late;
    return { ok: true };
  };
  for (const lane of ['national|t1', 'national|t2']) await wake(db, lane, new Date());
  const runs = [1, 2, 3].map(() => deliver(desk(), send, Date.now() + 5000));
  const reports = await Promise.all(runs);
  expect(reports.reduce((sum, one) => sum + one.sent, 0)).toBe(3);
  expect(sent).toHaveLength(3);
  expect(new Set(sent).size).toBe(3);
});

test('a message that cannot be signed or sent fails by itself, and holds up no other', async () => {
  for (const n of [1, 2]) await taken(n);
  await workInbound(desk());
  for (const lane of ['national|t1', 'national|t2']) await wake(db, lane, new Date());
  const send: Send = async (_, { body }) => {
    if (JSON.parse(body).data.taskId === 't1') throw new TypeError('khóa whsec_bi-mat');
    return { ok: true };
  };
  expect(await deliver(desk(), send, Date.now())).toMatchObject({ sent: 1, failed: 1 });
  expect((await linkState(desk())).outbound.errors).toMatchObject([
    { lane: 'national|t1', error: 'Không gửi được thông điệp này (TypeError).', attempts: 1 },
  ]);
});

test('of two persons who decide a parked lane at once one decides', async () => {
  await taken(1);
  await workInbound(desk());
  const lane = 'national|t1';
  await wake(db, lane, new Date());
  const { data } = await db.lanes.get({ lane }).go({ consistent: true });
  const since = new Date(Date.now() - 4 * 86_400_000).toISOString();
  await db.lanes.put({ ...data!, since, attempts: 9 }).go();
  expect(await deliver(desk(), async () => ({ ok: false, error: 'Không' }), Date.now())).toMatchObject({
    parked: 1,
  });
  const [parked] = await parkedLanes(desk());
  const body = JSON.parse(parked!.event!.body!);
  const fixed = JSON.stringify({ ...body, data: { ...body.data, status: '99' } });
  const tries = await Promise.allSettled([
    unpark(desk(), lane, 'again', fixed),
    unpark(desk(), lane, 'skip'),
    unpark(desk(), lane, 'again', fixed),
  ]);
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const heard: string[] = [];
  const hear: Send = async (_, message) => {
    heard.push(JSON.parse(message.body).data.status);
    return { ok: true };
  };
  await deliver(desk(), hear, Date.now());
  const skipped = tries[1]!.status === 'fulfilled';
  expect(heard).toEqual(skipped ? [] : ['99']);
});
