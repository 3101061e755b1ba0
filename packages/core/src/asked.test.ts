import { waitsSince } from '@tddh/domain/asked';
import { expect, inject, test } from 'vitest';
import { indexAsks } from './asked.ts';
import { asksOf } from './asks.ts';
import { change } from './change.ts';
import { plannedOf } from './complete.ts';
import { enterDocument } from './enter.ts';
import { all, openOfDepartment } from './sources.ts';
import { actors, aDocument, testDb, testDesk } from './testing.ts';

test('what waits for the Office is the same by its index as by the open assignments, through every answer and decision', async () => {
  const db = await testDb(inject('endpoint'));
  const desk = (who: keyof typeof actors) => testDesk(db, actors[who], '2023-06-16');
  const task = { content: 'Rà soát', leads: ['snv'], supports: [], dueOn: '2023-06-30' };
  const document = await enterDocument(desk('officer'), aDocument({ tasks: [task, task, task, task] }));
  const [one, two, three, four] = (await plannedOf(db, document)).map(({ id }) => id);
  const waits = async () =>
    (await asksOf(desk('officer'))).map(({ kind, assignment }) => [kind, assignment.id]);
  const byIndex = async () => {
    const { data } = await db.asks.query.waiting({ departmentId: 'tonghop' }).go({ pages: 'all' });
    return data.map(({ askOf, waitsOn }) => [askOf, waitsOn]).sort();
  };
  const byFacts = async () => {
    const open = await all(openOfDepartment(db, 'tonghop'));
    return open.flatMap((a) => (waitsSince(a) ? [[a.id, waitsSince(a)]] : [])).sort();
  };
  await change(desk('agency'), one!, { verb: 'ask', body: { text: 'Biểu mẫu nào?' } });
  await change(desk('agency'), two!, { verb: 'transfer', body: { to: 'stc', reason: 'Đúng việc' } });
  await change(desk('officer'), three!, { verb: 'ask', body: { text: 'Đến đâu rồi?' } });
  const extension = { dueOn: '2023-07-20', reason: 'Chờ số liệu' };
  await change(desk('agencyHead'), four!, { verb: 'extend', body: extension });
  const before = await waits();
  expect(before).toEqual([
    ['question', one],
    ['transfer', two],
  ]);

  // A table that is older than the index: it holds none of the rows until it is made whole, and nothing is hidden.
  for (const id of [one, two]) await db.asks.delete({ askOf: id! }).go();
  expect(await waits()).toEqual(before);
  await indexAsks(desk('officer'));
  await indexAsks(desk('officer'));
  expect(await waits()).toEqual(before);
  expect(await byIndex()).toEqual(await byFacts());
  expect((await asksOf(desk('chief'))).map(({ kind }) => kind)).toEqual(['extension']);

  await change(desk('officer'), one!, { verb: 'answer', body: { text: 'Biểu số 2' } });
  await change(desk('officer'), two!, { verb: 'transfer-decide', body: { accept: true } });
  await change(desk('agency'), three!, { verb: 'ask', body: { text: 'Nộp bản giấy không?' } });
  expect(await waits()).toEqual([['question', three]]);
  expect(await byIndex()).toEqual(await byFacts());

  // An assignment that goes to a field of another department takes along what waits; one that ends leaves nothing.
  const moved = { fields: { field: 'giaoduc' }, reason: 'Nhập nhầm lĩnh vực' };
  await change(desk('officer'), three!, { verb: 'correct', body: moved });
  expect(await waits()).toEqual([]);
  const theirs = (await asksOf(desk('other'))).map(({ text }) => text);
  expect(theirs.sort()).toEqual(['Nộp bản giấy không?', 'Đến đâu rồi?']);
  await change(desk('chief'), four!, { verb: 'recall', body: { reference: '9/UBND', reason: 'Thôi' } });
  expect(await byIndex()).toEqual([]);
  expect(await asksOf(desk('chief'))).toEqual([]);
});
