import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { onPhone, violations } from './eye.ts';
import { useProduct } from './product.ts';
import { say, words } from './words.ts';
import { letterTo, unusedFor } from './yard.ts';

const product = useProduct({ empty: true });
const { account, forgot, lock, manage, opening, setup, signIn: gate, entry } = words;
const secret = 'mot cau that de nho';
/** The administrator's second factor, since it was set. */
const factor = { key: '', codes: [] as string[] };
/** A code of the app now, or so many steps of 30 seconds later. */
const codeOf = (steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(factor.key) }).generate({ timestamp: Date.now() + steps * 30_000 });

async function signIn(page: Page, username: string, password: string): Promise<void> {
  await page.getByLabel(gate.username).fill(username);
  await page.getByLabel(gate.password, { exact: true }).fill(password);
  await page.keyboard.press('Enter');
}
/** Sets the second factor that an administrator owes before anything else. */
async function setFactor(page: Page): Promise<void> {
  await page.waitForURL('**/tai-khoan');
  const form = page.locator('form', { has: page.getByRole('button', { name: account.begin }) });
  await form.getByLabel(account.current).fill(secret);
  await form.getByRole('button', { name: account.begin }).click();
  factor.key = (await page.getByText(account.manual).locator('span').innerText()).trim();
  await page.getByLabel(account.code).fill(codeOf());
  await page.getByRole('button', { name: account.confirm }).click();
  await page.getByText(account.codes).waitFor();
  factor.codes = await page
    .getByRole('list')
    .getByText(/^[a-z0-9-]{8,}$/i)
    .allInnerTexts();
  expect([...(await violations(page, 'account')), ...(await onPhone(page, 'account'))]).toEqual([]);
}

/** Opens a part of the administration, fills its form and waits until the page says that it is added. */
async function add(
  page: Page,
  tab: string,
  name: string,
  fill: (form: Page) => Promise<void>,
): Promise<void> {
  const place = page
    .getByRole('navigation', { name: manage.title })
    .getByRole('link', { name: tab, exact: true });
  if (await place.count()) await place.click();
  else await page.getByRole('group', { name: manage.tabs }).getByText(tab, { exact: true }).click();
  await page
    .getByRole('heading', { level: 1, name: tab === manage.departments ? manage.units : tab })
    .waitFor();
  await fill(page);
  await page.getByRole('button', { name: manage.add, exact: true }).click();
  await page.getByText(say(manage.added, { name })).first().waitFor();
}
const person =
  (name: string, username: string, role: string, unit: string, field?: string) => async (page: Page) => {
    await page.getByLabel(manage.fullName).fill(name);
    await page.getByLabel(manage.role).selectOption(role);
    await page.getByLabel(manage.unit, { exact: true }).selectOption({ label: unit });
    if (field) await page.getByLabel(field).check();
    await page.getByLabel(manage.username).fill(username);
    await page.getByLabel(manage.password).fill(secret);
  };

test('an empty product is set up by its first visitor, who adds units and people, and work begins', async () => {
  const page = await product.open('/');
  await page.waitForURL('**/cai-dat-lan-dau');
  await page.getByLabel(setup.province).fill('tỉnh Đắk Nông');
  expect([...(await violations(page, 'setup')), ...(await onPhone(page, 'setup'))]).toEqual([]);
  await page.getByLabel(setup.name).fill('Lê Thị Quản');
  await page.getByLabel(gate.username).fill('quantri');
  await page.getByLabel(gate.password, { exact: true }).fill('ngan');
  await page.getByLabel(setup.repeat).fill(secret);
  await page.getByRole('button', { name: setup.submit }).click();
  await page.getByText(say(setup.short, { n: 4 })).waitFor();
  await page.getByText(setup.repeatWrong).waitFor();
  await page.getByLabel(gate.password, { exact: true }).fill(secret);
  await page.getByRole('button', { name: setup.submit }).click();
  await setFactor(page);
  await page.goto('/quan-tri/don-vi');

  const named = (name: string) => (form: Page) => form.getByLabel(manage.name, { exact: true }).fill(name);
  await add(page, manage.departments, 'Phòng Kinh tế', named('Phòng Kinh tế'));
  await add(page, manage.fields, 'Công thương', async (form) => {
    await named('Công thương')(form);
    await form.getByLabel(manage.departmentOf).selectOption({ label: 'Phòng Kinh tế' });
  });
  await add(page, manage.units, 'Sở Công Thương', named('Sở Công Thương'));
  const officer = person('Trần Văn Viên', 'vien', 'officer', 'Phòng Kinh tế', 'Công thương');
  await add(page, manage.people, 'Trần Văn Viên', officer);
  const focal = person('Phạm Thị Mối', 'moi', 'agency-officer', 'Sở Công Thương');
  await add(page, manage.people, 'Phạm Thị Mối', focal);

  const desk = await product.open('/van-ban/moi');
  await signIn(desk, 'vien', secret);
  await desk.getByLabel(entry.number).fill('1/UBND-KT');
  await desk.getByLabel(entry.subject).fill('Về chợ biên giới');
  await desk.getByLabel(entry.content).fill('Rà soát chợ biên giới');
  await desk.getByLabel(entry.leads).fill('cong thuong');
  await desk.getByRole('option', { name: 'Sở Công Thương' }).waitFor();
  await desk.keyboard.press('Enter');
  await desk.getByLabel(entry.dueOn, { exact: true }).fill('+15');
  await desk.keyboard.press('Control+Enter');
  await desk.getByRole('link', { name: entry.open }).waitFor();

  const agency = await product.open('/');
  await signIn(agency, 'moi', secret);
  await agency.getByRole('link', { name: 'Rà soát chợ biên giới' }).waitFor();
}, 120_000);

/** Comes in with the second factor. */
async function enterWith(page: Page, code: string): Promise<void> {
  await signIn(page, 'quantri', secret);
  await page.getByLabel(gate.factor).fill(code);
  await page.keyboard.press('Enter');
}

test('the administrator comes in by a code of the app or of the paper, once each; an idle page locks over what was typed; out everywhere is out everywhere', async () => {
  const page = await product.open('/dang-nhap');
  await page.clock.install();
  await page.reload();
  await enterWith(page, codeOf(-40));
  await page.getByRole('alert').waitFor();
  expect(await violations(page, 'second factor')).toEqual([]);
  await page.getByLabel(gate.factor).fill(codeOf(1));
  await page.keyboard.press('Enter');
  await page.locator('main#main').waitFor();
  await page.goto('/quan-tri/don-vi');
  const name = page.getByLabel(manage.name, { exact: true });
  await name.fill('Sở Xây dựng');
  await page.clock.fastForward('05:30');
  const over = page.getByRole('dialog', { name: lock.title });
  await over.waitFor();
  expect(await violations(page, 'lock', 'dialog[open]')).toEqual([]);
  const status = (path: string) => page.evaluate(async (one) => (await fetch(one)).status, path);
  expect(await status('/api/people')).toBe(401);
  await over.getByLabel(gate.password).fill('mot cau doan mo');
  await page.keyboard.press('Enter');
  await over.getByRole('alert').waitFor();
  await over.getByLabel(gate.password).fill(secret);
  await page.keyboard.press('Enter');
  await over.waitFor({ state: 'detached' });
  expect(await name.inputValue()).toBe('Sở Xây dựng');
  await page.keyboard.press('Enter');
  await page
    .getByText(say(manage.added, { name: 'Sở Xây dựng' }))
    .first()
    .waitFor();
  await page.evaluate(async () => {
    const { items } = await (await fetch('/api/people')).json();
    for (const { id, username } of items) {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ email: `${username}@tinh.example` });
      await fetch(`/api/people/${id}`, { method: 'PATCH', headers, body });
    }
  });

  const other = await product.open('/dang-nhap');
  await enterWith(other, factor.codes[0] ?? '');
  await other.locator('main#main').waitFor();
  const third = await product.open('/dang-nhap');
  await enterWith(third, factor.codes[0] ?? '');
  await third.getByRole('alert').waitFor();
  await other.goto('/tai-khoan');
  await other.getByText(say(account.factorOn, { n: factor.codes.length - 1 })).waitFor();
  await other.getByRole('button', { name: account.everywhere }).click();
  await other.waitForURL('**/dang-nhap');
  await page.reload();
  await page.getByLabel(gate.username).waitFor();
}, 60_000);

test('a forgotten password is set by the link of a letter, which opens once', async () => {
  const page = await product.open('/dang-nhap');
  await page.getByRole('link', { name: gate.forgot }).click();
  await page.getByLabel(gate.username).fill('vien');
  await page.keyboard.press('Enter');
  await page.getByText(forgot.sent).waitFor();
  const link =
    /http\S+/.exec(await letterTo(product.dataDir, 'vien@tinh.example', opening.password))?.[0] ?? '';
  await page.goto(link);
  await page.getByLabel(account.next).fill('ngan');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
  expect([...(await violations(page, 'link')), ...(await onPhone(page, 'link'))]).toEqual([]);
  await page.getByLabel(account.next).fill(renewed);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: opening.enter }).click();
  await signIn(page, 'vien', secret);
  await page.getByRole('alert').waitFor();
  await signIn(page, 'vien', renewed);
  await page.locator('main#main').waitFor();
  const again = await product.open(link);
  await again.getByRole('heading', { name: opening.bad }).waitFor();
});
const renewed = 'mot cau khac de nho';

test('an account idle for 60 days is assigned and mailed, reactivates by a letter in a minute, and reports', async () => {
  await unusedFor(product.dataDir, 'moi', 60);
  const officer = await product.open('/dang-nhap');
  await signIn(officer, 'vien', renewed);
  await officer.locator('main#main').waitFor();
  const content = 'Kiểm tra giá xăng dầu';
  const status = await officer.evaluate(async (task) => {
    const { units } = await (await fetch('/api/catalog')).json();
    const leads = units.filter((unit: { kind: string }) => unit.kind === 'agency').slice(0, 1);
    const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
    const body = JSON.stringify({
      ...{ number: '2/UBND-KT', issuedOn: today, issuer: 'UBND tỉnh', type: 'cv', subject: task },
      tasks: [{ content: task, leads: [leads[0].id], supports: [], dueOn: null }],
    });
    const headers = { 'content-type': 'application/json' };
    return (await fetch('/api/documents', { method: 'POST', headers, body })).status;
  }, content);
  expect(status).toBe(201);
  const mailed = await letterTo(product.dataDir, 'moi@tinh.example', 'Việc mới');
  const address = /http\S+\/nhiem-vu\/\S+/.exec(mailed)?.[0] ?? '';
  const page = await product.open(address);
  await signIn(page, 'moi', secret);
  await page.getByRole('alert').filter({ hasText: 'kích hoạt lại' }).waitFor();
  const letter = await letterTo(product.dataDir, 'moi@tinh.example', opening.reactivate);
  await page.goto(/http\S+/.exec(letter)?.[0] ?? '');
  await page.getByRole('button', { name: opening.reactivate }).click();
  await page.getByRole('link', { name: opening.enter }).click();
  await signIn(page, 'moi', secret);
  await page.getByRole('link', { name: content }).click();
  await page.getByLabel(words.ask.result).fill('Đã kiểm tra 14 cửa hàng');
  await page.getByLabel(words.ask.documentNumber).fill('9/BC-SCT');
  await page.getByLabel(words.ask.documentDate).fill('+0');
  await page.keyboard.press('Control+Enter');
  await page.getByText(words.one.outcomeNone, { exact: true }).waitFor();
}, 60_000);

test('a stranger is turned away, and learns nothing', async () => {
  const stranger = await product.open('/cai-dat-lan-dau');
  await stranger.waitForURL('**/dang-nhap');
  await signIn(stranger, 'quantri', 'mot cau doan mo');
  await stranger.getByRole('alert').waitFor();
  for (const path of ['/api/statistics', '/api/assignments', '/api/people', '/api/catalog']) {
    expect(await stranger.evaluate(async (one) => (await fetch(one)).status, path), path).toBe(401);
  }
  const again = { province: 'tỉnh khác', name: 'Kẻ Khác', username: 'kekhac', password: secret };
  const status = await stranger.evaluate(async (body) => {
    const headers = { 'content-type': 'application/json' };
    return (await fetch('/api/setup', { method: 'POST', headers, body: JSON.stringify(body) })).status;
  }, again);
  expect(status).toBe(409);
  await stranger.goto('/quan-tri');
  await stranger.waitForURL('**/dang-nhap?*');
});
