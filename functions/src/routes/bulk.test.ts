import { aDocument } from '@tddh/core/testing';
import { expect, inject, test } from 'vitest';
import { entered, testApi, type Who } from '../testing.ts';

type Ask = Awaited<ReturnType<typeof testApi>>['ask'];
const proven = { result: 'Đã xong', documentNumber: '12/BC-SNV', documentDate: '2023-06-14' };
const task = (content: string, leads: string[] = ['snv']) => ({
  ...{ content, leads, supports: [], dueOn: '2023-06-30' },
});

/** So many assignments of `snv`, in one document. */
async function given(ask: Ask, n: number): Promise<string[]> {
  const tasks = Array.from({ length: n }, (_, i) => task(`Việc ${i + 1}`));
  return (await entered(ask, aDocument({ tasks }))).assignments.map((a) => a.id);
}
const reported = (ask: Ask, ids: readonly string[]) =>
  Promise.all(ids.map((id) => ask('agency', 'POST', `/api/assignments/${id}/report`, proven)));
const verbsOf = async (ask: Ask, id: string): Promise<string[]> =>
  (await ask('officer', 'GET', `/api/assignments/${id}`)).json.history.map((h: { verb: string }) => h.verb);
const ok = (answer: { json: { results: { ok: boolean }[] } }) => answer.json.results.map((row) => row.ok);

test('a whole selection is returned for one reason, with a result per row', async () => {
  const { ask } = await testApi(inject('endpoint'));
  const [one, two, three] = (await given(ask, 3)) as [string, string, string];
  await reported(ask, [one, two]);
  const back = { ids: [one, two, three, 'asg_none'], reason: 'Thiếu biểu số liệu', cureOn: '2023-06-20' };
  const answer = await ask('officer', 'POST', '/api/assignments/return', back);
  expect(answer.json.results).toMatchObject([
    { id: one, ok: true },
    { id: two, ok: true },
    { id: three, ok: false, code: 'state_forbids' },
    { id: 'asg_none', ok: false, code: 'not_found' },
  ]);
  const { json } = await ask('officer', 'GET', `/api/assignments/${two}`);
  expect(json.reports).toMatchObject([{ outcome: 'returned', reason: 'Thiếu biểu số liệu' }]);
  expect((await ask('officer', 'POST', '/api/assignments/return', { ids: [one] })).json).toMatchObject({
    ...{ status: 422, errors: [{ path: 'reason' }] },
  });
});

test('units that have not reported are chased in one request, once per key, and only by those who follow them', async () => {
  const { ask } = await testApi(inject('endpoint'));
  const ids = await given(ask, 3);
  const chase = { ids, message: 'Đề nghị báo cáo trước 20/6' };
  const key = { 'idempotency-key': 'don-doc' };
  expect(ok(await ask('officer', 'POST', '/api/assignments/remind', chase, key))).toEqual([true, true, true]);
  expect(ok(await ask('officer', 'POST', '/api/assignments/remind', chase, key))).toEqual([true, true, true]);
  expect(await verbsOf(ask, ids[1]!)).toEqual(['assign', 'remind']);
  expect(ok(await ask('other', 'POST', '/api/assignments/remind', chase))).toEqual([false, false, false]);
  expect((await ask('agency', 'POST', '/api/assignments/remind', chase)).json.results[0].code).toBe(
    'forbidden',
  );
});

test('40 paper reports are recorded and confirmed by one officer in one request', async () => {
  const { ask } = await testApi(inject('endpoint'));
  const ids = await given(ask, 40);
  const paper = { ...proven, reportedOn: '2023-06-14', confirm: true };
  const own = [{ id: ids[3], documentNumber: '77/BC-SNV', documentDate: '2023-06-13' }];
  const answer = await ask('officer', 'POST', '/api/assignments/report', { ids, ...paper, own });
  expect(ok(answer)).toEqual(Array(40).fill(true));
  expect(await verbsOf(ask, ids[39]!)).toEqual(['assign', 'report', 'confirm']);
  const { json } = await ask('officer', 'GET', `/api/assignments/${ids[3]}`);
  expect(json.assignment.status).toBe('done');
  expect(json.reports).toMatchObject([
    { documentNumber: '77/BC-SNV', countedOn: '2023-06-14', byOffice: true, sameHand: true },
  ]);
});

test('paper reports keep to the rule row by row: the department, the days, the state', async () => {
  const { ask } = await testApi(inject('endpoint'));
  const [one, two] = (await given(ask, 2)) as [string, string];
  await reported(ask, [one]);
  const paper = { ids: [one, two], ...proven, confirm: true };
  const late = await ask('officer', 'POST', '/api/assignments/report', {
    ...paper,
    documentDate: '2023-06-16',
  });
  expect(late.json.results).toMatchObject([
    { ok: false, code: 'state_forbids' },
    { ok: false, code: 'invalid', message: 'Ngày văn bản báo cáo không được sau hôm nay.' },
  ]);
  expect(ok(await ask('other', 'POST', '/api/assignments/report', paper))).toEqual([false, false]);
  expect((await ask('stranger', 'POST', '/api/assignments/report', paper)).json.results).toMatchObject([
    { code: 'not_found' },
    { code: 'not_found' },
  ]);
  const many = { ...paper, ids: Array.from({ length: 101 }, (_, i) => `asg_${i}`) };
  expect((await ask('officer', 'POST', '/api/assignments/report', many)).status).toBe(422);
});

test('a selection sent twice with one key is done once and answered alike; another body is refused', async () => {
  const { ask } = await testApi(inject('endpoint'));
  const ids = await given(ask, 3);
  await reported(ask, ids.slice(0, 2));
  const key = { 'idempotency-key': 'mot-lan' };
  const send = (who: Who, some: string[]) => ask(who, 'POST', '/api/assignments/confirm', { ids: some }, key);
  const first = await send('officer', ids);
  expect(ok(first)).toEqual([true, true, false]);
  expect((await send('officer', ids)).json).toEqual(first.json);
  expect((await send('officer', ids.slice(0, 1))).json).toMatchObject({ code: 'idempotency_mismatch' });
  // A key belongs to a person.
  expect(ok(await send('head', ids))).toEqual([false, false, false]);
});

test('a selection that was cut off half way is finished under its key, and its first half counts as done', async () => {
  const { ask, db } = await testApi(inject('endpoint'));
  const ids = await given(ask, 2);
  const send = () =>
    ask('officer', 'POST', '/api/assignments/report', { ids, ...proven }, { 'idempotency-key': 'dut-quang' });
  await send();
  // What a crash before the end leaves: the rows, without the answer to the whole.
  await db.kept.remove({ shelf: 'answers#per_officer', name: 'dut-quang' }).go();
  expect(ok(await send())).toEqual([true, true]);
  expect(await verbsOf(ask, ids[0]!)).toEqual(['assign', 'report']);
});

test('two officers confirm the same group at once: each report is confirmed once, and the results say which', async () => {
  const { ask } = await testApi(inject('endpoint'));
  const ids = await given(ask, 19);
  await reported(ask, ids);
  const [mine, theirs] = await Promise.all(
    (['officer', 'head'] as const).map((who) => ask(who, 'POST', '/api/assignments/confirm', { ids })),
  );
  const both = ids.map((_, i) => [ok(mine!)[i], ok(theirs!)[i]].filter(Boolean).length);
  expect(both).toEqual(Array(19).fill(1));
  const codes = [...mine!.json.results, ...theirs!.json.results].flatMap((row) => (row.ok ? [] : [row.code]));
  expect(codes.every((code) => code === 'lost_race' || code === 'state_forbids')).toBe(true);
  for (const id of ids) expect(await verbsOf(ask, id)).toEqual(['assign', 'report', 'confirm']);
});

test('strangers get nothing from doors for many', async () => {
  const { ask } = await testApi(inject('endpoint'));
  for (const door of ['confirm', 'return', 'remind', 'report']) {
    expect((await ask('nobody', 'POST', `/api/assignments/${door}`, { ids: ['asg_1'] })).status).toBe(401);
  }
});
