import { type Day, isDay } from '@tddh/domain/day';
import { Refusal } from '@tddh/domain/refusal';
import { type Zippable, zipSync } from 'fflate';
import type { Cell as Detail, WriteOptions, WriteSheet } from 'hucre/xlsx';
import { unzip } from './zip.ts';

/** What a cell holds: text, a number, nothing, a day, or a text that opens a page. */
export type Cell = string | number | null | { day: Day } | { text: string; href: string };

/** One sheet of a workbook: notes above, then titles, then rows. Widths are in characters. */
export interface Page {
  name: string;
  notes?: readonly string[];
  columns: readonly { title: string; width?: number }[];
  rows: readonly (readonly Cell[])[];
}

/** A sheet that was read: every cell as text, days as `YYYY-MM-DD`, empty ones as ''. */
export interface ReadPage {
  name: string;
  rows: string[][];
}

/** What may come out of an uploaded workbook at most: bytes inflated, parts, and cells of all sheets. */
const caps = { bytes: 64 * 1024 * 1024, parts: 500, cells: 1_000_000 };
/** Excel takes no longer text in one cell. */
const mostText = 32_767;

const font = { name: 'Times New Roman', size: 12 };
const line = { style: 'thin', color: { rgb: '8796A4' } } as const;
const border = { top: line, right: line, bottom: line, left: line };
const title = {
  font: { ...font, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E2EFFA' } },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  border,
} as const;
const top = { vertical: 'top', wrapText: true } as const;

/**
 * A workbook of plain tables: titles in bold and kept in sight, A4 landscape one page wide, text wrapped. A text that
 * looks like a formula is stored as text, in the format "text": no program computes it, not even when it is edited.
 */
export async function writeSheet(pages: readonly Page[]): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx');
  const namedRanges = pages.map((page) => {
    const head = (page.notes?.length ?? 0) + 1;
    return repeated(sheetName(page.name), head, head);
  });
  return writeXlsx({ sheets: pages.map(sheetOf), namedRanges, defaultFont: font });
}

function sheetOf(page: Page): WriteSheet {
  const notes = page.notes ?? [];
  const head = notes.length;
  const cells = new Map<string, Partial<Detail>>();
  for (const [row, note] of notes.entries()) {
    cells.set(`${row},0`, { ...plain(note), style: { font: { ...font, italic: true } } });
  }
  for (const [column, { title: words }] of page.columns.entries()) {
    cells.set(`${head},${column}`, { value: words, type: 'string', style: title });
  }
  for (const [row, list] of page.rows.entries()) {
    for (const [column, cell] of list.entries()) {
      if (cell !== null) cells.set(`${head + 1 + row},${column}`, detail(cell));
    }
  }
  const last = `${letter(page.columns.length - 1)}${head + 1 + page.rows.length}`;
  return {
    name: sheetName(page.name),
    columns: page.columns.map(({ title: words, width }) => ({
      width: width ?? Math.max(10, words.length + 2),
    })),
    rows: Array.from({ length: head + 1 + page.rows.length }, () => []),
    cells,
    freezePane: { rows: head + 1 },
    ...(page.rows.length > 0 ? { autoFilter: { range: `A${head + 1}:${last}` } } : {}),
    pageSetup: {
      ...{ paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    },
  };
}

function detail(cell: Exclude<Cell, null>): Partial<Detail> {
  const style = { font, border, alignment: top };
  if (typeof cell === 'number') return { value: cell, type: 'number', style };
  if (typeof cell === 'string') return plain(cell);
  if ('day' in cell) {
    if (!isDay(cell.day)) return plain(cell.day);
    return {
      ...{ value: new Date(`${cell.day}T00:00:00Z`), type: 'date' },
      style: { ...style, numFmt: 'dd/mm/yyyy' },
    };
  }
  return {
    ...plain(cell.text),
    hyperlink: { target: cell.href },
    style: { ...style, font: { ...font, underline: true } },
  };
}

/** A text that stays text: in the format "text" where a program could take it for a formula. */
function plain(words: string): Partial<Detail> {
  const value = clean(words);
  const style = { font, border, alignment: top, ...(looksLikeFormula(value) ? { numFmt: '@' } : {}) };
  return { value, type: 'string', style };
}

/** True for a text that a spreadsheet could take for a formula. */
export function looksLikeFormula(words: string): boolean {
  return /^[\s]*[=+\-@]/.test(words) || /^[\t\r]/.test(words);
}

/** Text as a workbook may hold it: no control characters, no half letters, at most what Excel takes. */
export function clean(words: string): string {
  return (
    words
      .replace(/\p{Cs}/gu, '')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .slice(0, mostText)
  );
}

/** A name that Excel takes for a sheet: at most 31 characters, without those that it forbids. */
export function sheetName(words: string): string {
  return (
    clean(words)
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^'|'$/g, '')
      .trim()
      .slice(0, 31) || 'Trang 1'
  );
}

/** The rows (from 1) that a sheet repeats on every page; its name quoted, as Excel wants it. */
export function repeated(name: string, from: number, to: number): Named {
  const range = `'${name.replaceAll("'", "''")}'!$${from}:$${to}`;
  return { name: '_xlnm.Print_Titles', range, scope: name };
}
type Named = NonNullable<WriteOptions['namedRanges']>[number];

/** The letters of a column, from 0: A, B, ... AA. */
export function letter(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return (rest >= 0 ? letter(rest) : '') + String.fromCharCode(65 + (column % 26));
}

/**
 * The sheets of an uploaded workbook. Nothing in it is believed: parts are inflated with a cap, entities refused,
 * and only as many cells taken as a person could have written.
 * @throws Refusal `bad_file` with a sentence that says what to do
 */
export async function readSheet(bytes: Uint8Array): Promise<ReadPage[]> {
  const parts = unzip(bytes, caps, (name) => /\.(xml|rels)$/i.test(name));
  if (!parts.has('xl/workbook.xml')) throw notASheet();
  refuseEntities(parts);
  withoutChartsheets(parts);
  const stored: Zippable = Object.fromEntries([...parts].map(([name, part]) => [name, [part, { level: 0 }]]));
  const { readXlsx, streamXlsxRows } = await import('hucre/xlsx');
  const safe = zipSync(stored);
  let left = caps.cells;
  const pages: ReadPage[] = [];
  try {
    const { sheets } = await readXlsx(safe, { range: 'A1:A1' });
    for (const [index, { name }] of sheets.entries()) {
      const rows: string[][] = [];
      for await (const row of streamXlsxRows(safe, { sheet: index })) {
        left -= row.values.length + Math.max(0, row.index - rows.length);
        if (left < 0) throw new Refusal('bad_file', 'Tệp có quá nhiều ô. Hãy bớt dòng, cột rồi gửi lại.');
        while (rows.length < row.index) rows.push([]);
        rows.push(row.values.map(asText));
      }
      pages.push({ name, rows });
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw notASheet();
  }
  return pages;
}

/** Leaves out sheets of a chart alone: they have no cells, and the reader takes every sheet for one with cells. */
function withoutChartsheets(parts: Map<string, Uint8Array>): void {
  const relations = new TextDecoder().decode(parts.get('xl/_rels/workbook.xml.rels'));
  const ids = [...relations.matchAll(/<Relationship\b[^>]*\/chartsheet"[^>]*>/g)].map(
    ([relation]) => /\bId="([^"]+)"/.exec(relation)?.[1],
  );
  if (ids.length === 0) return;
  const workbook = new TextDecoder().decode(parts.get('xl/workbook.xml'));
  const kept = workbook.replace(/<sheet\b[^>]*>/g, (sheet) =>
    ids.includes(/\br:id="([^"]+)"/.exec(sheet)?.[1]) ? '' : sheet,
  );
  parts.set('xl/workbook.xml', new TextEncoder().encode(kept));
}

/** A workbook has no need of a document type: whoever declares one means entities that grow without end. */
function refuseEntities(parts: ReadonlyMap<string, Uint8Array>): void {
  for (const part of parts.values()) {
    if (/<!(DOCTYPE|ENTITY)/i.test(new TextDecoder().decode(part))) {
      throw new Refusal('bad_file', 'Tệp có nội dung không an toàn. Hãy tạo lại tệp bằng Excel rồi gửi.');
    }
  }
}

function asText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return String(value).normalize('NFC');
}

function notASheet(): Refusal {
  return new Refusal('bad_file', 'Không đọc được tệp. Hãy gửi tệp Excel dạng .xlsx.');
}
