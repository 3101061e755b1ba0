import type { Day } from '@tddh/domain/day';
import { readDay } from '@tddh/domain/dayinput';
import { parseNumber, sameWriting } from '@tddh/domain/number';
import { isSecret } from '@tddh/domain/secrecy';
import { fold } from '@tddh/domain/text';
import { groupOf, unitFinder } from '@tddh/domain/unitname';
import type { Surroundings } from '../surroundings.ts';
import { readUnits } from '../units.ts';
import { type Column, dayIn, type RowFault, recordsOf, type SheetRow } from './grid.ts';

export type TaskKey =
  | 'number'
  | 'issuedOn'
  | 'issuer'
  | 'type'
  | 'subject'
  | 'signer'
  | 'content'
  | 'leads'
  | 'supports'
  | 'dueOn';

/** Columns of the template: a task a row; rows of one number and day are one document. */
export const taskColumns: readonly Column<TaskKey>[] = [
  { key: 'number', title: 'Số, ký hiệu', also: /^so (?:va )?ky hieu|^so van ban$/ },
  { key: 'issuedOn', title: 'Ngày ban hành', also: /^ngay (?:van ban|ky|vb)/ },
  { key: 'issuer', title: 'Cơ quan ban hành', also: /^(?:co quan|noi) ban hanh/ },
  { key: 'type', title: 'Loại văn bản', also: /^loai/ },
  { key: 'subject', title: 'Trích yếu', also: /^trich yeu|^ve viec/ },
  { key: 'signer', title: 'Người ký', also: /^nguoi ky/ },
  { key: 'content', title: 'Nội dung nhiệm vụ', also: /^noi dung|^nhiem vu|^ten nhiem vu/, needed: true },
  {
    key: 'leads',
    title: 'Đơn vị chủ trì',
    also: /chu tri|^don vi (?:thuc hien|xu ly)|^co quan thuc hien/,
    needed: true,
  },
  { key: 'supports', title: 'Đơn vị phối hợp', also: /phoi hop/ },
  { key: 'dueOn', title: 'Hạn', also: /^(?:han|thoi han|thoi gian)/, needed: true },
];

/** A task of a sheet, with what its row says of the document. */
export interface SheetTask {
  number: string | null;
  issuedOn: Day | null;
  issuer: string;
  /** Id of the type. */
  type: string;
  subject: string;
  signer?: string;
  content: string;
  leads: string[];
  supports: string[];
  dueOn: Day | null;
}

type Read = SheetRow<TaskKey, SheetTask>;

/** Reads tasks of a sheet, each row with what is wrong with it. */
export function readTasks(
  rows: readonly string[][],
  around: Surroundings,
  today: Day,
): { rows: Read[]; missing: string[] } {
  const { records, missing } = recordsOf(rows, taskColumns);
  return { missing, rows: records.map(({ at, cells }) => readTask(at, cells, around, today)) };
}

/** Reads one row, also again after its cells were changed. */
export function readTask(at: number, cells: Read['cells'], around: Surroundings, today: Day): Read {
  const faults: RowFault<TaskKey>[] = [];
  const say = (key: TaskKey, message: string) => faults.push({ key, message });
  const number = cells.number ? parseNumber(cells.number) : undefined;
  if (cells.number && !number) say('number', 'Số, ký hiệu chưa đúng dạng, ví dụ 645/VPUBND-HCQT.');
  const issuedOn = cells.issuedOn ? dayIn(cells.issuedOn, today) : undefined;
  if (cells.issuedOn && !issuedOn) say('issuedOn', 'Ngày ban hành chưa đúng, ghi như 30/11/2023.');
  if (issuedOn && issuedOn > today) say('issuedOn', 'Ngày ban hành không được sau hôm nay.');
  const type = around.types.find(
    ({ name, abbreviation }) =>
      fold(name) === fold(cells.type || 'Công văn') || (abbreviation && abbreviation === cells.type),
  );
  if (!type) say('type', 'Loại văn bản này không có trong danh mục.');
  if (!cells.content) say('content', 'Nội dung nhiệm vụ đang trống.');
  if (isSecret(cells.content ?? '') || isSecret(cells.subject ?? ''))
    say('content', 'Văn bản có độ mật không được nhập vào hệ thống này.');
  const on = issuedOn ?? today;
  const leads = unitsIn(cells.leads ?? '', around, on);
  if (!cells.leads) say('leads', 'Ghi ít nhất một đơn vị chủ trì.');
  else if (leads.unknown.length > 0) say('leads', `Không có “${leads.unknown.join('”, “')}” trong danh mục.`);
  const supports = unitsIn(cells.supports ?? '', around, on);
  if (supports.unknown.length > 0)
    say('supports', `Không có “${supports.unknown.join('”, “')}” trong danh mục.`);
  const due = dueIn(cells.dueOn ?? '', on);
  if (due === undefined) say('dueOn', 'Ghi hạn như 15/12/2023, hoặc “không hạn”.');
  else if (due && issuedOn && due < issuedOn) say('dueOn', 'Hạn không được trước ngày ban hành văn bản.');
  if (faults.length > 0 || !type || due === undefined) return { at, cells, faults };
  const value: SheetTask = {
    ...{ number: number?.written ?? null, issuedOn: issuedOn ?? null, type: type.id },
    ...{ issuer: cells.issuer ?? '', subject: cells.subject ?? '', content: cells.content ?? '' },
    ...(cells.signer ? { signer: cells.signer } : {}),
    leads: leads.ids,
    supports: supports.ids.filter((id) => !leads.ids.includes(id)),
    dueOn: due,
  };
  return { at, cells, faults, value };
}

function dueIn(cell: string, from: Day): Day | null | undefined {
  const words = fold(cell);
  if (/^(?:khong(?: thoi)? han|khong|khong co|-|thuong xuyen)$/.test(words)) return null;
  if (!words) return undefined;
  const exact = dayIn(cell, from);
  if (exact) return exact;
  const read = readDay(cell, from);
  return 'day' in read ? read.day : undefined;
}

/** The units of a cell: parted by semicolons, lines or commas, with groups. */
function unitsIn(cell: string, around: Surroundings, on: Day): { ids: string[]; unknown: string[] } {
  const find = unitFinder(around.units, around.province);
  const ids: string[] = [];
  const unknown: string[] = [];
  const take = (words: string): boolean => {
    const unit = find(words, on);
    const found =
      unit && unit.kind !== 'leadership' ? [unit] : groupOf(words, around.units, on, false)?.units;
    for (const { id } of found ?? []) if (!ids.includes(id)) ids.push(id);
    return found !== undefined;
  };
  for (const part of cell.split(/[;\n]+/).map((one) => one.replace(/^[-+•\s]+|[.\s]+$/g, ''))) {
    if (!part || take(part)) continue;
    const { units, end } = readUnits(part, 0, true);
    const names = units.length > 0 && part.length - end < 3 ? units : part.split(/,\s*/);
    for (const name of names) if (!take(name)) unknown.push(name);
  }
  return { ids, unknown };
}

/** Rows as documents: those of one number, day and issuer together, in the order of their first row. */
export function documentsOf(
  tasks: readonly { at: number; value: SheetTask }[],
): { rows: number[]; tasks: SheetTask[] }[] {
  const documents = new Map<string, { rows: number[]; tasks: SheetTask[] }>();
  for (const { at, value } of tasks) {
    const { number, issuedOn, issuer, subject } = value;
    const key = [number ? sameWriting(number) : fold(subject), issuedOn, fold(issuer)].join('|');
    const one = documents.get(key) ?? { rows: [], tasks: [] };
    one.rows.push(at);
    one.tasks.push(value);
    documents.set(key, one);
  }
  return [...documents.values()];
}
