import * as v from 'valibot';
import type { Unit } from './agency.ts';
import { type Day, day, daysBetween, type Instant } from './day.ts';
import { readInput } from './input.ts';
import { type Actor, email, isAgencyRole } from './person.ts';
import { type Fault, Refusal } from './refusal.ts';
import { fold, id, text } from './text.ts';

/** A focal person (nhân sự chuyên trách) of a unit. */
export const focalPerson = v.strictObject({
  name: text('Họ và tên', 100),
  position: text('Chức vụ', 150),
  phone: v.pipe(
    v.string('Số điện thoại phải là chữ.'),
    v.trim(),
    v.regex(/^\+?[0-9][0-9 .-]{7,18}$/, 'Số điện thoại gồm 8 đến 19 chữ số, có thể có dấu cách, chấm, gạch.'),
  ),
  email: v.optional(email),
});
export type FocalPerson = v.InferOutput<typeof focalPerson>;

/** What a unit sends: its focal persons, each once. `unitId` only where the administrator sends for a unit. */
export const rosterEntry = v.strictObject({
  unitId: v.optional(id),
  people: v.pipe(
    v.array(focalPerson, 'Cần danh sách nhân sự.'),
    v.minLength(1, 'Ghi ít nhất một nhân sự chuyên trách.'),
    v.maxLength(10, 'Mỗi đơn vị tối đa 10 nhân sự chuyên trách.'),
    v.check((list) => new Set(list.map(sameAs)).size === list.length, 'Có người ghi hai lần.'),
  ),
});

/** Two rows name the same person where name and phone are the same. */
function sameAs({ name, phone }: FocalPerson): string {
  return `${fold(name)} ${phone.replace(/\D/g, '')}`;
}

/** What an administrator sends to open a round; without units, of all that are valid. */
export const newRound = v.strictObject({
  name: text('Tên đợt', 200),
  dueOn: day,
  units: v.optional(v.pipe(v.array(id), v.minLength(1, 'Chọn ít nhất một đơn vị.'), v.maxLength(500))),
});

/** A round of collecting the focal persons of all units. */
export interface Round {
  id: string;
  name: string;
  dueOn: Day;
  openedOn: Day;
  openedBy: string;
  /** The units of which it is expected, in the order of the official list. */
  units: readonly string[];
  revision?: number;
}

/** What one unit has sent. */
export interface Entry {
  unitId: string;
  people: readonly FocalPerson[];
  sentOn: Day;
  sentAt: Instant;
  sentBy: string;
  revision?: number;
}

/** The units of which a round expects an answer unless it names others: agencies and departments valid on the day. */
export function expectedUnits(units: readonly Unit[], isValid: (unit: Unit) => boolean): string[] {
  return units.filter((unit) => unit.kind !== 'leadership' && isValid(unit)).map((unit) => unit.id);
}

/** Whether this person may send the focal persons of a unit: its own people, or the administrator. */
export function maySend(actor: Actor, unitId: string): boolean {
  if (actor.role === 'admin') return true;
  const own = isAgencyRole(actor.role) || actor.role === 'officer' || actor.role === 'department-head';
  return own && actor.unitId === unitId;
}

/** The units that have not sent, in the order of the round. */
export function missing(round: Pick<Round, 'units'>, entries: readonly Entry[]): string[] {
  const sent = new Set(entries.map((entry) => entry.unitId));
  return round.units.filter((unit) => !sent.has(unit));
}

/** True on a day on which units that have not sent are reminded by themselves: so many days before, and the day after. */
export function remindsOn(round: Round, before: readonly number[], today: Day): boolean {
  const left = daysBetween(today, round.dueOn);
  return before.includes(left) || left === -1;
}

/** One row of a sheet as it was read: a person, or what is wrong with it. */
export type ReadRow = { row: number } & ({ person: FocalPerson } | { faults: readonly Fault[] });

/** The columns of a sheet of focal persons, in their order. */
export const rosterColumns = ['Họ và tên', 'Chức vụ', 'Điện thoại', 'Thư điện tử'] as const;

/**
 * The focal persons of a sheet: found by the titles of its columns, wherever they stand; each row is taken or refused
 * by itself. Rows are counted from 1, as a spreadsheet shows them.
 */
export function readRoster(rows: readonly (readonly string[])[]): ReadRow[] | Refusal {
  const head = rows.findIndex((cells) => cells.some((cell) => fold(cell) === fold(rosterColumns[0])));
  if (head < 0) {
    return new Refusal('invalid', `Không thấy cột “${rosterColumns[0]}”. Hãy dùng tệp mẫu của đợt này.`);
  }
  const at = rosterColumns.map((title) => rows[head]!.findIndex((cell) => fold(cell) === fold(title)));
  const seen = new Set<string>();
  return rows.slice(head + 1).flatMap((cells, i): ReadRow[] => {
    const [name = '', position = '', phone = '', address = ''] = at.map((column) =>
      (cells[column] ?? '').trim(),
    );
    if (!name && !position && !phone && !address) return [];
    const row = head + i + 2;
    const read = readInput(focalPerson, { name, position, phone, ...(address ? { email: address } : {}) });
    if (read instanceof Refusal) return [{ row, faults: read.faults }];
    if (seen.has(sameAs(read))) {
      return [{ row, faults: [{ path: 'name', message: 'Người này đã có ở dòng trên.' }] }];
    }
    seen.add(sameAs(read));
    return [{ row, person: read }];
  });
}
