import type { CellStyle, WriteSheet } from 'hucre/xlsx';
import { type Appendix, besideWords, leafWords, type Setting } from './appendix.ts';
import type { Behind } from './behind.ts';
import { linked, page, Sheet, style } from './cells.ts';
import { letter } from './sheet.ts';
import { termsLine } from './terms.ts';

export const sheetTwo = 'Bên cạnh';

/** What stands beside every row, each number a link. */
export function besideSheet(of: Appendix, setting: Setting): WriteSheet {
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
    // The whole list stands on one page, where it can be read so.
    ...(of.rows.length <= 40 ? { pageSetup: { ...page, fitToHeight: 1 } } : {}),
  });
}

/** What departments of the Office lead: counted apart, never in the appendix. */
export function officeSheet(of: Appendix, setting: Setting): WriteSheet {
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
export function trendSheet(of: Appendix, setting: Setting): WriteSheet {
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
