import { aDocument } from '@tddh/core/testing';
import { expect, inject, test } from 'vitest';
import { entered, testApi, type Who } from '../testing.ts';

test('an agency sees what was asked and answered on its open work, what it owes first; others do not', async () => {
  const { ask } = await testApi(inject('endpoint'));
  const post = (who: 'agency' | 'officer', id: string, verb: string, body: object) =>
    ask(who, 'POST', `/api/assignments/${id}/${verb}`, body);
  const [first, second] = [await entered(ask, aDocument()), await entered(ask, aDocument())].map(
    ({ assignments }) => assignments[0]!.id,
  );
  await post('agency', first!, 'ask', { text: 'Biểu mẫu nào?' });
  await post('officer', first!, 'answer', { text: 'Biểu số 2' });
  await post('agency', first!, 'ask', { text: 'Nộp bản giấy không?' });
  await post('officer', second!, 'ask', { text: 'Đến đâu rồi?' });
  const { json } = await ask('agency', 'GET', '/api/questions');
  const told = json.items.map((one: { text: string; ours: boolean; answer?: string }) => [
    one.text,
    one.ours,
    one.answer,
  ]);
  expect(told).toEqual([
    ['Đến đâu rồi?', false, undefined],
    ['Nộp bản giấy không?', true, undefined],
    ['Biểu mẫu nào?', true, 'Biểu số 2'],
  ]);
  expect(json.items[0].assignment).toMatchObject({ id: second, content: 'Rà soát, báo cáo kết quả' });
  expect((await ask('stranger', 'GET', '/api/questions')).json.items).toEqual([]);
  expect(await ask('officer', 'GET', '/api/questions')).toMatchObject({ status: 403 });
  expect(await ask('nobody', 'GET', '/api/questions')).toMatchObject({ status: 401 });
});

test('what waits for a person of the Office: extensions for who decides them, transfers and questions for the department', async () => {
  const { ask } = await testApi(inject('endpoint'));
  const one = await entered(ask, aDocument());
  const two = await entered(ask, aDocument());
  const post = (who: Who, at: typeof one, verb: string, body: object) =>
    ask(who, 'POST', `/api/assignments/${at.assignments[0]!.id}/${verb}`, body);
  await post('agencyHead', one, 'extend', { dueOn: '2023-07-20', reason: 'Chờ số liệu' });
  await post('agency', two, 'transfer', { to: 'stc', reason: 'Đúng việc' });
  await post('agency', one, 'ask', { text: 'Biểu mẫu nào?' });
  await post('officer', two, 'ask', { text: 'Đến đâu rồi?' });
  const waits = async (who: Who) =>
    (await ask(who, 'GET', '/api/asks')).json.items.map((item: { kind: string; text: string }) => [
      item.kind,
      item.text,
    ]);
  expect(await waits('chief')).toEqual([['extension', 'Chờ số liệu']]);
  expect((await waits('officer')).sort()).toEqual([
    ['question', 'Biểu mẫu nào?'],
    ['transfer', 'Đúng việc'],
  ]);
  expect(await waits('head')).toHaveLength(2);
  for (const who of ['other', 'leader', 'admin'] as const) expect(await waits(who)).toEqual([]);
  await post('officer', two, 'transfer-decide', { accept: false, reason: 'Giữ nguyên' });
  await post('chief', one, 'grant', { agreedBy: 'Phó Chủ tịch' });
  expect([await waits('chief'), (await waits('officer')).length]).toEqual([[], 1]);
  expect(await ask('agency', 'GET', '/api/asks')).toMatchObject({ status: 403 });
  expect(await ask('nobody', 'GET', '/api/asks')).toMatchObject({ status: 401 });
});

test('an extension is offered before the due day has passed, and not while one awaits its decision', async () => {
  let today = '2023-06-30';
  const { ask } = await testApi(inject('endpoint'), { today: () => today });
  const path = `/api/assignments/${(await entered(ask, aDocument())).assignments[0]!.id}`;
  const offered = async () => (await ask('agencyHead', 'GET', path)).json.actions.includes('extend');
  expect(await offered()).toBe(true);
  today = '2023-07-01';
  expect(await offered()).toBe(false);
  today = '2023-06-30';
  await ask('agencyHead', 'POST', `${path}/extend`, { dueOn: '2023-07-20', reason: 'Chờ số liệu' });
  expect(await offered()).toBe(false);
});
