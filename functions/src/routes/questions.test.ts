import { aDocument } from '@tddh/core/testing';
import { expect, inject, test } from 'vitest';
import { entered, testApi } from '../testing.ts';

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
