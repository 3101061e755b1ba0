import * as v from 'valibot';
import { isValidOn, type Unit } from './agency.ts';
import type { Day } from './day.ts';
import { day } from './dayrule.ts';
import { fold, id, text } from './text.ts';

const materials = v.pipe(
  v.string('Liên kết tài liệu phải là chữ.'),
  v.trim(),
  v.maxLength(500, 'Liên kết tài liệu quá dài: tối đa 500 ký tự.'),
  v.regex(/^https?:\/\/[^\s<>"]+$/i, 'Liên kết tài liệu bắt đầu bằng https:// hoặc http://.'),
);

/** What an administrator sends to record a lesson (buổi tập huấn). */
export const newLesson = v.strictObject({
  subject: text('Nội dung tập huấn', 200),
  on: day,
  place: text('Địa điểm', 200),
  trainer: text('Người hướng dẫn', 200),
  materials: v.optional(materials),
});
export type NewLesson = v.InferOutput<typeof newLesson>;

/** A change of a lesson: what is given replaces what was; `materials: null` removes the link. */
export const lessonChange = v.pipe(
  v.partial(
    v.strictObject({ ...newLesson.entries, materials: v.nullable(materials), cancelled: v.boolean() }),
  ),
  v.check((change) => Object.values(change).some((one) => one !== undefined), 'Chưa có gì để sửa.'),
);
export type LessonChange = v.InferOutput<typeof lessonChange>;

/** Who attended: a person of the product, or a name of a unit where the person has no account. */
export const attendee = v.union(
  [v.strictObject({ personId: id }), v.strictObject({ name: text('Họ và tên', 100), unitId: id })],
  'Mỗi người dự là một tài khoản, hoặc họ tên và đơn vị.',
);
export type Attendee = v.InferOutput<typeof attendee>;

/** The whole list of who attended a lesson, in place of the one before. */
export const attendance = v.strictObject({
  people: v.pipe(
    v.array(attendee, 'Cần danh sách người dự.'),
    v.maxLength(500, 'Mỗi buổi tối đa 500 người.'),
  ),
});

/** A lesson as it is kept; a cancelled one counts for nobody. */
export interface Lesson extends NewLesson {
  id: string;
  cancelled?: boolean;
  /** People who attended. */
  count: number;
  recordedBy: { id: string; name: string };
  revision: number;
}

/** Somebody who attended, by name and unit as on the day of recording. */
export interface Attended {
  personId?: string;
  name: string;
  unitId: string;
}

/** A person of the product, as attendance needs to know them. */
export interface Known {
  id: string;
  name: string;
  username: string;
  unitId: string;
  disabled?: boolean;
}

/** Two entries are the same person: by account, else by name in a unit. */
export function sameAttendee(one: Attended): string {
  return one.personId ?? `${one.unitId} ${fold(one.name)}`;
}

/** One unit, and who of it has attended. */
export interface Standing {
  unitId: string;
  /** People with an account that is in use. */
  people: number;
  attended: number;
  /** Attended without an account. */
  guests: number;
  /** Names of those with an account who have not. */
  missing: readonly string[];
}

/**
 * Per unit who has attended and who has not, in the order of the list: agencies, departments and leaderships that are
 * valid on the day. A unit of which nobody came has `attended` and `guests` 0.
 */
export function standingOf(
  units: readonly Unit[],
  people: readonly Known[],
  attended: readonly Attended[],
  today: Day,
): Standing[] {
  const came = new Set(attended.flatMap((one) => one.personId ?? []));
  const guests = new Map(
    attended.filter((one) => !one.personId).map((one) => [sameAttendee(one), one.unitId]),
  );
  return units
    .filter((unit) => isValidOn(unit, today))
    .map((unit) => {
      const own = people.filter((person) => person.unitId === unit.id && !person.disabled);
      const missing = own.filter((person) => !came.has(person.id)).map((person) => person.name);
      return {
        ...{ unitId: unit.id, people: own.length, attended: own.length - missing.length },
        guests: [...guests.values()].filter((unitId) => unitId === unit.id).length,
        missing,
      };
    })
    .filter(
      (one) => one.people + one.guests > 0 || units.find((u) => u.id === one.unitId)?.kind === 'agency',
    );
}

/** The columns of a list of who attended, in their order; only the first must be there. */
export const attendanceColumns = ['Họ và tên', 'Đơn vị', 'Tên đăng nhập'] as const;

/** One row of a pasted list or sheet: somebody, or what is wrong with it. Rows are counted from 1. */
export type ReadAttendee = { row: number } & ({ attended: Attended } | { fault: string });

/**
 * Reads a list of names: by the titles of its columns, or without titles as name, unit, sign-in name. A name that one
 * account of the unit bears is that person; one that none bears is taken as a name of the unit.
 */
export function readAttendance(
  rows: readonly (readonly string[])[],
  people: readonly Known[],
  units: readonly Unit[],
): ReadAttendee[] {
  const head = rows.findIndex((cells) => cells.some((cell) => fold(cell) === fold(attendanceColumns[0])));
  const at = attendanceColumns.map((title, i) =>
    head < 0 ? i : rows[head]!.findIndex((cell) => fold(cell) === fold(title)),
  );
  const seen = new Set<string>();
  return rows.slice(head + 1).flatMap((cells, i): ReadAttendee[] => {
    const [name = '', unit = '', username = ''] = at.map((column) => (cells[column] ?? '').trim());
    if (!name && !username) return [];
    const row = head + i + 2;
    const read = readOne({ name, unit, username }, people, units);
    if (typeof read === 'string') return [{ row, fault: read }];
    if (seen.has(sameAttendee(read))) return [{ row, fault: 'Người này đã có ở dòng trên.' }];
    seen.add(sameAttendee(read));
    return [{ row, attended: read }];
  });
}

/** Somebody of one row, or a sentence that says what to do about it. */
function readOne(
  { name, unit, username }: { name: string; unit: string; username: string },
  people: readonly Known[],
  units: readonly Unit[],
): Attended | string {
  const of = ({ id: personId, name: known, unitId }: Known): Attended => ({ personId, name: known, unitId });
  if (username) {
    const person = people.find((one) => one.username === username.toLowerCase());
    return person ? of(person) : `Không có tên đăng nhập “${username}”.`;
  }
  const home = units.find((one) => [one.name, one.short].some((word) => fold(word) === fold(unit)));
  if (unit && !home) return `Không có đơn vị “${unit}” trong danh mục.`;
  const named = people.filter((one) => fold(one.name) === fold(name) && (!home || one.unitId === home.id));
  if (named.length > 1) return `Có ${named.length} người tên “${name}”: ghi thêm đơn vị hoặc tên đăng nhập.`;
  if (named[0]) return of(named[0]);
  if (!home) return `Không có ai tên “${name}”: ghi thêm đơn vị để nhận người chưa có tài khoản.`;
  return { name, unitId: home.id };
}
