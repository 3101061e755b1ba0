import { officeLetter } from '@tddh/intake/fixtures';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { onPhone, violations } from './eye.ts';
import { patience, useProduct } from './product.ts';
import { say, words } from './words.ts';

const product = useProduct();
const letter = officeLetter.replaceAll('HẢI BÌNH', 'ĐẮK NÔNG').replaceAll('Hải Bình', 'Đắk Nông');

/** Pastes as the browser does, where the focus is. */
const paste = (page: Page, text: string) =>
  page.evaluate((words) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', words);
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
const rows = (page: Page) => page.locator('[data-task]');

test('a pasted letter is read beside its source, checked, and saved as a draft with one key', async () => {
  const page = await product.signIn('tonghop', '/van-ban/moi');
  await paste(page, letter);
  await page.getByText(say(words.bring.read, { n: 7, name: words.bring.pasted })).waitFor();
  expect(await rows(page).count()).toBe(7);
  expect(await page.getByLabel(words.entry.number).inputValue()).toBe('/VPUBND-HCQT');
  expect(await page.getByLabel(words.entry.issuedOn).inputValue()).toBe('');
  const days = await page
    .getByLabel(words.entry.dueOn, { exact: true })
    .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
  expect(days).toEqual(['15/12/2023', '31/01/2024', '03/02/2024', '26/12/2023', '', '', '29/02/2024']);

  await rows(page).nth(5).getByLabel(words.entry.supports).focus();
  const lit = page.locator('[data-lit]', { hasText: 'Sở Thông tin và Truyền thông' });
  await expect
    .poll(async () => (await lit.boundingBox())?.y ?? 5000, { timeout: patience })
    .toBeLessThan(900);

  await page.reload();
  await expect.poll(() => rows(page).count(), { timeout: patience }).toBe(7);
  await page.getByText(words.source.hint, { exact: false }).waitFor();
  expect(await violations(page, 'review')).toEqual([]);
  expect(await onPhone(page, 'review')).toEqual([]);

  await page.getByLabel(words.entry.number).focus();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('link', { name: words.entry.open }).click();
  await page.getByText('các phòng, đơn vị đánh giá kết quả').first().waitFor();
  await page.getByText(words.paper.planned).first().waitFor();

  await page.goto('/van-ban/moi');
  await page.getByLabel(words.entry.number).waitFor();
  await paste(page, letter);
  await page.getByText(say(words.review.exists, { number: '/VPUBND-HCQT' })).waitFor();
});
