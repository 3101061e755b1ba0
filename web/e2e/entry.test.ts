import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { patience, useProduct } from './product.ts';
import { enter, newNumber } from './seed.ts';
import { say, words } from './words.ts';

const product = useProduct();
const { entry } = words;

interface Draft {
  number: string;
  issuedOn?: string;
  subject?: string;
  dueOn?: string;
}
/** Fills the form of one task; the task is written last, so that the day is read. */
async function fill(page: Page, { number, issuedOn, subject, dueOn }: Draft): Promise<void> {
  await page.getByLabel(entry.number).fill(number);
  if (issuedOn) await page.getByLabel(entry.issuedOn).fill(issuedOn);
  await page.getByLabel(entry.subject).fill(subject ?? 'Về việc rà soát');
  const leads = page.getByLabel(entry.leads);
  await leads.fill('tai chinh');
  await page.getByRole('option', { name: 'Sở Tài chính' }).waitFor();
  await leads.press('Enter');
  if (dueOn) await page.getByLabel(entry.dueOn, { exact: true }).fill(dueOn);
  else await page.getByLabel(entry.noDue, { exact: true }).check();
  await page.getByLabel(entry.content).fill('Rà soát, báo cáo kết quả');
}
const save = (page: Page) => page.keyboard.press('Control+Enter');
/** The texts that stand at a field. */
const toldAt = (page: Page, label: string) =>
  page.getByLabel(label, { exact: true }).evaluate((field) => {
    const ids = field.getAttribute('aria-describedby')?.split(' ') ?? [];
    return ids.map((id) => document.getElementById(id)?.textContent).join(' ');
  });
const documents = async (number: string) =>
  (
    await (
      await product.as('tonghop')
    ).get<{ items: object[] }>(`/api/documents?number=${encodeURIComponent(number)}`)
  ).items.length;

test('an officer mends a mistyped due date and text in two steps, and the history keeps both', async () => {
  const { assignments } = await enter(await product.as('tonghop'), {
    ...{ content: 'Báo cáo thu ngân sách quý bốn', leads: ['stc'], dueOn: '2023-12-20' },
  });
  const page = await product.signIn('tonghop', `/nhiem-vu/${assignments[0]!.id}`);
  await page.getByRole('button', { name: words.one.other }).click();
  await page.getByRole('button', { name: words.verb.correct, exact: true }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel(words.ask.content).fill('Báo cáo thu, chi ngân sách quý IV');
  await form.getByLabel(words.ask.correctDue, { exact: true }).fill('25/12');
  await form.getByLabel(words.ask.reason).fill('Nhập thiếu phần chi');
  await form.getByRole('button', { name: words.verb.correct, exact: true }).click();
  await form.waitFor({ state: 'detached' });
  await page.getByText('Báo cáo thu, chi ngân sách quý IV').first().waitFor();
  await page.getByText('Nhập thiếu phần chi').waitFor();
  const chain = page.getByRole('list', { name: words.one.chain });
  await chain.getByText('20/12/2023').waitFor();
  await chain.getByText('25/12/2023').waitFor();
});

test('an officer cancels what was entered by mistake, and no number counts it any more', async () => {
  const officer = await product.as('tonghop');
  const total = async () =>
    (await officer.get<{ total: { columns: number[] } }>('/api/statistics')).total.columns[0];
  const before = await total();
  const { assignments } = await enter(officer, { content: 'Nhập nhầm', leads: ['stc'], dueOn: null });
  expect(await total()).toBe((before ?? 0) + 1);
  const page = await product.signIn('tonghop', `/nhiem-vu/${assignments[0]!.id}`);
  await page.getByRole('button', { name: words.one.other }).click();
  await page.getByRole('button', { name: words.verb.cancel }).click();
  await page.getByLabel(words.ask.reason).fill('Nhập hai lần');
  await page.getByRole('dialog').getByRole('button', { name: words.verb.cancel }).click();
  await page.getByRole('main').getByText(words.state.cancelled).first().waitFor();
  expect(await total()).toBe(before);
});

test('a document that exists says so at its number, and the way to it is a link', async () => {
  const number = newNumber('UBND-KT');
  const { document } = await enter(
    await product.as('tonghop'),
    {
      ...{ content: 'Rà soát', leads: ['stc'], dueOn: null },
    },
    number,
  );
  const page = await product.signIn('tonghop', '/van-ban/moi');
  await fill(page, { number });
  await page.getByLabel(entry.issuer).fill('UBND tỉnh');
  await save(page);
  await page.getByRole('link', { name: entry.exists }).click();
  await page.waitForURL(`**/van-ban/${document.id}`);
  await page.getByText(number).first().waitFor();
  expect(await documents(number)).toBe(1);
});

test.each(['MẬT', 'Tối mật', 'TUYỆT MẬT'])(
  'a document marked %s is refused, and nothing of it is sent or kept',
  async (mark) => {
    const page = await product.signIn('tonghop', '/van-ban/moi');
    const sent: string[] = [];
    page.on('request', (one) => one.method() !== 'GET' && sent.push(one.url()));
    await fill(page, { number: newNumber(), subject: `${mark}: phương án bảo vệ` });
    await save(page);
    await page.getByRole('alert').getByText(entry.secretTitle).waitFor();
    expect(sent).toEqual([]);
    expect(await page.evaluate(() => localStorage.getItem('tddh.draft.document') ?? '')).not.toContain(
      'phương án',
    );
  },
);

test('an impossible day is refused at its field', async () => {
  const number = newNumber();
  const page = await product.signIn('tonghop', '/van-ban/moi');
  await fill(page, { number, dueOn: '31/02' });
  await save(page);
  const told = () => toldAt(page, entry.dueOn);
  await expect
    .poll(told, { timeout: patience })
    .toBe(say(words.day.impossible, { day: '31', month: '02', last: 29 }));
  expect(await page.getByLabel(entry.dueOn, { exact: true }).getAttribute('aria-invalid')).toBe('true');
  expect(await documents(number)).toBe(0);
});

test('a due day before the issue day is refused at its field, and mended there', async () => {
  const number = newNumber();
  const page = await product.signIn('tonghop', '/van-ban/moi');
  await fill(page, { number, issuedOn: '20/11', dueOn: '15/11/2023' });
  await save(page);
  const due = page.getByLabel(entry.dueOn, { exact: true });
  await expect.poll(() => due.getAttribute('aria-invalid'), { timeout: patience }).toBe('true');
  expect(await toldAt(page, entry.dueOn)).toMatch(/trước ngày/);
  expect(await documents(number)).toBe(0);
  await due.fill('15/12/2023');
  await save(page);
  await page.getByRole('link', { name: entry.open }).waitFor();
  expect(await documents(number)).toBe(1);
});
