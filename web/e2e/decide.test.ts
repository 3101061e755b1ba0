import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { typeAtOnce } from './hand.ts';
import { patience, useProduct } from './product.ts';
import { quiet } from './quiet.ts';
import { type Entered, enter, report } from './seed.ts';
import { say, words } from './words.ts';

const product = useProduct();
interface Detail {
  assignment: { status: string; state: string };
  reports: { byOffice?: boolean; outcome?: string; reason?: string; cureOn?: string }[];
}

/** A task for `snv` (donvi05) that is reported and waits for the department of `officer`. */
async function reported(officer: string, content: string): Promise<Entered['assignments'][number]> {
  const { assignments } = await enter(await product.as(officer), {
    ...{ content, leads: ['snv'], dueOn: '2023-12-20' },
  });
  const own = assignments[0]!;
  await report(await product.as('donvi05'), own.id);
  return own;
}
async function detailOf(id: string): Promise<Detail> {
  return (await product.as('tonghop')).get(`/api/assignments/${id}`);
}
/** What a page sends to change something; signing in aside. */
function writesOf(page: Page): string[] {
  const sent: string[] = [];
  page.on('request', (one) => {
    if (one.method() !== 'GET') sent.push(`${one.method()} ${new URL(one.url()).pathname}`);
  });
  return sent;
}
const select = (page: Page, content: string) =>
  page.getByRole('checkbox', { name: say(words.list.chooseRow, { text: content }) }).check();
const row = (page: Page, content: string) => page.getByRole('row').filter({ hasText: content });

test('an officer records a paper report for an agency and confirms it in the same step', async () => {
  const { assignments } = await enter(await product.as('nongnghiep'), {
    ...{ content: 'Kiểm tra đập, hồ chứa trước mùa khô', leads: ['tuyduc'], dueOn: '2023-12-20' },
  });
  const id = assignments[0]!.id;
  const page = await product.signIn('nongnghiep', `/nhiem-vu/${id}`);
  await page.getByRole('button', { name: words.one.reportPaper }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel(words.ask.result).fill('Đã kiểm tra 14 hồ');
  await form.getByLabel(words.ask.documentNumber).fill('88/BC-UBND');
  await form.getByLabel(words.ask.documentDate).fill('30/11');
  await form.getByLabel(words.ask.reportedOn).fill('30/11');
  await form.getByLabel(words.ask.confirmNow).check();
  await form.getByRole('button', { name: words.one.reportPaper }).click();
  await form.waitFor({ state: 'detached' });
  await page.getByText(words.one.byOffice).waitFor();
  await page
    .getByText(say(words.one.outcomeConfirmed, { day: '30/11/2023' }))
    .first()
    .waitFor();
  const { assignment, reports } = await detailOf(id);
  expect(assignment).toMatchObject({ status: 'done', state: 'done' });
  expect(reports).toMatchObject([{ byOffice: true, outcome: 'confirmed' }]);
});

test('a due date that was mistyped is mended in two steps, and both stand in the history', async () => {
  const { assignments } = await enter(await product.as('nongnghiep'), {
    ...{ content: 'Kiểm kê rừng phòng hộ đầu nguồn', leads: ['snv'], dueOn: '2023-12-02' },
  });
  const page = await product.signIn('nongnghiep', `/nhiem-vu/${assignments[0]!.id}`);
  await page.getByRole('heading', { name: words.one.history }).waitFor();
  await page.keyboard.press('e');
  const form = page.getByRole('dialog');
  await form.getByLabel(words.ask.correctDue, { exact: true }).fill('20/12');
  await form.getByLabel(words.ask.reason).fill('Gõ nhầm ngày');
  await page.keyboard.press('Control+Enter');
  await form.waitFor({ state: 'detached' });
  const step = page.getByRole('listitem').filter({ hasText: words.event.corrected });
  await step.getByText('02/12/2023 → 20/12/2023').waitFor();
  await step.getByText('Gõ nhầm ngày').waitFor();
  const chain = page.getByRole('list', { name: words.one.chain });
  expect(await chain.getByRole('listitem').allInnerTexts()).toEqual([
    expect.stringMatching(/^02\/12\/2023 khi giao/),
    expect.stringMatching(/^20\/12\/2023 sửa lỗi nhập/),
  ]);
});

test('an officer returns a report with a reason and a cure date by key, and the agency sees both', async () => {
  const content = 'Rà soát biên chế sự nghiệp năm 2024';
  const { id } = await reported('nongnghiep', content);
  const page = await product.signIn('nongnghiep', '/cho-xac-nhan');
  await row(page, content).getByRole('button').click();
  await page.keyboard.press('r');
  await page.getByLabel(words.ask.reason).fill('Thiếu số liệu của cấp huyện');
  await page.getByLabel(words.ask.cureOn).fill('05/12');
  await page.keyboard.press('Control+Enter');
  await row(page, content).waitFor({ state: 'detached' });
  await page.getByText(words.decide.returned).waitFor();
  await page.goto('about:blank');
  await expect
    .poll(async () => (await detailOf(id)).assignment.status, { timeout: patience })
    .toBe('in-progress');

  const agency = await product.signIn('donvi05');
  await row(agency, content).getByText(words.list.returned).waitFor();
  await agency.getByRole('link', { name: content }).click();
  await agency.getByText('Thiếu số liệu của cấp huyện').first().waitFor();
  await agency
    .getByText(say(words.one.cure, { day: '05/12/2023' }))
    .first()
    .waitFor();
});

test('an officer takes a confirmation of several back within 8 seconds, and nothing was sent', async () => {
  const contents = ['Tổng hợp ý kiến cử tri huyện', 'Tổng hợp ý kiến cử tri tỉnh'];
  const ids: string[] = [];
  for (const content of contents) ids.push((await reported('tonghop', content)).id);
  const page = await product.signIn('tonghop', '/cho-xac-nhan');
  await row(page, contents[0]!).waitFor();
  const sent = writesOf(page);
  for (const content of contents) await select(page, content);
  await page
    .getByText(say(words.bar.chosen, { n: 2 }))
    .last()
    .waitFor();
  await page.keyboard.press('c');
  await page.getByText(say(words.decide.confirmed, { n: 2 })).waitFor();
  for (const content of contents) await row(page, content).waitFor({ state: 'detached' });
  await page.keyboard.press('z');
  for (const content of contents) await row(page, content).waitFor();
  await page.getByText(words.toast.undone).waitFor();
  await page.goto('about:blank');
  expect(sent).toEqual([]);
  for (const id of ids) expect((await detailOf(id)).assignment.status).toBe('reported');
});

test('keys typed at once each act on the row that the one before has reached, after a decision too', async () => {
  const page = await product.signIn('khoagiao', '/cho-xac-nhan');
  await page.locator('[data-row]').first().waitFor();
  await typeAtOnce(page, 'x', 'j', 'x', 'c');
  await page.getByText(say(words.decide.confirmed, { n: 2 })).waitFor();
  const focused = page.locator('[data-row]:focus');
  expect(await focused.getAttribute('data-at')).toBe('');
  await page.keyboard.press('z');
  await page.getByText(words.toast.undone).waitFor();

  await page.goto('/nhiem-vu');
  await page.locator('[data-row]').first().waitFor();
  await quiet(page);
  await typeAtOnce(page, 'j', 'j', 'j', 'End', 'k');
  const rows = Number(await page.getByRole('grid').getAttribute('aria-rowcount'));
  expect(Number(await focused.getAttribute('aria-rowindex'))).toBe(rows - 1);
  const id = await focused.getAttribute('data-row');
  await typeAtOnce(page, 'Home', 'End', 'k', 'Enter');
  await page.waitForURL(`**/nhiem-vu/${id}`);
});

test('leaving the page sends a confirmation of several at once', async () => {
  const contents = ['Cập nhật quy hoạch tỉnh lần một', 'Cập nhật quy hoạch tỉnh lần hai'];
  const ids: string[] = [];
  for (const content of contents) ids.push((await reported('tonghop', content)).id);
  const page = await product.signIn('tonghop', '/cho-xac-nhan');
  await row(page, contents[0]!).waitFor();
  for (const content of contents) await select(page, content);
  await page
    .getByRole('region', { name: words.bar.label })
    .getByRole('button', { name: words.bar.confirm })
    .click();
  await page.getByText(say(words.decide.confirmed, { n: 2 })).waitFor();
  await page.goto('about:blank');
  // The page that would have waited its 8 seconds is gone: what it has not sent by now it never sends.
  for (const id of ids) await expect.poll(async () => (await detailOf(id)).assignment.status).toBe('done');
});

test('a selection of the list is chased by one key, with a result per row', async () => {
  const contents = ['Rà soát cầu yếu tuyến huyện', 'Rà soát cầu yếu tuyến xã'];
  const officer = await product.as('tonghop');
  const ids: string[] = [];
  for (const content of contents) {
    const { assignments } = await enter(officer, { content, leads: ['snv'], dueOn: '2023-12-20' });
    ids.push(assignments[0]!.id);
  }
  const page = await product.signIn('tonghop', '/nhiem-vu?q=ra soat cau yeu');
  await page.clock.install();
  await page.reload();
  for (const content of contents) await select(page, content);
  await page.keyboard.press('d');
  await page.getByText(say(words.decide.chased, { n: 2 })).waitFor();
  await page.clock.fastForward(8100);
  const results = page.getByRole('region', { name: words.decide.chaseResults });
  await results.getByText(words.decide.chaseOk).first().waitFor();
  expect(await results.getByRole('listitem').count()).toBe(2);
  for (const id of ids) {
    const { history } = await officer.get<{ history: { verb: string }[] }>(`/api/assignments/${id}`);
    expect(history.at(-1)?.verb).toBe('remind');
  }
});

test('a transfer that a unit asks for is decided from the queue, the successor is linked, and the unit is told who took over', async () => {
  const content = 'Theo dõi giá vật liệu xây dựng';
  const next = 'Sở Công Thương';
  const { assignments } = await enter(await product.as('tonghop'), {
    ...{ content, leads: ['snv'], dueOn: '2023-12-20' },
  });
  const id = assignments[0]!.id;
  await (await product.as('donvi05')).post(`/api/assignments/${id}/transfer`, {
    ...{ to: 'sct', reason: 'Việc của ngành công thương' },
  });
  const page = await product.signIn('tonghop', '/cho-xac-nhan');
  await page.getByRole('heading', { name: /^Chờ bạn quyết định/ }).waitFor();
  const all = page.getByRole('button', { name: /^Xem tất cả/ });
  if (await all.count()) await all.click();
  await page.getByText(say(words.asks.transfer, { unit: next })).waitFor();
  await page.getByRole('link', { name: content }).click();
  await page.getByRole('button', { name: words.verb['transfer-decide'] }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('button', { name: words.verb['transfer-decide'] }).click();
  await form.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: words.one.successor }).click();
  await page.getByRole('link', { name: words.one.predecessor }).waitFor();
  expect(page.url()).not.toContain(id);
  await page.getByText(next).first().waitFor();
  const unit = await product.signIn('donvi05', `/nhiem-vu/${id}`);
  await unit.getByText(say(words.life.movedTo, { name: next })).waitFor();
  expect(await unit.getByRole('link', { name: words.one.successor }).count()).toBe(0);
});

test('an overdue mark is disputed and answered; what was done is reopened and comes first for its unit; another is recalled', async () => {
  const { ask, life, one, verb } = words;
  const unit = await product.as('donvi05');
  const { items } = await unit.get<{ items: { id: string }[] }>('/api/assignments?leaf=11&limit=1');
  const late = `/nhiem-vu/${items[0]!.id}`;
  const done = await reported('tonghop', 'Rà soát vị trí việc làm');
  await (await product.as('tonghop')).post(`/api/assignments/${done.id}/confirm`, {});
  const form = (page: Page) => page.getByRole('dialog');
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
  const send = (page: Page, name: string) => form(page).getByRole('button', { name, exact: true }).click();

  const phone = await product.signIn('donvi05', late, { viewport: { width: 390, height: 844 } });
  await press(phone, one.other);
  await press(phone, life.askOrDispute);
  await form(phone).getByLabel(ask.question).fill('Đã báo cáo bằng công văn, đề nghị xem lại');
  await form(phone).getByLabel(ask.dispute).check();
  await send(phone, life.askOrDispute);
  await phone.goto('/');

  const chief = await product.signIn('chanhvp', late);
  await chief.getByText(life.dispute).waitFor();
  await press(chief, life.answerThis);
  await form(chief).getByLabel(ask.answer).fill('Văn phòng đã kiểm tra, hạn không đổi');
  await send(chief, verb.answer);
  await chief.goto(`/nhiem-vu/${done.id}`);
  await press(chief, verb.reopen);
  await form(chief).getByLabel(ask.reason).fill('Số liệu chưa khớp với quyết toán');
  await form(chief).getByLabel(ask.cureOn).fill('1/1/1900');
  await send(chief, verb.reopen);
  await expect.poll(() => focusedLabel(chief)).toBe(ask.cureOn);
  await form(chief).getByLabel(ask.cureOn).fill('10/12');
  await send(chief, verb.reopen);
  await chief.getByText(say(life.reopenedOn, { day: '30/11/2023' })).waitFor();

  await phone.goto('/nhiem-vu');
  await phone.getByText(words.list.groupReturned, { exact: false }).waitFor();
  await phone.getByText('Rà soát vị trí việc làm').first().click();
  const why = phone.getByRole('region', { name: words.list.returned });
  await why.getByText('Số liệu chưa khớp với quyết toán').waitFor();
  await why.getByText(say(one.cure, { day: '10/12/2023' }), { exact: false }).waitFor();
  await phone.goto(late);
  await phone.getByText('Văn phòng đã kiểm tra, hạn không đổi').first().waitFor();

  await press(chief, verb.recall);
  await form(chief).getByLabel(ask.reason).fill('Giao lại bằng kế hoạch mới');
  await form(chief).getByLabel(ask.reference).fill('99/UBND-TH');
  await send(chief, verb.recall);
  await chief.getByText(one.noActions).waitFor();
  await chief.getByText(`${ask.reference}: 99/UBND-TH`).waitFor();
  expect((await detailOf(done.id)).assignment).toMatchObject({ status: 'recalled' });
}, 120_000);

/** What the field is called that has the focus. */
function focusedLabel(page: Page): Promise<string | undefined> {
  return page.evaluate(() => (document.activeElement as HTMLInputElement).labels?.[0]?.textContent ?? '');
}
