import { aDocument } from '@tddh/core/testing';
import { readSheet } from '@tddh/forms/sheet';
import { expect, inject, test } from 'vitest';
import { entered, testApi } from '../testing.ts';

/** Three assignments of two units on 15/6, and a day that can be moved. */
async function office() {
  let today = '2023-06-15';
  const api = await testApi(inject('endpoint'), { today: () => today });
  const { assignments } = await entered(
    api.ask,
    aDocument({
      tasks: [
        { content: 'Rà soát', leads: ['snv', 'stc'], supports: ['vpubnd'], dueOn: '2023-06-30' },
        { content: 'Báo cáo', leads: ['snv'], supports: [], dueOn: null },
      ],
    }),
  );
  return { ...api, assignments, on: (day: string) => (today = day) };
}
const query = { name: 'Tháng 6', from: '2023-06-01', to: '2023-06-15' };

test('a leader freezes a report, and it keeps its figures and ids whatever happens after', async () => {
  const { ask, assignments, on } = await office();
  const made = await ask('leader', 'POST', '/api/snapshots', query);
  expect(made.status).toBe(201);
  const { id, checksum } = made.json.snapshot;
  expect(checksum).toMatch(/^[0-9a-f]{64}$/);
  const before = (await ask('officer', 'GET', `/api/snapshots/${id}`)).json;
  expect(before.table.total.columns.slice(0, 9)).toEqual([3, 1, 1, 33.33, 0, 0, 2, 2, 2]);
  on('2023-07-05');
  const report = { result: 'Xong', documentNumber: '1/BC', documentDate: '2023-07-05' };
  await ask('agency', 'POST', `/api/assignments/${assignments[0]!.id}/report`, report);
  await ask('officer', 'POST', `/api/assignments/${assignments[0]!.id}/confirm`, {});
  expect((await ask('officer', 'GET', `/api/snapshots/${id}`)).json).toEqual(before);
  const behind = async (what: string) =>
    (await ask('officer', 'GET', `/api/assignments?snapshot=${id}&${what}`)).json.items;
  expect(await behind('leaf=9')).toHaveLength(2);
  expect(
    (await behind('leaf=9&agency=snv')).map((item: { leaf: number; status: string }) => [
      item.leaf,
      item.status,
    ]),
  ).toEqual([[9, 'done']]);
  expect(await behind('leaf=1')).toHaveLength(3);
  expect(await behind('beside=support')).toHaveLength(1);
  expect(await behind('leaf=16')).toHaveLength(0);
  const { items } = (await ask('admin', 'GET', '/api/audit?act=frozen')).json;
  expect(items).toMatchObject([{ subject: id, actor: { id: 'per_leader' }, detail: `Tháng 6: ${checksum}` }]);
});

test('it says what would differ today, from which leaf to which, and by which events', async () => {
  const { ask, assignments, on } = await office();
  const { id } = (await ask('chief', 'POST', '/api/snapshots', query)).json.snapshot;
  const none = (await ask('leader', 'GET', `/api/snapshots/${id}/differences`)).json;
  expect([none.unchanged, none.count]).toEqual([true, 0]);
  on('2023-07-05');
  const report = { result: 'Xong', documentNumber: '1/BC', documentDate: '2023-07-05' };
  await ask('agency', 'POST', `/api/assignments/${assignments[0]!.id}/report`, report);
  await ask('officer', 'POST', `/api/assignments/${assignments[0]!.id}/confirm`, {});
  const { json } = await ask('leader', 'GET', `/api/snapshots/${id}/differences`);
  expect([json.unchanged, json.count, json.frozen[8], json.today[10], json.today[15]]).toEqual([
    true,
    2,
    2,
    1,
    1,
  ]);
  const moved = json.moved.find((one: { id: string }) => one.id === assignments[0]!.id);
  expect(moved).toMatchObject({ from: { row: 'snv', leaf: 9 }, to: { row: 'snv', leaf: 16 } });
  expect(moved.events.map((event: { verb: string }) => event.verb)).toEqual(['report', 'confirm']);
});

test('its paper carries its name and its checksum, and links to the ids as frozen', async () => {
  const { ask } = await office();
  const { id, checksum } = (await ask('admin', 'POST', '/api/snapshots', query)).json.snapshot;
  for (const ending of ['docx', 'csv']) {
    expect((await ask('leader', 'GET', `/api/snapshots/${id}/paper/${ending}`)).status).toBe(200);
  }
  const sheet = await ask('leader', 'GET', `/api/snapshots/${id}/paper/xlsx`);
  const text = (await readSheet(sheet.bytes))[0]!.rows.flat().join('\n');
  expect(text).toContain(checksum);
  expect(text).toContain('Số liệu đã chốt: Tháng 6');
  expect((await ask('leader', 'GET', `/api/snapshots/${id}/paper/pdf`)).status).toBe(404);
});

test('an officer does not freeze, an agency sees none, a stranger is turned away', async () => {
  const { ask } = await office();
  expect((await ask('officer', 'POST', '/api/snapshots', query)).status).toBe(403);
  const { id } = (await ask('leader', 'POST', '/api/snapshots', query)).json.snapshot;
  for (const path of ['', `/${id}`, `/${id}/differences`, `/${id}/paper/xlsx`]) {
    expect((await ask('agency', 'GET', `/api/snapshots${path}`)).status).toBe(403);
    expect((await ask('nobody', 'GET', `/api/snapshots${path}`)).status).toBe(401);
  }
  expect((await ask('agency', 'GET', `/api/assignments?snapshot=${id}`)).status).toBe(403);
  expect((await ask('nobody', 'POST', '/api/snapshots', query)).status).toBe(401);
});

test('two of one name, a day to come and an unknown one are refused', async () => {
  const { ask } = await office();
  await ask('leader', 'POST', '/api/snapshots', query);
  expect((await ask('leader', 'POST', '/api/snapshots', query)).json.code).toBe('name_taken');
  const later = { ...query, name: 'Sau', asOf: '2023-06-16' };
  expect((await ask('leader', 'POST', '/api/snapshots', later)).json.errors[0].path).toBe('asOf');
  expect((await ask('leader', 'GET', '/api/snapshots/snap_none')).status).toBe(404);
});
