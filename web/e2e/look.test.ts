import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { admin } from '../src/words/en/admin.ts';
import { core as english } from '../src/words/en/core.ts';
import { overview as englishOverview } from '../src/words/en/overview.ts';
import { patience, useProduct } from './product.ts';
import { quiet } from './quiet.ts';
import { say, words } from './words.ts';

const product = useProduct();

/** Bytes of JavaScript that a page has loaded, as gzip sends them. */
async function weigh(page: Page, load: () => Promise<unknown>): Promise<number> {
  const bodies: Promise<number>[] = [];
  page.on('response', (answer) => {
    if (/javascript/.test(answer.headers()['content-type'] ?? ''))
      bodies.push(answer.body().then((body) => gzipSync(body, { level: 9 }).length));
  });
  await load();
  return (await Promise.all(bodies)).reduce((sum, bytes) => sum + bytes, 0);
}

test('signing in transfers at most 45 kB of JavaScript, the overview at most 70', async () => {
  const page = await product.open('about:blank');
  const signIn = await weigh(page, async () => {
    await page.goto('/dang-nhap');
    await page.getByLabel(words.signIn.username).waitFor();
    await quiet(page);
  });
  const leader = await product.signIn('chutich');
  const cold = await leader.context().newPage();
  const overview = await weigh(cold, async () => {
    await cold.goto('/');
    await cold.locator('tfoot a').first().waitFor();
    await quiet(cold);
  });
  console.log(`JavaScript gzipped: sign-in ${kB(signIn)}, overview ${kB(overview)}`);
  expect(signIn).toBeGreaterThan(10_000);
  expect(signIn).toBeLessThanOrEqual(45_000);
  expect(overview).toBeLessThanOrEqual(70_000);
});
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

test('language and theme are chosen once, and stay', async () => {
  const page = await product.signIn('chutich');
  const html = page.locator('html');
  await page.getByRole('button', { name: say(words.nav.theme, { theme: words.nav.dark }) }).click();
  expect(await html.getAttribute('data-theme')).toBe('dark');
  await page.getByRole('button', { name: /^Tài khoản/ }).click();
  await page.getByRole('button', { name: words.nav.languageLabel }).click();
  await page.getByRole('heading', { name: englishOverview.overview.title, level: 1 }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: englishOverview.overview.title, level: 1 }).waitFor();
  expect(await html.getAttribute('lang')).toBe('en');
  expect(await html.getAttribute('data-theme')).toBe('dark');
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = (ground.match(/\d+/g) ?? []).slice(0, 3).map(Number);
  expect(Math.max(...light)).toBeLessThan(80);
  await page.getByRole('button', { name: say(english.nav.theme, { theme: english.nav.light }) }).click();
  await page.goto('/quan-tri');
  await page.getByText(admin.manage.forbidden).waitFor();
  expect(await html.getAttribute('data-theme')).toBe('light');
});

const many = 5000;

test('a list of 5,000 rows is complete, and only the rows in sight stand in the page', async () => {
  const { items } = await (await product.as('chutich')).get<{ items: { id: string; content: string }[] }>(
    '/api/assignments?limit=200',
  );
  const page = await product.signIn('chutich');
  await page.route('**/api/assignments?*', (route) => {
    const from = Number(new URL(route.request().url()).searchParams.get('cursor') ?? 0);
    const rows = Array.from({ length: 200 }, (_, i) => {
      const item = items[i % items.length]!;
      return { ...item, id: `${item.id}-${from + i}`, content: `Việc thứ ${from + i + 1}: ${item.content}` };
    });
    const next = from + 200;
    return route.fulfill({ json: { items: rows, cursor: next < many ? String(next) : null } });
  });
  await page.goto('/nhiem-vu');
  const grid = page.getByRole('grid');
  await expect.poll(() => grid.getAttribute('aria-rowcount'), { timeout: patience }).toBe(String(many + 1));
  await page.getByText(say(words.list.count, { n: '5.000' }), { exact: true }).waitFor();
  const rows = () => grid.locator('[data-row]').count();
  expect(await rows()).toBeLessThan(60);

  await page.keyboard.press('j');
  await page.keyboard.press('End');
  await page.getByText(/^Việc thứ 5000:/).waitFor();
  expect(await rows()).toBeLessThan(60);
  expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(2500);
  await page.getByLabel(words.list.search).fill('viec thu 4321');
  await page.getByText(/^Việc thứ 4321:/).waitFor();
  await page.getByText(say(words.list.of, { n: 1, all: '5.000' })).waitFor();
});
