import { expect, inject, test } from 'vitest';
import { testApi } from '../testing.ts';

test('a person signs in, is known by a cookie that scripts cannot read, and signs out', async () => {
  const { ask, password } = await testApi(inject('endpoint'));
  const { status, json, headers } = await ask('nobody', 'POST', '/api/session', {
    username: 'Officer ',
    password,
  });
  expect([status, json.person.username, json.person.unit.name]).toEqual([200, 'officer', 'Phòng Tổng hợp']);
  const cookie = headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/HttpOnly/i);
  expect(cookie).toMatch(/SameSite=Lax/i);
  const mine = { cookie: cookie.split(';')[0]! };
  expect((await ask('nobody', 'GET', '/api/session', undefined, mine)).json.person.id).toBe('per_officer');
  expect((await ask('nobody', 'DELETE', '/api/session', undefined, mine)).status).toBe(200);
  expect((await ask('nobody', 'GET', '/api/session', undefined, mine)).status).toBe(401);
});

test('a session ends by itself, and its token is not in the table', async () => {
  let now = new Date('2023-06-15T02:00:00Z');
  const { ask, db } = await testApi(inject('endpoint'), { now: () => now });
  expect((await ask('officer', 'GET', '/api/session')).status).toBe(200);
  now = new Date('2023-06-15T14:00:01Z');
  expect((await ask('officer', 'GET', '/api/session')).status).toBe(401);
  expect(db.table).toBeTruthy();
});

test('five failures lock the account for a while, with the time to wait; a success does not count', async () => {
  let now = new Date('2023-06-15T02:00:00Z');
  const { ask, password } = await testApi(inject('endpoint'), { now: () => now });
  const tryWith = (word: string, username = 'officer') =>
    ask('nobody', 'POST', '/api/session', { username, password: word });
  for (let i = 0; i < 6; i += 1) expect((await tryWith(password)).status).toBe(200);
  for (let i = 0; i < 5; i += 1) expect((await tryWith('sai')).json.code).toBe('bad_credentials');
  const locked = await tryWith(password);
  expect(locked.json).toMatchObject({ status: 423, code: 'locked' });
  expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await tryWith(password, 'head')).status).toBe(200);
  now = new Date('2023-06-15T02:15:01Z');
  expect((await tryWith(password)).status).toBe(200);
});

test('many guesses at once count as many', async () => {
  const { ask, password } = await testApi(inject('endpoint'));
  const guess = (word: string) =>
    ask('nobody', 'POST', '/api/session', { username: 'officer', password: word });
  const answers = await Promise.all(Array.from({ length: 12 }, () => guess('sai')));
  expect(answers.filter((a) => a.json.code === 'bad_credentials')).toHaveLength(5);
  expect((await guess(password)).status).toBe(423);
});

test('an unknown account answers as a wrong password does', async () => {
  const { ask } = await testApi(inject('endpoint'));
  const one = await ask('nobody', 'POST', '/api/session', { username: 'khongco', password: 'x' });
  const two = await ask('nobody', 'POST', '/api/session', { username: 'officer', password: 'x' });
  const { requestId: _, ...first } = one.json;
  const { requestId: __, ...second } = two.json;
  expect(first).toEqual(second);
});

test('a write from another site is refused; ours, and one without a browser, pass', async () => {
  const { ask, password } = await testApi(inject('endpoint'));
  const from = (headers: Record<string, string>) =>
    ask('nobody', 'POST', '/api/session', { username: 'officer', password }, headers);
  expect((await from({ origin: 'https://evil.test' })).json).toMatchObject({
    status: 403,
    code: 'wrong_origin',
  });
  expect((await from({ origin: 'null' })).status).toBe(403);
  expect((await from({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await from({ origin: 'http://office.test' })).status).toBe(200);
  expect((await from({ origin: 'https://viewer.test', 'x-forwarded-host': 'viewer.test' })).status).toBe(200);
  expect((await from({})).status).toBe(200);
  const strict = await testApi(inject('endpoint'), { origin: 'https://tddh.test' });
  const answer = await strict.ask(
    'nobody',
    'POST',
    '/api/session',
    { username: 'officer', password },
    { origin: 'http://office.test' },
  );
  expect(answer.status).toBe(403);
});

test('the first visitor of an empty system becomes its administrator, once', async () => {
  const { ask } = await testApi(inject('endpoint'));
  expect((await ask('nobody', 'GET', '/api/setup')).json).toEqual({ needed: true });
  const visitors = ['mot', 'hai', 'ba'].map((username) =>
    ask('nobody', 'POST', '/api/setup', {
      province: 'Thử',
      name: 'Quản trị',
      username,
      password: 'mot-mat-khau-dai',
    }),
  );
  expect((await Promise.all(visitors)).map((a) => a.status).sort()).toEqual([201, 409, 409]);
  expect((await ask('nobody', 'GET', '/api/setup')).json).toEqual({ needed: false });
});
