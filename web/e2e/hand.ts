import type { Page } from 'playwright-core';

/** Types keys faster than any hand: none is waited for, so all of them may come within one frame. */
export async function typeAtOnce(page: Page, ...keys: string[]): Promise<void> {
  await Promise.all(keys.map((key) => page.keyboard.press(key)));
}
