import { beforeEach, expect, inject, test } from 'vitest';
import { change } from '../change.ts';
import { assignmentsOf, loadDocument } from '../complete.ts';
import type { Db } from '../db.ts';
import { listDocuments } from '../registry.ts';
import { actors, testDb, testDesk } from '../testing.ts';
import { quarantined, replay } from './admin.ts';
import { deliver, type Send } from './deliver.ts';
import { changeLink, linkOf } from './links.ts';
import { wake } from './queue.ts';
import { receive } from './receive.ts';
import { workInbound } from './work.ts';

let db: Db;
let sent: number;
const desk = (who: keyof typeof actors = 'admin') => testDesk(db, actors[who]);

beforeEach(async () => {
  sent = 0;
  db = await testDb(inject('endpoint'));
  const target = 'https://national.test/hook';
  await changeLink(desk(), 'national', { fieldId: 'noichinh', land: 'at-once', target });
});

/** Sends a message in, and works it. */
async function tell(type: string, data: object): Promise<void> {
  sent += 1;
  const event = { id: `e${sent}`, source: 'vpcp', type, subject: 'vb-1', data };
  await receive(desk(), await linkOf(db), `msg_${sent}`, JSON.stringify(event));
  await workInbound(desk());
}
async function issue(...leads: string[]) {
  const task = { taskId: 'a', content: 'Việc a', leads, dueOn: '2023-07-31' };
  const head = { number: '5/QĐ-TTg', issuedOn: '2023-06-10', issuer: 'Thủ tướng Chính phủ' };
  const data = { version: 1, ...head, type: 'Quyết định', subject: 'Về việc một', tasks: [task] };
  await tell('document.issued', data);
  return ours();
}
async function ours() {
  const { items } = await listDocuments(desk('officer'), { number: '5/QĐ-TTg', limit: 50 } as never);
  return assignmentsOf(db, (await loadDocument(db, items[0]!.id))!);
}
/** What is told since the last time: types with their codes. */
async function told(): Promise<string[]> {
  const heard: string[] = [];
  const send: Send = async (_, { body }) => {
    const { type, data } = JSON.parse(body);
    heard.push(`${type} ${data.status}`);
    return { ok: true };
  };
  await wake(db, 'national|a', new Date());
  await deliver(desk(), send, Date.now() + 3000);
  return heard;
}
const report = { result: 'Xong', documentNumber: '1/BC', documentDate: '2023-06-15' };
async function finish(id: string) {
  await change(desk('agency'), id, { verb: 'report', body: report });
  await change(desk('officer'), id, { verb: 'confirm', body: {} });
}
const recalled = { version: 2, taskId: 'a', reference: '9/QĐ-TTg' };

test('a life is told by the codes of the axis: 04 assigned, 03 accepted, 05 at work, 06 finished, 05 reopened', async () => {
  const [a] = await issue('snv');
  await change(desk('agency'), a!.id, { verb: 'accept', body: {} });
  await change(desk('agency'), a!.id, { verb: 'note', body: { text: 'Đang làm' } });
  await change(desk('officer'), a!.id, { verb: 'redue', body: { dueOn: '2023-07-30', reference: '2/CV' } });
  await finish(a!.id);
  expect(await told()).toEqual([
    'task.assigned 04',
    'task.accepted 03',
    'task.progress 05',
    'task.extended 05',
    'task.reported 05',
    'task.completed 06',
  ]);
  await change(desk('chief'), a!.id, { verb: 'reopen', body: { reason: 'Thiếu', cureOn: '2023-07-20' } });
  expect(await told()).toEqual(['task.reopened 05']);
});

test('what nobody carries out since it was entered by mistake is refused: 02', async () => {
  const [a] = await issue('snv');
  await change(desk('officer'), a!.id, { verb: 'cancel', body: { reason: 'Nhập nhầm' } });
  expect((await told()).at(-1)).toBe('task.recalled 02');
});

test('a recall is agreed where something is open: 15', async () => {
  await issue('snv', 'stc');
  await told();
  await tell('task.recalled', recalled);
  expect((await ours()).map((a) => a.status)).toEqual(['recalled', 'recalled']);
  expect((await told()).at(-1)).toBe('task.recalled 15');
});

test('a recall is refused where all is done: 16, once, however often it is worked, and after what was told before', async () => {
  const [a] = await issue('snv');
  await finish(a!.id);
  await tell('task.recalled', recalled);
  await workInbound(desk());
  // As if a crash had left the message to be worked again, before and after the answer went out.
  const again = async () => {
    const [row] = (await db.inbound.query.byMonth({ month: '2023-06' }).go({ pages: 'all' })).data.slice(-1);
    await db.inbound.put({ ...row!, state: 'waiting' }).go();
    await workInbound(desk());
  };
  await again();
  expect((await told()).slice(-2)).toEqual(['task.completed 06', 'recall.refused 16']);
  await again();
  expect(await told()).toEqual([]);
  expect((await ours()).map(({ status }) => status)).toEqual(['done']);
});

test('a recall of which a part is done recalls the rest, and the task is finished: 06', async () => {
  const [a] = await issue('snv', 'stc');
  await finish(a!.id);
  await tell('document.recalled', { version: 2, reference: '9/QĐ-TTg' });
  expect((await ours()).map(({ status }) => status).sort()).toEqual(['done', 'recalled']);
  expect((await told()).at(-1)).toBe('task.completed 06');
});

test('the code of a recall that is asked is understood in the status of a message, of a task or a document: 13', async () => {
  await issue('snv');
  await tell('trang-thai', { version: 2, taskId: 'a', status: '05' });
  expect((await quarantined(desk())).items.map(({ fault }) => fault)).toEqual(['unknown_type']);
  await tell('trang-thai', { ...recalled, status: '13' });
  expect((await ours()).map(({ status }) => status)).toEqual(['recalled']);
  // Another code by the map of the link, and what was not understood before.
  await changeLink(desk(), 'national', { statuses: { 'recall.asked': '05' } });
  const [waiting] = (await quarantined(desk())).items;
  await replay(desk(), waiting!.id);
  await workInbound(desk());
  expect((await quarantined(desk())).items).toMatchObject([{ fault: 'bad_data' }]);
});
