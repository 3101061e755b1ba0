import * as v from 'valibot';
import { statuses } from './assignment.ts';
import { stateWords } from './statewords.ts';
import { leavesOf, periodQuery } from './statistics.ts';
import { id } from './text.ts';

const list = (what: string, known: readonly string[]) =>
  v.pipe(
    v.string(),
    v.transform((text) => text.split(',').filter(Boolean)),
    v.check((all) => all.every((one) => known.includes(one)), `${what} không đúng.`),
  );
const whole = (what: string, from: number, to: number) =>
  v.pipe(
    v.string(),
    v.regex(/^\d{1,4}$/, `${what} là một số.`),
    v.transform(Number),
    v.minValue(from, `${what} từ ${from} đến ${to}.`),
    v.maxValue(to, `${what} từ ${from} đến ${to}.`),
  );
export const page = {
  cursor: v.optional(v.pipe(v.string(), v.maxLength(2000, 'Vị trí trang (cursor) không đúng.'))),
  limit: v.optional(whole('Số dòng mỗi trang', 1, 200), '50'),
};

/** What stands beside the table, each with a list of its own. */
export const besides = [
  'awaiting',
  'extended',
  'paused',
  'backdated',
  'lateEntry',
  'late7',
  'late30',
  'lateMore',
  'carried',
  'done',
  'support',
  'office',
] as const;

/** The query of a list of assignments (contracts.md). With `leaf` or a period it holds exactly what a number counts. */
export const assignmentFilter = v.strictObject({
  ...periodQuery,
  status: v.optional(list('Trạng thái', ['draft', ...statuses])),
  /** How it stands today, as a page shows it. */
  state: v.optional(list('Tình trạng', Object.keys(stateWords))),
  agency: v.optional(id),
  department: v.optional(id),
  field: v.optional(id),
  signer: v.optional(v.pipe(v.string(), v.maxLength(100))),
  leaf: v.optional(
    v.pipe(
      whole('Cột', 1, 17),
      v.check((column) => leavesOf(column) !== undefined, 'Cột này là tỷ lệ, không có danh sách.'),
    ),
  ),
  due: v.optional(v.picklist(['overdue', 'soon', 'none'], 'due là overdue, soon hoặc none.')),
  /** A frozen report: the list behind one of its numbers, as it was. */
  snapshot: v.optional(id),
  beside: v.optional(v.picklist(besides, 'beside không đúng.')),
  q: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200, 'Từ tìm kiếm dài tối đa 200 ký tự.'))),
  ...page,
});
export type AssignmentFilter = v.InferOutput<typeof assignmentFilter>;

/** The query of the queue by task; a page counts reports, and holds the tasks whose oldest report stands on it. */
export const queueFilter = v.strictObject({
  department: v.optional(id),
  field: v.optional(id),
  cursor: page.cursor,
  limit: v.optional(whole('Số dòng mỗi trang', 1, 50), '50'),
});
export type QueueFilter = v.InferOutput<typeof queueFilter>;

/** The query of a list of documents. */
export const documentFilter = v.strictObject({
  number: v.optional(v.pipe(v.string(), v.maxLength(100))),
  department: v.optional(id),
  from: periodQuery.from,
  to: periodQuery.to,
  status: v.optional(v.picklist(['draft', 'issued'], 'status là draft hoặc issued.')),
  q: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200))),
  ...page,
});
export type DocumentFilter = v.InferOutput<typeof documentFilter>;
