import { type Day, isDay } from '@tddh/domain/day';
import { readDay } from '@tddh/domain/dayinput';
import { fold } from '@tddh/domain/text';

/** A column that a sheet may have: the titles that people give it, folded; the first one is the template's. */
export interface Column<K extends string = string> {
  key: K;
  title: string;
  /** Other titles that mean it. */
  also?: RegExp;
  needed?: boolean;
}

/** One thing that is wrong with a row: in which column, and what to do. */
export interface RowFault<K extends string = string> {
  key: K;
  message: string;
}

/** A row of a sheet as it was read; `value` stands only where nothing is wrong. */
export interface SheetRow<K extends string, T> {
  /** Number of the row in its sheet, from 1. */
  at: number;
  cells: Partial<Record<K, string>>;
  faults: RowFault<K>[];
  value?: T;
}

/** Rows by column, and the columns that are needed and were not found. */
export interface Grid<K extends string> {
  records: { at: number; cells: Partial<Record<K, string>> }[];
  missing: string[];
}

/** How far down the titles are looked for: notes and a form's head stand above them. */
const depth = 20;

/** The cells of rows that were copied from Excel or a Word table; a quoted cell may hold line breaks. */
export function gridOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at]!;
    if (quoted) {
      if (letter === '"' && text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else if (letter === '"') quoted = false;
      else cell += letter;
    } else if (letter === '"' && cell === '') quoted = true;
    else if (letter === '\t') {
      row.push(cell);
      cell = '';
    } else if (letter === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
    } else if (letter !== '\r') cell += letter;
  }
  if (cell || row.length > 0) rows.push([...row, cell]);
  return rows.map((cells) => cells.map((one) => one.normalize('NFC').trim()));
}

/** True for text that is rows of a table, and no document that happens to hold one. */
export function isGrid(text: string): boolean {
  if (/Kính\s+gửi\s*:|Nơi\s+nhận\s*:|CỘNG\s+H[OÒ][ÀA]\s+XÃ\s+HỘI/u.test(text)) return false;
  const lines = text.split('\n').filter((line) => line.trim());
  const tabbed = lines.filter((line) => (line.match(/\t/g)?.length ?? 0) >= 2);
  return tabbed.length >= 2 && tabbed.length >= lines.length * 0.5;
}

/** Finds the row of titles, and takes the rows under it apart; without titles the columns stand as in the template. */
export function recordsOf<K extends string>(
  rows: readonly string[][],
  columns: readonly Column<K>[],
): Grid<K> {
  const places = rows.slice(0, depth).map((row) => placesIn(row, columns));
  const best = Math.max(0, ...places.map((one) => one.size));
  const head = best >= 2 ? places.findIndex((one) => one.size === best) : -1;
  const found = head >= 0 ? places[head]! : new Map(columns.map(({ key }, i) => [key, i]));
  const records = rows.slice(head + 1).flatMap((row, i) => {
    if (!row.some((cell) => cell.trim())) return [];
    if (isOrdinals(row)) return [];
    const cells: Partial<Record<K, string>> = {};
    for (const [key, place] of found) {
      const cell = row[place]?.replace(/\s+/g, ' ').trim();
      if (cell) cells[key] = cell;
    }
    return Object.keys(cells).length > 0 ? [{ at: head + 2 + i, cells }] : [];
  });
  return {
    records,
    missing: columns.filter(({ key, needed }) => needed && !found.has(key)).map(({ title }) => title),
  };
}

function placesIn<K extends string>(row: readonly string[], columns: readonly Column<K>[]): Map<K, number> {
  const found = new Map<K, number>();
  row.forEach((cell, place) => {
    const words = fold(cell)
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
    if (!words) return;
    const column =
      columns.find(
        ({ key, title }) =>
          !found.has(key) &&
          fold(title)
            .replace(/[^a-z0-9]+/g, ' ')
            .trim() === words,
      ) ?? columns.find(({ key, also }) => !found.has(key) && also?.test(words));
    if (column) found.set(column.key, place);
  });
  return found;
}

/** A row of numbers "(1) (2) (3)" under the titles. */
function isOrdinals(row: readonly string[]): boolean {
  const cells = row.filter((cell) => cell.trim());
  return cells.length > 1 && cells.every((cell, i) => cell.replace(/[()]/g, '').trim() === String(i + 1));
}

/** A day of a cell: 2023-11-30, 30/11/2023, 30.11.23; undefined where it is none. */
export function dayIn(cell: string, today: Day): Day | undefined {
  const bare = cell
    .replace(/T00:00.*$/, '')
    .replace(/^ngày\s+/iu, '')
    .trim();
  if (isDay(bare)) return bare;
  if (!/^\d{1,2}[/.\- ]\d{1,2}[/.\- ]\d{2,4}$/.test(bare)) return undefined;
  const read = readDay(bare, today);
  return 'day' in read ? read.day : undefined;
}
