import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { violations } from './eye.ts';
import { countOf, figure, numberShown } from './figures.ts';
import { typeAtOnce } from './hand.ts';
import { settle } from './places.ts';
import { password, patience, useProduct } from './product.ts';
import { quiet } from './quiet.ts';
import { enter, report } from './seed.ts';
import { say, words } from './words.ts';

const product = useProduct();
const units = { sct: 'Sở Công Thương', snv: 'Sở Nội vụ' };
const contents = {
  both: 'Rà soát chợ biên giới, báo cáo trước Tết',
  snv: 'Bố trí người trực chợ biên giới',
  noDue: 'Theo dõi giá hàng hóa thường xuyên',
};

/** Signs in through the page, by keyboard alone. */
async function comeIn(username: string): Promise<Page> {
  const page = await product.open('/');
  await page.locator('input:focus').waitFor();
  await page.keyboard.type(username);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await page.locator('main#main').waitFor();
  return page;
}

/** Signs out by the menu of the account, by keyboard alone, and is shown the way in. */
async function leave(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Tài khoản/ }).press('Enter');
  await page.getByRole('button', { name: words.nav.signOut }).press('Enter');
  await page.getByLabel(words.signIn.username).waitFor();
  expect((await page.context().cookies()).filter(({ name }) => name === 'tddh')).toEqual([]);
}

/** What axe finds on the page as it stands, in both themes. */
async function seen(page: Page, where: string): Promise<void> {
  await settle(page);
  expect(await violations(page, where)).toEqual([]);
}

const dialog = (page: Page) => page.getByRole('dialog');
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).press('Enter');
/** Sends the form that is open, and waits until it is gone. */
async function send(page: Page, name: string): Promise<void> {
  await dialog(page).getByRole('button', { name, exact: true }).press('Enter');
  await dialog(page).waitFor({ state: 'detached' });
}

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

test('officer and focal person: a document goes from entry to done by keyboard, the agency sees and reports its own, the officer confirms by key, one number changes by one', async () => {
  const officer = await comeIn('tonghop');
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

  const agency = await comeIn('donvi02');
  await agency.getByRole('link', { name: contents.both }).waitFor();
  expect(await agency.getByRole('link', { name: contents.snv }).count()).toBe(0);
  for (const address of [`/nhiem-vu/${foreign}`, '/nhiem-vu?agency=snv', '/cho-xac-nhan']) {
    await agency.goto(address);
    await agency.locator('main h1, main h2').first().waitFor();
    await quiet(agency);
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
  await agency.getByRole('link', { name: contents.both }).press('Enter');
  await agency.getByRole('textbox', { name: words.ask.result, exact: true }).waitFor();
  await agency.keyboard.press('b');
  await agency.keyboard.type('Đã rà soát 12 chợ, đủ hàng');
  await agency.keyboard.press('Tab');
  await agency.keyboard.type('1312/BC-SCT');
  await agency.keyboard.press('Tab');
  await agency.keyboard.type('30/11');
  await agency.keyboard.press('Control+Enter');
  await agency.getByText('Đã rà soát 12 chợ, đủ hàng').waitFor();
  await seen(agency, 'a reported assignment');
  await leave(agency);

  const { keyboard } = officer;
  await keyboard.press('Escape');
  await officer.evaluate(() => (document.activeElement as HTMLElement).blur());
  await keyboard.press('g');
  await keyboard.press('q');
  await officer.getByRole('row').filter({ hasText: contents.both }).waitFor();
  // The task of two units stands as one line; the report of one of them below it.
  await typeAtOnce(officer, 'j', 'End', 'ArrowRight', 'j');
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
  await leave(officer);
}, 120_000);

test('head of a department: looks through the queue, sends one report back by key, signs out', async () => {
  const content = 'Kiểm kê tài sản công của các xã biên giới';
  const task = { content, leads: ['sct'], dueOn: '2023-12-20' };
  const { assignments } = await enter(await product.as('tonghop'), task);
  const id = assignments[0]!.id;
  await report(await product.as('donvi02'), id);
  const page = await comeIn('truongphong01');
  await page.waitForURL('**/cho-xac-nhan');
  const row = page.getByRole('row').filter({ hasText: content });
  await row.getByRole('button').press('Enter');
  await page.keyboard.press('r');
  await page.locator('textarea:focus').waitFor();
  await page.keyboard.type('Thiếu hai xã');
  await page.getByLabel(words.ask.cureOn).fill('05/12');
  await seen(page, 'a report that is sent back');
  await page.keyboard.press('Control+Enter');
  await row.waitFor({ state: 'detached' });
  await leave(page);
  const { assignment } = await (await product.as('tonghop')).get<{ assignment: { status: string } }>(
    `/api/assignments/${id}`,
  );
  expect(assignment.status).toBe('in-progress');
});

test('heads of agency, Office and province: an extension is asked, granted and paused, a leader directs, the unit sees it all', async () => {
  const content = 'Quyết toán chương trình mục tiêu quốc gia';
  const task = { content, leads: ['sct'], dueOn: '2023-12-10' };
  const { assignments } = await enter(await product.as('tonghop'), task);
  const path = `/nhiem-vu/${assignments[0]!.id}`;
  const { verb, ask } = words;

  const head = await comeIn('lanhdao02');
  await head.goto(path);
  await press(head, verb.extend);
  await dialog(head).getByLabel(ask.dueOn, { exact: true }).fill('25/12');
  await dialog(head).getByLabel(ask.reason).fill('Chờ số liệu của các huyện');
  await seen(head, 'asking for an extension');
  await send(head, verb.extend);
  await head.getByText(say(words.life.extending, { day: '25/12/2023' })).waitFor();
  await leave(head);

  const chief = await comeIn('chanhvp');
  await chief.keyboard.press('g');
  await chief.keyboard.press('q');
  await chief.getByText(say(words.asks.extension, { day: '25/12/2023' })).waitFor();
  await chief.getByRole('link', { name: content }).press('Enter');
  await press(chief, verb.grant);
  await dialog(chief).getByLabel(ask.agreedBy).fill('Phó Chủ tịch');
  await dialog(chief).getByLabel(ask.dueOnAsked).fill('20/12');
  await send(chief, verb.grant);
  await chief.getByText('20/12/2023').first().waitFor();
  await press(chief, verb.pause);
  await dialog(chief).getByLabel(ask.reason).fill('Chờ trung ương hướng dẫn');
  await dialog(chief).getByLabel(ask.reference).fill('15/TTg');
  await send(chief, verb.pause);
  await press(chief, verb.resume);
  await send(chief, verb.resume);
  await chief.getByRole('button', { name: verb.recall, exact: true }).waitFor();
  await seen(chief, 'an assignment of many steps');
  await leave(chief);

  const chair = await comeIn('chutich');
  await chair.getByRole('heading', { name: words.overview.title, level: 1 }).waitFor();
  await chair.goto(path);
  await press(chair, verb.direct);
  await dialog(chair).getByLabel(ask.opinion).fill('Xong trước kỳ họp Hội đồng nhân dân');
  await send(chair, verb.direct);
  await leave(chair);

  const focal = await comeIn('donvi02');
  await focal.goto(path);
  const directed = focal.getByRole('region', { name: words.life.directed });
  await directed.getByText('Xong trước kỳ họp').waitFor();
  await focal.keyboard.press('h');
  await dialog(focal).getByLabel(ask.question).fill('Kỳ họp ngày nào?');
  await focal.keyboard.press('Control+Enter');
  await focal.keyboard.press('z');
  expect(await dialog(focal).getByLabel(ask.question).inputValue()).toBe('Kỳ họp ngày nào?');
  await focal.keyboard.press('Control+Enter');
  await focal.getByText(say(words.life.done, { what: verb.ask })).waitFor();
  await focal.goto('about:blank');
  const officer = await product.as('tonghop');
  const told = () =>
    officer
      .get<{ questions: { text: string }[]; history: { verb: string; reason?: string }[] }>(
        `/api${path.replace('nhiem-vu', 'assignments')}`,
      )
      .then(({ questions, history }) => [questions.map((one) => one.text), history.map((one) => one.verb)]);
  await expect
    .poll(told, { timeout: patience })
    .toEqual([['Kỳ họp ngày nào?'], ['assign', 'extend', 'grant', 'pause', 'resume', 'direct', 'ask']]);
}, 180_000);

test('administrator: adds a unit that can be given work at once, and signs out', async () => {
  const page = await comeIn('hcqt');
  await page.goto('/quan-tri/don-vi');
  await page.getByLabel(words.manage.name, { exact: true }).fill('Ban Quản lý khu kinh tế cửa khẩu');
  await page.keyboard.press('Enter');
  await page
    .getByRole('list', { name: words.manage.units })
    .getByText('Ban Quản lý khu kinh tế')
    .first()
    .waitFor();
  await seen(page, 'units');
  await leave(page);
});

test('a recurring task: entered by its rule, shown by its period, ended with a reason', async () => {
  const page = await product.signIn('tonghop', '/van-ban/moi');
  const { entry, recur } = words;
  await page.getByLabel(entry.number).fill('7002/UBND-KTTH');
  await page.getByLabel(entry.subject).fill('Báo cáo chợ biên giới hằng tháng');
  await page.getByLabel(entry.leads).fill('cong thuong');
  await page.getByRole('option', { name: units.sct }).waitFor();
  await page.getByLabel(entry.leads).press('Enter');
  await page.getByLabel(entry.content).fill('Báo cáo tình hình chợ biên giới');
  await page.getByLabel(recur.add).check();
  await page.getByText('15/12/2023, 15/01/2024, 15/02/2024').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('link', { name: entry.open }).click();
  await page.getByText(say(recur.period, { period: say(recur.pMonth, { n: 12, year: 2023 }) })).waitFor();
  await seen(page, 'a document with a recurring task');
  await press(page, recur.end);
  await dialog(page).getByLabel(recur.reason).fill('Chương trình kết thúc');
  await send(page, recur.end);
  await page
    .getByText(/đã kết thúc ngày 30\/11\/2023/)
    .first()
    .waitFor();
  await page.getByText('Chương trình kết thúc').waitFor();
});
