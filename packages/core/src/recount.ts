import type { Day } from '@tddh/domain/day';
import type { AssignmentEvent, Initial } from '@tddh/domain/events';
import type { Period } from '@tddh/domain/statistics';

/**
 * A second, slow and simple way to count the appendix: from history rows alone, walked day by day, without the clock
 * or the statistics of the domain. It proves them (domain.md, The clock; The appendix), and serves nothing else.
 */
export interface Recounted {
  leaf: number;
  agency: string;
  department: string;
  field: string;
  signer: string;
  awaiting: boolean;
}

type Step =
  | { on: Day; what: 'filed'; counted: Day }
  | { on: Day; what: 'withdrawn' | 'confirmed' }
  | { on: Day; what: 'returned' | 'reopened'; cure: Day | undefined }
  | { on: Day; what: 'paused' }
  | { on: Day; what: 'resumed'; days: number }
  | { on: Day; what: 'due'; due: Day | null; kind: string; asked: Day | undefined };

interface Filed {
  counted: Day;
  state: 'pending' | 'confirmed' | 'returned' | 'reopened';
  decided?: Day;
  cure?: Day | undefined;
}

/** What counts an assignment of this history in a period, or undefined where it does not count. */
export function recount(events: readonly AssignmentEvent[], p: Period): Recounted | undefined {
  const first = events[0];
  if (first?.type !== 'assigned') throw new Error('a history begins with assigned');
  const { initial } = first.data;
  const known = events.filter((event) => event.on <= p.asOf);
  if (known.length === 0 || initial.role !== 'lead' || initial.agencyKind === 'department') return undefined;
  if (known.some(({ type }) => type === 'recalled' || type === 'cancelled' || type === 'transferred'))
    return undefined;
  const now = { department: initial.departmentId, field: initial.fieldId, signer: initial.signer ?? '' };
  let issuedOn = initial.document.issuedOn;
  for (const event of known) {
    if (event.type !== 'corrected') continue;
    const { after } = event.data;
    now.department = after.departmentId ?? now.department;
    now.field = after.fieldId ?? now.field;
    now.signer = after.signer ?? now.signer;
    issuedOn = after.document?.issuedOn ?? issuedOn;
  }
  const on = p.basis === 'assigned' ? initial.assignedOn : issuedOn;
  if (initial.assignedOn > p.asOf) return undefined;
  const steps = stepsOf(initial, events);
  if (on > p.to || (on < p.from && (p.scope === 'new' || wasDone(steps, p)))) return undefined;
  return {
    leaf: leaf(steps, p),
    agency: initial.agencyId,
    ...now,
    awaiting: filedBy(steps, p.asOf).at(-1)?.state === 'pending',
  };
}

/** The unit that stands for a unit on a day: who took it over first, then who took over that one, and so on. */
export function standsFor(
  unit: string,
  successions: readonly { from: readonly string[]; to: readonly string[]; on: Day }[],
  day: Day,
  since = '',
): string {
  const ends = successions.filter(({ from, to }) => from.includes(unit) && !to.includes(unit));
  const next = ends.filter(({ on }) => on > since && on <= day).sort((a, b) => (a.on < b.on ? -1 : 1))[0];
  return next ? standsFor(next.to[0]!, successions, day, next.on) : unit;
}

/** True where it was done on the last day before the period. */
function wasDone(steps: readonly Step[], p: Period): boolean {
  const before = steps.filter((step) => step.on < p.from && step.on <= p.asOf);
  return filedBy(before, p.asOf).at(-1)?.state === 'confirmed';
}

/** What happened, in order: what a successor took over first. */
function stepsOf(initial: Initial, events: readonly AssignmentEvent[]): Step[] {
  const steps: Step[] = initial.dues.map(({ on, dueOn, kind, askedOn }) => {
    return { on, what: 'due', due: dueOn, kind, asked: askedOn };
  });
  for (const r of initial.reports) {
    steps.push({ on: r.on, what: 'filed', counted: r.countedOn });
    if (r.outcome === 'withdrawn') steps.push({ on: r.decidedOn!, what: 'withdrawn' });
    if (r.outcome === 'confirmed') steps.push({ on: r.decidedOn!, what: 'confirmed' });
    if (r.outcome === 'returned') steps.push({ on: r.decidedOn!, what: 'returned', cure: r.cureOn });
    if (r.reopenedOn) steps.push({ on: r.reopenedOn, what: 'reopened', cure: r.cureOn });
  }
  for (const pause of initial.pauses) {
    steps.push({ on: pause.on, what: 'paused' });
    // The cure dates that a successor took over have moved already.
    if (pause.resumedOn) steps.push({ on: pause.resumedOn, what: 'resumed', days: 0 });
  }
  for (const e of events) {
    if (e.type === 'reported') steps.push({ on: e.on, what: 'filed', counted: e.data.report.countedOn });
    if (e.type === 'withdrawn' || e.type === 'confirmed') steps.push({ on: e.on, what: e.type });
    if (e.type === 'returned' || e.type === 'reopened') {
      steps.push({ on: e.on, what: e.type, cure: e.data.cureOn });
    }
    if (e.type === 'paused') steps.push({ on: e.on, what: 'paused' });
    if (e.type === 'resumed') steps.push({ on: e.on, what: 'resumed', days: e.data.days });
    const due = 'due' in e.data ? e.data.due : undefined;
    if (due) steps.push({ on: e.on, what: 'due', due: due.dueOn, kind: due.kind, asked: due.askedOn });
    if (e.type === 'corrected' && e.data.after.dueOn !== undefined) {
      steps.push({ on: e.on, what: 'due', due: e.data.after.dueOn, kind: 'corrected', asked: undefined });
    }
  }
  return steps
    .map((step, i) => ({ step, i }))
    .sort((a, b) => (a.step.on < b.step.on ? -1 : a.step.on > b.step.on ? 1 : a.i - b.i))
    .map(({ step }) => step);
}

/** The reports that stood at the end of a day, with what had become of them. */
function filedBy(steps: readonly Step[], day: Day): Filed[] {
  const filed: Filed[] = [];
  let paused = '';
  for (const step of steps) {
    if (step.on > day) break;
    const last = filed.at(-1);
    if (step.what === 'filed') filed.push({ counted: step.counted, state: 'pending' });
    if (step.what === 'withdrawn') filed.pop();
    if (step.what === 'confirmed' && last) Object.assign(last, { state: 'confirmed', decided: step.on });
    if ((step.what === 'returned' || step.what === 'reopened') && last) {
      Object.assign(last, { state: step.what, cure: step.cure });
    }
    if (step.what === 'paused') paused = step.on;
    if (step.what === 'resumed' && last?.cure && last.state !== 'pending' && paused <= last.cure) {
      last.cure = plus(last.cure, step.days);
    }
  }
  return filed;
}

function leaf(steps: readonly Step[], p: Period): number {
  const filed = filedBy(steps, p.asOf);
  const last = filed.at(-1);
  const done = last?.state === 'confirmed';
  const stop = p.clock === 'confirmation' ? (done ? last.decided! : p.asOf) : stopped(steps, filed, p.asOf);
  let due: Day | null = null;
  for (const step of steps) {
    if (step.on > p.asOf || step.what !== 'due') continue;
    if (step.kind === 'extension' && (step.asked ?? step.on) > stop) continue;
    if (step.kind === 'resumed' && step.on > stop) continue;
    due = step.due;
  }
  if (due === null) return done ? 5 : 3;
  if (done) return stop <= due ? 14 : 16;
  return stop <= due ? 9 : 11;
}

/** The day on which the clock stopped, by the day of the report. */
function stopped(steps: readonly Step[], filed: readonly Filed[], asOf: Day): Day {
  const pauses: { from: Day; to?: Day }[] = [];
  for (const step of steps) {
    if (step.on > asOf) break;
    if (step.what === 'paused') pauses.push({ from: step.on });
    if (step.what === 'resumed') pauses.at(-1)!.to = step.on;
  }
  const standing = () => {
    let i = filed.length - 1;
    while (i > 0) {
      const before = filed[i - 1]!;
      if (before.state === 'confirmed' || before.state === 'pending') break;
      if (!before.cure || filed[i]!.counted > before.cure) break;
      i -= 1;
    }
    const day = filed[i]!.counted;
    const still = pauses.find((pause) => pause.to && pause.from <= day && day < pause.to);
    return still ? still.from : day;
  };
  const last = filed.at(-1);
  if (last && (last.state === 'pending' || last.state === 'confirmed')) return standing();
  const open = pauses.find((pause) => !pause.to);
  const until = open ? open.from : asOf;
  return last?.cure && until <= last.cure ? standing() : until;
}

function plus(day: Day, n: number): Day {
  return new Date(Date.parse(day) + n * 86_400_000).toISOString().slice(0, 10);
}
