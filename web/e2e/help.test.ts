import { expect, test } from 'vitest';
import { roleHelp, topicsOf } from '../src/words/help/all.ts';
import { onPhone, violations } from './eye.ts';
import { settle } from './places.ts';
import { patience, useProduct } from './product.ts';
import { say, words } from './words.ts';

const product = useProduct();
const asRole = (role: 'officer' | 'admin') => say(words.training.enter, { role: words.role[role] });

/** The first and the last of the pages: all are made of the same parts, and axe takes seconds on so much text. */
const looked = [roleHelp[0], roleHelp.at(-1)];

test('the help of each role shows its jobs and pictures, passes axe in both themes and fits 390 px', async () => {
  const page = await product.signIn('donvi16');
  const found: string[] = [];
  for (const one of roleHelp) {
    const { role, slug } = one;
    await page.goto(`/tro-giup/${slug}`);
    await settle(page);
    expect(await page.getByRole('article').count(), role).toBe(topicsOf(role).length);
    if (looked.includes(one)) found.push(...(await violations(page, slug, 'main')));
    found.push(...(await onPhone(page, slug, 1)));
  }
  expect(found).toEqual([]);
  const picture = page.locator('article img').first();
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(() => picture.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBeGreaterThan(500);
}, 120_000);

test('the ? of a page opens its job; a search narrows the jobs', async () => {
  const page = await product.signIn('khoagiao', '/van-ban/moi');
  await settle(page);
  await page.getByRole('link', { name: words.nav.help }).click();
  await page.waitForURL(/\/tro-giup\/chuyen-vien#nhap-van-ban$/);
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('nhap-van-ban');
  await page.getByLabel(words.help.search).fill('bao cao giay');
  await expect.poll(() => page.getByRole('article').count()).toBeLessThan(6);
  expect(await page.locator('#bao-cao-giay').isVisible()).toBe(true);
});

test('training is one click away: any role without a password, told on every page, begun anew by its administrator', async () => {
  const page = await product.signIn('khoagiao', '/tro-giup');
  await settle(page);
  const [there] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('link', { name: words.help.trainingOpen }).click(),
  ]);
  there.setDefaultTimeout(patience);
  await there.getByRole('button', { name: asRole('officer') }).waitFor();
  expect(new URL(there.url()).origin).not.toBe(product.origin);
  const banner = there.getByRole('complementary', { name: words.training.label });
  await banner.getByText(words.training.banner, { exact: true }).waitFor();
  const found = [...(await violations(there, 'roles')), ...(await onPhone(there, 'roles'))];
  const { origin } = new URL(there.url());
  for (const address of ['/quen-mat-khau', '/lien-ket#x', '/bao-cao#x', '/thu-thu-nghiem']) {
    await there.goto(origin + address);
    await banner.getByText(words.training.saysOutside).waitFor();
  }
  await there.goto(`${origin}/dang-nhap`);
  await there.getByRole('button', { name: asRole('officer') }).click();
  await banner.getByText(words.training.banner, { exact: true }).waitFor();
  await there.goto(`${origin}/van-ban/moi`);
  await banner.getByText(words.training.banner, { exact: true }).waitFor();
  found.push(...(await violations(there, 'banner')), ...(await onPhone(there, 'banner')));
  expect(found).toEqual([]);
  expect(await banner.getByRole('button', { name: words.training.over }).count()).toBe(0);

  await there.context().clearCookies({ name: 'tddh-training' });
  await there.goto(`${origin}/dang-nhap`);
  await there.getByRole('button', { name: asRole('admin') }).click();
  await banner.getByRole('button', { name: words.training.over }).click();
  await there.getByRole('button', { name: words.training.overDo }).click();
  await there.waitForURL(/dang-nhap/);
  await there.getByRole('button', { name: asRole('admin') }).waitFor();
  // The product that it stands beside knows nothing of all that.
  await page.reload();
  await settle(page);
  expect(await page.getByRole('complementary', { name: words.training.label }).count()).toBe(0);
}, 120_000);

test('a lesson is recorded with who attended, chosen and pasted, and its unit counts as trained', async () => {
  const page = await product.signIn('hcqt', '/quan-tri/tap-huan');
  await settle(page);
  await page.getByLabel(words.lessons.subject).fill('Nhập văn bản và xác nhận');
  await page.getByLabel(words.lessons.place).fill('Hội trường');
  await page.getByLabel(words.lessons.trainer).fill('Phòng HC-QT');
  await page.getByRole('button', { name: words.lessons.add }).click();
  await page.getByLabel(words.lessons.find).fill('donvi16');
  await page
    .getByRole('listitem')
    .getByRole('button', { name: /^Thêm / })
    .first()
    .click();
  await page.getByLabel(words.lessons.paste).fill('Phạm Văn Mới\tSở Nội vụ\nAi Đó\tSở Không Có');
  await page.getByRole('button', { name: words.lessons.read }).click();
  await page.getByText('Không có đơn vị “Sở Không Có” trong danh mục.').waitFor();
  const found = [...(await violations(page, 'lesson')), ...(await onPhone(page, 'lesson'))];
  expect(found).toEqual([]);
  await page.getByRole('button', { name: words.lessons.save }).click();
  await page.getByText(words.lessons.saved).waitFor();
  await page.getByRole('link', { name: words.lessons.back }).click();
  await page.getByText(say(words.lessons.count, { n: 2 })).waitFor();
  const row = page.getByRole('row', { name: /^Sở Nội vụ/ });
  await row.getByText(say(words.lessons.guests, { n: 1 })).waitFor();
}, 60_000);
