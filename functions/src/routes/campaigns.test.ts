import { auditLog } from '@tddh/core/audit';
import { actors, aDocument, testDesk } from '@tddh/core/testing';
import type { SheetRow } from '@tddh/domain/proposal';
import { readCampaignSheet } from '@tddh/forms/campaign';
import { writeSheet } from '@tddh/forms/sheet';
import { zipSync } from 'fflate';
import { expect, inject, test } from 'vitest';
import { entered, testApi, type Who } from '../testing.ts';

type Ask = Awaited<ReturnType<typeof testApi>>['ask'];
const proven = { result: 'Đã xong', documentNumber: '12/BC-SNV', documentDate: '2023-06-14' };

/** So many tasks of `snv`, all reported, in a campaign of the department. */
async function given(ask: Ask, n: number, over: object = {}) {
  const tasks = Array.from({ length: n }, (_, i) => ({
    ...{ content: `Việc ${i + 1}`, leads: ['snv'], supports: [], dueOn: '2023-06-30' },
  }));
  const ids: string[] = [];
  for (let i = 0; i < n; i += 20) {
    const { assignments } = await entered(ask, aDocument({ tasks: tasks.slice(i, i + 20) }));
    ids.push(...assignments.map((a) => a.id));
  }
  await Promise.all(ids.map((id) => ask('agency', 'POST', `/api/assignments/${id}/report`, proven)));
  const begun = {
    name: 'Xử lý tồn đọng quý II',
    goalOn: '2023-06-30',
    filter: { status: 'reported' },
    ...over,
  };
  const { json } = await ask('officer', 'POST', '/api/campaigns', begun);
  return { ids, at: `/api/campaigns/${json.campaign?.id}`, begun: json };
}
const rowsOf = async (ask: Ask, at: string, who: Who = 'officer'): Promise<SheetRow[]> =>
  readCampaignSheet((await ask(who, 'GET', `${at}/sheet.xlsx`)).bytes);
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

/** A sheet with these rows, as a person saves it. */
function saved(rows: readonly SheetRow[]): Promise<Uint8Array> {
  const titles = [
    'Mã nhiệm vụ',
    'Dấu đối chiếu',
    'Kết quả đề xuất',
    'Lý do hoặc nội dung kết quả',
    'Số văn bản đến',
  ];
  const more = ['Ngày văn bản đến', 'Ngày tính báo cáo', 'Hạn báo cáo lại'];
  const cells = rows.map((r) =>
    [r.id, r.stamp, r.outcome, r.reason, r.documentNumber, r.documentDate, r.reportedOn, r.cureOn].map(
      String,
    ),
  );
  return writeSheet([{ name: 'x', columns: [...titles, ...more].map((title) => ({ title })), rows: cells }]);
}
const preview = async (ask: Ask, at: string, rows: readonly SheetRow[], who: Who = 'officer') =>
  (await ask(who, 'POST', `${at}/preview`, { file: base64(await saved(rows)) })).json;
const apply = async (ask: Ask, at: string, rows: readonly SheetRow[]) =>
  (await ask('officer', 'POST', `${at}/apply`, { rows })).json.results;
/** How many rows have each verdict. */
function count(list: { verdict: string }[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const { verdict } of list) sum[verdict] = (sum[verdict] ?? 0) + 1;
  return sum;
}

test('a campaign of 42 rows goes out, comes back with one faulty row, and the rest is applied, once', async () => {
  const { ask, db } = await testApi(inject('endpoint'));
  const { at } = await given(ask, 42);
  const rows = (await rowsOf(ask, at)).map((row) => ({ ...row, outcome: 'Xác nhận' }));
  expect(rows).toHaveLength(42);
  const log = await auditLog(testDesk(db, actors.admin), { act: 'exported', limit: 50 });
  expect(log.rows).toMatchObject([
    { actor: { id: 'per_officer' }, subject: at.slice('/api/campaigns/'.length) },
  ]);
  rows[20] = { ...rows[20]!, outcome: 'Trả lại', reason: '' };
  const seen = await preview(ask, at, rows);
  expect(count(seen.rows)).toEqual({ apply: 41, error: 1 });
  expect(seen.rows[20]).toMatchObject({
    ...{
      row: { row: 22 },
      verdict: 'error',
      faults: [{ path: 'reason', message: 'Trả lại cần lý do. Hãy ghi lý do.' }],
    },
  });
  const first = await apply(ask, at, rows.slice(0, 30));
  expect(count(first)).toEqual({ applied: 29, error: 1 });
  expect(first[20]).toMatchObject({
    ok: false,
    code: 'invalid',
    message: 'Trả lại cần lý do. Hãy ghi lý do.',
  });
  // Cut off here and begun again with the whole file: what was applied is known.
  expect(count((await preview(ask, at, rows)).rows)).toEqual({ applied: 29, apply: 12, error: 1 });
  expect(count(await apply(ask, at, rows.slice(30)))).toEqual({ applied: 12 });
  expect(count(await apply(ask, at, rows.slice(0, 30)))).toEqual({ applied: 29, error: 1 });
  const { json } = await ask('officer', 'GET', at);
  expect(json.progress).toMatchObject({ total: 42, closed: 41, awaiting: 1, daysLeft: 15 });
  const one = await ask('officer', 'GET', `/api/assignments/${rows[0]!.id}`);
  expect(one.json.history.map((h: { verb: string }) => h.verb)).toEqual(['assign', 'report', 'confirm']);
}, 60_000);

test('every outcome is applied by the same rules as on the page', async () => {
  const { ask } = await testApi(inject('endpoint'));
  const { ids, at } = await given(ask, 4, { filter: {} });
  for (const id of ids.slice(2)) await ask('agency', 'POST', `/api/assignments/${id}/withdraw`, {});
  const byId = new Map((await rowsOf(ask, at)).map((row) => [row.id, row]));
  const row = (i: number, over: Partial<SheetRow>) => ({ ...byId.get(ids[i]!)!, ...over });
  const rows = [
    row(0, { outcome: 'Trả lại', reason: '=Thiếu biểu', cureOn: '20/6' }),
    row(1, { outcome: 'Giữ nguyên' }),
    row(2, {
      outcome: 'Báo cáo giấy',
      documentNumber: '9/BC',
      documentDate: '13/06/2023',
      reportedOn: '14/6/2023',
    }),
    row(3, { outcome: 'Hủy', reason: 'Nhập nhầm' }),
  ];
  const seen = await preview(ask, at, rows);
  // What has a report behind it, withdrawn or not, an officer no longer cancels.
  expect(seen.rows.map((one: { verdict: string }) => one.verdict)).toEqual([
    'apply',
    'leave',
    'apply',
    'error',
  ]);
  expect((await apply(ask, at, rows)).map((one: { ok: boolean }) => one.ok)).toEqual([
    true,
    true,
    true,
    false,
  ]);
  const state = async (i: number) => (await ask('officer', 'GET', `/api/assignments/${ids[i]}`)).json;
  expect((await state(0)).reports).toMatchObject([
    { outcome: 'returned', reason: '=Thiếu biểu', cureOn: '2023-06-20' },
  ]);
  expect((await state(2)).reports.at(-1)).toMatchObject({
    documentNumber: '9/BC',
    countedOn: '2023-06-14',
    sameHand: true,
  });
  expect((await state(3)).assignment.status).toBe('in-progress');
});

test('a row whose assignment changed since the export is a conflict, and nothing of it is applied', async () => {
  const { ask } = await testApi(inject('endpoint'));
  const { at } = await given(ask, 3);
  const rows = (await rowsOf(ask, at)).map((row) => ({ ...row, outcome: 'Xác nhận' }));
  await ask('agency', 'POST', `/api/assignments/${rows[0]!.id}/withdraw`, {});
  await ask('head', 'POST', `/api/assignments/${rows[1]!.id}/confirm`, {});
  expect(count((await preview(ask, at, rows)).rows)).toEqual({ conflict: 2, apply: 1 });
  expect(await apply(ask, at, rows)).toMatchObject([
    { verdict: 'conflict', ok: false, code: 'revision_changed' },
    { verdict: 'conflict', ok: false },
    { verdict: 'applied', ok: true },
  ]);
  // The same row with another outcome after it was applied is a conflict too.
  expect(await apply(ask, at, [{ ...rows[2]!, outcome: 'Trả lại', reason: 'Nhầm' }])).toMatchObject([
    { verdict: 'conflict' },
  ]);
});

test('rows that do not belong are refused alone: a foreign id, one that stands twice', async () => {
  const { ask } = await testApi(inject('endpoint'));
  const { at } = await given(ask, 1);
  const [row] = (await rowsOf(ask, at)).map((one) => ({ ...one, outcome: 'Xác nhận' }));
  const other = await entered(ask, aDocument());
  const seen = await preview(ask, at, [row!, { ...row!, id: other.assignments[0]!.id }, row!]);
  expect(seen.rows).toMatchObject([
    { verdict: 'apply' },
    { verdict: 'error', faults: [{ path: 'id' }] },
    { verdict: 'error', faults: [{ message: 'Nhiệm vụ này đã có ở dòng 2. Hãy để lại một dòng.' }] },
  ]);
});

test('a zip bomb, a file that is no workbook and a text that is no file are refused with a sentence', async () => {
  const { ask } = await testApi(inject('endpoint'));
  const { at } = await given(ask, 1);
  const send = async (file: string) => (await ask('officer', 'POST', `${at}/preview`, { file })).json;
  const bomb = zipSync({
    'xl/workbook.xml': new Uint8Array(),
    'xl/worksheets/sheet1.xml': new Uint8Array(70_000_000),
  });
  expect(bomb.length).toBeLessThan(200_000);
  expect(await send(base64(bomb))).toMatchObject({ status: 422, code: 'bad_file' });
  expect(await send(base64(new TextEncoder().encode('<html></html>')))).toMatchObject({ code: 'bad_file' });
  expect(await send('không phải base64')).toMatchObject({ status: 422, errors: [{ path: 'file' }] });
});

test('a campaign begins once per key, with what is open of the list, in the own department alone', async () => {
  const { ask } = await testApi(inject('endpoint'));
  const { ids, at, begun } = await given(ask, 2);
  expect(begun.campaign).toMatchObject({ count: 2, departments: ['tonghop'], startedOn: '2023-06-15' });
  await ask('officer', 'POST', `/api/assignments/${ids[0]}/confirm`, {});
  // Who belongs to it is settled: what was closed stays a member, what comes later is none.
  await entered(ask, aDocument());
  expect((await ask('officer', 'GET', at)).json).toMatchObject({
    progress: { total: 2, closed: 1 },
    items: [{}, {}],
  });
  const more = { name: 'Đợt 2', goalOn: '2023-07-31', filter: {} };
  const key = { 'idempotency-key': 'mo-dot' };
  const one = await ask('officer', 'POST', '/api/campaigns', more, key);
  expect((await ask('officer', 'POST', '/api/campaigns', more, key)).json).toEqual(one.json);
  expect((await ask('officer', 'GET', '/api/campaigns')).json.items).toHaveLength(2);
  const refused = async (body: object, who: Who = 'officer') =>
    (await ask(who, 'POST', '/api/campaigns', body)).json;
  expect(await refused({ ...more, goalOn: '2023-06-14' })).toMatchObject({ errors: [{ path: 'goalOn' }] });
  expect(await refused(more, 'other')).toMatchObject({ errors: [{ path: 'filter' }] });
  expect(await refused({ ...more, filter: { tuy: 'ý' } })).toMatchObject({ status: 422 });
  expect([(await refused(more, 'leader')).code, (await refused(more, 'agency')).code]).toEqual([
    'forbidden',
    'forbidden',
  ]);
});

test('another department, an agency and a stranger see nothing of a campaign; leaders read', async () => {
  const { ask } = await testApi(inject('endpoint'));
  const { at } = await given(ask, 1);
  const row = (await rowsOf(ask, at))[0]!;
  const status = async (who: Who) => [
    (await ask(who, 'GET', at)).status,
    (await ask(who, 'GET', `${at}/sheet.xlsx`)).status,
    (await ask(who, 'POST', `${at}/apply`, { rows: [row] })).status,
    (await ask(who, 'POST', `${at}/preview`, { file: base64(await saved([row])) })).status,
  ];
  expect(await status('head')).toEqual([200, 200, 200, 200]);
  expect(await status('chief')).toEqual([200, 200, 200, 200]);
  expect(await status('leader')).toEqual([200, 200, 403, 403]);
  expect(await status('other')).toEqual([404, 404, 404, 404]);
  expect(await status('agency')).toEqual([404, 404, 404, 404]);
  expect(await status('nobody')).toEqual([401, 401, 401, 401]);
  expect((await ask('other', 'GET', '/api/campaigns')).json).toEqual({ items: [] });
  expect((await ask('agency', 'GET', '/api/campaigns')).status).toBe(403);
});
