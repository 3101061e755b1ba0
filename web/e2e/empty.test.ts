import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { onPhone, violations } from './eye.ts';
import { useProduct } from './product.ts';
import { say, words } from './words.ts';

const product = useProduct({ args: ['--empty'] });
const { account, manage, setup, signIn: gate, entry } = words;
const secret = 'mot cau that de nho';

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
  const key = await page.getByText(account.manual).locator('span').innerText();
  await page.getByLabel(account.code).fill(new TOTP({ secret: Secret.fromBase32(key.trim()) }).generate());
  await page.getByRole('button', { name: account.confirm }).click();
  await page.getByText(account.codes).waitFor();
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
