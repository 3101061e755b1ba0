import { factsOf, plannedId } from '@tddh/core/complete';
import type { Unit } from '@tddh/domain/agency';
import { standardTypes } from '@tddh/domain/agency';
import { addWorkingDays, isWorkingDay } from '@tddh/domain/calendar';
import { addDays, type Day, daysBetween, type Instant } from '@tddh/domain/day';
import type { Document } from '@tddh/domain/document';
import type { Initial } from '@tddh/domain/events';
import { parseNumber, uniqueKey } from '@tddh/domain/number';
import type { Task } from '@tddh/domain/task';
import { kindOf } from '@tddh/domain/transfer';
import { calendar, departments, fields, first, type SamplePerson, signers } from './catalog.ts';
import type { Dice } from './random.ts';
import { capital } from './wording.ts';

/** Running numbers of a year: what a kind of document had reached at the start, and how many a day follow. */
const series: Readonly<Record<string, readonly [start: number, perDay: number]>> = {
  cv: [1874, 23.6],
  qd: [472, 4.9],
  kh: [221, 2.3],
  tb: [243, 2.4],
  ct: [6, 0.04],
  cd: [3, 0.03],
};

/** Numbers documents as the province's registry does: each series grows, none is used twice. */
export class Registry {
  private readonly reached = new Map<string, number>();

  /** Number and symbol of the next document of a type; documents come in the order of their issue. */
  next(type: string, fieldId: string, issuedOn: Day, dice: Dice): string {
    const [start, perDay] = series[type] ?? series.cv!;
    const wanted =
      start + Math.floor(daysBetween(first, issuedOn) * perDay) + (perDay > 1 ? dice.int(0, 2) : 0);
    const number = Math.max(wanted, (this.reached.get(type) ?? 0) + 1);
    this.reached.set(type, number);
    return `${number}/${symbolOf(type, fieldId)}`;
  }
}

/** The symbol of a type and a field: `QĐ-UBND`, and for a letter `UBND-KGVX` by who drafted it. */
export function symbolOf(type: string, fieldId: string): string {
  const abbreviation = standardTypes.find((t) => t.id === type)?.abbreviation;
  if (abbreviation) return `${abbreviation}-UBND`;
  if (fieldId === 'noivu' || fieldId === 'noichinh') return 'UBND-NC';
  const department = fields.find((f) => f.id === fieldId)?.departmentId ?? '';
  return { ptonghop: 'UBND-TH', pkhoagiao: 'UBND-KGVX', pnongnghiep: 'UBND-NNTNMT' }[department] ?? 'UBND-VP';
}

/** The first working day on or after a day. */
export function workingFrom(on: Day): Day {
  return isWorkingDay(calendar, on) ? on : addWorkingDays(calendar, on, 1);
}

/** The day of entry: that of issue, or some working days later. */
export function entryDay(issuedOn: Day, dice: Dice): Day {
  const late = dice.weighed([
    [0, 55],
    [1, 25],
    [2, 10],
    [3, 6],
    [5, 4],
  ] as const);
  return addWorkingDays(calendar, issuedOn, late);
}

/** What a document is made of, besides its tasks. */
export interface Sheet {
  id: string;
  number: string;
  type: string;
  fieldId: string;
  subject: string;
  issuedOn: Day;
  enteredOn: Day;
  enteredBy: SamplePerson;
}

/** The document of a sheet with its tasks, as entering it makes it. */
export function documentOf(sheet: Sheet, tasks: readonly Task[], dice: Dice): Document {
  const { id, number, type, fieldId, issuedOn, enteredOn, enteredBy } = sheet;
  const departmentId = fields.find((f) => f.id === fieldId)!.departmentId;
  const byChairman = type === 'cd' || type === 'ct' || (type !== 'kh' && dice.chance(0.25));
  const issuer = byChairman ? 'Chủ tịch UBND tỉnh Đắk Nông' : 'UBND tỉnh Đắk Nông';
  return {
    ...{ id, number, issuedOn, issuer, type, subject: capital(sheet.subject), fieldId, departmentId },
    tasks: tasks.map((task) => ({ ...task, assignedOn: enteredOn })),
    typeName: standardTypes.find((t) => t.id === type)!.name,
    departmentName: departments.find((d) => d.id === departmentId)!.name,
    signer: signers[byChairman ? 'chairman' : departmentId]!,
    status: 'issued',
    uniqueKey: uniqueKey(issuer, parseNumber(number)!, issuedOn),
    made: tasks.reduce((sum, task) => sum + task.leads.length + task.supports.length, 0),
    ...{ enteredOn, enteredAt: entryInstant(enteredOn, number), enteredBy: enteredBy.id, revision: 1 },
  };
}

/** Documents are entered between 08:20 and 10:40 in the province. */
function entryInstant(on: Day, number: string): Instant {
  const minutes = 80 + (Number.parseInt(number, 10) % 140);
  return new Date(Date.parse(`${on}T00:00:00.000Z`) + minutes * 60_000).toISOString();
}

/** What a unit is given with a task, as the document's plan gives it. */
export function initialOf(d: Document, task: Task, unit: Unit, role: 'lead' | 'support'): Initial {
  return {
    id: plannedId(d.id, task.id, unit.id, role),
    ...{ documentId: d.id, taskId: task.id, taskNumber: task.number, content: task.content, role },
    ...{ agencyId: unit.id, agencyName: unit.name, agencyKind: kindOf(unit) },
    ...{ departmentId: d.departmentId, departmentName: d.departmentName, fieldId: d.fieldId },
    ...(d.signer ? { signer: d.signer } : {}),
    ...{ document: factsOf(d), assignedOn: d.enteredOn, status: 'assigned' },
    dues: [{ dueOn: task.dueOn, on: d.enteredOn, kind: 'assigned' }],
    ...{ reports: [], extensions: [], pauses: [], questions: [], corrections: [] },
  };
}

/** A due day for a task: some weeks after entry, a working day, at least `slack` days before the end. */
export function pastDue(enteredOn: Day, until: Day, slack: number, dice: Dice): Day {
  const wanted = addDays(enteredOn, dice.pick([12, 15, 18, 20, 25, 30, 30, 35, 45, 60]));
  const latest = addDays(until, -slack);
  return lastWorking(wanted < latest ? wanted : latest);
}

/** The working day on or before a day. */
export function lastWorking(on: Day): Day {
  let day = on;
  while (!isWorkingDay(calendar, day)) day = addDays(day, -1);
  return day;
}
