import type { Assignment, Pause, Report } from './assignment.ts';
import type { Day } from './day.ts';

/**
 * Which day stops the clock of an assignment (domain.md, The clock): `report`, the default, the day of the
 * agency's report; `confirmation`, what the old software did, the day of the Office's confirmation.
 */
export type Clock = 'report' | 'confirmation';

/** A report as it was known at the end of a day. */
interface Known {
  report: Report;
  outcome: 'pending' | 'confirmed' | 'returned' | 'reopened';
}

/**
 * The reports recorded by the end of `asOf`, with the outcome known then, in the order of recording. What was
 * withdrawn by then is left out: it protects nothing, and takes nothing from what stood before it.
 */
function knownReports(a: Assignment, asOf: Day): Known[] {
  return a.reports
    .filter((r) => r.on <= asOf && !(r.outcome === 'withdrawn' && r.decidedOn! <= asOf))
    .map((report) => {
      if (report.reopenedOn && report.reopenedOn <= asOf) return { report, outcome: 'reopened' };
      const { outcome } = report;
      if (outcome && outcome !== 'withdrawn' && report.decidedOn! <= asOf) return { report, outcome };
      return { report, outcome: 'pending' };
    });
}

/** True where the assignment was done at the end of `asOf`. */
export function isDone(a: Assignment, asOf: Day): boolean {
  return knownReports(a, asOf).at(-1)?.outcome === 'confirmed';
}

/** True where a report awaited a decision at the end of `asOf`. */
export function isAwaiting(a: Assignment, asOf: Day): boolean {
  return knownReports(a, asOf).at(-1)?.outcome === 'pending';
}

/** The pause in force at the end of `asOf`. */
export function pauseOn(a: Assignment, asOf: Day): Pause | undefined {
  return a.pauses.find((p) => p.on <= asOf && (p.resumedOn === undefined || p.resumedOn > asOf));
}

/**
 * The day that counts of a chain of reports that ends with the one at `index`: of its first report, as long as
 * each was sent back with a cure date and the next one came by it; else of the last link that stands alone.
 */
function chainDay(known: readonly Known[], index: number): Day {
  let at = index;
  while (at > 0) {
    const before = known[at - 1]!;
    const protects = before.outcome === 'returned' || before.outcome === 'reopened';
    const cureOn = before.report.cureOn;
    if (!protects || !cureOn || known[at]!.report.countedOn > cureOn) break;
    at -= 1;
  }
  return known[at]!.report.countedOn;
}

/** A day inside a pause that is over counts as the day on which the pause began: the clock stood still. */
function runningDay(a: Assignment, day: Day, asOf: Day): Day {
  const pause = a.pauses.find(
    (p) => p.resumedOn !== undefined && p.resumedOn <= asOf && p.on <= day && day < p.resumedOn,
  );
  return pause?.on ?? day;
}

/**
 * The stop day S of an assignment at the end of `asOf`; on time is S <= D (domain.md, The clock).
 * @param asOf a local day; only what was recorded by its end is looked at
 */
export function stopDay(a: Assignment, asOf: Day, clock: Clock): Day {
  const known = knownReports(a, asOf);
  const last = known.at(-1);
  if (clock === 'confirmation') return last?.outcome === 'confirmed' ? last.report.decidedOn! : asOf;
  const reported = () => runningDay(a, chainDay(known, known.length - 1), asOf);
  if (last?.outcome === 'confirmed' || last?.outcome === 'pending') return reported();
  const until = pauseOn(a, asOf)?.on ?? asOf;
  const cureOn = last?.report.cureOn;
  return cureOn && until <= cureOn ? reported() : until;
}

/**
 * The due date D in force at the end of `asOf`, or null where there is none: the last one recorded by then,
 * an extension only if it was asked by the stop day, and the one that a pause moved only if the clock ran again
 * by then: what was overdue when paused stays overdue.
 */
export function dueDay(a: Assignment, asOf: Day, clock: Clock): Day | null {
  const stop = stopDay(a, asOf, clock);
  const counts = a.dues.filter((due) => {
    if (due.on > asOf) return false;
    if (due.kind === 'extension') return (due.askedOn ?? due.on) <= stop;
    return due.kind !== 'resumed' || due.on <= stop;
  });
  return counts.at(-1)?.dueOn ?? null;
}

/** The one place that says on time or overdue. An assignment without a due date is always on time. */
export function isOnTime(a: Assignment, asOf: Day, clock: Clock): boolean {
  const due = dueDay(a, asOf, clock);
  return due === null || stopDay(a, asOf, clock) <= due;
}
