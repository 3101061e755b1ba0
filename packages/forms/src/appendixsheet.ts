import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { CellStyle, Cell as Detail, WriteSheet } from 'hucre/xlsx';
import {
  type Appendix,
  besideWords,
  columns,
  type FormRow,
  headOf,
  headRows,
  leafWords,
  type Setting,
} from './appendix.ts';
import { type Behind, behindPath } from './behind.ts';
import { csvOf } from './csv.ts';
import { clean, letter, repeated } from './sheet.ts';
import { besideLines, termsLine, titleLines } from './terms.ts';

const name = 'Times New Roman';
const side = { style: 'thin', color: { rgb: '000000' } } as const;
const box = { top: side, right: side, bottom: side, left: side };
const centre = { horizontal: 'center', vertical: 'center', wrapText: true } as const;
const style = {
  title: { font: { name, size: 13, bold: true }, alignment: centre },
  line: { font: { name, size: 11, italic: true }, alignment: centre },
  note: { font: { name, size: 11 }, alignment: { vertical: 'top', wrapText: true } },
  head: { font: { name, size: 11, bold: true }, alignment: centre, border: box },
  formula: { font: { name, size: 9, italic: true }, alignment: centre, border: box },
  text: { font: { name, size: 11 }, alignment: { vertical: 'center', wrapText: true }, border: box },
  number: { font: { name, size: 11 }, alignment: { horizontal: 'center', vertical: 'center' }, border: box },
  total: { font: { name, size: 11, bold: true }, alignment: centre, border: box },
} satisfies Record<string, CellStyle>;

const sheetOne = 'Phụ lục';
const sheetTwo = 'Bên cạnh';
const page: NonNullable<WriteSheet['pageSetup']> = {
  paperSize: 'a4',
  orientation: 'landscape',
  ...{ fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  ...{ horizontalCentered: true, margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.5 } },
};
const footer = { oddFooter: '&R&"Times New Roman,Regular"&10Trang &P/&N' };

/** A sheet in the making: cells by place, merges, heights. */
class Sheet {
  readonly cells = new Map<string, Partial<Detail>>();
  readonly merges: NonNullable<WriteSheet['merges']> = [];
  readonly heights = new Map<number, { height: number }>();
  row = 0;

  put(row: number, column: number, value: string | number, as: CellStyle, more: Partial<Detail> = {}): void {
    const type = typeof value === 'number' ? 'number' : 'string';
    const shown = typeof value === 'string' ? clean(value) : value;
    this.cells.set(`${row},${column}`, { value: shown, type, style: as, ...more });
  }
  /** A text over the whole width, in a row as high as its lines. */
  across(text: string, width: number, as: CellStyle, height: number): void {
    this.put(this.row, 0, text, as);
    this.merges.push({ startRow: this.row, startCol: 0, endRow: this.row, endCol: width - 1 });
    this.heights.set(this.row, { height });
    this.row += 1;
  }
  /** A cell that stretches; every cell beneath has the lines too. */
  block(row: number, column: number, down: number, across: number, text: string, as: CellStyle): void {
    for (let r = row; r < row + down; r += 1) {
      for (let c = column; c < column + across; c += 1)
        this.put(r, c, r === row && c === column ? text : '', as);
    }
    if (down * across > 1) {
      this.merges.push({
        startRow: row,
        startCol: column,
        endRow: row + down - 1,
        endCol: column + across - 1,
      });
    }
  }
  write(title: string, widths: readonly number[], over: Partial<WriteSheet> = {}): WriteSheet {
    return {
      ...{ name: title, columns: widths.map((width) => ({ width })), cells: this.cells, merges: this.merges },
      ...{ rows: Array.from({ length: this.row }, () => []), rowDefs: this.heights },
      ...{ pageSetup: page, headerFooter: footer, ...over },
    };
  }
}

/**
 * The appendix as XLSX: the official form on the first sheet with live sums, then what stands beside it, the Office's
 * own table, the trend, and a native stacked chart. Every number opens the assignments that it counts.
 */
export async function appendixSheet(of: Appendix, setting: Setting): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx');
  const [form, first, last] = formSheet(of, setting);
  const sheets = [form, besideSheet(of, setting)];
  if (of.office.rows.length > 0) sheets.push(officeSheet(of, setting));
  if (setting.trend.length > 0) sheets.push(trendSheet(of, setting));
  if (of.rows.length > 0) sheets.push(chartSheet(of, first, last));
  const bytes = await writeXlsx({
    sheets,
    namedRanges: [repeated(sheetOne, first - headRows - 1, first - 1), repeated(sheetTwo, 3, 3)],
    defaultFont: { name, size: 11 },
    properties: { title: termsLine(of), creator: setting.office },
  });
  return patterned(bytes);
}

function linked(of: Appendix, setting: Setting, what: Behind): Partial<Detail> {
  return { hyperlink: { target: setting.origin + behindPath(of, what) } };
}

/** The first sheet, with the rows (from 1) of its first and last unit. */
function formSheet(of: Appendix, setting: Setting): [WriteSheet, number, number] {
  const sheet = new Sheet();
  const [title = '', about = '', ...lines] = titleLines(of, setting);
  sheet.across(title, 19, style.title, 20);
  sheet.across(about, 19, style.title, 36);
  for (const text of [...lines, termsLine(of)]) sheet.across(text, 19, style.line, 17);
  sheet.row += 1;
  const top = sheet.row;
  for (const one of headOf(of.by)) {
    sheet.block(top + one.row, one.column, one.down, one.across, one.text, style.head);
  }
  for (const [i, height] of [32, 18, 18, 18].entries()) sheet.heights.set(top + i, { height });
  sheet.row += headRows;
  for (const column of [0, 1]) sheet.put(sheet.row, column, '', style.formula);
  for (const { n, formula } of columns)
    sheet.put(sheet.row, n + 1, formula.replace('=', '=\n'), style.formula);
  sheet.heights.set(sheet.row, { height: 28 });
  sheet.row += 1;
  const first = sheet.row + 1;
  for (const [i, row] of of.rows.entries()) {
    sheet.put(sheet.row, 0, i + 1, style.number);
    sheet.put(sheet.row, 1, row.unit.name, style.text);
    figures(sheet, of, setting, row.columns, { unit: row.unit.id });
    sheet.row += 1;
  }
  const last = sheet.row;
  sheet.block(sheet.row, 0, 1, 2, 'Tổng cộng', style.total);
  figures(sheet, of, setting, of.total.columns, {}, [first, last]);
  sheet.row += 2;
  for (const text of besideLines(of, setting.decimal, setting.snapshot)) {
    sheet.across(text, 19, style.note, 15 * Math.ceil(text.length / 165) + 2);
  }
  const widths = [5, 34, ...columns.map(({ kind }) => (kind === 'percent' ? 8 : 7.5))];
  const written = sheet.write(sheetOne, widths, {
    freezePane: { rows: top + headRows + 1, columns: 2 },
  });
  return [written, first, last];
}

/** The seventeen cells of a row: leaves as numbers, sums and shares as formulas with their computed value. */
function figures(
  sheet: Sheet,
  of: Appendix,
  setting: Setting,
  values: readonly number[],
  unit: Behind,
  sumOf?: readonly [number, number],
): void {
  const at = (n: number) => `${letter(n + 1)}${sheet.row + 1}`;
  for (const { n, kind, leaf, formula } of columns) {
    const value = values[n - 1] ?? 0;
    const computed = (text: string) => ({ formula: text, formulaResult: value });
    const parts = [...formula.split('=').at(-1)!.matchAll(/\d+/g)].map(([part]) => at(Number(part)));
    const more =
      kind === 'percent'
        ? computed(`IF(${at(1)}=0,0,ROUND(${at(leaf)}*100/${at(1)},2))`)
        : kind === 'sum'
          ? computed(parts.join('+'))
          : sumOf && sumOf[1] >= sumOf[0]
            ? computed(`SUM(${letter(n + 1)}${sumOf[0]}:${letter(n + 1)}${sumOf[1]})`)
            : {};
    const as = sumOf ? style.total : style.number;
    sheet.put(sheet.row, n + 1, value, as, { ...more, ...linked(of, setting, { ...unit, leaf }) });
  }
}

/** What stands beside every row, each number a link. */
function besideSheet(of: Appendix, setting: Setting): WriteSheet {
  const sheet = new Sheet();
  sheet.across('Bên cạnh phụ lục: không nằm trong biểu mẫu', 10, style.title, 20);
  sheet.across(termsLine(of), 10, style.line, 32);
  const titles = ['Stt', 'Đơn vị', ...besideWords.map(([, text]) => text)];
  for (const [i, text] of titles.entries()) sheet.put(sheet.row, i, text, style.head);
  sheet.heights.set(sheet.row, { height: 62 });
  const top = sheet.row + 1;
  sheet.row += 1;
  for (const [i, row] of of.rows.entries()) {
    sheet.put(sheet.row, 0, i + 1, style.number);
    sheet.put(sheet.row, 1, row.unit.name, style.text);
    for (const [j, [beside]] of besideWords.entries()) {
      sheet.put(
        sheet.row,
        j + 2,
        row[beside],
        style.number,
        linked(of, setting, { beside, unit: row.unit.id }),
      );
    }
    sheet.row += 1;
  }
  sheet.block(sheet.row, 0, 1, 2, 'Tổng cộng', style.total);
  for (const [j, [beside]] of besideWords.entries()) {
    const formula =
      of.rows.length > 0 ? `SUM(${letter(j + 2)}${top + 1}:${letter(j + 2)}${sheet.row})` : undefined;
    const live = formula ? { formula, formulaResult: of[beside] } : {};
    sheet.put(sheet.row, j + 2, of[beside], style.total, { ...live, ...linked(of, setting, { beside }) });
  }
  sheet.row += 1;
  return sheet.write(sheetTwo, [5, 34, ...besideWords.map(() => 13)], {
    freezePane: { rows: top },
  });
}

/** What departments of the Office lead: counted apart, never in the appendix. */
function officeSheet(of: Appendix, setting: Setting): WriteSheet {
  const sheet = new Sheet();
  const own = { ...of, by: 'agency' };
  const titles = ['Stt', 'Phòng', 'Tổng số', ...leafWords.map(([, text]) => text)];
  sheet.across('Nhiệm vụ do các phòng của Văn phòng chủ trì (đếm riêng)', titles.length, style.title, 20);
  for (const [i, text] of titles.entries()) sheet.put(sheet.row, i, text, style.head);
  sheet.heights.set(sheet.row, { height: 48 });
  sheet.row += 1;
  const line = (values: readonly number[], as: CellStyle, unit: Behind) => {
    for (const [j, leaf] of [1, ...leafWords.map(([one]) => one)].entries()) {
      sheet.put(sheet.row, j + 2, values[leaf - 1] ?? 0, as, linked(own, setting, { ...unit, leaf }));
    }
    sheet.row += 1;
  };
  for (const [i, row] of of.office.rows.entries()) {
    sheet.put(sheet.row, 0, i + 1, style.number);
    sheet.put(sheet.row, 1, row.unit.name, style.text);
    line(row.columns, style.number, { unit: row.unit.id });
  }
  sheet.block(sheet.row, 0, 1, 2, 'Tổng cộng', style.total);
  line(of.office.total.columns, style.total, { beside: 'office' });
  return sheet.write('Văn phòng', [5, 34, 10, ...leafWords.map(() => 14)]);
}

/** The table as it was at the end of each month. */
function trendSheet(of: Appendix, setting: Setting): WriteSheet {
  const sheet = new Sheet();
  const titles = ['Đến hết ngày', 'Tổng số', ...leafWords.map(([, text]) => text), 'Chờ xác nhận'];
  sheet.across('Diễn biến theo tháng', titles.length, style.title, 20);
  for (const [i, text] of titles.entries()) sheet.put(sheet.row, i, text, style.head);
  sheet.heights.set(sheet.row, { height: 48 });
  sheet.row += 1;
  for (const point of setting.trend) {
    const then = { ...of, to: point.to, asOf: point.asOf };
    const day = new Date(`${point.asOf}T00:00:00Z`);
    sheet.cells.set(`${sheet.row},0`, {
      value: day,
      type: 'date',
      style: { ...style.number, numFmt: 'dd/mm/yyyy' },
    });
    for (const [j, leaf] of [1, ...leafWords.map(([one]) => one)].entries()) {
      sheet.put(
        sheet.row,
        j + 1,
        point.columns[leaf - 1] ?? 0,
        style.number,
        linked(then, setting, { leaf }),
      );
    }
    const last = leafWords.length + 2;
    sheet.put(sheet.row, last, point.awaiting, style.number, linked(then, setting, { beside: 'awaiting' }));
    sheet.row += 1;
  }
  return sheet.write('Theo tháng', [14, 10, ...leafWords.map(() => 14), 12]);
}

/** Colours of the leaves (design.md), and the patterns, darker or white, that tell them apart in grey. */
const looks: Readonly<Record<number, { color: string; pattern?: string; over?: string }>> = {
  14: { color: '0B6E5A' },
  5: { color: '5F6D79', pattern: 'wdUpDiag', over: 'FFFFFF' },
  16: { color: 'D9B93B', pattern: 'wdDnDiag', over: '5F5010' },
  9: { color: '6FB1E8', pattern: 'narHorz', over: '12527F' },
  3: { color: 'A9B4BE', pattern: 'pct20', over: '2F3B47' },
  11: { color: 'C8382C', pattern: 'lgCheck', over: '6E130C' },
};

/** A native stacked chart of the first sheet's figures: it follows them when they are edited. */
function chartSheet(of: Appendix, first: number, last: number): WriteSheet {
  const sheet = new Sheet();
  sheet.across('Biểu đồ tổng hợp xử lý nhiệm vụ được giao của các đơn vị', 14, style.title, 24);
  const range = (column: number) => `'${sheetOne}'!$${letter(column)}$${first}:$${letter(column)}$${last}`;
  return sheet.write(
    'Biểu đồ',
    Array.from({ length: 14 }, () => 10),
    {
      charts: [
        {
          ...{ type: 'bar', barGrouping: 'stacked', overlap: 100, gapWidth: 45, legend: 'bottom' },
          ...{
            showTitle: false,
            legendFontSize: 10,
            altText: 'Mỗi đơn vị một thanh, sáu phần theo tình trạng',
          },
          series: leafWords.map(([leaf, text]) => ({
            ...{ name: text, values: range(leaf + 1), categories: range(1), color: looks[leaf]!.color },
          })),
          axes: { x: { reverse: true, labelFontSize: 9 }, y: { labelFontSize: 9 } },
          anchor: { from: { row: 1, col: 0 }, to: { row: Math.max(18, of.rows.length + 8), col: 14 } },
        },
      ],
      pageSetup: { ...page, fitToHeight: 1 },
    },
  );
}

/** Gives the parts of the chart their patterns and a dark edge, which the writer of workbooks cannot. */
function patterned(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const paint = (tag: string, value: string) => `<a:${tag}><a:srgbClr val="${value}"/></a:${tag}>`;
  for (const path of Object.keys(parts).filter((one) => /^xl\/charts\/chart\d+\.xml$/.test(one))) {
    let xml = strFromU8(parts[path]!);
    for (const { color, pattern, over } of Object.values(looks)) {
      const plain = paint('solidFill', color);
      const edge = new RegExp(`(<a:ln[^>]*>)${plain}`, 'g');
      xml = xml.replace(edge, `$1${paint('solidFill', '1F2A33')}`);
      if (!pattern || !over) continue;
      const filled = `<a:pattFill prst="${pattern}">${paint('fgClr', over)}${paint('bgClr', color)}</a:pattFill>`;
      xml = xml.replaceAll(plain, filled);
    }
    parts[path] = strToU8(xml);
  }
  return zipSync(parts, { level: 6 });
}

/** The rows of a table as CSV: a mark of UTF-8 first, a point in decimals, nothing that a program could compute. */
export function appendixCsv(of: Appendix): Uint8Array {
  const line = (i: string | number, row: Pick<FormRow, 'columns'>, title: string) => [
    i,
    title,
    ...row.columns,
  ];
  return csvOf([
    ['Stt', headOf(of.by)[1]!.text, ...columns.map(({ n }) => `(${n})`)],
    ...of.rows.map((row, i) => line(i + 1, row, row.unit.name)),
    line('', of.total, 'Tổng cộng'),
  ]);
}
