import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe finds on a page as it stands: all rules in the light theme, those of colour in the dark one too. `within` limits it to a part. */
export async function violations(page: Page, where: string, within?: string): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // Colours may still be on their way from one theme to the other, and those that inherit them set out after them.
    await page.evaluate(async () => {
      for (let still = 0; still < 3; ) {
        await new Promise(requestAnimationFrame);
        const moving = document.getAnimations().filter((one) => one.playState !== 'finished');
        await Promise.allSettled(moving.map((one) => one.finished));
        still = moving.length === 0 ? still + 1 : 0;
      }
    });
    const rules = colorScheme === 'dark' ? ['color-contrast', 'link-in-text-block'] : undefined;
    for (const { id, nodes } of await looked(page, within, rules)) {
      for (const node of nodes.slice(0, 3)) {
        found.push(`${where}, ${colorScheme}: ${id}: ${node.html.slice(0, 160)} ${node.failureSummary}`);
      }
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  return found;
}

/** What axe finds wrong by these rules, or by all. It is half a megabyte, and put into a page once. */
async function looked(page: Page, within?: string, rules?: string[]): Promise<axe.Result[]> {
  if (!(await page.evaluate(() => 'axe' in window))) {
    await page.evaluate(axe.source);
    await page.evaluate(readColoursOnce);
  }
  // Only what is wrong is told in full: what passes is most of a page, and most of the time.
  const options: axe.RunOptions = { resultTypes: ['violations'] };
  if (rules) options.runOnly = { type: 'rule', values: rules };
  return page.evaluate(
    async ([context, how]) => {
      const own = (window as unknown as { axe: typeof axe }).axe;
      return (await own.run(context ? { include: [context] } : document, how)).violations;
    },
    [within, options] as const,
  );
}

/** A page has few colours, and thousands of cells that bear them: axe reads the text of each anew, for a third of its time. */
function readColoursOnce(): void {
  interface Colour {
    r: number;
    g: number;
    b: number;
    alpha: number;
    parseString(text: string): Colour;
  }
  const { prototype } = (
    window as unknown as { axe: { commons: { color: { Color: { prototype: Colour } } } } }
  ).axe.commons.color.Color;
  const read = prototype.parseString;
  const known = new Map<string, Pick<Colour, 'r' | 'g' | 'b' | 'alpha'>>();
  prototype.parseString = function (text) {
    const before = known.get(text);
    if (before) return Object.assign(this, before);
    read.call(this, text);
    const { r, g, b, alpha } = this;
    known.set(text, { r, g, b, alpha });
    return this;
  };
}

/** What is wider than a phone of 390 px on a page, and what of its first stops by Tab shows no focus. */
export async function onPhone(page: Page, where: string, stops = 3): Promise<string[]> {
  const found: string[] = [];
  await page.setViewportSize({ width: 390, height: 844 });
  // The page has laid itself out anew once its width is the same for ten frames.
  const width = await page.evaluate(async () => {
    let [last, same] = [-1, 0];
    while (same < 10) {
      await new Promise(requestAnimationFrame);
      const now = document.scrollingElement?.scrollWidth ?? 0;
      same = now === last ? same + 1 : 0;
      last = now;
    }
    return last;
  });
  if (width > 390) found.push(`${where}: ${width} px wide on 390`);
  for (let step = 0; step < stops; step++) {
    await page.keyboard.press('Tab');
    const faint = await page.evaluate(() => {
      const one = document.activeElement as HTMLElement;
      if (one === document.body) return undefined;
      const { outlineStyle, boxShadow } = getComputedStyle(one);
      const seen = one.matches(':focus-visible') && (outlineStyle !== 'none' || boxShadow !== 'none');
      return seen ? undefined : one.outerHTML.slice(0, 120);
    });
    if (faint) found.push(`${where}: no focus seen on ${faint}`);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  return found;
}
