import * as v from 'valibot';
import { type Assignment, valueAsOf } from './assignment.ts';
import { type Calendar, workingDaysBetween } from './calendar.ts';
import { addDays, type Day, later, never, weekOf } from './day.ts';
import { day } from './dayrule.ts';
import type { Document } from './document.ts';
import { id } from './text.ts';

/** The query of the Office's mirror: what was done on the days from `from` to `to`. */
export const mirrorFilter = v.strictObject({ from: v.optional(day), to: v.optional(day) });
export type MirrorFilter = v.InferOutput<typeof mirrorFilter>;

/** What stands behind a figure of the mirror. */
export const mirrorKinds = ['entered', 'late', 'confirmed', 'backlog', 'unsigned'] as const;
export type MirrorKind = (typeof mirrorKinds)[number];

/** The query of the rows behind a figure: of one department or all, in the same days. */
export const mirrorRowsFilter = v.strictObject({
  ...mirrorFilter.entries,
  of: v.picklist(mirrorKinds, 'of là entered, late, confirmed, backlog hoặc unsigned.'),
  department: v.optional(id),
});
export type MirrorRowsFilter = v.InferOutput<typeof mirrorRowsFilter>;

/** Days of a mirror at most: two years of weeks. */
export const mostDays = 2 * 366;

/** A document that a department entered, or a report that it confirmed: since when it waited, and on which day it was done. */
export interface Done {
  id: string;
  departmentId: string;
  since: Day;
  on: Day;
}

/** A report that waits for the Office on the days from `since` on, `until` excluded. */
export interface Waiting {
  id: string;
  departmentId: string;
  since: Day;
  until: Day;
  /** The day that its age counts from: a successor takes over a report with its age. */
  reportedOn: Day;
}

/** What the figures are made of. */
export interface MirrorFacts {
  entered: readonly Done[];
  confirmed: readonly Done[];
  waiting: readonly Waiting[];
}

/** The figures of one department, or of the Office, in some days. Ages are working days; null where there is nothing to age. */
export interface MirrorFigures {
  entered: number;
  /** From signing to entry: the middle one (of an even number, between the two in the middle) and the longest. */
  entryMedian: number | null;
  entryWorst: number | null;
  /** Entered later after signing than the setting allows. */
  late: number;
  confirmed: number;
  /** From the day on which the report was recorded to its confirmation. */
  confirmMedian: number | null;
  confirmWorst: number | null;
  /** Reports that waited at the end of the last day, and the age of the oldest. */
  backlog: number;
  backlogWorst: number | null;
}

/** A row of the mirror: `departmentId` is null for the Office, `week` (its Monday) null for all the days. */
export interface MirrorRow extends MirrorFigures {
  departmentId: string | null;
  week: Day | null;
}

/** The documents as the mirror counts them: those that are issued, by the department that entered them. */
export function enteredOf(documents: readonly Document[]): Done[] {
  return documents.flatMap(({ id, departmentId, status, issuedOn, enteredOn }) =>
    status === 'issued' && issuedOn ? [{ id, departmentId, since: issuedOn, on: enteredOn }] : [],
  );
}

/**
 * The confirmations and the waits of assignments, by the department that followed them on that day. A report that a
 * successor took over was decided, and waited, at its predecessor until then.
 */
export function reportsOf(assignments: readonly Assignment[]): Pick<MirrorFacts, 'confirmed' | 'waiting'> {
  const byId = new Map(assignments.map((a) => [a.id, a]));
  const confirmed: Done[] = [];
  const waiting: Waiting[] = [];
  for (const a of assignments) {
    const taken = byId.get(a.predecessorId ?? '')?.reports.filter((one) => one.outcome).length ?? 0;
    for (const [i, report] of a.reports.entries()) {
      const { decidedOn, on: reportedOn } = report;
      if (report.outcome === 'confirmed' && decidedOn && i >= taken) {
        const departmentId = departmentOn(a, decidedOn);
        confirmed.push({ id: a.id, departmentId, since: reportedOn, on: decidedOn });
      }
      const since = later(reportedOn, a.recordedOn);
      const until = decidedOn ?? a.closed?.on ?? never;
      waiting.push(...spansOf(a, since, until).map((span) => ({ id: a.id, ...span, reportedOn })));
    }
  }
  return { confirmed, waiting };
}

/** The days from `since` to before `until`, cut where another department took over. */
function spansOf(a: Assignment, since: Day, until: Day) {
  const moved = a.corrections.filter((one) => one.before.departmentId !== undefined).map(({ on }) => on);
  const cuts = [since, ...moved.filter((on) => since < on && on < until).sort(), until];
  return cuts.slice(1).flatMap((end, i) => {
    const start = cuts[i]!;
    return start < end ? [{ departmentId: departmentOn(a, addDays(end, -1)), since: start, until: end }] : [];
  });
}

function departmentOn(a: Assignment, on: Day): string {
  return valueAsOf(a, 'departmentId', on) ?? a.departmentId;
}

/** How ages are counted. */
export interface Measure {
  calendar: Calendar;
  /** Working days from signing to entry that are not late. */
  entryWithin: number;
}

/** The age in working days of something done, or of a wait at the end of a day. */
export function ageOf(one: Done | Waiting, calendar: Calendar, at: Day): number {
  return 'on' in one
    ? workingDaysBetween(calendar, one.since, one.on)
    : workingDaysBetween(calendar, one.reportedOn, at);
}

/** What counts in the days from `from` to `to`, of one department or all. */
export function within(facts: MirrorFacts, from: Day, to: Day, departmentId?: string): MirrorFacts {
  const own = (one: { departmentId: string }) => !departmentId || one.departmentId === departmentId;
  const inDays = (one: Done) => own(one) && from <= one.on && one.on <= to;
  return {
    entered: facts.entered.filter(inDays),
    confirmed: facts.confirmed.filter(inDays),
    waiting: facts.waiting.filter((one) => own(one) && one.since <= to && to < one.until),
  };
}

/** The figures of what counts, with the waits at the end of `to`. */
export function figuresOf(facts: MirrorFacts, to: Day, { calendar, entryWithin }: Measure): MirrorFigures {
  const ages = (list: readonly (Done | Waiting)[]) =>
    list.map((one) => ageOf(one, calendar, to)).sort((a, b) => a - b);
  const entry = ages(facts.entered);
  const confirm = ages(facts.confirmed);
  const wait = ages(facts.waiting);
  return {
    ...{ entered: entry.length, entryMedian: median(entry), entryWorst: entry.at(-1) ?? null },
    late: entry.filter((age) => age > entryWithin).length,
    ...{ confirmed: confirm.length, confirmMedian: median(confirm), confirmWorst: confirm.at(-1) ?? null },
    ...{ backlog: wait.length, backlogWorst: wait.at(-1) ?? null },
  };
}

/** The middle of sorted numbers; of an even number the mean of the two in the middle. */
export function median(sorted: readonly number[]): number | null {
  if (sorted.length === 0) return null;
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The weeks that the days from `from` to `to` touch, latest first, each cut to these days. */
export function weeksOf(from: Day, to: Day): { week: Day; from: Day; to: Day }[] {
  const weeks: { week: Day; from: Day; to: Day }[] = [];
  for (let week = weekOf(to); addDays(week, 6) >= from; week = addDays(week, -7)) {
    const end = addDays(week, 6);
    weeks.push({ week, from: later(week, from), to: end < to ? end : to });
  }
  return weeks;
}

/** The mirror: the Office and each department over all the days, then week by week, latest first. */
export function mirrorOf(
  facts: MirrorFacts,
  { from, to, departments }: { from: Day; to: Day; departments: readonly string[] },
  measure: Measure,
): MirrorRow[] {
  const spans = [{ week: null, from, to }, ...weeksOf(from, to)];
  return spans.flatMap((span) => {
    const own = within(facts, span.from, span.to);
    return [null, ...departments].map((departmentId) => ({
      ...{ departmentId, week: span.week },
      ...figuresOf(departmentId ? within(own, span.from, span.to, departmentId) : own, span.to, measure),
    }));
  });
}
