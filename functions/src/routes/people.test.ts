import { aDocument } from '@tddh/core/testing';
import { expect, inject, test } from 'vitest';
import { entered, testApi } from '../testing.ts';

const patch = (id: string) => `/api/people/per_${id}`;

test('an administrator changes name, role, unit, fields and address, and the next request acts in the new role', async () => {
  const { ask } = await testApi(inject('endpoint'));
  const change = {
    ...{ name: 'Nguyễn Văn An', role: 'office-leader', unitId: 'ldvp', fields: ['giaoduc'] },
    email: ' An@So.GOV.vn ',
  };
  const { status, json } = await ask('admin', 'PATCH', patch('officer'), change);
  expect(status).toBe(200);
  expect(json.person).toMatchObject({
    ...{ name: 'Nguyễn Văn An', role: 'office-leader', unit: { id: 'ldvp' }, fields: ['giaoduc'] },
    ...{ email: 'an@so.gov.vn', revision: 1 },
  });
  const own = await ask('officer', 'GET', '/api/session');
  expect(own.json.person).toMatchObject({ role: 'office-leader', unit: { id: 'ldvp' } });
  const people = await ask('admin', 'GET', '/api/people?unit=ldvp');
  expect(people.json.items.map((one: { name: string }) => one.name)).toContain('Nguyễn Văn An');
  expect(JSON.stringify(people.json)).not.toContain('passwordHash');
});

test('who is disabled is out at once, and no old session lets in who is enabled again', async () => {
  const { ask } = await testApi(inject('endpoint'));
  expect((await ask('agency', 'GET', '/api/session')).status).toBe(200);
  expect((await ask('admin', 'PATCH', patch('agency'), { disabled: true })).json.person.disabled).toBe(true);
  expect((await ask('agency', 'GET', '/api/session')).status).toBe(401);
  expect((await ask('admin', 'PATCH', patch('agency'), { disabled: false })).json.person.disabled).toBe(
    undefined,
  );
  expect((await ask('agency', 'GET', '/api/session')).status).toBe(401);
});

test('a role in a unit of another kind, an unknown field and a wrong address are refused, and nothing changes', async () => {
  const { ask } = await testApi(inject('endpoint'));
  const fault = async (change: object) => {
    const { status, json } = await ask('admin', 'PATCH', patch('officer'), change);
    return [status, json.errors[0].path];
  };
  expect(await fault({ role: 'agency-leader' })).toEqual([422, 'unitId']);
  expect(await fault({ unitId: 'snv' })).toEqual([422, 'unitId']);
  expect(await fault({ fields: ['khong-co'] })).toEqual([422, 'fields.0']);
  expect(await fault({ email: 'a@b.vn\nBcc: x@y.vn' })).toEqual([422, 'email']);
  expect(await fault({ passwordHash: 'x' })).toEqual([422, 'passwordHash']);
  expect(await fault({})).toEqual([422, '']);
  const { json } = await ask('admin', 'GET', '/api/people?unit=tonghop');
  expect(json.items.find((one: { id: string }) => one.id === 'per_officer')).toMatchObject({
    ...{ role: 'officer', revision: 0 },
  });
});

test('nobody but an administrator changes people, and a person who is not there is not found', async () => {
  const { ask } = await testApi(inject('endpoint'));
  for (const who of ['officer', 'head', 'chief', 'leader', 'agency', 'agencyHead'] as const) {
    expect((await ask(who, 'PATCH', patch('officer'), { name: 'Khác' })).status, who).toBe(403);
  }
  expect((await ask('admin', 'PATCH', patch('khongco'), { name: 'Khác' })).status).toBe(404);
});

test('the last administrator can neither be disabled nor lose the role, also when two take each other away at once', async () => {
  const { ask } = await testApi(inject('endpoint'));
  const demote = { role: 'officer' };
  expect((await ask('admin', 'PATCH', patch('admin'), { disabled: true })).status).toBe(422);
  expect((await ask('admin', 'PATCH', patch('admin'), demote)).json.code).toBe('state_forbids');
  await ask('admin', 'PATCH', patch('officer'), { role: 'admin' });
  const tries = await Promise.all([
    ask('admin', 'PATCH', patch('officer'), demote),
    ask('officer', 'PATCH', patch('admin'), demote),
  ]);
  expect(tries.map(({ status }) => status).sort()).not.toEqual([200, 200]);
  const { json } = await ask('chief', 'GET', '/api/people?unit=tonghop');
  expect(json.items.filter((one: { role: string }) => one.role === 'admin')).toHaveLength(1);
});

test('of two who saw the same person, the second is told that it has changed', async () => {
  const { ask } = await testApi(inject('endpoint'));
  const rename = (name: string) => ask('admin', 'PATCH', patch('officer'), { name }, { 'if-match': '0' });
  expect((await rename('Một')).status).toBe(200);
  expect((await rename('Hai')).json).toMatchObject({ status: 412, code: 'revision_changed' });
});

test('a person hands fields, role and account over to another of the same unit in one step, with the counts before', async () => {
  const { ask } = await testApi(inject('endpoint'));
  await ask('admin', 'PATCH', patch('head'), { fields: ['noichinh'] });
  await entered(ask, aDocument({ field: 'noichinh' }));
  const left = await ask('admin', 'GET', '/api/people/per_head/handover');
  expect(left.json).toMatchObject({ fields: [{ id: 'noichinh', open: 1 }], role: 'department-head' });
  expect(left.json.others.map((one: { id: string }) => one.id)).toContain('per_officer');
  const hand = (body: object) => ask('admin', 'POST', '/api/people/per_head/handover', body);
  expect((await hand({ to: 'per_other' })).json.errors[0].path).toBe('to');
  const { json } = await hand({ to: 'per_officer', role: true, disable: true });
  expect(json).toMatchObject({
    from: { role: 'officer', fields: [], disabled: true },
    to: { role: 'department-head', fields: ['noichinh'] },
  });
  expect((await ask('head', 'GET', '/api/session')).status).toBe(401);
  expect((await ask('chief', 'POST', '/api/people/per_officer/handover', { to: 'per_admin' })).status).toBe(
    403,
  );
});
