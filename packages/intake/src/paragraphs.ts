import { headingUnits, opensSentence } from './clause.ts';
import { type Passage, type Plain, passage } from './text.ts';

/** A paragraph of the document, its hard wraps undone. */
export interface Paragraph {
  passage: Passage;
  /** The cells of a table row, where tabs part them. */
  cells: readonly Passage[];
}

interface Line {
  start: number;
  end: number;
  indent: number;
  /** The words, ends trimmed. */
  text: string;
}

/** A list marker or article at the start of a paragraph. */
export const marker =
  /^(?:Điều\s+\d{1,3}[.:]|(?:Phần|Chương|Mục)\s+[IVXLC\d]{1,5}\b[.:]?|[IVX]{1,5}[.)](?=\s)|[A-E][.)](?=\s)|\d{1,2}(?:\.\d{1,2}){0,3}[.)]?(?=\s)(?<=[.)]|\.\d{1,2})|\([ivx]{1,4}\)(?=\s)|\(\d{1,2}\)(?=\s)|[a-zđ]{1,2}[.)](?=\s)|(?:Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười) là\s*[,:]|Thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)\s*[,:.]|[-–—+•*●○▪](?!\d)(?=[\s\p{L}]))\s*/u;

/** Words after which a line cannot end a heading: the name goes on. */
const unfinished =
  /(?:[,(]|(?<!\p{L})(?:Sở|Bộ|Cục|Vụ|Ban|Hội|Đoàn|Công|Ủy|Văn|Thanh|Thủ|Trung|Tổng|Chi|Thành|của|và|các|với|cho|về|tại|theo|(?<!(?:các|,|và|cấp)\s)(?:tỉnh|huyện|xã|phường|thành phố)|thị|số|ngày|cục|ty|nhân|Nhân|dân|Dân|(?:Hiệp|Liên|Trung|Chi|Bảo|Ngân) (?:hội|minh|hiệp|đoàn|tâm|nhánh|hiểm|hàng)))$/u;

const closing =
  /^(?:Văn phòng Chính phủ (?:xin )?thông báo|Nhận được (?:văn bản|Công văn)|Trên đây là|Căn cứ (?:ý kiến|nội dung|chỉ đạo|văn bản))/u;

/** The lines of a plain text; offsets are those of the plain text. */
export function linesOf(of: Plain): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (let at = 0; at <= of.text.length; at += 1) {
    if (at < of.text.length && of.text[at] !== '\n') continue;
    const raw = of.text.slice(start, at);
    const text = raw.trim();
    lines.push({ start, end: at, text, indent: raw.length - raw.trimStart().length });
    start = at + 1;
  }
  return lines;
}

/** How the lines were broken: one paragraph a line, at a width, or at a width with first lines indented. */
interface Layout {
  kind: 'paragraphs' | 'wrapped' | 'indented';
  width: number;
  base: number;
}

function layoutOf(lines: readonly Line[]): Layout {
  const full = lines.filter(({ text }) => text.length > 40);
  const widths = full.map(({ start, end }) => end - start).sort((a, b) => a - b);
  const width = widths[Math.floor(widths.length * 0.95)] ?? 0;
  const indents: number[] = [];
  for (const [at, { text }] of lines.entries()) {
    const next = lines[at + 1];
    if (text.length > 40 && next && /^[\p{Ll}\d(]/u.test(next.text) && !marker.test(next.text))
      indents.push(next.indent);
  }
  if (width > 160 || indents.length < full.length * 0.15) return { kind: 'paragraphs', width, base: 0 };
  indents.sort((a, b) => a - b);
  const base = indents[Math.floor(indents.length / 2)] ?? 0;
  const deep = full.filter(({ indent }) => indent >= base + 3).length;
  return { kind: deep > full.length * 0.12 ? 'indented' : 'wrapped', width, base };
}

/** The indent of the full lines around a place: it differs from page to page. */
function baseAt(lines: readonly Line[], at: number): number {
  let base = Number.POSITIVE_INFINITY;
  for (let near = Math.max(0, at - 8); near < Math.min(lines.length, at + 9); near += 1)
    if (lines[near]!.text.length > 40) base = Math.min(base, lines[near]!.indent);
  return Number.isFinite(base) ? base : 0;
}

/** True where a new paragraph starts at `line`, after `last`. */
function starts(line: Line, last: Line, first: Line, layout: Layout, base: number): boolean {
  if (marker.test(line.text)) return true;
  if (/^\p{Ll}/u.test(line.text) && /[\p{L}\d,)]$/u.test(last.text)) return false;
  if (layout.kind === 'paragraphs') return true;
  if (/\.\/\.?$/.test(last.text)) return true;
  if (/^(?:Nơi\s+nhận|Kính gửi|QUYẾT ĐỊNH|QUYẾT NGHỊ|PHỤ LỤC|(?:TM|KT|TL|TUQ)\.)/.test(line.text))
    return true;
  if (closing.test(line.text)) return true;
  if (!/^[\p{Lu}“"]/u.test(line.text) && !(/[.;]$/.test(last.text) && line.text.startsWith('(')))
    return false;
  if (layout.kind === 'indented') {
    const beside = last === first && line.indent >= last.indent - 2;
    return line.indent >= base + 3 && (line.indent > last.indent + 2 || beside);
  }
  const room = layout.width - (last.end - last.start) - (/^\S+/.exec(line.text)?.[0].length ?? 0);
  if (/[;:]$/.test(last.text)) return true;
  if (/[.…]$/.test(last.text)) return room > 2;
  const capitals = last.text === last.text.toUpperCase();
  if (unfinished.test(last.text) || !(capitals || opensSentence(line.text))) return false;
  return last === first ? room > 14 && looksWhole(last.text) : room > 1;
}

/** True for a first line that can be a heading of its own: a unit, or capitals, or a numbered topic. */
function looksWhole(text: string): boolean {
  const words = text.replace(marker, '');
  if (!/\p{L}$/u.test(text) || text.length < 8) return false;
  return words === words.toUpperCase() || /^\d/.test(text) || headingUnits(words) !== undefined;
}

/** Where a footnote ends that starts at a line: at a blank line, or, where none is near, with its sentence. */
function endOfNote(lines: readonly Line[], at: number): number {
  const near = lines.slice(at, at + 8);
  const blank = near.findIndex(({ text }) => !text);
  if (blank > 0) return at + blank;
  const full = near.findIndex(({ text }) => /[.…]$/.test(text));
  return full < 0 ? at + 1 : at + full + 1;
}

/** Lines that are no part of the text: page numbers, and footnotes at the foot of a page. */
function furniture(lines: readonly Line[], layout: Layout): Set<Line> {
  const out = new Set<Line>();
  for (const [at, line] of lines.entries()) {
    if (!/^(?:[-–]\s*)?\d{1,3}(?:\s*[-–])?$/.test(line.text)) continue;
    const alone = !lines[at - 1]?.text || !lines[at + 1]?.text || line.indent > 20;
    const inside = at > 5 && /[\p{L},;]$/u.test(lines[at - 1]?.text ?? '');
    if (!alone && !inside) continue;
    out.add(line);
    for (let up = at - 1; up > Math.max(0, at - 40); up -= 1) {
      if (!/^\d{1,2}\s+\p{Lu}/u.test(lines[up]!.text) || lines[up - 1]?.text) continue;
      for (let down = up; down < at; down += 1) out.add(lines[down]!);
      break;
    }
  }
  for (const [at, line] of lines.entries()) {
    if (!/^(?:\[\d{1,2}\]\s|[¹²³⁴-⁹]+\s*\p{L})/u.test(line.text)) continue;
    const end = layout.kind === 'paragraphs' ? at + 1 : endOfNote(lines, at);
    for (let down = at; down < end; down += 1) {
      if (down > at && marker.test(lines[down]!.text)) break;
      out.add(lines[down]!);
    }
  }
  return out;
}

/** Cuts lines `from` to `to` (exclusive) of a plain text into paragraphs. */
export function paragraphsOf(of: Plain, lines: readonly Line[]): Paragraph[] {
  const layout = layoutOf(lines);
  const out = furniture(lines, layout);
  const groups: Line[][] = [];
  let group: Line[] = [];
  let blank = false;
  for (const [at, line] of lines.entries()) {
    if (out.has(line)) continue;
    if (!line.text) {
      blank = group.length > 0;
      continue;
    }
    const last = group.at(-1);
    const afterBlank = blank && (layout.kind === 'paragraphs' || !/^\p{Ll}/u.test(line.text));
    const row =
      /^(?:\d{1,3}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Z]|(?:S[ốỐ]\s)?[ST]?TT)\.?(?:\t|\s+\|\s)/iu.test(line.text) ||
      (last !== undefined && tabsOf(of, line) >= 3 && tabsOf(of, line) === tabsOf(of, last));
    if (
      !last ||
      (afterBlank && /[.;:…/]$/.test(last.text)) ||
      row ||
      starts(line, last, group[0]!, layout, layout.kind === 'indented' ? baseAt(lines, at) : 0)
    ) {
      group = [];
      groups.push(group);
    }
    group.push(line);
    blank = false;
  }
  return groups.map((lines) => paragraph(of, lines));
}

/** How many cells a line parts: rows of one table have the same number. */
function tabsOf(of: Plain, { start, end }: Line): number {
  return of.text.slice(start, end).split(/\t|(?<= )\|(?= |$)/).length - 1;
}

function paragraph(of: Plain, lines: readonly Line[]): Paragraph {
  const whole = passage(
    of,
    lines.map(({ start, end }) => [start, end]),
  );
  return {
    passage: whole,
    cells: lines.some(({ text }) => text.includes('\t') || text.includes(' | ')) ? cellsOf(of, lines) : [],
  };
}

function cellsOf(of: Plain, lines: readonly Line[]): Passage[] {
  const cells: [number, number][][] = [[]];
  for (const { start, end } of lines) {
    let at = start;
    for (const [place, cell] of of.text
      .slice(start, end)
      .split(/(\t|(?<= )\|(?= |$))/)
      .entries()) {
      if (place % 2 === 1) cells.push([]);
      else cells.at(-1)!.push([at, at + cell.length]);
      at += cell.length;
    }
  }
  return cells.map((ranges) => passage(of, ranges));
}
