import * as v from 'valibot';
import { readInput } from './input.ts';
import { email } from './person.ts';
import { type Fault, Refusal } from './refusal.ts';
import type { Sent } from './round.ts';
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

/** What one unit has sent. */
export interface Entry extends Sent {
  people: readonly FocalPerson[];
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
