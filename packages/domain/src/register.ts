import * as v from 'valibot';
import { standardTypes } from './agency.ts';
import { type Calendar, workingDaysBetween } from './calendar.ts';
import { type Day, isDay, weekOf } from './day.ts';
import { day } from './dayrule.ts';
import { parseNumber, sameWriting } from './number.ts';
import { isSecret } from './secrecy.ts';
import { id, text } from './text.ts';

/** Marks of secrecy as a register says them; empty is none. */
export const secrecies = ['Thường', 'Mật', 'Tối mật', 'Tuyệt mật'] as const;

/** One row of the outgoing register as it is imported. The subject of a secret one is never stored. */
export const registerRow = v.strictObject({
  number: v.pipe(
    text('Số, ký hiệu', 100),
    v.check(
      (written) => Boolean(parseNumber(written)?.number),
      'Số, ký hiệu chưa đúng dạng, ví dụ 645/VPUBND-HCQT.',
    ),
  ),
  issuedOn: day,
  subject: v.optional(v.pipe(v.string('Trích yếu phải là chữ.'), v.trim(), v.maxLength(1000)), ''),
  departmentId: id,
  secrecy: v.optional(v.picklist(secrecies, 'Độ mật không đúng.'), 'Thường'),
});
export type RegisterRow = v.InferOutput<typeof registerRow>;

/** Rows of the register, at most 100 at a time. */
export const registerRows = v.strictObject({
  rows: v.pipe(
    v.array(registerRow, 'Cần danh sách dòng.'),
    v.minLength(1, 'Không có dòng nào.'),
    v.maxLength(100, 'Mỗi lần tối đa 100 dòng.'),
  ),
});

/** What a department answers for a line: it orders no task, or the answer is taken back. */
export const registerAnswer = v.strictObject({ answer: v.nullable(v.literal('none')) });

/** Which lines or figures: of documents issued within the days. */
export const registerFilter = v.strictObject({
  from: v.optional(day),
  to: v.optional(day),
  department: v.optional(id),
  week: v.optional(day),
  /** The line after which a list goes on. */
  cursor: v.optional(v.pipe(v.string(), v.maxLength(200))),
  state: v.optional(v.picklist(['open', 'tasks', 'none', 'outside', 'late'], 'Tình trạng không đúng.')),
});
export type RegisterFilter = v.InferOutput<typeof registerFilter>;

/** What the register says of a document that went out. */
export interface RegisterFacts {
  number: string;
  issuedOn: Day;
  departmentId: string;
  departmentName: string;
  /** Absent for a secret one, and then out of scope. */
  subject?: string;
  outside?: true;
  importedOn: Day;
}

/** A line of the register with what is known of it: its document, or the answer that there is nothing to enter. */
export interface RegisterLine extends RegisterFacts {
  id: string;
  document?: { id: string; on: Day; noTask: boolean };
  answer?: { on: Day; by: string };
}

export type LineState = 'open' | 'tasks' | 'none' | 'outside';

/** The id of the line of a number in its year; undefined where there is no number yet. */
export function lineId(number: string, issuedOn: Day): string | undefined {
  const parsed = parseNumber(number);
  if (!parsed?.number) return undefined;
  const year = parsed.year ?? Number(issuedOn.slice(0, 4));
  const symbol = sameWriting(parsed.symbol).toLowerCase();
  return `${year}.${parsed.number}.${[...new TextEncoder().encode(symbol)].map((byte) => plain(byte)).join('')}`;
}

/** A byte of a symbol as an id may hold it: letters and digits as they are, others by their number. */
function plain(byte: number): string {
  const letter = String.fromCharCode(byte);
  return /[a-z0-9-]/.test(letter) ? letter : `_${byte.toString(16).padStart(2, '0')}`;
}

/** The facts of a row: of one marked secret only number, day and department. */
export function factsOfRow(row: RegisterRow, departmentName: string, importedOn: Day): RegisterFacts {
  const { number, issuedOn, departmentId, subject } = row;
  const outside = row.secrecy !== 'Thường' || isSecret(subject);
  return {
    ...{ number: parseNumber(number)!.written, issuedOn, departmentId, departmentName, importedOn },
    ...(outside ? { outside: true as const } : { subject }),
  };
}

/** Whether a line is answered, and how (domain.md, Documents). */
export function lineState(line: RegisterLine): LineState {
  if (line.outside) return 'outside';
  if (line.document) return line.document.noTask ? 'none' : 'tasks';
  return line.answer ? 'none' : 'open';
}

/** Working days from signing to entry or answer, or to today where there is none. */
export function lineDelay(line: RegisterLine, today: Day, calendar: Calendar): number {
  return workingDaysBetween(calendar, line.issuedOn, line.document?.on ?? line.answer?.on ?? today);
}

/** True for a line in scope that took, or has taken, more working days than the limit. */
export function isLate(line: RegisterLine, today: Day, calendar: Calendar, limit: number): boolean {
  return !line.outside && lineDelay(line, today, calendar) > limit;
}

/** How well one department covered one week; `total` is tasks + none + open, without what is out of scope. */
export interface Coverage {
  departmentId: string;
  departmentName: string;
  week: Day;
  total: number;
  tasks: number;
  none: number;
  open: number;
  outside: number;
  late: number;
}

/** Coverage by department and week, in that order. */
export function coverageOf(
  lines: readonly RegisterLine[],
  { today, calendar, limit }: { today: Day; calendar: Calendar; limit: number },
): Coverage[] {
  const rows = new Map<string, Coverage>();
  for (const line of lines) {
    const { departmentId, departmentName } = line;
    const week = weekOf(line.issuedOn);
    const key = `${departmentId} ${week}`;
    const row = rows.get(key) ?? {
      ...{ departmentId, departmentName, week, total: 0, tasks: 0, none: 0, open: 0, outside: 0, late: 0 },
    };
    const state = lineState(line);
    row[state] += 1;
    if (state !== 'outside') row.total += 1;
    if (isLate(line, today, calendar, limit)) row.late += 1;
    rows.set(key, row);
  }
  return [...rows.values()].sort(
    (a, b) =>
      a.departmentName.localeCompare(b.departmentName, 'vi') ||
      (a.week < b.week ? -1 : a.week > b.week ? 1 : 0),
  );
}

const abbreviations = new Set(
  standardTypes.map(({ abbreviation }) => sameWriting(abbreviation)).filter(Boolean),
);

/**
 * The series in which a symbol is numbered (Nghị định 30/2020/NĐ-CP, Điều 15): a named type of an issuer has its own;
 * letters of an issuer share one, whatever unit drafted them.
 */
export function seriesOf(symbol: string): string {
  const [first = '', second] = symbol.split('-');
  return second && abbreviations.has(sameWriting(first)) ? symbol : first;
}

/** Numbers between the first and the last of a series and year that no line has. */
export interface Missing {
  series: string;
  year: number;
  numbers: number[];
}

/** The numbers that the register lacks, by series and year. */
export function missingNumbers(lines: readonly Pick<RegisterLine, 'number' | 'issuedOn'>[]): Missing[] {
  const series = new Map<string, { series: string; year: number; seen: Set<number> }>();
  for (const { number, issuedOn } of lines) {
    const parsed = parseNumber(number);
    const value = Number.parseInt(parsed?.number ?? '', 10);
    if (!parsed || Number.isNaN(value) || !isDay(issuedOn)) continue;
    const name = seriesOf(parsed.symbol);
    const year = parsed.year ?? Number(issuedOn.slice(0, 4));
    const key = `${sameWriting(name)} ${year}`;
    const one = series.get(key) ?? { series: name, year, seen: new Set<number>() };
    one.seen.add(value);
    series.set(key, one);
  }
  return [...series.values()].flatMap(({ series: name, year, seen }) => {
    const numbers: number[] = [];
    const last = Math.max(...seen);
    for (let n = Math.min(...seen) + 1; n < last && numbers.length < 500; n += 1) {
      if (!seen.has(n)) numbers.push(n);
    }
    return numbers.length > 0 ? [{ series: name, year, numbers }] : [];
  });
}
