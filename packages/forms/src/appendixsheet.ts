import type { WriteSheet } from 'hucre/xlsx';
import { type Appendix, columns, headOf, headRows, type Setting } from './appendix.ts';
import type { Behind } from './behind.ts';
import { besideSheet, officeSheet, sheetTwo, trendSheet } from './besidesheet.ts';
import { linked, name, Sheet, style } from './cells.ts';
import { asChartsheet, chartSheet } from './chartsheet.ts';
import { letter, repeated } from './sheet.ts';
import { besideLines, termsLine, titleLines } from './terms.ts';

const sheetOne = 'Phụ lục';

/**
 * The appendix as XLSX: the official form on the first sheet with live sums, then what stands beside it, the Office's
 * own table, the trend, and a native stacked chart on a sheet of its own. Every number opens the assignments that it counts.
 */
export async function appendixSheet(of: Appendix, setting: Setting): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx');
  const [form, first, last] = formSheet(of, setting);
  const sheets = [form, besideSheet(of, setting)];
  if (of.office.rows.length > 0) sheets.push(officeSheet(of, setting));
  if (setting.trend.length > 0) sheets.push(trendSheet(of, setting));
  if (of.rows.length > 0) sheets.push(chartSheet(sheetOne, first, last));
  const bytes = await writeXlsx({
    sheets,
    namedRanges: [repeated(sheetOne, first - headRows - 1, first - 1), repeated(sheetTwo, 3, 3)],
    defaultFont: { name, size: 11 },
    properties: { title: termsLine(of), creator: setting.office },
  });
  return asChartsheet(bytes);
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
