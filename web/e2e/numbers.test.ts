import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { onPhone, violations } from './eye.ts';
import { countOf, figure, numberShown } from './figures.ts';
import { settle } from './places.ts';
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
  expect(await page.locator('tbody tr[data-row]:has(td[data-kind])').count()).toBe(27);
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
  const names = await page.locator('tbody tr[data-row]:has(td[data-kind]) th[scope="row"]').allInnerTexts();
  expect(names.length).toBe(27);
  for (const name of names) expect(seen).toContain(name);
  expect(seen.normalize('NFC')).toContain(words.sheet.title.split(' của ')[0]);
  expect(seen.normalize('NFC')).toMatch(/Trong đó đã báo cáo, chờ Văn phòng xác nhận: \d+ \(.+: \d+/);
  expect(seen).toContain('tỷ lệ hoàn thành (13)/((13)+(11)) = 31.07%');
  for (const hidden of [
    words.app.skip,
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

/** Every number on a page that is a link, with the count of the list behind it, as the page itself asks for it. */
function everyNumber(page: Page): Promise<{ href: string; number: number; rows: number }[]> {
  return page.evaluate(async () => {
    const shown = new Map<string, { href: string; number: number }>();
    for (const link of document.querySelectorAll<HTMLAnchorElement>('main a[href^="/nhiem-vu?"]')) {
      if (link.closest('td[data-kind="percent"]')) continue;
      const bar = /: ([\d.]+) nhiệm vụ/.exec(link.getAttribute('aria-label') ?? '')?.[1];
      const text =
        bar ?? /^[\d.]+/.exec((link.querySelector('[data-screen]') ?? link).textContent?.trim() ?? '')?.[0];
      if (!text) continue;
      const href = link.getAttribute('href') ?? '';
      const number = Number(text.replaceAll('.', ''));
      shown.set(`${href} ${number}`, { href, number });
    }
    const count = async (href: string) => {
      let rows = 0;
      let cursor = '';
      do {
        const more = cursor && `&cursor=${encodeURIComponent(cursor)}`;
        const answer = await fetch(`/api/assignments${href.slice('/nhiem-vu'.length)}&limit=200${more}`);
        const body = (await answer.json()) as { items: unknown[]; cursor: string | null };
        rows += body.items.length;
        cursor = body.cursor ?? '';
      } while (cursor);
      return rows;
    };
    const waiting = [...shown.values()];
    const found: { href: string; number: number; rows: number }[] = [];
    const lane = async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        found.push({ ...next, rows: await count(next.href) });
      }
    };
    await Promise.all([lane(), lane(), lane(), lane()]);
    return found;
  });
}

test('who signs the Word paper is asked, and what is done is one number that opens its one list', async () => {
  const page = await product.signIn('chutich', '/?clock=confirmation');
  await figure(page, words.form.total, 1).waitFor();
  await page.getByRole('button', { name: say(words.out.saveAs, { kind: words.out.word }) }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(words.out.title).fill('Phó Chánh Văn phòng');
  await dialog.getByLabel(words.out.onBehalf).fill('KT. Chánh Văn phòng');
  expect(await violations(page, 'letter')).toEqual([]);
  const [letter] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('link', { name: words.out.letterSave }).click(),
  ]);
  expect(letter.url()).toContain('&onBehalf=KT.');
  expect(letter.suggestedFilename()).toMatch(/^Phụ lục .*\.docx$/);
  await dialog.waitFor({ state: 'detached' });
  await page.locator('a[href*="beside=done"]').click();
  expect(await countOf(page)).toEqual({ said: 59, rows: 59 });
  const [list] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: words.number.export }).click(),
  ]);
  expect(list.suggestedFilename()).toMatch(/^Nhiệm vụ .*\.xlsx$/);
}, 60_000);

test('for every number on the page, the list behind it has as many rows as the number says', async () => {
  const page = await product.signIn('chutich', '/?clock=report&from=2023-08-01&to=2023-11-30&scope=carried');
  await page.locator('tfoot a').first().waitFor();
  await page.getByRole('region', { name: words.out.trend }).getByRole('link').first().waitFor();
  const numbers = await everyNumber(page);
  expect(numbers.length).toBeGreaterThan(330);
  expect(numbers.filter(({ number, rows }) => number !== rows)).toEqual([]);
}, 120_000);

test('a leader freezes the figures: the report keeps them, its numbers open what they counted, its papers leave', async () => {
  const page = await product.signIn('chutich', '/?clock=confirmation&to=2023-10-31');
  await page.locator('tfoot a').first().waitFor();
  await page.getByRole('button', { name: words.out.freeze }).click();
  await page.getByLabel(words.out.freezeName).fill('Số liệu tháng 10');
  await page.getByRole('dialog').getByRole('button', { name: words.out.freeze }).click();
  await page.getByRole('heading', { name: 'Số liệu tháng 10', level: 1 }).waitFor();
  await settle(page);
  const numbers = await everyNumber(page);
  expect(numbers.length).toBeGreaterThan(250);
  expect(numbers.filter(({ number, rows }) => number !== rows)).toEqual([]);
  await page.getByRole('button', { name: words.frozen.compare }).click();
  await page.getByText(words.frozen.same).waitFor();
  const [paper] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'XLSX' }).click(),
  ]);
  expect(paper.suggestedFilename()).toMatch(/^Phụ lục .*\.xlsx$/);
  const found = [...(await violations(page, 'frozen')), ...(await onPhone(page, 'frozen'))];
  await page.getByRole('link', { name: words.frozen.all }).click();
  await page.getByRole('link', { name: 'Số liệu tháng 10' }).waitFor();
  found.push(...(await violations(page, 'all frozen')), ...(await onPhone(page, 'all frozen')));
  expect(found).toEqual([]);
}, 120_000);
