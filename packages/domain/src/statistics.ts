import * as v from 'valibot';
import { type Assignment, valueAsOf } from './assignment.ts';
import { type Clock, dueDay, isAwaiting, isDone, isOnTime, pauseOn, stopDay } from './clock.ts';
import { addDays, type Day, daysBetween, monthsBetween } from './day.ts';
import { day } from './dayrule.ts';

/** The six leaves of the appendix: every counted assignment falls in exactly one. */
export const leaves = [3, 5, 9, 11, 14, 16] as const;
export type Leaf = (typeof leaves)[number];

/** What is done, with a due date or without: (5) and (13). No column of the form sums them. */
export const doneLeaves: readonly Leaf[] = [5, 14, 16];

/** The columns that are sums of leaves, by column. */
export const sums: Readonly<Record<number, readonly Leaf[]>> = {
  1: [3, 5, 9, 11, 14, 16],
  2: [3, 5],
  7: [9, 11, 14, 16],
  8: [9, 11],
  13: [14, 16],
};

/** The leaves that a column counts: itself, or what it is a sum of. Undefined for percentages and unknown ones. */
export function leavesOf(column: number): readonly Leaf[] | undefined {
  return (leaves as readonly number[]).includes(column) ? [column as Leaf] : sums[column];
}

/** What a statistics table is asked for (contracts.md). All days are local; the period includes both ends. */
export interface Period {
  from: Day;
  to: Day;
  asOf: Day;
  clock: Clock;
  basis: 'assigned' | 'issued';
  scope: 'new' | 'carried';
  /** `now`: what old units did counts for the unit that stands for them today; else each unit as at the time. */
  units?: 'now';
}

/** The parts of a query that say which table: shared by the table and by the list behind a number. */
export const periodQuery = {
  from: v.optional(day),
  to: v.optional(day),
  asOf: v.optional(day),
  clock: v.optional(v.picklist(['report', 'confirmation'], 'clock là report hoặc confirmation.'), 'report'),
  basis: v.optional(v.picklist(['assigned', 'issued'], 'basis là assigned hoặc issued.'), 'assigned'),
  scope: v.optional(v.picklist(['new', 'carried'], 'scope là new hoặc carried.'), 'new'),
  units: v.optional(v.picklist(['then', 'now'], 'units là then hoặc now.')),
};

/** The parts of a period as a query gives them. */
export type AskedPeriod = Omit<Partial<Period>, 'units'> & { units?: 'then' | 'now' };

/** The whole query of a table. */
export const statisticsQuery = v.strictObject({
  ...periodQuery,
  by: v.optional(
    v.picklist(['agency', 'department', 'field', 'signer'], 'by là agency, department, field hoặc signer.'),
    'agency',
  ),
});

/**
 * The period that a query means: from defaults to the first day of the year of `to`, `to` to today, `asOf` to `to`.
 * @returns undefined where the period ends before it begins
 */
export function periodOf(q: AskedPeriod, today: Day): Period | undefined {
  const to = q.to ?? today;
  const from = q.from ?? `${to.slice(0, 4)}-01-01`;
  if (from > to) return undefined;
  return {
    from,
    to,
    asOf: q.asOf ?? to,
    clock: q.clock ?? 'report',
    basis: q.basis ?? 'assigned',
    scope: q.scope ?? 'new',
    ...(q.units === 'now' ? { units: q.units } : {}),
  };
}

/** The day by which an assignment belongs to a period, as it was known at the end of `asOf`. */
export function basisDay(a: Assignment, basis: Period['basis'], asOf: Day = a.lastOn): Day {
  if (basis === 'assigned') return a.assignedOn;
  return (valueAsOf(a, 'document', asOf) ?? a.document).issuedOn;
}

/** True where the assignment existed and was neither recalled, cancelled nor transferred at the end of `asOf`. */
export function exists(a: Assignment, asOf: Day): boolean {
  return a.recordedOn <= asOf && (!a.closed || a.closed.on > asOf);
}

/**
 * True where it was still open at the start of `from`; a successor stands for what it succeeded, and by issue day
 * a document that was entered late was open from its issue on.
 */
function openAtStart(a: Assignment, { from, asOf, basis }: Period): boolean {
  const before = addDays(from, -1);
  return basisDay(a, basis, asOf) < from && !isDone(a, before < asOf ? before : asOf);
}

/** How an assignment enters a table: as new in the period, as carried into it, or not at all. */
export function belongs(a: Assignment, p: Period): 'new' | 'carried' | undefined {
  if (!exists(a, p.asOf) || a.assignedOn > p.asOf) return undefined;
  const on = basisDay(a, p.basis, p.asOf);
  if (on >= p.from && on <= p.to) return 'new';
  return p.scope === 'carried' && openAtStart(a, p) ? 'carried' : undefined;
}

/** True for what the appendix counts: lead assignments of agencies. */
export function inAppendix(a: Assignment): boolean {
  return a.role === 'lead' && a.agencyKind !== 'department';
}

/** The leaf of an assignment at the end of `asOf` (domain.md, The appendix). Looks only at what was recorded by then. */
export function leafOf(a: Assignment, asOf: Day, clock: Clock): Leaf {
  const done = isDone(a, asOf);
  if (dueDay(a, asOf, clock) === null) return done ? 5 : 3;
  const onTime = isOnTime(a, asOf, clock);
  if (done) return onTime ? 14 : 16;
  return onTime ? 9 : 11;
}

/** `part` of `whole` in percent, half up to 2 decimals; 0 where the whole is 0. Exact: integers only. */
export function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((20_000 * part + whole) / (2 * whole)) / 100;
}

export type Counts = Record<Leaf, number>;
export const noCounts = (): Counts => ({ 3: 0, 5: 0, 9: 0, 11: 0, 14: 0, 16: 0 });

/** The 17 columns from the six leaves; `columns[0]` is column (1). */
export function columnsOf(c: Counts): number[] {
  const two = c[3] + c[5];
  const eight = c[9] + c[11];
  const thirteen = c[14] + c[16];
  const seven = eight + thirteen;
  const one = two + seven;
  const share = (n: number) => percent(n, one);
  return [
    ...[one, two, c[3], share(c[3]), c[5], share(c[5])],
    ...[seven, eight, c[9], share(c[9]), c[11], share(c[11])],
    ...[thirteen, c[14], share(c[14]), c[16], share(c[16])],
  ];
}

/** What stands beside a row, never in it. */
export interface Beside {
  awaiting: number;
  extended: number;
  paused: number;
  /** Reports that an officer dated back. */
  backdated: number;
  /** Entered after its due day: the Office's late entry. */
  lateEntry: number;
  /** Of what is overdue and not done (11), how long: 1 to 7 days, 8 to 30, more. The three are (11) together. */
  late7: number;
  late30: number;
  lateMore: number;
}
export const noBeside = (): Beside => ({
  ...{ awaiting: 0, extended: 0, paused: 0, backdated: 0, lateEntry: 0 },
  ...{ late7: 0, late30: 0, lateMore: 0 },
});

/** A row in the making. */
export interface Tally {
  counts: Counts;
  beside: Beside;
  carried: number;
}
export const newTally = (): Tally => ({ counts: noCounts(), beside: noBeside(), carried: 0 });

/** True where an extension was granted by the end of `asOf`. */
function isExtended(a: Assignment, asOf: Day): boolean {
  return a.dues.some((due) => due.kind === 'extension' && due.on <= asOf);
}

/** True where it was entered after its due day. */
function isLateEntry(a: Assignment): boolean {
  const dueOn = a.dues[0]?.dueOn;
  return Boolean(dueOn && dueOn < a.assignedOn);
}

/** True where it is overdue and not done, its stop day `least` to `most` calendar days after its due day. */
function isLate(a: Assignment, asOf: Day, clock: Clock, least: number, most: number): boolean {
  if (leafOf(a, asOf, clock) !== 11) return false;
  const days = daysBetween(dueDay(a, asOf, clock)!, stopDay(a, asOf, clock));
  return least <= days && days <= most;
}

/** What each number beside a row counts, at the end of `asOf`: for the number and for the list behind it. */
export const besideRules: Record<keyof Beside, (a: Assignment, asOf: Day, clock: Clock) => boolean> = {
  awaiting: isAwaiting,
  extended: isExtended,
  paused: (a, asOf) => pauseOn(a, asOf) !== undefined,
  backdated: (a, asOf) => a.reports.some((r) => r.on <= asOf && r.countedOn < r.on),
  lateEntry: isLateEntry,
  late7: (a, asOf, clock) => isLate(a, asOf, clock, 1, 7),
  late30: (a, asOf, clock) => isLate(a, asOf, clock, 8, 30),
  lateMore: (a, asOf, clock) => isLate(a, asOf, clock, 31, Number.POSITIVE_INFINITY),
};

/** Counts one assignment that belongs to the period into a row. */
export function count(tally: Tally, a: Assignment, p: Period, how: 'new' | 'carried'): void {
  tally.counts[leafOf(a, p.asOf, p.clock)] += 1;
  if (how === 'carried') tally.carried += 1;
  for (const [name, holds] of Object.entries(besideRules)) {
    if (holds(a, p.asOf, p.clock)) tally.beside[name as keyof Beside] += 1;
  }
}

/** The percentages in the national style: done, and done on time, over what is done or overdue. */
export function nationalStyle(c: Counts): { done: number; onTime: number } {
  const thirteen = c[14] + c[16];
  const base = thirteen + c[11];
  return { done: percent(thirteen, base), onTime: percent(c[14], base) };
}

/** Months of a trend at most: two years. */
const mostMonths = 24;

/** The points of a trend: the end of each month of the period, the last at its as-of day; the latest 24. */
export function trendDays({ from, to, asOf }: Period): { to: Day; asOf: Day }[] {
  const last = asOf < from ? from : asOf;
  const ends = monthsBetween(from, last).map((month) => {
    const next = addDays(`${month}-28`, 4);
    const end = addDays(`${next.slice(0, 8)}01`, -1);
    return end < last ? end : last;
  });
  return ends.slice(-mostMonths).map((end) => ({ to: end < to ? end : to, asOf: end }));
}
