import { expect, test } from 'vitest';
import { clocked, cookieIn, minute, tokenIn, withFactor } from '../clocked.ts';

const day = 86_400_000;
const officer = '/api/people/per_officer';
type Log = { act: string; subject?: string; actor: { id: string }; detail?: string };

/** The audit log of the office, newest first, as the administrator reads it. */
async function logOf({ ask }: Awaited<ReturnType<typeof clocked>>, query = ''): Promise<Log[]> {
  return (await ask('admin', 'GET', `/api/audit${query}`)).json.items;
}
const standing = async ({ ask }: Awaited<ReturnType<typeof clocked>>, id: string) =>
  (await ask('admin', 'GET', '/api/people')).json.items.find((one: { id: string }) => one.id === id);

test('a person without a password is invited at once, is listed as not yet come, and comes in by the link of the letter', async () => {
  const api = await clocked();
  const { ask, db, signIn, pass } = api;
  const newcomer = { name: 'Người Mới', username: 'moi', role: 'officer', unitId: 'tonghop' };
  const refused = await ask('admin', 'POST', '/api/people', newcomer);
  expect([refused.status, refused.json.errors[0].path]).toEqual([422, 'email']);
  const { json } = await ask('admin', 'POST', '/api/people', { ...newcomer, email: 'moi@so.gov.vn' });
  const { id } = json.person;
  expect(await standing(api, id)).toMatchObject({ standing: 'invited', email: 'moi@so.gov.vn' });
  expect((await signIn({ username: 'moi', password: 'bat-ky-mat-khau-nao' })).status).toBe(401);
  const token = await tokenIn(db, id);
  const use = { token, password: 'mot-mat-khau-cua-toi' };
  expect((await ask('nobody', 'POST', '/api/links/use', use)).status).toBe(200);
  pass(minute);
  expect((await signIn({ username: 'moi', password: use.password })).status).toBe(200);
  expect(await standing(api, id)).toMatchObject({ standing: 'active' });
  expect((await logOf(api, `?subject=${id}`)).map((one) => one.act).reverse()).toEqual([
    ...['person-added', 'link-sent', 'sign-in-refused', 'link-used', 'signed-in'],
  ]);
});

test('how accounts stand is told to administrators alone', async () => {
  const { ask } = await clocked();
  for (const who of ['officer', 'head', 'chief'] as const) {
    const { json } = await ask(who, 'GET', '/api/people');
    expect(JSON.stringify(json), who).not.toContain('standing');
  }
});

test('who was given a password and never came, and who stayed away, are stale after 45 days, and come in by a mailed link', async () => {
  const api = await clocked({ owed: true });
  const { ask, db, signIn, pass, password, code } = api;
  const { secret } = (await ask('admin', 'POST', '/api/account/factor', { current: password })).json;
  await ask('admin', 'POST', '/api/account/factor/confirm', { code: code(secret) });
  const made = { name: 'Chưa Đến', username: 'chuaden', role: 'officer', unitId: 'tonghop', password };
  const { person } = (await ask('admin', 'POST', '/api/people', { ...made, email: 'chuaden@so.gov.vn' }))
    .json;
  expect(await standing(api, person.id)).toMatchObject({ standing: 'new' });
  pass(46 * day);
  const entered = await signIn({ username: 'chuaden', password });
  expect(entered.json).toMatchObject({ status: 403, code: 'account_stale' });
  const token = await tokenIn(db, person.id);
  expect((await ask('nobody', 'POST', '/api/links/use', { token })).status).toBe(200);
  expect((await signIn({ username: 'chuaden', password })).status).toBe(200);
});

test('the administrator of the first visit counts as used from that visit on', async () => {
  const { ask, pass, signIn, db } = await clocked({ owed: true });
  const first = { province: 'Thử', name: 'Quản Trị', username: 'dautien', password: 'mot-mat-khau-dai' };
  const { json } = await ask('nobody', 'POST', '/api/setup', first);
  const { data } = await db.people.get({ personId: json.person.id }).go();
  expect(data?.data).toMatchObject({ usedAt: '2023-06-15T02:00:00.000Z' });
  pass(46 * day);
  expect((await signIn({ username: 'dautien', password: first.password })).json.code).toBe('account_stale');
});

test('a lost second factor is taken away by a mailed link and the password, once, and audited', async () => {
  const api = await clocked();
  const { ask, db, signIn, password, pass } = api;
  await withFactor(api);
  await ask('admin', 'PATCH', officer, { email: 'a@so.gov.vn' });
  expect(
    (await ask('nobody', 'POST', '/api/links/ask', { username: 'officer', kind: 'factor' })).status,
  ).toBe(202);
  const token = await tokenIn(db, 'per_officer');
  const use = (current: string) => ask('nobody', 'POST', '/api/links/use', { token, current });
  expect((await use('sai')).json.code).toBe('wrong_password');
  expect((await signIn({ username: 'officer', password })).json.code).toBe('factor_needed');
  expect((await use(password)).status).toBe(200);
  expect((await use(password)).json.code).toBe('bad_link');
  pass(minute);
  expect((await ask('officer', 'GET', '/api/session')).status).toBe(401);
  expect((await signIn({ username: 'officer', password })).status).toBe(200);
  expect(
    (await logOf(api, '?subject=per_officer')).map(({ act, detail }) => `${act} ${detail ?? ''}`),
  ).toEqual(expect.arrayContaining(['link-sent factor', 'link-used factor']));
});

test('a lost second factor is taken away by the administrator, with a reason: every session ends, the person is told, the log knows', async () => {
  const api = await clocked();
  const { ask, db, signIn, password, pass } = api;
  await ask('admin', 'PATCH', officer, { email: 'a@so.gov.vn' });
  const remove = (body: object = { reason: 'Mất điện thoại' }) =>
    ask('admin', 'POST', `${officer}/factor/remove`, body);
  expect((await remove()).json.code).toBe('state_forbids');
  await withFactor(api);
  expect((await standing(api, 'per_officer')).factor).toBe(true);
  expect((await remove({})).json.errors[0].path).toBe('reason');
  expect((await ask('officer', 'POST', '/api/people/per_admin/factor/remove', { reason: 'x' })).status).toBe(
    403,
  );
  expect((await remove()).status).toBe(200);
  expect((await ask('officer', 'GET', '/api/session')).status).toBe(401);
  pass(minute);
  expect((await signIn({ username: 'officer', password })).status).toBe(200);
  const [entry] = await logOf(api, '?subject=per_officer&act=factor-removed');
  expect(entry).toMatchObject({ actor: { id: 'per_admin' }, detail: 'Mất điện thoại' });
  const { data } = await db.letters.query.due({ queue: 'mail' }).go();
  expect(data.map((row) => row.data.subject)).toContain('Xác thực hai lớp đã được gỡ');
});

test('a password too short to stand alone is not left alone: the administrator sends a link instead', async () => {
  const api = await clocked();
  const { ask, password } = api;
  await withFactor(api);
  const change = { current: password, password: 'ngan-thoi' };
  expect((await ask('officer', 'POST', '/api/account/password', change)).status).toBe(200);
  const { json } = await ask('admin', 'POST', `${officer}/factor/remove`, { reason: 'Mất điện thoại' });
  expect(json).toMatchObject({ code: 'state_forbids', detail: expect.stringContaining('thư mời') });
});

test('who has no mailbox is handed a link: it sets a password, once, takes the factor away, and the log names who made it', async () => {
  const api = await clocked();
  const { ask, signIn, pass } = api;
  await withFactor(api);
  expect((await ask('admin', 'POST', `${officer}/invite`, {})).json.errors[0].path).toBe('email');
  const { json } = await ask('admin', 'POST', `${officer}/link`, {});
  expect(json.days).toBe(7);
  const use = () =>
    ask('nobody', 'POST', '/api/links/use', { token: json.token, password: 'mot-mat-khau-moi' });
  const twice = await Promise.all([use(), use()]);
  expect(twice.map(({ status }) => status).sort()).toEqual([200, 410]);
  pass(minute);
  expect((await signIn({ username: 'officer', password: 'mot-mat-khau-moi' })).status).toBe(200);
  const [entry] = await logOf(api, '?subject=per_officer&act=link-made');
  expect(entry?.actor.id).toBe('per_admin');
  expect(JSON.stringify(await logOf(api))).not.toContain(json.token);
});

test('how long a password must be is a setting, and so is how long with a second factor', async () => {
  const { ask, password } = await clocked();
  await ask('admin', 'PATCH', '/api/settings', { passwordLength: 20 });
  expect((await ask('officer', 'GET', '/api/account')).json.least).toBe(20);
  const change = { current: password, password: 'mot-mat-khau-dai' };
  const { json } = await ask('officer', 'POST', '/api/account/password', change);
  expect(json.errors).toMatchObject([{ path: 'password', message: expect.stringContaining('20 ký tự') }]);
  const made = { name: 'A B', username: 'ab', role: 'officer', unitId: 'tonghop', password: change.password };
  expect((await ask('admin', 'POST', '/api/people', made)).json.errors[0].path).toBe('password');
  expect((await ask('admin', 'PATCH', '/api/settings', { factorPasswordLength: 7 })).status).toBe(422);
});

test('there is one Chief of the Office: who becomes it takes it over, and only an office-leader can', async () => {
  const { ask } = await clocked();
  const deputy = { role: 'office-leader', unitId: 'ldvp' };
  await ask('admin', 'PATCH', officer, deputy);
  const name = (id: string) => ask('admin', 'PATCH', `/api/people/${id}`, { chief: true });
  expect((await name('per_other')).json.errors[0].path).toBe('chief');
  expect((await name('per_chief')).json.person.chief).toBe(true);
  expect((await name('per_officer')).json.person.chief).toBe(true);
  const chiefs = async () =>
    (await ask('admin', 'GET', '/api/people')).json.items
      .filter((one: { chief?: boolean }) => one.chief)
      .map((one: { id: string }) => one.id);
  expect(await chiefs()).toEqual(['per_officer']);
  const hand = { to: 'per_chief', role: true };
  await ask('admin', 'POST', `${officer}/handover`, hand);
  expect(await chiefs()).toEqual(['per_chief']);
  await ask('admin', 'PATCH', '/api/people/per_chief', { role: 'officer', unitId: 'tonghop' });
  expect(await chiefs()).toEqual([]);
});

test('an account that is hammered while it is locked writes a handful of entries, and the last tells how hard', async () => {
  const api = await clocked();
  const { signIn, ask, pass } = api;
  for (let i = 0; i < 5; i += 1) await signIn({ username: 'officer', password: 'sai' });
  for (let i = 0; i < 25; i += 1) {
    expect((await signIn({ username: 'officer', password: 'sai' })).status).toBe(423);
  }
  const locked = await logOf(api, '?subject=per_officer&act=locked-out');
  expect(locked).toHaveLength(2);
  expect(locked.map(({ detail }) => /lần thứ (\d+)/.exec(detail ?? '')?.[1]).sort()).toEqual(['1', '10']);
  // Also at the lock of the screen, which is another door to the same secret.
  pass(20 * minute);
  const unlock = (password: string) => ask('head', 'POST', '/api/session/unlock', { password });
  for (let i = 0; i < 8; i += 1) await unlock('sai');
  expect((await unlock('sai')).status).toBe(423);
  pass(20 * minute);
  const opened = await ask('admin', 'POST', '/api/session/unlock', { password: api.password });
  const { json } = await ask(
    'nobody',
    'GET',
    '/api/audit?subject=per_head',
    undefined,
    cookieIn(opened.headers),
  );
  const acts = json.items.map((one: Log) => one.act).sort();
  expect(acts).toEqual(['locked-out', ...Array(5).fill('sign-in-refused')]);
});
