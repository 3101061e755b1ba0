import { readFile } from 'node:fs/promises';
import { textOfDocx } from '@tddh/forms/incoming/docx';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { onPhone, violations } from './eye.ts';
import { settle } from './places.ts';
import { useProduct } from './product.ts';
import { say, words } from './words.ts';

const product = useProduct();
const { mirror, feedback, evaluation, nav } = words;

/** What is wrong to the eye, in both themes and on a phone. */
async function seen(page: Page, where: string): Promise<string[]> {
  return [...(await violations(page, where)), ...(await onPhone(page, where, 0))];
}

interface Figures {
  rows: { departmentId: string | null; week: string | null; confirmed: number; backlog: number }[];
}
interface Rows {
  total: number;
  items: object[];
}

test('the first row of the mirror is the letter’s footnote, and every number opens as many rows as it says', async () => {
  const page = await product.signIn('chanhvp', '/van-phong');
  await settle(page);
  const first = page.getByRole('region', { name: mirror.table }).locator('tbody tr').first();
  expect(await first.locator('th, td').allTextContents()).toEqual([
    ...[mirror.entered, '148', '29', '90', '29'],
  ]);
  const links = await page
    .getByRole('region')
    .locator('tbody a')
    .evaluateAll((list) =>
      list.map((a) => [(a as HTMLAnchorElement).href, a.textContent ?? '', a.ariaLabel ?? ''] as const),
    );
  const counts = [
    mirror.entered,
    say(mirror.late, { n: 2 }),
    mirror.confirmed,
    mirror.backlog,
    mirror.unsigned,
  ];
  const counted = links.filter(([, , label]) => counts.some((name) => label.includes(`, ${name}: `)));
  expect(counted.length).toBeGreaterThan(80);
  const inWeeks = counted.filter(([href]) => href.includes('week='));
  const tried = counted.filter((one) => inWeeks.indexOf(one) % 6 < 1);
  const api = await product.as('chanhvp');
  for (const [href, number, label] of tried) {
    const { of, unit, week } = Object.fromEntries(new URL(href).searchParams);
    const end = (on: string) => new Date(Date.parse(on) + 6 * 86_400_000).toISOString().slice(0, 10);
    const days: Record<string, string> = week
      ? {
          from: week < '2023-04-15' ? '2023-04-15' : week,
          to: end(week) > '2023-11-30' ? '2023-11-30' : end(week),
        }
      : {};
    const asked = new URLSearchParams({ of: of!, ...days, ...(unit ? { department: unit } : {}) });
    const { total, items } = await api.get<Rows>(`/api/mirror/rows?${asked}`);
    expect([label, total, items.length]).toEqual([label, Number(number), Number(number)]);
  }
  for (const [href, number] of [counted[0]!, counted.at(-1)!]) {
    await page.goto(href);
    await page.getByRole('heading', { name: new RegExp(`\\(${number}\\)$`) }).waitFor();
    await expect.poll(() => page.locator('ol > li').count()).toBe(Number(number));
  }
  expect(await seen(page, 'mirror')).toEqual([]);
}, 120_000);

test('a difficulty is filed from a page, answered by phòng HC-QT, and its sender is told', async () => {
  const unit = await product.signIn('donvi01', '/nhiem-vu');
  await unit.getByRole('button', { name: nav.feedback }).click();
  await unit.getByRole('button', { name: feedback.send }).click();
  await unit.locator('[aria-invalid="true"]').waitFor();
  await unit.getByLabel(feedback.text).fill('Không tìm thấy nút gia hạn <b>');
  expect(await seen(unit, 'feedback')).toEqual([]);
  await unit.getByRole('button', { name: feedback.send }).click();
  await unit.getByText(feedback.sent).waitFor();

  const desk = await product.signIn('hcqt', '/quan-tri/gop-y');
  await desk.getByText('Không tìm thấy nút gia hạn <b>').waitFor();
  await desk.getByRole('button', { name: /^Trả lời góp ý của / }).click();
  await desk.getByLabel(feedback.answerText).fill('Nút nằm ở góc phải của nhiệm vụ');
  expect(await seen(desk, 'help desk')).toEqual([]);
  await desk.getByRole('button', { name: feedback.answer, exact: true }).click();
  await desk.getByText(feedback.none).waitFor();

  await unit.reload();
  await unit.getByRole('button', { name: say(nav.bellNew, { n: 1 }) }).click();
  await unit.getByText('Không tìm thấy nút gia hạn <b>: Nút nằm ở góc phải của nhiệm vụ').click();
  await unit.getByRole('heading', { level: 1, name: feedback.mine }).waitFor();
  await unit.getByText(feedback.state.done, { exact: true }).waitFor();
}, 120_000);

test('a round to five departments: four answer, one is reminded, and the report holds their words and the true figures', async () => {
  const admin = await product.as('hcqt');
  const name = 'Phòng Tiếp công dân';
  const { unit } = await admin.post<{ unit: { id: string } }>('/api/units', { name, kind: 'department' });
  const page = await product.signIn('hcqt', '/quan-tri/danh-gia');
  await page.getByLabel(evaluation.name).fill('Đánh giá 2023');
  await page.getByLabel(evaluation.dueOn, { exact: true }).fill('15/12');
  expect(await seen(page, 'evaluations')).toEqual([]);
  await page.getByRole('button', { name: evaluation.open }).click();
  await page.getByRole('link', { name: 'Đánh giá 2023' }).click();
  await page.getByRole('heading', { name: say(evaluation.missing, { n: 5 }) }).waitFor();
  const at = new URL(page.url()).pathname;

  const officer = await product.signIn('tonghop', at);
  const said = ['Nhập chậm <i>giờ</i> & cao điểm', '=Nhắc qua điện thoại', 'Đỡ gọi điện', 'Dùng tiếp'];
  for (const [i, text] of said.entries()) await officer.locator('textarea').nth(i).fill(text);
  await officer.getByRole('button', { name: evaluation.send }).click();
  await officer.locator('[aria-invalid="true"]').waitFor();
  await officer.locator('select').selectOption('4');
  expect(await seen(officer, 'evaluation')).toEqual([]);
  await officer.getByRole('button', { name: evaluation.send }).click();
  await officer
    .getByText(/^Đã gửi trả lời của /)
    .first()
    .waitFor();
  for (const [i, [who, unitId]] of [['khoagiao'], ['hcqt'], ['hcqt', unit.id]].entries()) {
    const answers = [1, 2, 3, 4, 5].map((q) => ({
      ...{ question: `q${q}`, ...(q === 4 ? { mark: i + 2 } : { text: `Ý ${i + 2}.${q}` }) },
    }));
    const body = { answers, ...(unitId ? { unitId } : {}) };
    await (await product.as(who!)).post(`/api${at.replace('danh-gia', 'evaluations')}/entries`, body);
  }
  await page.reload();
  await page.getByRole('heading', { name: say(evaluation.missing, { n: 1 }) }).waitFor();
  await page.getByRole('button', { name: say(evaluation.remind, { n: 1 }) }).click();
  await page.getByText(say(evaluation.reminded, { letters: 2, units: 1 })).waitFor();
  expect(await seen(page, 'answers')).toEqual([]);

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: evaluation.report }).click(),
  ]);
  const paper = await textOfDocx(await readFile(await file.path()));
  const { rows } = await admin.get<Figures>('/api/mirror');
  const whole = rows.find((row) => row.departmentId === null && row.week === null)!;
  for (const text of [
    'tổng hợp ý kiến của 4/5 đơn vị',
    'chưa có ý kiến: Phòng Nông nghiệp, Tài nguyên và Môi trường',
    'Các phòng đã nhập 148 văn bản',
    `Văn phòng đã xác nhận ${whole.confirmed} báo cáo`,
    `còn ${whole.backlog} báo cáo chờ xác nhận`,
    ...said,
    'Điểm trung bình 3.3/5 của 4 đơn vị',
    'Không tìm thấy nút gia hạn <b>',
    `${name}: Ý 4.5`,
  ]) {
    expect(paper).toContain(text);
  }
}, 120_000);
