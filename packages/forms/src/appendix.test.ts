import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { noBeside, percent } from '@tddh/domain/statistics';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { type Appendix, columns, headOf, type Setting } from './appendix.ts';
import { appendixCsv } from './appendixcsv.ts';
import { appendixLetter } from './appendixletter.ts';
import { appendixSheet } from './appendixsheet.ts';
import { readSheet } from './sheet.ts';
import { faultsOf } from './testing.ts';

const golden = JSON.parse(readFileSync(new URL('../../domain/src/golden.json', import.meta.url), 'utf8')) as {
  rows: { unit: string; columns: number[] }[];
};
/** The total row of the golden case (domain.md). */
const totals = [247, 50, 46, 18.62, 4, 1.62, 197, 142, 20, 8.1, 122, 49.39, 55, 32, 12.96, 23, 9.31];

const of: Appendix = {
  ...{ from: '2023-04-15', to: '2023-11-30', asOf: '2023-11-30', clock: 'confirmation' },
  ...{ basis: 'assigned', scope: 'new', by: 'agency' },
  rows: golden.rows.map(({ unit, columns: values }, i) => {
    const awaiting = i % 3;
    return { unit: { id: `unit_${i + 1}`, name: unit }, columns: values, ...noBeside(), awaiting };
  }),
  total: { columns: totals },
  ...{ ...noBeside(), awaiting: 26, carried: 0, support: 11, national: { done: 31.07, onTime: 18.08 } },
  office: {
    rows: [{ unit: { id: 'p1', name: 'Phòng Tổng hợp' }, columns: totals, ...noBeside() }],
    total: { columns: totals },
  },
};
const setting: Setting = {
  ...{
    province: 'Đắk Nông',
    office: 'Văn phòng UBND tỉnh',
    origin: 'https://tddh.vi.test',
    decimal: 'point',
  },
  trend: [{ asOf: '2023-10-31', to: '2023-10-31', columns: totals, awaiting: 3 }],
};
const signing = {
  ...{
    place: 'Gia Nghĩa',
    onBehalf: 'KT. Chánh Văn phòng',
    title: 'Phó Chánh Văn phòng',
    name: 'Trần Văn A',
  },
  recipients: 'Như trên; Lưu: VT, TH.',
};

/** Keeps a paper in the folder that `PAPERS` names, to be looked at. */
function keep(name: string, bytes: Uint8Array): Uint8Array {
  const folder = process.env.PAPERS;
  if (folder) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/${name}`, bytes);
  }
  return bytes;
}

/** The rows of units on a sheet that was read: those that begin with an ordinal and have a name. */
const unitsOf = (rows: string[][]) => rows.filter(([ordinal, name]) => /^\d+$/.test(ordinal ?? '') && name);

test('the golden appendix leaves as XLSX, is valid, and 459 cells come back', async () => {
  const bytes = keep('appendix.xlsx', await appendixSheet(of, setting));
  expect(await faultsOf(bytes, 'xlsx')).toEqual([]);
  const pages = await readSheet(bytes);
  expect(pages.map(({ name }) => name)).toEqual(['Phụ lục', 'Bên cạnh', 'Văn phòng', 'Theo tháng']);
  const rows = unitsOf(pages[0]!.rows);
  const cells = rows.map((row) => row.slice(2, 19).map(Number));
  expect(cells.flat()).toHaveLength(459);
  expect(cells).toEqual(golden.rows.map((row) => row.columns));
  expect(rows.map((row) => row[1])).toEqual(golden.rows.map((row) => row.unit));
  const total = pages[0]!.rows.find(([first]) => first === 'Tổng cộng')!;
  expect(total.slice(2, 19).map(Number)).toEqual(totals);
});

test('sums are live, leaves are numbers, and each number opens what it counts', async () => {
  const parts = unzipSync(await appendixSheet(of, setting));
  const xml = strFromU8(parts['xl/worksheets/sheet1.xml']!);
  const first = Number(/<c r="A(\d+)" s="\d+"><v>1<\/v>/.exec(xml)![1]);
  const cell = (place: string) => new RegExp(`<c r="${place}"[^>]*>(.*?)</c>`).exec(xml)![1];
  expect(cell(`C${first}`)).toBe(`<f>D${first}+I${first}</f><v>6</v>`);
  expect(cell(`E${first}`)).toBe('<v>2</v>');
  expect(cell(`F${first}`)).toBe(`<f>IF(C${first}=0,0,ROUND(E${first}*100/C${first},2))</f><v>33.33</v>`);
  expect(cell(`M${first + 27}`)).toBe(`<f>SUM(M${first}:M${first + 26})</f><v>122</v>`);
  const links = strFromU8(parts['xl/worksheets/_rels/sheet1.xml.rels']!);
  expect(links).toContain(
    'https://tddh.vi.test/nhiem-vu?leaf=11&amp;agency=unit_1&amp;from=2023-04-15&amp;to=2023-11-30&amp;asOf=2023-11-30&amp;clock=confirmation&amp;basis=assigned&amp;scope=new"',
  );
  expect(xml.match(/<hyperlink /g)).toHaveLength(28 * 17);
});

test('the sheet prints on A4 landscape, one page wide, its header repeated', async () => {
  const parts = unzipSync(await appendixSheet(of, setting));
  const xml = strFromU8(parts['xl/worksheets/sheet1.xml']!);
  expect(xml).toMatch(/<pageSetup [^>]*paperSize="9"[^>]*orientation="landscape"[^>]*fitToWidth="1"/);
  expect(strFromU8(parts['xl/workbook.xml']!)).toMatch(/_xlnm.Print_Titles[^>]*>'Phụ lục'!\$\d+:\$\d+</);
  // The last sheet is one of a chart alone.
  expect(strFromU8(parts['xl/workbook.xml']!)).toMatch(/<sheet name="Biểu đồ" sheetId="5" r:id="rId5"\/>/);
  expect(strFromU8(parts['xl/chartsheets/sheet5.xml']!)).toContain('<chartsheet ');
  expect(parts['xl/worksheets/sheet5.xml']).toBeUndefined();
  const chart = strFromU8(parts['xl/charts/chart1.xml']!);
  expect(chart).toContain('Biểu đồ tổng hợp xử lý nhiệm vụ được giao của các đơn vị');
  expect(chart.match(/<a:pattFill /g)).toHaveLength(5);
  expect(chart).toContain('stacked');
});

test('the DOCX is valid and holds the heading, the blank number, every cell, signer and recipients', async () => {
  const bytes = keep('appendix.docx', await appendixLetter({ ...of }, { ...setting, signing }));
  expect(await faultsOf(bytes, 'docx')).toEqual([]);
  const xml = strFromU8(unzipSync(bytes)['word/document.xml']!);
  const text = xml.split('</w:p>').map((part) => part.replaceAll(/<[^>]+>/g, ''));
  for (const line of [
    'UBND TỈNH ĐẮK NÔNG',
    'Số:          /VPUBND',
    'PHỤ LỤC',
    'Nơi nhận:',
    '33.33',
    '- Như trên;',
    '- Lưu: VT, TH.',
    'KT. CHÁNH VĂN PHÒNG',
    'PHÓ CHÁNH VĂN PHÒNG',
    'Trần Văn A',
    'Gia Nghĩa, ngày ..... tháng ..... năm 20...',
  ]) {
    expect(text).toContain(line);
  }
  const units = golden.rows.map((row) => row.unit.replace("'", '&apos;'));
  expect(units.filter((unit) => !text.includes(unit))).toEqual([]);
  expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(5);
  const comma = await appendixLetter({ ...of }, { ...setting, signing, decimal: 'comma' });
  expect(strFromU8(unzipSync(comma)['word/document.xml']!)).toContain('>33,33<');
});

test('the CSV has the mark of UTF-8, a point in decimals and no formula', () => {
  const evil = { unit: { id: 'x', name: '=cmd|"/c"' }, columns: totals, ...noBeside() };
  const bytes = appendixCsv({ ...of, rows: [...of.rows.slice(0, 1), evil] });
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const [head, one, two, total] = new TextDecoder().decode(bytes).split('\r\n');
  expect(head).toBe(`Stt,Đơn vị,${columns.map(({ n }) => `(${n})`).join(',')}`);
  expect(one).toBe(`1,Sở Kế hoạch và Đầu tư,${golden.rows[0]!.columns.join(',')}`);
  expect(two).toMatch(/^2,"'=cmd\|""\/c""",247,/);
  expect(total).toBe(`,Tổng cộng,${totals.join(',')}`);
});

test('an appendix without a row is valid too', async () => {
  const none = {
    ...of,
    rows: [],
    total: { columns: totals.map(() => 0) },
    office: { ...of.office, rows: [] },
  };
  expect(await faultsOf(await appendixSheet(none, { ...setting, trend: [] }), 'xlsx')).toEqual([]);
  expect(await faultsOf(await appendixLetter(none, { ...setting, signing }), 'docx')).toEqual([]);
});

test('the header covers every column of its four rows once', () => {
  const covered = headOf('agency').flatMap(({ row, column, down, across }) =>
    Array.from(
      { length: down * across },
      (_, i) => `${row + Math.floor(i / across)},${column + (i % across)}`,
    ),
  );
  expect(new Set(covered).size).toBe(covered.length);
  expect(covered).toHaveLength(4 * 19);
  expect(totals[11]).toBe(percent(122, 247));
});
