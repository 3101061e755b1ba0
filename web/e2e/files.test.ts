import { pdf } from '@tddh/domain/filesamples';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { onPhone, violations } from './eye.ts';
import { patience, useProduct } from './product.ts';
import { enter } from './seed.ts';
import { say, words } from './words.ts';

const product = useProduct();
const { ask, file, list, mine, verb } = words;
const content = 'Kiểm tra an toàn hồ đập trước mùa mưa';

async function pick(page: Page, name: string, body: Uint8Array | string): Promise<void> {
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: file.choose }).click();
  await (await chosen).setFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from(body) });
}

/** Waits until a file was sent and taken. */
const sent = (page: Page, name: string) =>
  page.getByText(say(file.sent, { name }), { exact: true }).waitFor({ state: 'attached' });

/** Drops a file on the form, or pastes it, as a browser would tell of it. */
function give(page: Page, way: 'drop' | 'paste', name: string, body: Uint8Array): Promise<void> {
  return page.evaluate(
    ([how, called, bytes]) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(bytes)], called, { type: 'application/pdf' }));
      const zone = document.querySelector('input[type=file]')!.parentElement!;
      if (how === 'drop') zone.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
      else document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
    },
    [way, name, [...body]] as const,
  );
}

test('on a phone an agency reports with a PDF from its own list, a reload loses nothing, and the officer downloads it', async () => {
  const office = await product.as('tonghop');
  const { assignments } = await enter(office, { content, leads: ['sct'], dueOn: '2023-12-05' });
  const [{ id = '' } = {}] = assignments;
  await office.post(`/api/assignments/${id}/ask`, { text: 'Đã kiểm tra hồ nào?' });

  const phone = await product.signIn('donvi02');
  await phone.setViewportSize({ width: 390, height: 844 });
  await phone.getByText('Đã kiểm tra hồ nào?').waitFor();
  const open = () => phone.getByRole('button', { name: say(mine.reportRow, { text: content }) }).click();
  await open();
  await phone.getByRole('textbox', { name: ask.result }).fill('Đã kiểm tra 12 hồ');

  await pick(phone, 'trang.pdf', '<!doctype html><script>alert(1)</script>');
  const refused = 'Nội dung tệp “trang.pdf” không phải PDF';
  await phone.locator('li').getByText(refused).waitFor();
  await phone.getByRole('button', { name: verb.report, exact: true }).last().click();
  await phone.getByText(file.bad).waitFor();
  await phone.getByRole('button', { name: say(file.remove, { name: 'trang.pdf' }) }).click();

  await pick(phone, 'Báo cáo hồ đập.pdf', pdf);
  const taken = (name: string) => phone.getByRole('button', { name: say(file.remove, { name }) });
  await sent(phone, 'Báo cáo hồ đập.pdf');
  await give(phone, 'drop', 'phu-luc.pdf', pdf);
  await sent(phone, 'phu-luc.pdf');
  await give(phone, 'paste', 'anh.pdf', new TextEncoder().encode('%PDF-1.7 ảnh'));
  await sent(phone, 'anh.pdf');
  expect(await violations(phone, 'the report form', 'dialog')).toEqual([]);

  await phone.reload();
  await open();
  expect(await phone.getByRole('textbox', { name: ask.result }).inputValue()).toBe('Đã kiểm tra 12 hồ');
  await taken('phu-luc.pdf').click();
  let release = () => {};
  const pressed = new Promise<void>((done) => {
    release = done;
  });
  await phone.route('**/api/files', (route) => pressed.then(() => route.continue()));
  await pick(phone, 'phu-luc.pdf', pdf);
  await phone.getByRole('button', { name: verb.report, exact: true }).last().click();
  await phone.getByText(file.waits).waitFor();
  release();
  await phone.getByText(mine.reported).waitFor();
  expect(
    await phone.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('report'))),
  ).toEqual([]);

  const officer = await product.signIn('tonghop', `/nhiem-vu/${id}`);
  const links = officer.getByRole('list', { name: file.label }).getByRole('link');
  await links.first().waitFor();
  expect(await links.count()).toBe(3);
  const begun = officer.waitForEvent('download');
  await links.first().click();
  const download = await begun;
  expect(download.suggestedFilename()).toBe('Báo cáo hồ đập.pdf');
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks)).toEqual(Buffer.from(pdf));
  const { files } = await office.get<{ files: { id: string }[] }>(`/api/assignments/${id}`);
  const other = await product.signIn('donvi03');
  const answer = await other.request.get(`${product.origin}/api/files/${files[0]?.id}`);
  expect(answer.status()).toBe(404);
}, 120_000);

test('the main actions of an assignment stand at the bottom of a phone, and its own list at one key', async () => {
  const office = await product.as('tonghop');
  const { assignments } = await enter(office, {
    content: 'Rà soát cầu treo',
    leads: ['sct'],
    dueOn: '2023-12-20',
  });
  const page = await product.signIn('donvi02', `/nhiem-vu/${assignments[0]?.id}`);
  await page.setViewportSize({ width: 390, height: 844 });
  const bar = page.getByRole('group', { name: mine.bar });
  await bar.waitFor();
  const box = await bar.boundingBox();
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeGreaterThan(844 - 70);
  await bar.getByRole('button', { name: words.one.other }).click();
  const last = bar.getByRole('listitem').last();
  expect((await last.boundingBox())?.y).toBeLessThan(box?.y ?? 0);
  await page.keyboard.press('Escape');
  await bar.getByRole('button', { name: verb.report }).click();
  await page.getByRole('textbox', { name: ask.result }).fill('Đã rà soát');
  await pick(page, 'ket-qua.pdf', pdf);
  await sent(page, 'ket-qua.pdf');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('link', { name: /ket-qua\.pdf/ }).waitFor({ timeout: patience });

  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${product.origin}/nhiem-vu`);
  await page.getByRole('grid', { name: list.mine }).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('b');
  await page.getByRole('textbox', { name: ask.result }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: mine.asked }).waitFor();
  expect(await violations(page, 'own work')).toEqual([]);
  expect(await onPhone(page, 'own work')).toEqual([]);
}, 120_000);
