import { expect, test } from 'vitest';
import { patience, useProduct } from './product.ts';
import { say, words } from './words.ts';

const product = useProduct();
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
