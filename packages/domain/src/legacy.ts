import * as v from 'valibot';
import type { Day } from './day.ts';
import { day } from './dayrule.ts';
import { parseNumber } from './number.ts';
import { id, text } from './text.ts';

/** What marks history that another program kept: said in every history row of it. */
export const legacyMark = 'Chuyển từ phần mềm cũ';

/**
 * One assignment of the old software: a task given to one lead unit, with its days. One row each, as the appendix
 * counts them.
 */
export const legacyRow = v.strictObject({
  number: v.pipe(
    text('Số, ký hiệu', 100),
    v.check((written) => Boolean(parseNumber(written)?.number), 'Số, ký hiệu chưa đúng dạng.'),
  ),
  issuedOn: day,
  issuer: text('Cơ quan ban hành', 200),
  type: text('Loại văn bản', 60),
  subject: text('Trích yếu', 1000),
  departmentId: id,
  content: text('Nội dung nhiệm vụ', 4000),
  agencyId: id,
  assignedOn: day,
  dueOn: v.nullable(day),
  reportedOn: v.optional(day),
  /** Number and symbol of the report. */
  reference: v.optional(text('Số văn bản báo cáo', 100)),
  confirmedOn: v.optional(day),
});
export type LegacyRow = v.InferOutput<typeof legacyRow>;

/** Rows of the old software, at most 100 at a time, all rows of a document together; `check` writes nothing. */
export const legacyRows = v.strictObject({
  check: v.optional(v.boolean(), false),
  rows: v.pipe(
    v.array(legacyRow, 'Cần danh sách dòng.'),
    v.minLength(1, 'Không có dòng nào.'),
    v.maxLength(100, 'Mỗi lần tối đa 100 dòng.'),
  ),
});

/** What is wrong with the days of a row, by its field: they follow one another, and none lies ahead. */
export function legacyDayFaults(row: LegacyRow, today: Day): { field: keyof LegacyRow; message: string }[] {
  const { issuedOn, assignedOn, reportedOn, confirmedOn, dueOn } = row;
  const faults: { field: keyof LegacyRow; message: string }[] = [];
  const say = (wrong: boolean, field: keyof LegacyRow, message: string) => {
    if (wrong && !faults.some((one) => one.field === field)) faults.push({ field, message });
  };
  for (const field of ['assignedOn', 'reportedOn', 'confirmedOn'] as const)
    say((row[field] ?? '') > today, field, 'Ngày này sau hôm nay.');
  say(assignedOn < issuedOn, 'assignedOn', 'Ngày giao không được trước ngày văn bản.');
  say(dueOn !== null && dueOn < issuedOn, 'dueOn', 'Hạn không được trước ngày văn bản.');
  say(
    reportedOn !== undefined && reportedOn < assignedOn,
    'reportedOn',
    'Ngày báo cáo không được trước ngày giao.',
  );
  say(
    confirmedOn !== undefined && confirmedOn < (reportedOn ?? assignedOn),
    'confirmedOn',
    'Ngày xác nhận không được trước ngày giao, ngày báo cáo.',
  );
  return faults;
}
