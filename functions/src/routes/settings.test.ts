import { aDocument } from '@tddh/core/testing';
import { expect, inject, test } from 'vitest';
import { entered, testApi } from '../testing.ts';

test('an administrator changes a figure, which holds at once, and everybody else is refused', async () => {
  const { ask } = await testApi(inject('endpoint'));
  const read = await ask('admin', 'GET', '/api/settings');
  expect(read.json.settings).toMatchObject({ startAfter: 2, extensions: 1, secondPerson: false });
  const answer = await ask('admin', 'PATCH', '/api/settings', { extensions: 2, secondPerson: true });
  expect(answer.json.settings).toMatchObject({ extensions: 2, secondPerson: true, revision: 1 });
  expect((await ask('admin', 'GET', '/api/settings')).json.settings.extensions).toBe(2);
  for (const who of ['officer', 'chief', 'leader', 'agency'] as const) {
    expect((await ask(who, 'PATCH', '/api/settings', { extensions: 3 })).status).toBe(403);
    expect((await ask(who, 'GET', '/api/settings')).status).toBe(403);
  }
});

test('a figure out of its bounds is refused with a sentence, and nothing is changed', async () => {
  const { ask } = await testApi(inject('endpoint'));
  const { status, json } = await ask('admin', 'PATCH', '/api/settings', { startAfter: 99 });
  expect([status, json.code, json.errors[0].path]).toEqual([422, 'invalid', 'startAfter']);
  expect(json.errors[0].message).toMatch(/từ 0 đến 30/);
  expect((await ask('admin', 'GET', '/api/settings')).json.settings.startAfter).toBe(2);
});

test('of two administrators who saw the same settings, one is told that they have changed', async () => {
  const { ask } = await testApi(inject('endpoint'));
  const change = (extensions: number) =>
    ask('admin', 'PATCH', '/api/settings', { extensions }, { 'if-match': '0' });
  const codes = (await Promise.all([change(2), change(3)])).map(({ status }) => status).sort();
  expect(codes).toEqual([200, 412]);
});

test('a day off that is added changes the age of what waits at once, and a year replaces only its own days', async () => {
  const { ask } = await testApi(inject('endpoint'));
  const { assignments } = await entered(ask, aDocument({ issuedOn: '2023-06-01' }));
  const paper = { result: 'Xong', documentNumber: '1/BC', documentDate: '2023-06-14' };
  await ask('agency', 'POST', `/api/assignments/${assignments[0]!.id}/report`, paper);
  const off = [{ on: '2023-06-15', note: 'Nghỉ đột xuất' }];
  const { json } = await ask('admin', 'PATCH', '/api/calendar', { year: 2023, off, working: [] });
  expect(json.calendar).toEqual({
    off: ['2023-06-15'],
    working: [],
    notes: { '2023-06-15': 'Nghỉ đột xuất' },
  });
  await ask('admin', 'PATCH', '/api/calendar', { year: 2024, off: [{ on: '2024-01-01' }], working: [] });
  const after = await ask('officer', 'GET', '/api/catalog');
  expect(after.json.calendar.off).toEqual(['2023-06-15', '2024-01-01']);
  const faults = async (body: object) =>
    (
      await ask('admin', 'PATCH', '/api/calendar', { year: 2023, off: [], working: [], ...body })
    ).json.errors.map((one: { path: string }) => one.path);
  expect(await faults({ off: [{ on: '2024-06-15' }] })).toEqual(['off.0.on']);
  expect(await faults({ working: [{ on: '2023-06-14' }] })).toEqual(['working.0.on']);
  expect(await faults({ off: [{ on: '2023-06-14' }, { on: '2023-06-14' }] })).toEqual(['off.1.on']);
  expect((await ask('officer', 'PATCH', '/api/calendar', { year: 2023, off: [], working: [] })).status).toBe(
    403,
  );
});
