import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { findChromium, flags } from '../../local/bin/chromium.mjs';
import { runProgram, startProduct } from '../../local/bin/product.mjs';
import type { Line } from './bench.ts';

const assignments = 5000;
/** How long is scrolled, in milliseconds. */
const duration = 4000;

/** The list of all assignments in a real browser: how long until it is complete, and how smoothly it scrolls. */
export const scroll = {
  says: `the list of ${assignments} assignments in Chromium: time until complete, frames per second by the wheel`,
  async run(): Promise<Line[]> {
    const executablePath = findChromium();
    if (!executablePath) throw new Error('no Chromium: set CHROMIUM, or install it');
    const dataDir = mkdtempSync(join(tmpdir(), 'tddh-scroll-'));
    runProgram(['fill', '--assignments', String(assignments), '--days', '365', '--units', '27'], dataDir);
    const product = await startProduct({ dataDir });
    const browser = await chromium.launch({ executablePath, args: [...flags] });
    try {
      const page = await browser.newPage({
        baseURL: product.origin,
        viewport: { width: 1440, height: 900 },
      });
      return await measure(page);
    } finally {
      await browser.close();
      await product.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  },
};

async function measure(page: Page): Promise<Line[]> {
  const credentials = { username: 'chutich', password: 'theo-doi-dieu-hanh' };
  await page.request.post('/api/session', { data: credentials });
  const begun = performance.now();
  await page.goto('/nhiem-vu');
  await page.locator(`[role="grid"][aria-rowcount="${assignments + 1}"]`).waitFor({ timeout: 120_000 });
  const complete = Math.round(performance.now() - begun);
  const lines: Line[] = [];
  for (const [what, step] of [
    ['3 rows a notch', 144],
    ['10 rows a notch', 480],
    ['25 rows a notch', 1200],
  ] as const) {
    await page.evaluate('scrollTo(0, 0)');
    lines.push({ what, ...(await roll(page, step)), 'ms until complete': complete });
  }
  return lines;
}

/** Turns the wheel for the duration, and counts the frames that the page draws meanwhile. */
async function roll(page: Page, step: number): Promise<Record<string, number>> {
  await page.mouse.move(700, 500);
  const counted = page.evaluate<number[]>(`new Promise((done) => {
    const times = [];
    const frame = (now) => {
      times.push(now);
      if (now - times[0] < ${duration}) requestAnimationFrame(frame);
      else done(times);
    };
    requestAnimationFrame(frame);
  })`);
  let turning = true;
  const times = counted.finally(() => {
    turning = false;
  });
  while (turning) await page.mouse.wheel(0, step);
  const all = await times;
  const gaps = all.slice(1).map((time, i) => time - all[i]!);
  const seconds = (all.at(-1)! - all[0]!) / 1000;
  const scrolled = await page.evaluate<number>('Math.round(scrollY)');
  return {
    'frames per second': Math.round((gaps.length / seconds) * 10) / 10,
    'longest frame, ms': Math.round(Math.max(...gaps)),
    'rows per second': Math.round(scrolled / 48 / seconds),
  };
}
