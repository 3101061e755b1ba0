import { expect, test } from 'vitest';
import { countOf, figure, numberShown } from './figures.ts';
import { patience, useProduct } from './product.ts';
import { say, words } from './words.ts';

const product = useProduct();
/** Columns that count: the others are shares of them. */
const counting = [1, 2, 3, 5, 7, 8, 9, 11, 13, 14, 16];
const leaves = [3, 5, 9, 11, 14, 16];

test.each(['confirmation', 'report'])(
  'by the clock of %s, every total and a unit of every leaf opens a list of exactly that many',
  async (clock) => {
    const page = await product.signIn('chutich', `/?clock=${clock}`);
    const row = (column: number) => page.locator(`tbody td:not([data-zero]) a[data-col="${column}"]`);
    await row(1).first().waitFor();
    const opened: { column: number; number: number; said: number; rows: number }[] = [];
    for (const column of counting) {
      const unit = row(column).nth(column % Math.max(await row(column).count(), 1));
      const more = leaves.includes(column) && (await unit.count()) > 0;
      for (const link of [figure(page, words.form.total, column), ...(more ? [unit] : [])]) {
        const number = await numberShown(link);
        await link.click();
        opened.push({ column, number, ...(await countOf(page)) });
        await page.getByRole('link', { name: words.number.back }).click();
        await row(1).first().waitFor();
      }
    }
    expect(opened.length).toBeGreaterThanOrEqual(counting.length + 5);
    expect(opened.filter(({ number, said, rows }) => said !== number || rows !== number)).toEqual([]);
  },
  180_000,
);

test('the table of the letter stands on the page, number by number', async () => {
  const page = await product.signIn('chutich', '/?clock=confirmation');
  await figure(page, words.form.total, 1).waitFor();
  const total: Record<number, number> = {};
  for (const column of counting) total[column] = await numberShown(figure(page, words.form.total, column));
  expect(total).toEqual({
    1: 247,
    2: 50,
    3: 46,
    5: 4,
    7: 197,
    8: 142,
    9: 20,
    11: 122,
    13: 55,
    14: 32,
    16: 23,
  });
  expect(await page.locator('tbody tr[data-row]').count()).toBe(27);
});

test('the number of what awaits opens exactly these, and an agency opens its own numbers only', async () => {
  const page = await product.signIn('chutich');
  const awaiting = page.locator('tfoot a[data-col="18"]');
  const number = Number(await awaiting.innerText());
  await awaiting.click();
  expect(await countOf(page)).toEqual({ said: number, rows: number });

  const agency = await product.signIn('donvi16', '/');
  const own = agency.locator('tbody a[data-col="1"]');
  await own.waitFor();
  const mine = await numberShown(own);
  expect(await agency.locator('tfoot a').count()).toBe(0);
  await own.click();
  expect((await countOf(agency)).said).toBe(mine);
  await expect
    .poll(() => agency.getByText(say(words.list.count, { n: mine })).count(), { timeout: patience })
    .toBe(1);
});

test('the appendix prints on A4 landscape: all 27 units on at most two pages, the chart on one more, nothing of the screen', async () => {
  const page = await product.signIn('chutich', '/?clock=confirmation');
  await figure(page, words.form.total, 1).waitFor();
  await page.emulateMedia({ media: 'print' });
  const seen = await page.locator('body').innerText();
  const names = await page.locator('tbody tr[data-row] th[scope="row"]').allInnerTexts();
  expect(names.length).toBe(27);
  for (const name of names) expect(seen).toContain(name);
  expect(seen.normalize('NFC')).toContain(words.sheet.title.split(' của ')[0]);
  for (const hidden of [
    words.nav.documents,
    words.overview.change,
    words.beside.title,
    words.five.awaiting,
  ]) {
    expect(seen).not.toContain(hidden);
  }
  expect(await page.locator('[data-screen]:visible').count()).toBe(0);
  const pdf = await page.pdf({ preferCSSPageSize: true, format: 'A4', landscape: true });
  const text = pdf.toString('latin1');
  const boxes = [...text.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map((box) =>
    box.slice(1).map(Number),
  );
  expect(boxes.length).toBeGreaterThanOrEqual(2);
  expect(boxes.length).toBeLessThanOrEqual(3);
  for (const [width, height] of boxes) {
    expect(Math.round(width ?? 0)).toBe(842);
    expect(Math.round(height ?? 0)).toBe(595);
  }
});
