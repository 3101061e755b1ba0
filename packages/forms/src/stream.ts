import type { CellValue } from 'hucre/xlsx';
import { clean, sheetName } from './sheet.ts';

/** A column of a long list: text stays text, whatever it begins with. */
export interface StreamColumn {
  title: string;
  width: number;
  kind?: 'text' | 'number' | 'day';
}

const font = { name: 'Times New Roman', size: 12 };

/**
 * A workbook of one long table as a stream: rows are taken from `rows` as they are written, so that memory does not
 * grow with them. A text that looks like a formula is text: the cell is typed so, and its column has the format "text".
 */
export async function streamSheet(
  name: string,
  columns: readonly StreamColumn[],
  rows: AsyncIterable<readonly (string | number | null)[]>,
): Promise<ReadableStream<Uint8Array>> {
  const { writeXlsxStream } = await import('hucre/xlsx');
  const cells = async function* (): AsyncGenerator<CellValue[]> {
    yield columns.map(({ title }) => title);
    for await (const row of rows) yield row.map((cell, i) => cellOf(cell, columns[i]?.kind));
  };
  return writeXlsxStream(cells(), {
    name: sheetName(name),
    columns: columns.map(({ width, kind }) => ({
      width,
      style: {
        font,
        ...(kind === 'day' ? { numFmt: 'dd/mm/yyyy' } : kind === 'number' ? {} : { numFmt: '@' }),
      },
    })),
    freezePane: { rows: 1 },
  });
}

function cellOf(cell: string | number | null, kind: StreamColumn['kind']): CellValue {
  if (typeof cell === 'string' && kind === 'day') return cell ? new Date(`${cell}T00:00:00Z`) : null;
  return typeof cell === 'string' ? clean(cell) : cell;
}
