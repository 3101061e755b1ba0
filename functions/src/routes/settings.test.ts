import { expect, inject, test } from 'vitest';
import { testApi } from '../testing.ts';

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
