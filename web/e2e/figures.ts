import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { patience } from './product.ts';
import { words } from './words.ts';

/** The number of a unit in a column of the appendix, as the link that it is. */
export function figure(page: Page, unit: string, column: number): Locator {
  return page.locator(`a[data-col="${column}"][aria-label^="${unit}, "]`);
}

/** The number that is shown, whatever the way of writing: "1.234" or "57,49". */
export async function numberShown(of: Locator): Promise<number> {
  const text = await of.locator('[data-screen]').innerText();
  return Number(text.replaceAll('.', '').replace(',', '.'));
}

/** What the list behind a number says that it holds, and the rows that it has; once all of it is here. */
export async function countOf(page: Page): Promise<{ said: number; rows: number }> {
  const line = page.getByRole('region', { name: words.number.label }).locator('strong');
  const read = async () => Number((await line.innerText()).replaceAll('.', '').replace('…', 'NaN'));
  await expect.poll(read, { timeout: patience }).not.toBeNaN();
  const said = await read();
  const grid = page.getByRole('grid');
  if (said > 0) await grid.waitFor();
  const rows = said > 0 ? Number(await grid.getAttribute('aria-rowcount')) - 1 : 0;
  return { said, rows };
}
