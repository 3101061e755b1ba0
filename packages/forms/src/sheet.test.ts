import { Refusal } from '@tddh/domain/refusal';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { letter, readSheet, sheetName, writeSheet } from './sheet.ts';
import { faultsOf } from './testing.ts';

const page = {
  name: 'Cán bộ: đầu mối',
  notes: ['Không đổi tên cột.'],
  columns: [{ title: 'Họ và tên', width: 30 }, { title: 'Ngày' }, { title: 'Số' }, { title: 'Mở' }],
  rows: [
    ['Đỗ Thị Ửng', { day: '2023-11-30' }, 12.5, { text: 'Nhiệm vụ', href: 'https://vi.test/a?b=1&c=2' }],
    ['', null, 0, null],
  ],
} as const;

/** The code of what a read refuses with, or what it read. */
const tried = (bytes: Uint8Array) =>
  readSheet(bytes).catch((error) => (error instanceof Refusal ? error.code : error));

/** A workbook with some of its parts changed. */
async function changed(over: Record<string, (text: string) => string>): Promise<Uint8Array> {
  const parts = unzipSync(await writeSheet([page]));
  for (const [name, edit] of Object.entries(over)) parts[name] = strToU8(edit(strFromU8(parts[name]!)));
  return zipSync(parts);
}

test('what is written is valid and reads back: text, days, numbers, links, notes', async () => {
  const bytes = await writeSheet([page, { ...page, name: 'Trang hai', notes: [] }]);
  expect(await faultsOf(bytes, 'xlsx')).toEqual([]);
  const pages = await readSheet(bytes);
  expect(pages.map(({ name }) => name)).toEqual(['Cán bộ  đầu mối', 'Trang hai']);
  expect(pages[0]!.rows.map((row) => row.map((cell) => cell).filter(Boolean))).toEqual([
    ['Không đổi tên cột.'],
    ['Họ và tên', 'Ngày', 'Số', 'Mở'],
    ['Đỗ Thị Ửng', '2023-11-30', '12.5', 'Nhiệm vụ'],
    ['0'],
  ]);
});

test('a text that looks like a formula stays text, and is never one', async () => {
  const evil = ['=1+1', '+84', '-2', '@SUM(A1)', '\t=1', '=HYPERLINK("http://x","y")', '＝1'];
  const columns = [{ title: 'Nội dung' }];
  const bytes = await writeSheet([{ name: 'a', columns, rows: evil.map((text) => [text]) }]);
  const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!);
  expect(xml).not.toContain('<f>');
  expect((await readSheet(bytes))[0]!.rows.slice(1).map(([text]) => text)).toEqual(evil);
});

test('letters that no workbook may hold are left out, and what is too long is cut', async () => {
  const rows = [['a\u0000b\u0008\ud800c'], ['x'.repeat(40_000)]];
  const bytes = await writeSheet([{ name: 'a', columns: [{ title: 'T' }], rows }]);
  expect(await faultsOf(bytes, 'xlsx')).toEqual([]);
  const [, first, second] = (await readSheet(bytes))[0]!.rows;
  expect([first![0], second![0]!.length]).toEqual(['abc', 32_767]);
});

test('what is no workbook is refused with a sentence', async () => {
  expect(await tried(strToU8('Họ và tên;Ngày'))).toBe('bad_file');
  expect(await tried(new Uint8Array())).toBe('bad_file');
  expect(await tried(zipSync({ 'a.txt': strToU8('x') }))).toBe('bad_file');
  const half = await writeSheet([page]);
  expect(await tried(half.slice(0, half.length / 2))).toBe('bad_file');
  expect(await tried(await changed({ 'xl/workbook.xml': () => '<workbook>' }))).not.toBeInstanceOf(Error);
});

test('a zip bomb is refused before it grows', async () => {
  const bomb = new Uint8Array(96 * 1024 * 1024);
  const parts = { 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/worksheets/sheet1.xml': bomb };
  const bytes = zipSync(parts, { level: 1 });
  expect(bytes.length).toBeLessThan(2_000_000);
  const before = process.memoryUsage().arrayBuffers;
  expect(await tried(bytes)).toBe('bad_file');
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(128 * 1024 * 1024);
});

test('entities are refused, whatever they would become', async () => {
  const entity = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>';
  const bytes = await changed({ 'xl/sharedStrings.xml': (text) => text.replace('?>', `?>${entity}`) });
  expect(await tried(bytes)).toBe('bad_file');
});

test('two far corners are not filled with empty cells', async () => {
  const row = (r: number) => `<row r="${r}"><c r="XFD${r}"><v>1</v></c></row>`;
  const data = `<sheetData>${row(1)}${row(1_000_000)}</sheetData>`;
  const bytes = await changed({
    'xl/worksheets/sheet1.xml': (text) => text.replace(/<sheetData>.*<\/sheetData>/, data),
  });
  expect(await tried(bytes)).toBe('bad_file');
});

test('names of sheets and columns are such as Excel takes', () => {
  expect(sheetName("'Sở [Nội vụ]: quý 4/2023 và cả năm'")).toBe('Sở  Nội vụ   quý 4 2023 và cả n');
  expect([0, 25, 26, 701, 702].map(letter)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
});
