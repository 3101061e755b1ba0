import { expect, test } from 'vitest';
import { clocked, cookieIn, minute, tokenIn, withFactor } from '../clocked.ts';

test('with a second factor the password alone does not let in, and a code lets in once', async () => {
  const api = await clocked();
  const { signIn, code, password } = api;
  const { secret } = await withFactor(api);
  const who = { username: 'officer', password };
  expect((await signIn(who)).json.code).toBe('factor_needed');
  expect((await signIn({ ...who, code: '000000' })).status).toBe(401);
  const once = { ...who, code: code(secret) };
  const both = await Promise.all([signIn(once), signIn(once)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
  expect((await signIn(once)).status).toBe(401);
});

test('guesses at the second factor lock the account as those at the password do', async () => {
  const api = await clocked();
  await withFactor(api);
  const guess = () => api.signIn({ username: 'officer', password: api.password, code: '000000' });
  const answers = await Promise.all(Array.from({ length: 8 }, guess));
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
  expect((await guess()).headers.get('retry-after')).toBeTruthy();
});

test('a recovery code lets in once, also when it is sent twice at once', async () => {
  const api = await clocked();
  const { codes } = await withFactor(api);
  const body = { username: 'officer', password: api.password, code: codes[0]!.toUpperCase() };
  const both = await Promise.all([api.signIn(body), api.signIn(body)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
  expect((await api.ask('officer', 'GET', '/api/account')).json).toMatchObject({ factor: true, recovery: 9 });
});

test('no session is carried across a sign-in: what the browser brought is neither kept nor renewed', async () => {
  const { ask, signIn, password, cookieOf } = await clocked();
  const brought = cookieOf('officer');
  const { headers } = await signIn({ username: 'officer', password }, brought);
  expect(cookieIn(headers)).not.toEqual(brought);
  expect((await ask('nobody', 'GET', '/api/session', undefined, brought)).status).toBe(401);
  const chosen = { cookie: 'tddh=ke-tan-cong-chon' };
  expect(cookieIn((await signIn({ username: 'head', password }, chosen)).headers)).not.toEqual(chosen);
});

test('a session in which nothing is done locks, sooner for an administrator; what the page asks by itself does not count', async () => {
  const { ask, pass } = await clocked();
  pass(4 * minute);
  expect((await ask('admin', 'GET', '/api/session')).status).toBe(200);
  pass(4 * minute);
  expect((await ask('admin', 'GET', '/api/notifications')).status).toBe(200);
  pass(2 * minute);
  expect((await ask('admin', 'GET', '/api/session')).json.code).toBe('session_locked');
  expect((await ask('officer', 'GET', '/api/session')).status).toBe(200);
  pass(16 * minute);
  expect((await ask('officer', 'GET', '/api/notifications')).json.code).toBe('session_locked');
});

test('the password opens a locked session under a new token, and the end of the session stays', async () => {
  const { ask, pass, password, cookieOf } = await clocked();
  pass(20 * minute);
  const wrong = await ask('officer', 'POST', '/api/session/unlock', { password: 'sai' });
  expect(wrong.json.code).toBe('bad_credentials');
  const opened = await ask('officer', 'POST', '/api/session/unlock', { password });
  const mine = cookieIn(opened.headers);
  const get = (cookie: Record<string, string>) => ask('nobody', 'GET', '/api/session', undefined, cookie);
  expect([(await get(mine)).status, (await get(cookieOf('officer'))).status]).toEqual([200, 401]);
  for (let i = 0; i < 50; i += 1) {
    pass(14 * minute);
    if ((await get(mine)).status === 401) break;
  }
  expect((await ask('nobody', 'POST', '/api/session/unlock', { password }, mine)).json.code).toBe(
    'unauthenticated',
  );
});

test('reading costs a session one write a minute at most', async () => {
  const { ask, pass, db } = await clocked();
  let writes = 0;
  const send = db.client.send.bind(db.client);
  db.client.send = ((command: { constructor: { name: string } }, ...rest: never[]) => {
    if (!/Get|Query/.test(command.constructor.name)) writes += 1;
    return send(command as never, ...rest);
  }) as never;
  for (let i = 0; i < 30; i += 1) {
    pass(10_000);
    await ask('officer', 'GET', '/api/session');
  }
  expect(writes).toBeLessThanOrEqual(5);
});

test('who signs out everywhere is out everywhere, and one session can be ended by itself, nobody else’s', async () => {
  const { ask, signIn, password, pass } = await clocked();
  pass(1000);
  const other = cookieIn((await signIn({ username: 'officer', password })).headers);
  const { sessions } = (await ask('officer', 'GET', '/api/account')).json;
  expect(sessions.map((one: { mine: boolean }) => one.mine)).toEqual([false, true]);
  const path = `/api/sessions/${sessions[0].id}`;
  expect((await ask('head', 'DELETE', path)).status).toBe(404);
  expect((await ask('officer', 'DELETE', path)).status).toBe(200);
  expect((await ask('nobody', 'GET', '/api/session', undefined, other)).status).toBe(401);
  expect((await ask('officer', 'DELETE', '/api/sessions')).status).toBe(200);
  expect((await ask('officer', 'GET', '/api/session')).status).toBe(401);
});

test('a forgotten password is set by a mailed link: once, in time, and nobody learns whether an account exists', async () => {
  const { ask, db, signIn, pass } = await clocked();
  await ask('admin', 'PATCH', '/api/people/per_officer', { email: 'a@so.gov.vn' });
  const forgot = (username: string) => ask('nobody', 'POST', '/api/links/ask', { username });
  const [known, unknown] = [await forgot('officer'), await forgot('khongco')];
  expect([known.status, known.json]).toEqual([unknown.status, unknown.json]);
  const token = await tokenIn(db, 'per_officer');
  expect(token).not.toBe('');
  const use = (password: string, of = token) =>
    ask('nobody', 'POST', '/api/links/use', { token: of, password });
  expect((await use('ngan-qua')).status).toBe(422);
  const twice = await Promise.all([use('mot-mat-khau-khac'), use('hai-mat-khau-khac')]);
  expect(twice.map(({ status }) => status).sort()).toEqual([200, 410]);
  expect((await ask('officer', 'GET', '/api/session')).status).toBe(401);
  expect((await use('mot-mat-khau-nua')).json.code).toBe('bad_link');
  expect((await use('mot-mat-khau-nua', 'x'.repeat(43))).json.code).toBe('bad_link');
  pass(6 * minute);
  const word = twice[0]!.status === 200 ? 'mot-mat-khau-khac' : 'hai-mat-khau-khac';
  expect((await signIn({ username: 'officer', password: word })).status).toBe(200);
  await forgot('officer');
  const late = await tokenIn(db, 'per_officer');
  pass(61 * minute);
  expect((await ask('nobody', 'POST', '/api/links/open', { token: late })).json.code).toBe('bad_link');
});

test('an account unused for 60 days is mailed a link, and comes in after using it; in the sample it comes in at once', async () => {
  const { ask, db, signIn, password, pass } = await clocked({ owed: true });
  const who = { username: 'agency', password };
  const email = { email: 'a@so.gov.vn' };
  const { data } = await db.people.get({ personId: 'per_agency' }).go();
  await db.people.put({ personId: 'per_agency', unitId: 'snv', data: { ...data!.data, ...email } }).go();
  expect((await signIn(who)).status).toBe(200);
  pass(60 * 86_400_000);
  expect((await signIn(who)).json).toMatchObject({ status: 403, code: 'account_stale' });
  const token = await tokenIn(db, 'per_agency');
  expect((await ask('nobody', 'POST', '/api/links/open', { token })).json).toMatchObject({
    kind: 'reactivate',
  });
  expect((await ask('nobody', 'POST', '/api/links/use', { token })).status).toBe(200);
  expect((await signIn(who)).status).toBe(200);
});

test('an administrator who owes a second factor may do nothing else, and cannot take it away', async () => {
  const { ask, password, code } = await clocked({ owed: true });
  expect((await ask('admin', 'GET', '/api/people')).json.code).toBe('factor_owed');
  expect((await ask('admin', 'GET', '/api/session')).json.owes).toBe('factor');
  const { secret } = (await ask('admin', 'POST', '/api/account/factor', { current: password })).json;
  expect((await ask('admin', 'POST', '/api/account/factor/confirm', { code: code(secret) })).status).toBe(
    200,
  );
  expect((await ask('admin', 'GET', '/api/people')).status).toBe(200);
  const off = await ask('admin', 'POST', '/api/account/factor/remove', { current: password });
  expect(off.json.code).toBe('state_forbids');
});

test('8 characters are enough with a second factor, 14 without', async () => {
  const api = await clocked();
  const { ask, password, code, signIn, pass } = api;
  const set = (word: string, headers = {}) =>
    ask('officer', 'POST', '/api/account/password', { current: password, password: word }, headers);
  expect((await set('ngan-thoi')).status).toBe(422);
  const { secret } = await withFactor(api);
  const changed = await set('ngan-thoi');
  expect(changed.status).toBe(200);
  pass(minute);
  expect((await signIn({ username: 'officer', password: 'ngan-thoi', code: code(secret) })).status).toBe(200);
  const off = await ask(
    'nobody',
    'POST',
    '/api/account/factor/remove',
    { current: 'ngan-thoi' },
    cookieIn(changed.headers),
  );
  expect(off.json.code).toBe('state_forbids');
});

test('the audit log tells sign-ins, refusals, changes and exports, newest first; only an administrator reads it', async () => {
  const { ask, signIn, password, pass } = await clocked();
  const then = async (work: Promise<unknown>) => {
    await work;
    pass(1000);
  };
  await then(signIn({ username: 'officer', password: 'sai' }));
  await then(signIn({ username: 'officer', password }));
  await then(ask('officer', 'POST', '/api/units', { name: 'Sở Mới', kind: 'agency' }));
  await then(ask('admin', 'PATCH', '/api/people/per_other', { name: 'Tên Mới' }));
  await then(ask('admin', 'PATCH', '/api/settings', { startAfter: 3 }));
  await then(ask('chief', 'GET', '/api/statistics.csv'));
  const log = async (query = '') => (await ask('admin', 'GET', `/api/audit${query}`)).json.items;
  const told = (await log()).map(
    ({ act, actor }: { act: string; actor: { id: string } }) => `${act} ${actor.id}`,
  );
  expect(told).toEqual([
    ...['exported per_chief', 'settings-changed per_admin', 'person-changed per_admin'],
    ...['refused per_officer', 'signed-in per_officer', 'sign-in-refused -'],
  ]);
  expect(await log('?subject=per_other&act=person-changed')).toHaveLength(1);
  expect(await log('?actor=per_officer&from=2023-06-15&to=2023-06-15')).toHaveLength(2);
  expect(await log('?to=2023-06-14')).toHaveLength(0);
  expect(JSON.stringify(await log())).not.toMatch(/"sai"/);
  expect((await ask('officer', 'GET', '/api/audit')).status).toBe(403);
});
