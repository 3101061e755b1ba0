import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';

/** What a page has asked for so far, and how much of it is still under way. */
interface Traffic {
  begun: number;
  open: number;
}
const traffic = new WeakMap<Page, Traffic>();

/** Counts from now on what every page of a context asks for. */
export function watch(context: BrowserContext): void {
  context.on('page', (page) => {
    const seen = { begun: 0, open: 0 };
    const under = new Set<object>();
    const over = (request: object) => {
      under.delete(request);
      seen.open = under.size;
    };
    traffic.set(page, seen);
    page.on('request', (request) => {
      under.add(request);
      seen.begun += 1;
      seen.open = under.size;
    });
    page.on('requestfinished', over);
    page.on('requestfailed', over);
  });
}

/**
 * Waits until a page asks for nothing any more: all that it asked for is here, and while it did what it had to do with
 * it, twice over, it asked for nothing new. Half a second of silence, as the browser's own way has it, is ten times that.
 */
export async function quiet(page: Page): Promise<void> {
  const seen = traffic.get(page);
  if (!seen) throw new Error('nobody watches this page');
  for (let still = 0, last = -1; still < 2; ) {
    await expect.poll(() => seen.open).toBe(0);
    await sleep(50);
    // Whatever the page was at is done once it answers.
    await page.evaluate(() => undefined);
    still = seen.open === 0 && seen.begun === last ? still + 1 : 0;
    last = seen.begun;
  }
}
