import type { CellStyle, Cell as Detail, WriteSheet } from 'hucre/xlsx';
import type { Appendix, Setting } from './appendix.ts';
import { type Behind, behindPath } from './behind.ts';
import { clean } from './sheet.ts';

export const name = 'Times New Roman';
const side = { style: 'thin', color: { rgb: '000000' } } as const;
const box = { top: side, right: side, bottom: side, left: side };
const centre = { horizontal: 'center', vertical: 'center', wrapText: true } as const;
export const style = {
  title: { font: { name, size: 13, bold: true }, alignment: centre },
  line: { font: { name, size: 11, italic: true }, alignment: centre },
  note: { font: { name, size: 11 }, alignment: { vertical: 'top', wrapText: true } },
  head: { font: { name, size: 11, bold: true }, alignment: centre, border: box },
  formula: { font: { name, size: 9, italic: true }, alignment: centre, border: box },
  text: { font: { name, size: 11 }, alignment: { vertical: 'center', wrapText: true }, border: box },
  number: { font: { name, size: 11 }, alignment: { horizontal: 'center', vertical: 'center' }, border: box },
  total: { font: { name, size: 11, bold: true }, alignment: centre, border: box },
} satisfies Record<string, CellStyle>;

export const page: NonNullable<WriteSheet['pageSetup']> = {
  paperSize: 'a4',
  orientation: 'landscape',
  ...{ fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  ...{ horizontalCentered: true, margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.5 } },
};
const footer = { oddFooter: '&R&"Times New Roman,Regular"&10Trang &P/&N' };

/** A sheet in the making: cells by place, merges, heights. */
export class Sheet {
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

/** The link of a number to the assignments that it counts. */
export function linked(of: Appendix, setting: Setting, what: Behind): Partial<Detail> {
  return { hyperlink: { target: setting.origin + behindPath(of, what) } };
}
