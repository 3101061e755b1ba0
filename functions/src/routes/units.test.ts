import { aDocument } from '@tddh/core/testing';
import { expect, inject, test } from 'vitest';
import { entered, testApi } from '../testing.ts';

const order = { kind: 'merge', on: '2023-06-15', basis: '18/NQ-HĐND', from: ['snv'], to: ['stc'] };

test('a merger is recorded, reviewed and moved, and its people go with it', async () => {
  const { ask } = await testApi(inject('endpoint'));
  const { assignments } = await entered(ask, aDocument());
  const { status, json } = await ask('admin', 'POST', '/api/successions', order);
  expect([status, json.succession.basis]).toEqual([201, '18/NQ-HĐND']);
  const at = `/api/successions/${json.succession.id}`;
  expect((await ask('admin', 'GET', '/api/successions')).json.items[0].left).toEqual({
    ...{ open: { assigned: 1 }, closed: 0, people: 2 },
  });
  const { items } = (await ask('admin', 'GET', `${at}/moves`)).json;
  expect(items).toMatchObject([{ id: assignments[0]!.id, from: 'snv', target: 'stc', choice: [] }]);
  const moves = [{ id: items[0].id }];
  const moved = await ask('admin', 'POST', `${at}/moves`, { moves });
  expect(moved.json.results).toMatchObject([{ ok: true, done: true }]);
  const people = (await ask('admin', 'GET', `${at}/people`)).json.items as { id: string }[];
  await ask('admin', 'POST', `${at}/people`, { moves: people.map(({ id }) => ({ id })) });
  const own = await ask('agency', 'GET', '/api/assignments');
  expect(own.json.items).toMatchObject([{ agency: { id: 'stc' }, status: 'assigned' }]);
  expect((await ask('admin', 'GET', '/api/statistics?units=now')).json.units).toBe('now');
});

test('a reorganisation that cannot be is refused with every fault, and more than 100 rows are too many', async () => {
  const { ask } = await testApi(inject('endpoint'));
  const bad = await ask('admin', 'POST', '/api/successions', { ...order, to: ['khong-co', 'tonghop'] });
  expect(bad.json.errors.map((one: { path: string }) => one.path)).toEqual(['to', 'to.0', 'to']);
  const moves = Array.from({ length: 101 }, (_, i) => ({ id: `asg_${i}` }));
  const many = await ask('admin', 'POST', '/api/successions/suc_x/moves', { moves });
  expect([many.status, many.json.errors[0].path]).toEqual([422, 'moves']);
  expect((await ask('admin', 'GET', '/api/successions/suc_x/moves')).status).toBe(404);
});

test('units and fields are changed over the revision that was read, and by nobody but an administrator', async () => {
  const { ask } = await testApi(inject('endpoint'));
  const change = { short: 'Nội vụ', code: 'H15.03', validFrom: '2020-01-01' };
  const { json } = await ask('admin', 'PATCH', '/api/units/snv', change, { 'if-match': '0' });
  expect(json.unit).toMatchObject({ ...change, revision: 1 });
  expect((await ask('admin', 'PATCH', '/api/units/snv', change, { 'if-match': '0' })).status).toBe(412);
  const fault = async (path: string, body: object) =>
    (await ask('admin', 'PATCH', path, body)).json.errors?.[0].path;
  expect(await fault('/api/units/stc', { code: 'H15.03' })).toBe('code');
  expect(await fault('/api/units/stc', { code: 'H15..03' })).toBe('code');
  expect(await fault('/api/units/stc', { name: 'Sở Nội vụ' })).toBe('name');
  expect(await fault('/api/units/snv', { validTo: '2019-01-01' })).toBe('validTo');
  expect(await fault('/api/units/stc', { kind: 'department' })).toBe('kind');
  expect(await fault('/api/fields/giaoduc', { name: 'Nội chính' })).toBe('name');
  expect((await ask('admin', 'PATCH', '/api/fields/giaoduc', { name: 'Giáo dục, khoa học' })).status).toBe(
    200,
  );
  expect((await ask('admin', 'PATCH', '/api/units/khongco', { short: 'x' })).status).toBe(404);
  for (const [method, path] of [
    ['PATCH', '/api/units/snv'],
    ['PATCH', '/api/fields/giaoduc'],
    ['POST', '/api/successions'],
  ] as const) {
    const body = path.endsWith('successions') ? order : { name: 'Tên khác' };
    expect((await ask('chief', method, path, body)).status, path).toBe(403);
    expect((await ask('agency', method, path, body)).status, path).toBe(403);
  }
});

test('a field goes to another department: open assignments and drafts follow in a batch, closed ones stay', async () => {
  const { ask } = await testApi(inject('endpoint'));
  const task = (n: number) => ({ content: `Việc ${n}`, leads: ['snv', 'stc'], supports: [], dueOn: null });
  const { assignments, document } = await entered(
    ask,
    aDocument({ field: 'noichinh', tasks: [task(1), task(2)] }),
  );
  const draft = await entered(ask, aDocument({ field: 'noichinh', draft: true }));
  const done = assignments[0]!.id;
  const paper = {
    result: 'Xong',
    documentNumber: '1/BC',
    documentDate: '2023-06-14',
    reportedOn: '2023-06-14',
  };
  await ask('officer', 'POST', `/api/assignments/${done}/report`, { ...paper, confirm: true });
  const at = '/api/fields/noichinh';
  expect((await ask('admin', 'GET', `${at}/handover?to=khoagiao`)).json.assignments).toHaveLength(3);
  expect((await ask('admin', 'POST', `${at}/handover`, { departmentId: 'snv' })).json.errors[0].path).toBe(
    'departmentId',
  );
  expect((await ask('chief', 'POST', `${at}/handover`, { departmentId: 'khoagiao' })).status).toBe(403);
  expect((await ask('admin', 'POST', `${at}/handover`, { departmentId: 'khoagiao' })).status).toBe(200);
  const left = (await ask('admin', 'GET', `${at}/handover`)).json;
  expect([left.assignments.length, left.drafts]).toMatchObject([3, [{ id: draft.document.id }]]);
  const ids = [...left.assignments, ...left.drafts].map((one: { id: string }) => one.id);
  const follow = async () =>
    (await ask('admin', 'POST', `${at}/follow`, { ids: [done, ...ids] })).json.results;
  expect((await follow()).map((one: { ok: boolean }) => one.ok)).toEqual([false, true, true, true, true]);
  expect((await follow()).map((one: { done?: boolean }) => one.done)).toEqual([
    undefined,
    false,
    false,
    false,
    false,
  ]);
  expect((await ask('admin', 'GET', `${at}/handover`)).json).toMatchObject({ assignments: [], drafts: [] });
  const home = async (id: string) =>
    (await ask('chief', 'GET', `/api/assignments/${id}`)).json.assignment.department.id;
  expect([await home(done), await home(assignments[1]!.id)]).toEqual(['tonghop', 'khoagiao']);
  const mend = { subject: 'Trích yếu mới', reason: 'Sai' };
  expect((await ask('officer', 'PATCH', `/api/documents/${document.id}`, mend)).status).toBe(403);
  expect((await ask('other', 'PATCH', `/api/documents/${document.id}`, mend)).status).toBe(200);
  expect([await home(done), await home(assignments[1]!.id)]).toEqual(['tonghop', 'khoagiao']);
});
