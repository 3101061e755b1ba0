import { newFeedback } from '@tddh/domain/feedback';
import { readInput } from '@tddh/domain/input';
import { expect, inject, test } from 'vitest';
import { testApi } from '../testing.ts';

const difficulty = { kind: 'difficulty', text: 'Không tìm thấy nút gia hạn', page: '/nhiem-vu/asg_1' };

test('a difficulty is sent, answered step by step, and its sender reads state and answers and is told', async () => {
  const { ask } = await testApi(inject('endpoint'));
  const sent = (await ask('agency', 'POST', '/api/feedback', difficulty)).json.feedback;
  expect(sent).toMatchObject({
    ...{ ...difficulty, state: 'new', sentOn: '2023-06-15', revision: 1, answers: [] },
    by: { id: 'per_agency', unitId: 'snv', unitName: 'Sở Nội vụ' },
  });
  const waiting = () => ask('admin', 'GET', '/api/feedback?whose=all&state=waiting');
  expect((await waiting()).json.items.map((one: { id: string }) => one.id)).toEqual([sent.id]);
  const answer = (body: object, revision: number) =>
    ask('admin', 'POST', `/api/feedback/${sent.id}/answer`, body, { 'if-match': String(revision) });
  expect((await answer({ state: 'doing', text: 'Đang xem' }, 1)).status).toBe(200);
  expect((await answer({ state: 'done', text: 'Đã có' }, 1)).json.code).toBe('revision_changed');
  expect((await answer({ state: 'done', text: 'Nút ở góc phải' }, 2)).status).toBe(200);
  expect((await waiting()).json.items).toEqual([]);
  const own = (await ask('agency', 'GET', '/api/feedback')).json.items;
  expect(own).toMatchObject([
    { state: 'done', answers: [{ state: 'doing' }, { text: 'Nút ở góc phải', by: { name: 'per_admin' } }] },
  ]);
  const told = (await ask('agency', 'GET', '/api/notifications')).json;
  expect([told.unread, told.items[0].title]).toEqual([2, 'Không tìm thấy nút gia hạn: Nút ở góc phải']);
});

test('nobody reads or answers what another person sent but phòng HC-QT', async () => {
  const { ask } = await testApi(inject('endpoint'));
  const { id } = (await ask('agency', 'POST', '/api/feedback', difficulty)).json.feedback;
  for (const who of ['agencyHead', 'stranger', 'officer', 'chief', 'leader'] as const) {
    expect((await ask(who, 'GET', '/api/feedback')).json.items).toEqual([]);
    expect((await ask(who, 'GET', '/api/feedback?whose=all')).status).toBe(403);
    const body = { state: 'done', text: 'x' };
    expect((await ask(who, 'POST', `/api/feedback/${id}/answer`, body)).status).toBe(403);
  }
  expect((await ask('nobody', 'POST', '/api/feedback', difficulty)).status).toBe(401);
});

test('what people write is kept as text, within its limits, and a page is a path of the product alone', () => {
  const faults = (over: object) => {
    const read = readInput(newFeedback, { ...difficulty, ...over });
    return read instanceof Error ? read.faults.map((one) => one.path) : read.text;
  };
  expect(faults({ text: '<b onclick=x>=1+1</b>' })).toBe('<b onclick=x>=1+1</b>');
  expect(faults({ text: '  ' })).toEqual(['text']);
  expect(faults({ text: 'a'.repeat(2001) })).toEqual(['text']);
  expect(faults({ text: 'a\u0000b' })).toEqual(['text']);
  expect(faults({ kind: 'khen' })).toEqual(['kind']);
  for (const page of ['//xau.vn', 'javascript:alert(1)', '/nhiem-vu?q=bi+mat', `/${'a'.repeat(200)}`]) {
    expect(faults({ page }), page).toEqual(['page']);
  }
});

test('one person sends at most thirty a day, and is told so', async () => {
  const { ask } = await testApi(inject('endpoint'));
  const send = () => ask('agency', 'POST', '/api/feedback', { kind: 'praise', text: 'Dễ dùng' });
  await Promise.all(Array.from({ length: 30 }, send));
  expect((await send()).json.code).toBe('too_many_attempts');
  expect((await ask('stranger', 'POST', '/api/feedback', difficulty)).status).toBe(201);
  const first = (await ask('agency', 'GET', '/api/feedback?limit=20')).json;
  const rest = (await ask('agency', 'GET', `/api/feedback?limit=20&cursor=${first.cursor}`)).json;
  expect([first.items.length, rest.items.length, rest.cursor]).toEqual([20, 10, null]);
});
