import type { SheetRow } from '@tddh/domain/proposal';
import { campaignColumns, readCampaignSheet } from '@tddh/forms/campaign';
import { writeSheet } from '@tddh/forms/sheet';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { onPhone, violations } from './eye.ts';
import { settle } from './places.ts';
import { type Api, patience, useProduct } from './product.ts';
import { type Entered, newNumber } from './seed.ts';
import { say, words } from './words.ts';

const product = useProduct();
interface Unit {
  id: string;
  kind: string;
}
interface Detail {
  assignment: { status: string };
  history: { verb: string }[];
}

/** Enters a document of several tasks for the same units. */
function enterMany(
  officer: Api,
  contents: string[],
  leads: string[],
  number = newNumber(),
): Promise<Entered> {
  return officer.post<Entered>('/api/documents', {
    ...{
      number,
      issuedOn: '2023-11-30',
      issuer: 'UBND tỉnh',
      type: 'Công văn',
      subject: `Văn bản ${number}`,
    },
    tasks: contents.map((content) => ({ content, leads, supports: [], dueOn: '2023-12-20' })),
  });
}
const report = (agency: Api, ids: string[]) =>
  Promise.all(
    ids.map((id) =>
      agency.post(`/api/assignments/${id}/report`, {
        ...{ result: 'Đã xong', documentNumber: '312/BC', documentDate: '2023-11-30' },
      }),
    ),
  );
const detail = async (id: string): Promise<Detail> =>
  (await product.as('chanhvp')).get<Detail>(`/api/assignments/${id}`);
const row = (page: Page, content: string) => page.getByRole('row').filter({ hasText: content });
const twenty = (what: string) => Array.from({ length: 20 }, (_, i) => `${what}, phần ${i + 1}`);

/** A sheet as a person saves it: the columns that come back, filled in. */
function filled(rows: readonly SheetRow[]): Promise<Uint8Array> {
  const keys = Object.keys(campaignColumns) as (keyof typeof campaignColumns)[];
  const columns = keys.map((key) => ({ title: campaignColumns[key] }));
  return writeSheet([{ name: 'Đã ghi', columns, rows: rows.map((one) => keys.map((key) => one[key])) }]);
}

test('a campaign of the 122 overdue goes out to Excel and in again: one faulty row is refused alone, the rest applied', async () => {
  const page = await product.signIn(
    'chanhvp',
    '/nhiem-vu?leaf=11&clock=confirmation&from=2023-04-15&to=2023-11-30',
  );
  await page.getByRole('link', { name: words.list.campaign }).click();
  await page.getByLabel(words.campaign.name).fill('Dứt điểm việc quá hạn năm 2023');
  await page.getByLabel(words.campaign.goal).fill('31/12');
  await page.keyboard.press('Enter');
  await page
    .getByText(say(words.campaign.closedOf, { n: 0, all: 122 }))
    .first()
    .waitFor();
  const at = new URL(page.url()).pathname;
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: words.campaign.download }).click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer);
  const rows = await readCampaignSheet(Buffer.concat(chunks));
  expect(rows).toHaveLength(122);
  const waits = (one: SheetRow) => one.stamp.startsWith('reported');
  const done = rows.map((one) =>
    waits(one) ? { ...one, outcome: 'Xác nhận' } : { ...one, outcome: 'Hủy', reason: '=Nhập nhầm' },
  );
  done[7] = { ...done[7]!, outcome: 'Trả lại', reason: '' };
  const file = {
    name: 'da-ghi.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(await filled(done)),
  };
  const bring = async () => {
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('region', { name: words.campaign.preview }).waitFor();
  };
  await bring();
  const preview = page.getByRole('region', { name: words.campaign.preview });
  await preview.getByText('Trả lại cần lý do').waitFor();
  await page.getByRole('button', { name: say(words.campaign.apply, { n: 121 }) }).click();
  await page
    .getByText(say(words.campaign.closedOf, { n: 121, all: 122 }))
    .first()
    .waitFor();
  expect(await preview.getByText(words.campaign.fresh).count()).toBe(121);
  // The same file again changes nothing more.
  await bring();
  await page.getByText(/121 đã áp dụng/).waitFor();
  expect(await page.getByRole('button', { name: say(words.campaign.apply, { n: 0 }) }).isDisabled()).toBe(
    true,
  );
  expect(
    (await detail(rows[0]!.id)).history.filter(({ verb }) => verb === 'confirm' || verb === 'cancel'),
  ).toHaveLength(1);
  expect([...(await violations(page, at)), ...(await onPhone(page, at))]).toEqual([]);
}, 180_000);

test('a task of 27 units goes from 19 of 27 to done in the queue by task: all confirmed by a key, the missing chased by a key', async () => {
  const officer = await product.as('tonghop');
  const { items } = await officer.get<{ items: Unit[] }>('/api/units');
  const agencies = items.filter((unit) => unit.kind === 'agency').map((unit) => unit.id);
  const content = 'Kiểm kê tài sản công toàn tỉnh';
  const { assignments } = await enterMany(officer, [content], agencies);
  expect(assignments).toHaveLength(27);
  const unit = (i: number) => product.as(`donvi${String(i + 1).padStart(2, '0')}`);
  // The Office itself is row 4; what it leads, an officer does not confirm.
  const first = assignments.filter((_, i) => i !== 3).slice(0, 19);
  const ids = new Set(first.map((one) => one.id));
  for (const [i, one] of assignments.entries()) if (ids.has(one.id)) await report(await unit(i), [one.id]);

  const page = await product.signIn('tonghop', '/cho-xac-nhan');
  const task = row(page, content);
  await task.getByText(say(words.byTask.reported, { n: 19, all: 27 })).waitFor();
  await task.getByRole('button', { name: content }).click();
  await page.getByText(say(words.byTask.missing, { n: 8 })).waitFor();
  expect(await page.getByRole('link', { name: /^Công văn đôn đốc gửi/ }).count()).toBe(8);
  await page.keyboard.press('d');
  await page
    .getByText(say(words.many.chased, { n: 8 }), { exact: true })
    .last()
    .waitFor();
  await page.keyboard.press('c');
  await task.waitFor({ state: 'detached' });
  await page.goto('about:blank');
  await expect
    .poll(async () => (await detail(first[18]!.id)).assignment.status, { timeout: patience })
    .toBe('done');
  const missing = assignments.filter((one) => !ids.has(one.id));
  for (const one of missing) expect((await detail(one.id)).history.at(-1)?.verb).toBe('remind');

  for (const [i, one] of assignments.entries()) if (!ids.has(one.id)) await report(await unit(i), [one.id]);
  const chief = await product.signIn('chanhvp', '/cho-xac-nhan');
  const again = row(chief, content);
  await again.getByText(say(words.byTask.reported, { n: 27, all: 27 })).waitFor();
  await again.getByRole('button', { name: content }).click();
  await chief.getByText(words.byTask.noneMissing).waitFor();
  await chief.keyboard.press('c');
  await again.waitFor({ state: 'detached' });
  await chief.goto('about:blank');
  const open = async () => {
    const all = await Promise.all(assignments.map((one) => detail(one.id)));
    return all.filter((one) => one.assignment.status !== 'done').length;
  };
  await expect.poll(open, { timeout: patience }).toBe(0);
}, 180_000);

test('one officer alone records and confirms 40 paper reports without touching the mouse', async () => {
  const officer = await product.as('nongnghiep');
  const one = await enterMany(officer, twenty('Rà soát hồ đập'), ['snv']);
  const two = await enterMany(officer, twenty('Rà soát rừng phòng hộ'), ['snv']);
  const page = await product.signIn('nongnghiep', '/bao-cao-giay');
  const { keyboard } = page;
  const finder = page.getByLabel(words.recording.find, { exact: true });
  await expect.poll(() => finder.evaluate((input) => input === document.activeElement)).toBe(true);
  const rows = page.getByRole('list', { name: words.recording.rows }).getByRole('listitem');
  await keyboard.type('ra soat ho dap, phan 1');
  await page.getByRole('option').first().waitFor();
  await keyboard.press('Enter');
  await expect.poll(() => rows.count(), { timeout: patience }).toBe(1);
  await finder.evaluate((input, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, `${one.document.number}\tNội vụ\n${two.document.number}\tNội vụ\n77/KHONG-CO\n`);
  await expect.poll(() => rows.count(), { timeout: patience }).toBe(40);
  await page.getByText(/Dòng 3 đã dán không khớp/).waitFor();
  await keyboard.press('Tab');
  await keyboard.type('512/BC-SNV');
  await keyboard.press('Tab');
  await keyboard.type('30/11');
  await keyboard.press('Control+Enter');
  await page.getByText(say(words.many.recordedDone, { n: 40 })).waitFor();
  const found = [...(await violations(page, 'paper')), ...(await onPhone(page, 'paper'))];
  expect(found).toEqual([]);
  await page.goto('about:blank');
  const ids = [...one.assignments, ...two.assignments].map((a) => a.id);
  for (const id of ids) {
    await expect.poll(async () => (await detail(id)).assignment.status, { timeout: patience }).toBe('done');
    const { assignment, history } = await detail(id);
    expect([assignment.status, history.map(({ verb }) => verb)]).toEqual([
      'done',
      ['assign', 'report', 'confirm'],
    ]);
  }
}, 180_000);

test('40 reports are confirmed in one selection, and others returned for one reason, with a result per row', async () => {
  const officer = await product.as('nongnghiep');
  const agency = await product.as('donvi05');
  const wanted: string[] = [];
  for (const what of ['Thống kê đàn gia súc', 'Thống kê diện tích cà phê']) {
    const { assignments } = await enterMany(officer, twenty(what), ['snv']);
    wanted.push(...assignments.map((a) => a.id));
  }
  await report(agency, wanted);
  const page = await product.signIn('nongnghiep', '/cho-xac-nhan');
  await page.locator('[data-row]').first().waitFor();
  await settle(page);
  await page.keyboard.press('Shift+A');
  await page
    .getByText(/^\d+ đã chọn$/)
    .last()
    .waitFor();
  const answer = page.waitForResponse((one) => one.url().endsWith('/api/assignments/confirm'));
  await page.keyboard.press('c');
  const response = await answer;
  const { results } = (await response.json()) as { results: { id: string; ok: boolean }[] };
  const took = response.request().timing();
  console.log(`confirmed ${results.length} in one selection: ${Math.round(took.responseEnd)} ms`);
  expect(took.responseEnd).toBeLessThan(5000);
  expect(wanted.every((id) => results.some((one) => one.id === id && one.ok))).toBe(true);
  await page.getByRole('region', { name: words.decide.results }).waitFor();

  const back = await enterMany(officer, twenty('Báo cáo giống cây trồng').slice(0, 3), ['snv']);
  await report(
    agency,
    back.assignments.map((a) => a.id),
  );
  await page.reload();
  await row(page, 'Báo cáo giống cây trồng').first().waitFor();
  await page.keyboard.press('Shift+A');
  await page.keyboard.press('r');
  await page.getByRole('dialog').getByLabel(words.ask.reason).fill('Thiếu biểu tổng hợp');
  await page.keyboard.press('Control+Enter');
  await page.getByText(say(words.many.returned, { n: 3 })).waitFor();
  await page.goto('about:blank');
  for (const { id } of back.assignments) {
    await expect
      .poll(async () => (await detail(id)).history.at(-1)?.verb, { timeout: patience })
      .toBe('return');
  }
}, 180_000);
