import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { countOf, figure, numberShown } from './figures.ts';
import { password, patience, useProduct } from './product.ts';
import { say, words } from './words.ts';

const product = useProduct();
const units = { sct: 'Sở Công Thương', snv: 'Sở Nội vụ' };
const contents = {
  both: 'Rà soát chợ biên giới, báo cáo trước Tết',
  snv: 'Bố trí người trực chợ biên giới',
  noDue: 'Theo dõi giá hàng hóa thường xuyên',
};

/** Enters the document without touching the mouse. Three tasks for two units, the last without a due date. */
async function enterByKeyboard(page: Page): Promise<string> {
  const { keyboard } = page;
  const focused = (label: string) =>
    expect
      .poll(
        () => page.evaluate(() => (document.activeElement as HTMLInputElement).labels?.[0]?.textContent),
        {
          timeout: patience,
        },
      )
      .toMatch(label);
  const type = async (label: string, ...texts: string[]) => {
    await focused(label);
    for (const text of texts) {
      await keyboard.type(text);
      await keyboard.press('Enter');
    }
  };
  const { entry } = words;
  await keyboard.press('n');
  await type(entry.number, '7001/UBND-KTTH');
  await type(entry.issuedOn, '30/11');
  await type(entry.type, '');
  await focused(entry.subject);
  await keyboard.type('Chuẩn bị hàng hóa và chợ biên giới dịp Tết');
  await keyboard.press('Tab');
  await type(entry.issuer, '');
  await type(entry.field, '');
  await type(entry.signer, 'Lê Văn Chiến');
  const task = async (content: string, leads: string[], dueOn?: string) => {
    await type(entry.content, content);
    await type(entry.leads, ...leads, '');
    await type(entry.supports, '');
    await type(entry.dueOn, dueOn ?? '');
    if (dueOn === undefined) {
      await focused(entry.noDue);
      await keyboard.press('Space');
    }
  };
  await task(contents.both, ['cong thuong'], '15/12');
  await keyboard.press('Alt+n');
  await task(contents.snv, ['noi vu'], '20/12/2023');
  await keyboard.press('Alt+n');
  await task(contents.noDue, ['cong thuong', 'noi vu']);
  await keyboard.press('Control+Enter');
  const link = page.getByRole('link', { name: entry.open });
  await page
    .getByText(say(entry.saved, { number: '7001/UBND-KTTH', n: 4 }))
    .first()
    .waitFor();
  return (await link.getAttribute('href')) ?? '';
}

test('a document goes from entry to done: the agency sees and reports its own, the officer confirms by key, one number changes by one', async () => {
  const officer = await product.open('/');
  await officer.getByLabel(words.signIn.username).waitFor();
  await officer.keyboard.type('tonghop');
  await officer.keyboard.press('Tab');
  await officer.keyboard.type(password);
  await officer.keyboard.press('Enter');
  await officer.waitForURL('**/cho-xac-nhan');
  await officer.getByRole('grid').waitFor();
  await officer.keyboard.press('g');
  await officer.keyboard.press('o');
  const before = await numberShown(figure(officer, units.sct, 14));
  const paper = await enterByKeyboard(officer);

  const { assignments } = await (await product.as('tonghop')).get<{
    assignments: { id: string; agency: { id: string } }[];
  }>(`/api/documents/${paper.split('/').at(-1)}`);
  const foreign = assignments.find(({ agency }) => agency.id === 'snv')?.id;
  expect(assignments.map(({ agency }) => agency.id).sort()).toEqual(['sct', 'sct', 'snv', 'snv']);

  const agency = await product.signIn('donvi02');
  await agency.getByRole('link', { name: contents.both }).waitFor();
  expect(await agency.getByRole('link', { name: contents.snv }).count()).toBe(0);
  for (const address of [`/nhiem-vu/${foreign}`, '/nhiem-vu?agency=snv', '/cho-xac-nhan']) {
    await agency.goto(address);
    await agency.locator('main h1, main h2').first().waitFor();
    await agency.waitForLoadState('networkidle');
    expect(await agency.getByText(contents.snv).count(), address).toBe(0);
  }
  const own = await agency.evaluate(async () => {
    const ids = new Set<string>();
    for (const query of ['', '&agency=snv', '&status=reported', '&department=ptonghop', '&leaf=11']) {
      const answer = await fetch(`/api/assignments?limit=200${query}`);
      for (const item of (await answer.json()).items) ids.add(item.agency.id);
    }
    return [...ids];
  });
  expect(own).toEqual(['sct']);

  await agency.goto('/nhiem-vu');
  await agency.getByRole('link', { name: contents.both }).click();
  await agency.getByLabel(words.ask.result).fill('Đã rà soát 12 chợ, đủ hàng');
  await agency.getByLabel(words.ask.documentNumber).fill('1312/BC-SCT');
  await agency.getByLabel(words.ask.documentDate).fill('30/11');
  await agency.getByRole('button', { name: words.verb.report, exact: true }).click();
  await agency.getByText('Đã rà soát 12 chợ, đủ hàng').waitFor();

  const { keyboard } = officer;
  await keyboard.press('Escape');
  await officer.evaluate(() => (document.activeElement as HTMLElement).blur());
  await keyboard.press('g');
  await keyboard.press('q');
  await officer.getByRole('row').filter({ hasText: contents.both }).waitFor();
  await keyboard.press('j');
  await keyboard.press('End');
  await officer.getByRole('complementary', { name: words.queue.panel }).getByText('đủ hàng').waitFor();
  await keyboard.press('c');
  await officer.getByText(say(words.decide.confirmed, { n: 1 })).waitFor();
  await keyboard.press('g');
  await keyboard.press('o');
  await expect
    .poll(() => numberShown(figure(officer, units.sct, 14)), { timeout: patience })
    .toBe(before + 1);

  await figure(officer, units.sct, 14).press('Enter');
  await officer.waitForURL('**/nhiem-vu?*leaf=14*');
  expect(await countOf(officer)).toEqual({ said: before + 1, rows: before + 1 });
  await officer.getByLabel(words.list.search).fill('cho bien gioi');
  await officer.getByRole('link', { name: contents.both }).waitFor();
}, 120_000);
