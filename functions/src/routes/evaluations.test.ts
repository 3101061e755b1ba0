import { remindRounds } from '@tddh/core/reminders';
import { actors, testDesk } from '@tddh/core/testing';
import { expect, inject, test } from 'vitest';
import { testApi } from '../testing.ts';

const questions = [
  { text: 'Khó khăn, vướng mắc?', topic: 'difficulty', kind: 'text' },
  { text: 'Hiệu quả sử dụng?', topic: 'effect', kind: 'mark' },
];
const answers = [
  { question: 'q1', text: 'Nhập chậm' },
  { question: 'q2', mark: 4 },
];
const opened = async (over: object = {}) => {
  const api = await testApi(inject('endpoint'));
  const { json } = await api.ask('admin', 'POST', '/api/evaluations', {
    ...{ name: 'Đánh giá 2023', dueOn: '2023-06-20', questions, ...over },
  });
  return { ...api, at: `/api/evaluations/${json.round.id}` };
};

test('a round asks every department its questions; who has not answered is known, and reminded once a day', async () => {
  const { ask, at, db } = await opened();
  expect((await ask('officer', 'POST', `${at}/entries`, { answers })).json.entry).toMatchObject({
    ...{ unitId: 'tonghop', answers, sentOn: '2023-06-15', revision: 1 },
  });
  const { json } = await ask('leader', 'GET', at);
  expect([json.round.questions[1], json.missing]).toEqual([{ ...questions[1], id: 'q2' }, 1]);
  expect(
    json.units.map((one: { unit: { id: string }; entry: unknown }) => [one.unit.id, !!one.entry]),
  ).toEqual([
    ['tonghop', true],
    ['khoagiao', false],
  ]);
  expect((await ask('admin', 'GET', '/api/evaluations')).json.items).toMatchObject([
    { expected: 2, sent: 1 },
  ]);
  expect((await ask('other', 'GET', '/api/evaluations')).json.items).toMatchObject([{ own: 'owed' }]);
  expect((await ask('admin', 'POST', `${at}/remind`, {})).json).toEqual({ units: 1, letters: 1 });
  expect((await ask('admin', 'POST', `${at}/remind`, {})).json).toEqual({ units: 1, letters: 0 });
  const on = (today: string) => remindRounds(testDesk(db, actors.admin, today));
  expect([await on('2023-06-16'), await on('2023-06-17'), await on('2023-06-17')]).toEqual([0, 1, 0]);
  const { data } = await db.letters.query.due({ queue: 'mail' }).go({ pages: 'all' });
  expect(data[0]!.data.text).toContain(`{{origin}}${at.replace('/api/evaluations', '/danh-gia')}`);
});

test('a department reads its own answers alone, an agency is asked only where it is named, a leader answers nothing', async () => {
  const { ask, at } = await opened({ units: ['tonghop', 'khoagiao', 'snv'] });
  await ask('officer', 'POST', `${at}/entries`, { answers });
  const own = (await ask('other', 'GET', at)).json;
  expect(own.units.map((one: { unit: { id: string } }) => one.unit.id)).toEqual(['khoagiao']);
  expect(JSON.stringify(own)).not.toContain('Nhập chậm');
  expect((await ask('agency', 'POST', `${at}/entries`, { answers })).status).toBe(200);
  expect((await ask('stranger', 'GET', at)).status).toBe(404);
  expect((await ask('stranger', 'POST', `${at}/entries`, { answers })).status).toBe(404);
  expect((await ask('leader', 'POST', `${at}/entries`, { answers, unitId: 'snv' })).status).toBe(403);
  expect((await ask('other', 'POST', `${at}/entries`, { answers, unitId: 'tonghop' })).status).toBe(403);
  expect((await ask('admin', 'POST', `${at}/entries`, { answers, unitId: 'khoagiao' })).status).toBe(200);
});

test('every question is answered in its kind, once; what is sent again goes over what the page has read', async () => {
  const { ask, at } = await opened();
  const send = async (list: object[], revision = '0') => {
    const { json, status } = await ask(
      ...(['officer', 'POST', `${at}/entries`, { answers: list }, { 'if-match': revision }] as const),
    );
    return json.errors?.map((one: { path: string }) => one.path) ?? status;
  };
  expect(await send([answers[0]!])).toEqual(['answers.1.mark']);
  expect(await send([{ question: 'q1' }, { question: 'q2', mark: 3 }])).toEqual(['answers.0.text']);
  expect(await send([...answers, { question: 'q9', text: 'x' }])).toEqual(['answers.2.question']);
  expect(await send([...answers, answers[0]!])).toEqual(['answers.2.question']);
  expect(await send([answers[0]!, { question: 'q2', mark: 6 }])).toEqual(['answers.1.mark']);
  expect([await send(answers), await send(answers), await send(answers, '1')]).toEqual([200, 412, 200]);
  const open = (over: object) =>
    ask('admin', 'POST', '/api/evaluations', { name: 'x', dueOn: '2023-06-20', questions, ...over });
  expect((await open({ questions: [] })).status).toBe(422);
  expect((await open({ dueOn: '2023-06-14' })).json.errors[0].path).toBe('dueOn');
  expect((await open({ units: ['ldvp'] })).json.errors[0].path).toBe('units');
});
