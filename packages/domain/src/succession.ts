import * as v from 'valibot';
import { isValidOn, nameOn, type Unit } from './agency.ts';
import { type Assignment, closedOn, isOpen } from './assignment.ts';
import { addDays, type Day, type Instant, showDay } from './day.ts';
import { day } from './dayrule.ts';
import { type Fault, Refusal } from './refusal.ts';
import { id, text } from './text.ts';

/** How units follow each other (domain.md, Units change). */
export const successionKinds = ['rename', 'merge', 'split', 'abolish'] as const;
export type SuccessionKind = (typeof successionKinds)[number];

/** One reorganisation: by which decision which units gave way to which, and from which day. */
export interface Succession {
  id: string;
  kind: SuccessionKind;
  /** The first day of the new order. */
  on: Day;
  /** The decision that orders it, as it is cited. */
  basis: string;
  from: readonly string[];
  /** The units that take over; the first one stands for the old unit in figures that are rolled up. */
  to: readonly string[];
  recordedOn: Day;
  recordedAt: Instant;
  recordedBy: string;
}

const units = v.pipe(
  v.array(id, 'Cần danh sách đơn vị.'),
  v.minLength(1, 'Chọn ít nhất một đơn vị.'),
  v.maxLength(40, 'Tối đa 40 đơn vị.'),
  v.check((list) => new Set(list).size === list.length, 'Mỗi đơn vị chỉ ghi một lần.'),
);

/** What an administrator sends to record a reorganisation. A rename names the unit once and gives its new name. */
export const newSuccession = v.strictObject({
  kind: v.picklist(successionKinds, 'Loại sắp xếp là rename, merge, split hoặc abolish.'),
  on: day,
  basis: text('Văn bản căn cứ', 300),
  from: units,
  to: v.optional(units),
  name: v.optional(text('Tên mới', 200)),
  short: v.optional(text('Tên ngắn mới', 60)),
});
export type NewSuccession = v.InferOutput<typeof newSuccession>;

/** What a reorganisation does to the units: the succession, and every unit that it changes. */
export interface Reorganised {
  succession: Pick<Succession, 'kind' | 'on' | 'basis' | 'from' | 'to'>;
  units: Unit[];
}

/**
 * The rule of a reorganisation: old units are valid up to the day before it, new ones from that day on; a unit that
 * goes on (a merger into one of the old ones, a part split off) stays valid. Nobody comes back to life.
 */
export function reorganise(
  input: NewSuccession,
  known: readonly Unit[],
  past: readonly Succession[],
  departmentsWithFields: ReadonlySet<string>,
): Reorganised | Refusal {
  const { kind, on, basis, from } = input;
  const to = kind === 'rename' ? from : (input.to ?? []);
  const faults = [
    ...shapeFaults(input, to),
    ...unitFaults('from', from, known, addDays(on, -1), on),
    ...(kind === 'rename' ? [] : unitFaults('to', to, known, undefined, on)),
    ...kindFaults(from, to, known),
    ...laterFaults(input, to, past),
    ...from.flatMap((one, i): Fault[] =>
      !to.includes(one) && departmentsWithFields.has(one)
        ? [{ path: `from.${i}`, message: 'Phòng này còn lĩnh vực. Hãy bàn giao lĩnh vực trước.' }]
        : [],
    ),
  ];
  if (faults[0]) return new Refusal('invalid', faults[0].message, faults);
  const unit = (one: string) => known.find((u) => u.id === one)!;
  const last = addDays(on, -1);
  const succession = { kind, on, basis, from, to };
  if (kind === 'rename') return { succession, units: [renamed(unit(from[0]!), input, last)] };
  return {
    succession,
    units: from.filter((one) => !to.includes(one)).map((one) => ({ ...unit(one), validTo: last })),
  };
}

function renamed(unit: Unit, { name, short }: NewSuccession, until: Day): Unit {
  const before = { name: unit.name, short: unit.short, until };
  return {
    ...unit,
    ...{ name: name!, short: short ?? name!.slice(0, 60) },
    formerNames: [...(unit.formerNames ?? []), before],
  };
}

function shapeFaults({ kind, from, name }: NewSuccession, to: readonly string[]): Fault[] {
  const fault = (path: string, message: string) => [{ path, message }];
  switch (kind) {
    case 'rename':
      if (from.length !== 1) return fault('from', 'Đổi tên từng đơn vị một.');
      return name ? [] : fault('name', 'Hãy ghi tên mới của đơn vị.');
    case 'merge':
      if (to.length !== 1) return fault('to', 'Hợp nhất, sáp nhập vào đúng một đơn vị.');
      return from.some((one) => one !== to[0]) ? [] : fault('from', 'Hãy chọn đơn vị được nhập vào.');
    case 'split':
      if (from.length !== 1) return fault('from', 'Chia, tách từng đơn vị một.');
      return to.length > 1 ? [] : fault('to', 'Chia, tách thành ít nhất hai đơn vị.');
    case 'abolish':
      if (from.length !== 1) return fault('from', 'Giải thể từng đơn vị một.');
      if (to.length === 0) return fault('to', 'Hãy chọn đơn vị nhận nhiệm vụ còn dở dang.');
      return to.includes(from[0]!) ? fault('to', 'Đơn vị giải thể không thể tự nhận nhiệm vụ.') : [];
  }
}

/** Units that are not there, or not valid when the reorganisation needs them. */
function unitFaults(
  path: 'from' | 'to',
  list: readonly string[],
  known: readonly Unit[],
  before: Day | undefined,
  on: Day,
): Fault[] {
  return list.flatMap((one, i): Fault[] => {
    const unit = known.find((u) => u.id === one);
    const at = `${path}.${i}`;
    if (!unit) return [{ path: at, message: `Không có đơn vị “${one}” trong danh mục.` }];
    if (before !== undefined && !isValidOn(unit, before)) {
      return [{ path: at, message: `“${unit.name}” không có hiệu lực vào ngày ${showDay(before)}.` }];
    }
    if (unit.validTo !== undefined) {
      return [{ path: at, message: `“${unit.name}” đã hết hiệu lực từ sau ngày ${showDay(unit.validTo)}.` }];
    }
    if (before === undefined && !isValidOn(unit, on)) {
      return [{ path: at, message: `“${unit.name}” chưa có hiệu lực vào ngày ${showDay(on)}.` }];
    }
    const renamed = unit.formerNames?.at(-1);
    if (renamed && renamed.until >= on) {
      return [{ path: at, message: `“${unit.name}” đã đổi tên sau ngày này (${showDay(renamed.until)}).` }];
    }
    return [];
  });
}

/** Units give way only to units of their own kind. */
function kindFaults(from: readonly string[], to: readonly string[], known: readonly Unit[]): Fault[] {
  const kindOf = (one: string) => known.find((u) => u.id === one)?.kind;
  const kind = kindOf(from[0]!);
  if (kind === undefined) return [];
  if (kind === 'leadership') return [{ path: 'from', message: 'Lãnh đạo không thuộc diện sắp xếp đơn vị.' }];
  const other = [...from, ...to].find((one) => kindOf(one) !== undefined && kindOf(one) !== kind);
  return other ? [{ path: 'to', message: 'Chỉ sắp xếp các đơn vị cùng loại với nhau.' }] : [];
}

/** A unit that takes over on a later day cannot give way before it: reorganisations are recorded in their order. */
function laterFaults(
  { from, on }: NewSuccession,
  to: readonly string[],
  past: readonly Succession[],
): Fault[] {
  return from.flatMap((one, i): Fault[] => {
    const later = past.find((s) => s.on > on && s.kind !== 'rename' && s.to.includes(one));
    if (!later || to.includes(one)) return [];
    const message = `Đơn vị này nhận việc của đơn vị khác từ ngày ${showDay(later.on)} (${later.basis}), sau ngày sắp xếp này.`;
    return [{ path: `from.${i}`, message }];
  });
}

/** Successions in the order in which they took effect. */
function ordered(successions: readonly Succession[]): Succession[] {
  return [...successions].sort((a, b) =>
    `${a.on} ${a.recordedAt} ${a.id}` < `${b.on} ${b.recordedAt} ${b.id}` ? -1 : 1,
  );
}

/**
 * The unit that stands for a unit on a day, through every reorganisation in force by then: itself where it goes on,
 * else the first that took over. Exactly one for every unit.
 */
export function rolledUp(unitId: string, successions: readonly Succession[], asOf: Day): string {
  let unit = unitId;
  for (const { from, to, on } of ordered(successions)) {
    if (on <= asOf && from.includes(unit) && !to.includes(unit)) unit = to[0]!;
  }
  return unit;
}

/** Where an open assignment of an old unit goes: the default, and what may be chosen instead (a split). */
export function targetsOf({ kind, from, to }: Pick<Succession, 'kind' | 'from' | 'to'>, unitId: string) {
  const goesOn = to.includes(unitId);
  const choice = kind === 'split' || to.length > 1 ? to : [];
  if (!from.includes(unitId) || (goesOn && choice.length === 0)) return undefined;
  return { target: goesOn ? unitId : to[0]!, choice };
}

/** True for what a reorganisation moves: open ones go to the successor, closed ones keep the old unit. */
export function moves(a: Assignment, succession: Pick<Succession, 'kind' | 'from' | 'to'>): boolean {
  return isOpen(a) && succession.kind !== 'rename' && targetsOf(succession, a.agencyId) !== undefined;
}

/** The name that an assignment's unit bears: today's while it is open, the one of its closing day for ever after. */
export function agencyNameOf(a: Assignment, units: readonly Unit[], today: Day): string {
  const unit = units.find((one) => one.id === a.agencyId);
  if (!unit?.formerNames) return a.agencyName;
  return nameOn(unit, isOpen(a) ? today : (closedOn(a) ?? today)).name;
}
