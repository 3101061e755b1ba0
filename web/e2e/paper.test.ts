import { expect, test } from 'vitest';
import { figure } from './figures.ts';
import { useProduct } from './product.ts';
import { words } from './words.ts';

const product = useProduct();

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
