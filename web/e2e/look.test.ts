import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { admin } from '../src/words/en/admin.ts';
import { core as english } from '../src/words/en/core.ts';
import { overview as englishOverview } from '../src/words/en/overview.ts';
import { useProduct } from './product.ts';
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
    await page.waitForLoadState('networkidle');
  });
  const leader = await product.signIn('chutich');
  const cold = await leader.context().newPage();
  const overview = await weigh(cold, async () => {
    await cold.goto('/');
    await cold.locator('tfoot a').first().waitFor();
    await cold.waitForLoadState('networkidle');
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
