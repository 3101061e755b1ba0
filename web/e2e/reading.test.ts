import { pdfFile, wordFile } from '@tddh/forms/incoming/testing';
import { writeSheet } from '@tddh/forms/sheet';
import { letter as marketLetter, officeLetter } from '@tddh/intake/fixtures';
import { taskColumns } from '@tddh/intake/sheets/tasks';
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
const file = (name: string, bytes: Uint8Array) => ({ name, mimeType: '', buffer: Buffer.from(bytes) });
const dueDays = (page: Page) =>
  page
    .getByLabel(words.entry.dueOn, { exact: true })
    .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
const letterDays = ['15/12/2023', '31/01/2024', '03/02/2024', '26/12/2023', '', '', '29/02/2024'];
/** A PDF as a browser prints it: lines broken where they end, a page number here and there. */
async function printed(text: string): Promise<Uint8Array> {
  const page = await product.open('about:blank');
  await page.setContent('<pre style="white-space: pre-wrap; font: 13px serif"></pre>');
  await page.locator('pre').evaluate((pre, words) => {
    pre.textContent = words;
  }, text);
  const bytes = await page.pdf({ format: 'A4', margin: { left: '30mm', right: '20mm' } });
  await page.close();
  return bytes;
}

test('a pasted letter is read beside its source, checked, and saved as a draft with one key', async () => {
  const page = await product.signIn('tonghop', '/van-ban/moi');
  await paste(page, letter);
  await page.getByText(say(words.bring.read, { n: 7, name: words.bring.pasted })).waitFor();
  expect(await rows(page).count()).toBe(7);
  expect(await page.getByLabel(words.entry.number).inputValue()).toBe('/VPUBND-HCQT');
  expect(await page.getByLabel(words.entry.issuedOn).inputValue()).toBe('');
  expect(await dueDays(page)).toEqual(letterDays);

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

test('the letter as a Word file and as a printed PDF: one chord saves the draft, number and day assign it', async () => {
  const about = (way: string) => letter.replace('V/v triển khai', `V/v dùng ${way} triển khai`);
  const files = [
    file('cong-van.docx', wordFile(about('tệp Word'))),
    file('cong-van.pdf', await printed(about('bản in').replaceAll('**', ''))),
  ];
  const page = await product.signIn('tonghop', '/van-ban/moi');
  for (const [at, one] of files.entries()) {
    await page.getByLabel(words.entry.number).waitFor();
    await page.getByLabel(words.bring.choose).setInputFiles([one]);
    await expect.poll(() => rows(page).count(), { timeout: patience }).toBe(7);
    await expect.poll(() => dueDays(page), { timeout: patience }).toEqual(letterDays);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('link', { name: words.entry.open }).click();
    await page.getByRole('button', { name: words.paper.complete }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel(words.entry.number).fill(`${8800 + at}/VPUBND-HCQT`);
    await form.getByLabel(words.entry.issuedOn).fill('30/11/2023');
    await form.getByLabel(words.entry.issuedOn).press('Tab');
    await form.getByRole('button', { name: words.paper.complete }).click();
    await page.getByText(words.paper.issued).waitFor();
    await page.goto('/van-ban/moi');
  }
  const officer = await product.as('tonghop');
  for (const at of [0, 1]) {
    const number = encodeURIComponent(`${8800 + at}/VPUBND-HCQT`);
    const { items } = await officer.get<{ items: { id: string }[] }>(`/api/documents?number=${number}`);
    const { assignments } = await officer.get<{ assignments: { role: string; dueOn: string | null }[] }>(
      `/api/documents/${items[0]!.id}`,
    );
    expect(assignments.filter(({ role }) => role === 'support')).toHaveLength(2);
    expect(new Set(assignments.map(({ dueOn }) => dueOn))).toEqual(
      new Set(['2023-12-15', '2024-01-31', '2024-02-03', '2023-12-26', '2024-02-29', null]),
    );
  }
});

test('by keys alone: a row is cut, joined, dropped and taken back, and lines of the source become one', async () => {
  const page = await product.signIn('tonghop', '/van-ban/moi');
  await page.getByLabel(words.entry.number).waitFor();
  await paste(page, letter);
  await expect.poll(() => rows(page).count(), { timeout: patience }).toBe(7);
  const content = (row: number) => rows(page).nth(row).getByLabel(words.entry.content);
  const first = await content(0).inputValue();
  await content(0).focus();
  await page.keyboard.press('Control+Home');
  for (let step = 0; step < 8; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Alt+Enter');
  await expect.poll(() => rows(page).count()).toBe(8);
  expect(await content(0).inputValue()).toBe(first.slice(0, 8).trim());
  expect(await content(1).evaluate((one) => one === document.activeElement)).toBe(true);
  await page.keyboard.press('Alt+Backspace');
  await expect.poll(() => rows(page).count()).toBe(7);
  expect((await content(0).inputValue()).replace(/\s+/g, '')).toBe(first.replace(/\s+/g, ''));
  await page.keyboard.press('Alt+Delete');
  await expect.poll(() => rows(page).count()).toBe(6);
  await page.keyboard.press('Alt+z');
  await expect.poll(() => rows(page).count()).toBe(7);
  const source = page.getByRole('listbox', { name: words.source.label });
  await source.focus();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  const chosen = await source.getByRole('option', { selected: true }).allInnerTexts();
  await page.keyboard.press('Enter');
  await expect.poll(() => rows(page).count()).toBe(8);
  const made = await page
    .locator('[data-task] textarea')
    .evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value.replace(/\s+/g, ' ')));
  expect(chosen).toHaveLength(2);
  expect(made).toContain(chosen.join(' ').replace(/\s+/g, ' ').trim());
  await page.keyboard.press('Alt+k');
  await expect.poll(() => rows(page).count()).toBe(0);
});

test('five files at once: three are read, a scan is told, and a second copy of one too', async () => {
  const market = marketLetter.replaceAll('Hải Bình', 'Đắk Nông').replaceAll('HẢI BÌNH', 'ĐẮK NÔNG');
  const page = await product.signIn('tonghop', '/van-ban/moi');
  await page
    .getByLabel(words.bring.choose)
    .setInputFiles([
      file('cho.docx', wordFile(market)),
      file('cho-so-2.pdf', pdfFile(market.replace('412 /', '413 /'), { packed: true })),
      file('quet.pdf', pdfFile('')),
      file('cho-ban-sao.txt', new TextEncoder().encode(market)),
      file('van-phong.txt', new TextEncoder().encode(letter)),
    ]);
  await page.getByText(say(words.tray.title, { n: 4 })).waitFor();
  const tray = page.locator('section', { hasText: say(words.tray.title, { n: 4 }) }).last();
  await tray.getByText('bản quét', { exact: false }).waitFor();
  await tray.getByText(words.tray.twice).waitFor();
  expect(await page.getByLabel(words.entry.number).inputValue()).toBe('412/UBND-KT');
  expect(await rows(page).count()).toBe(3);
  await page.reload();
  await page.getByText(say(words.tray.title, { n: 4 })).waitFor();
  await tray.getByRole('button', { name: words.tray.open, exact: true }).first().click();
  await expect
    .poll(() => page.getByLabel(words.entry.number).inputValue(), { timeout: patience })
    .toBe('413/UBND-KT');
  expect(await rows(page).count()).toBe(3);
});

test('a package of the document axis fills the head by its header and the tasks by its attachment, and its files stay with the document', async () => {
  const market = marketLetter.replaceAll('Hải Bình', 'Đắk Nông').replaceAll('HẢI BÌNH', 'ĐẮK NÔNG');
  const attached = Buffer.from(wordFile(market)).toString('base64');
  const xml = `<edXML xmlns="http://www.mic.gov.vn/TBT/QCVN_102_2016"><edXMLEnvelope><edXMLHeader><MessageHeader>
<From><OrganId>000.00.00.G22</OrganId><OrganName>Văn phòng Chính phủ</OrganName></From>
<Code><CodeNumber>9416</CodeNumber><CodeNotation>VPCP-NN</CodeNotation></Code>
<PromulgationInfo><PromulgationDate>2023/11/28</PromulgationDate></PromulgationInfo>
<DocumentType><TypeName>Công văn</TypeName></DocumentType><Subject>Về quản lý chợ &amp; giá</Subject></MessageHeader></edXMLHeader></edXMLEnvelope>
<AttachmentEncoded><Attachment><AttachmentName>cho.docx</AttachmentName><ContentTransferEncoded>${attached}</ContentTransferEncoded></Attachment>
<Attachment><AttachmentName>trang.pdf</AttachmentName><ContentTransferEncoded>${Buffer.from('<script>1</script>').toString('base64')}</ContentTransferEncoded></Attachment></AttachmentEncoded></edXML>`;
  const page = await product.signIn('nongnghiep', '/van-ban/moi');
  await page
    .getByLabel(words.bring.choose)
    .setInputFiles([{ name: 'goi.edxml', mimeType: '', buffer: Buffer.from(xml) }]);
  await page.getByText(say(words.bring.package, { files: 'cho.docx, trang.pdf' })).waitFor();
  expect(await page.getByLabel(words.entry.number).inputValue()).toBe('9416/VPCP-NN');
  expect(await page.getByLabel(words.entry.issuedOn).inputValue()).toBe('28/11/2023');
  expect(await page.getByLabel(words.entry.subject).inputValue()).toBe('Về quản lý chợ & giá');
  expect(await rows(page).count()).toBe(3);
  const refused = page.locator('li', { hasText: 'trang.pdf' }).getByText('không phải PDF', { exact: false });
  await refused.waitFor();
  expect(await violations(page, 'files of a package', 'main')).toEqual([]);
  expect(await onPhone(page, 'files of a package', 0)).toEqual([]);
  await page.reload();
  await page.getByRole('button', { name: say(words.file.remove, { name: 'cho.docx' }) }).waitFor();
  await rows(page).last().getByLabel(words.entry.content).press('Alt+Delete');
  await expect.poll(() => rows(page).count()).toBe(2);
  await page.getByLabel(words.entry.number).focus();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('link', { name: words.entry.open }).click();
  const whence = { name: 'goi.edxml', sender: 'Văn phòng Chính phủ' };
  await page.getByText(say(words.brought.package, whence)).waitFor();
  const links = page.getByRole('list', { name: words.file.label }).getByRole('link');
  expect(await links.count()).toBe(2);
  const begun = page.waitForEvent('download');
  await links.last().click();
  const download = await begun;
  expect(download.suggestedFilename()).toBe('goi.edxml');
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).toString()).toBe(xml);
  expect(await violations(page, 'document with files', 'main')).toEqual([]);
});

test('a secret document is refused at once, and nothing of it is kept', async () => {
  const page = await product.signIn('khoagiao', '/van-ban/moi');
  await page.getByLabel(words.entry.number).waitFor();
  await paste(page, letter.replace('V/v triển khai', 'TỐI MẬT\nV/v triển khai'));
  await page.getByRole('alert').waitFor();
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('Bố trí nhân sự');
});

test('200 rows of a table with 3 faulty ones: nothing is entered until they are mended or dropped', async () => {
  const head = ['Số, ký hiệu', 'Ngày ban hành', 'Trích yếu', 'Nội dung nhiệm vụ', 'Đơn vị chủ trì', 'Hạn'];
  const table = Array.from({ length: 200 }, (_, i) => [
    ...[
      `${5000 + Math.floor(i / 4)}/UBND-KT`,
      i === 50 ? '31/02/2023' : '20/11/2023',
      'Về chợ',
      `Rà soát chợ số ${i + 1}`,
    ],
    ...[i === 100 ? 'Sở Lạ' : 'Sở Công Thương', i === 150 ? '' : '15/12/2023'],
  ]);
  const officer = await product.as('tonghop');
  const count = async () =>
    (await officer.get<{ items: object[] }>('/api/documents?q=5000%2FUBND-KT')).items.length;
  const page = await product.signIn('tonghop', '/van-ban/moi');
  await page.getByLabel(words.entry.number).waitFor();
  await paste(page, [head, ...table].map((row) => row.join('\t')).join('\n'));
  await page.getByText(say(words.grid.faulty, { n: 3 }), { exact: false }).waitFor();
  await page.reload();
  await page.getByText(say(words.grid.faulty, { n: 3 }), { exact: false }).waitFor();
  const send = page.getByRole('button', { name: say(words.entering.send, { n: 50 }) });
  expect(await send.isDisabled()).toBe(true);
  expect(await count()).toBe(0);
  expect(await violations(page, 'table', 'main')).toEqual([]);
  await page.getByLabel('Đơn vị chủ trì, Dòng 102').fill('Sở Xây dựng');
  await page.getByLabel('Đơn vị chủ trì, Dòng 102').press('Tab');
  await page.getByText(say(words.grid.faulty, { n: 2 }), { exact: false }).waitFor();
  await page.getByRole('button', { name: say(words.grid.dropFaulty, { n: 2 }) }).click();
  await page.route('**/api/imports/documents', async (route) => {
    const { check } = route.request().postDataJSON() as { check: boolean };
    if (check) return route.continue();
    await route.fetch();
    return route.fulfill({ status: 408, json: { title: 'Mất kết nối giữa chừng' } });
  });
  await send.click();
  await page.getByText('Mất kết nối giữa chừng').first().waitFor();
  await page.unroute('**/api/imports/documents');
  await page.reload();
  await send.click();
  await page.getByText(say(words.entering.done, { n: 50 })).waitFor();
  expect(await count()).toBe(1);
  const { items } = await officer.get<{ items: object[] }>('/api/documents?q=UBND-KT&limit=200');
  expect(items.filter((one) => JSON.stringify(one).includes('"Về chợ"'))).toHaveLength(50);
});

test('a chosen Excel file after the template is looked through as a pasted one is', async () => {
  const columns = taskColumns.map(({ title }) => ({ title }));
  const row = ['6001/UBND-KT', '20/11/2023', '', '', 'Về bến xe', '', 'Rà soát bến xe'];
  const bytes = await writeSheet([
    { name: 'Nhập', columns, rows: [[...row, 'Sở Công Thương', '', '15/12/2023']] },
  ]);
  const page = await product.signIn('tonghop', '/van-ban/moi');
  await page.getByLabel(words.bring.choose).setInputFiles([file('mau.xlsx', bytes)]);
  await page.getByRole('button', { name: say(words.entering.send, { n: 1 }) }).click();
  await page.getByText(say(words.entering.done, { n: 1 })).waitFor();
});

test('the register shows who has not entered; one key answers a line, and it can be taken back', async () => {
  const page = await product.signIn('tonghop', '/van-ban/do-phu');
  await page.getByText(words.register.empty).waitFor();
  const head = ['Số ký hiệu', 'Ngày ký', 'Trích yếu', 'Đơn vị soạn thảo', 'Độ mật'];
  const table = [1, 2, 3, 5].map((n) => [
    ...[`${9000 + n}/UBND-TH`, '27/11/2023', n === 2 ? 'Chuyện kín' : `Về việc ${n}`, 'Phòng Tổng hợp'],
    n === 2 ? 'Mật' : '',
  ]);
  await paste(page, [head, ...table].map((row) => row.join('\t')).join('\n'));
  await page.getByRole('button', { name: say(words.register.send, { n: 4 }) }).click();
  await page
    .getByText(say(words.register.missingLine, { series: 'UBND', year: 2023, numbers: '9004' }))
    .waitFor();
  expect(await page.getByText('Chuyện kín').count()).toBe(0);
  await page.getByRole('group', { name: words.register.title }).getByText(words.register.matrix).click();
  await page.getByRole('link', { name: say(words.register.openOnes, { n: 3 }) }).click();
  await page.waitForURL('**department=**&week=**');
  expect(await violations(page, 'coverage', 'main')).toEqual([]);
  expect(await onPhone(page, 'coverage')).toEqual([]);
  await page.locator('[data-row]').first().focus();
  await page.keyboard.press('x');
  await page.getByText(say(words.register.answered, { number: '9001/UBND-TH' })).waitFor();
  expect(await page.locator('[data-row]').count()).toBe(2);
  await page.getByRole('button', { name: words.act.undo }).click();
  await expect.poll(() => page.locator('[data-row]').count(), { timeout: patience }).toBe(3);
});

test('old data is looked through, mended, and taken over once however often it is sent', async () => {
  const head = [
    ...['Số, ký hiệu', 'Ngày văn bản', 'Cơ quan ban hành', 'Loại văn bản', 'Trích yếu', 'Phòng theo dõi'],
    ...['Nội dung nhiệm vụ', 'Đơn vị chủ trì', 'Ngày giao', 'Hạn', 'Ngày báo cáo', 'Ngày xác nhận'],
  ];
  const table = ['Sở Công Thương', 'Sở Xây dựng', 'Sở Lạ'].map((unit) => [
    ...['9901/UBND-TH', '01/11/2023', 'UBND tỉnh Đắk Nông', 'Công văn', 'Việc cũ', 'Phòng Tổng hợp'],
    ...['Rà soát việc cũ', unit, '02/11/2023', '15/11/2023', '10/11/2023', '20/11/2023'],
  ]);
  const text = [head, ...table].map((row) => row.join('\t')).join('\n');
  const page = await product.signIn('hcqt', '/quan-tri/du-lieu-cu');
  await page.getByText(words.legacy.bring).waitFor();
  for (const made of [
    { documents: 1, same: 0 },
    { documents: 0, same: 1 },
  ]) {
    await paste(page, text);
    await page.getByText(say(words.grid.faulty, { n: 1 }), { exact: false }).waitFor();
    await page.getByRole('button', { name: say(words.grid.dropFaulty, { n: 1 }) }).click();
    await page.getByRole('button', { name: say(words.legacy.send, { n: 2 }) }).click();
    await page.getByText(say(words.legacy.done, made)).first().waitFor();
  }
  const officer = await product.as('tonghop');
  const { items } = await officer.get<{ items: object[] }>('/api/documents?number=9901%2FUBND-TH');
  expect(items).toHaveLength(1);
});
