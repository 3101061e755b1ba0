import { addDays, type Day } from '@tddh/domain/day';
import type { AssignmentEvent } from '@tddh/domain/events';

/** The histories of a table by assignment, each oldest first: all that the recount knows. */
export type Histories = ReadonlyMap<string, readonly AssignmentEvent[]>;

interface Filed {
  counted: Day;
  on: Day;
  state: 'open' | 'ok' | 'back' | 'gone';
  decided?: Day;
  cure?: Day;
}
interface Given {
  dueOn: Day | null;
  on: Day;
  asked?: Day;
  kind: string;
}

/** An assignment as it stood at the end of a day, told step by step from what its history says up to then. */
export interface Stood {
  begun: AssignmentEvent & { type: 'assigned' };
  closed: boolean;
  filed: Filed[];
  dues: Given[];
  pausedOn?: Day | undefined;
  stops: { from: Day; to: Day }[];
  department: string;
  field: string;
  signer: string;
  issuedOn: Day;
}

/** How an assignment stood at the end of `day`; undefined before it began. */
export function stoodOn(history: readonly AssignmentEvent[], day: Day): Stood | undefined {
  let s: Stood | undefined;
  for (const event of history) {
    if (event.on > day) break;
    if (!s) s = begun(event as Stood['begun']);
    else step(s, event);
  }
  return s;
}

function begun(event: Stood['begun']): Stood {
  const { initial } = event.data;
  return {
    ...{ begun: event, closed: false },
    filed: initial.reports.map((r) => ({
      ...{ counted: r.countedOn, on: r.on },
      state: r.reopenedOn
        ? 'back'
        : r.outcome === 'confirmed'
          ? 'ok'
          : r.outcome === 'returned'
            ? 'back'
            : r.outcome === 'withdrawn'
              ? 'gone'
              : 'open',
      ...(r.decidedOn ? { decided: r.decidedOn } : {}),
      ...(r.cureOn ? { cure: r.cureOn } : {}),
    })),
    dues: initial.dues.map((d) => given(d)),
    pausedOn: initial.pauses.find((p) => !p.resumedOn)?.on,
    stops: initial.pauses.flatMap((p) => (p.resumedOn ? [{ from: p.on, to: p.resumedOn }] : [])),
    ...{ department: initial.departmentId, field: initial.fieldId, signer: initial.signer ?? '' },
    issuedOn: initial.document.issuedOn,
  };
}

const given = (d: { dueOn: Day | null; on: Day; kind: string; askedOn?: Day }): Given => ({
  ...{ dueOn: d.dueOn, on: d.on, kind: d.kind },
  ...(d.askedOn ? { asked: d.askedOn } : {}),
});

function step(s: Stood, e: AssignmentEvent): void {
  const last = s.filed.at(-1);
  switch (e.type) {
    case 'reported':
      s.filed.push({ counted: e.data.report.countedOn, on: e.on, state: 'open' });
      break;
    case 'withdrawn':
      last!.state = 'gone';
      break;
    case 'confirmed':
      last!.state = 'ok';
      last!.decided = e.on;
      break;
    case 'returned':
    case 'reopened':
      last!.state = 'back';
      if (e.data.cureOn) last!.cure = e.data.cureOn;
      break;
    case 'extension-granted':
    case 'due-moved':
      s.dues.push(given(e.data.due));
      break;
    case 'paused':
      s.pausedOn = e.on;
      break;
    case 'resumed':
      resume(s, e.on, e.data.days);
      if (e.data.due) s.dues.push(given(e.data.due));
      break;
    case 'corrected': {
      const { dueOn, departmentId, fieldId, signer, document } = e.data.after;
      if (dueOn !== undefined) s.dues.push({ dueOn, on: e.on, kind: 'corrected' });
      s.department = departmentId ?? s.department;
      s.field = fieldId ?? s.field;
      s.signer = signer ?? s.signer;
      s.issuedOn = document?.issuedOn ?? s.issuedOn;
      break;
    }
    case 'recalled':
    case 'cancelled':
    case 'transferred':
      s.closed = true;
      break;
  }
}

/** A pause that began while a cure date protected moves that date by the days paused. */
function resume(s: Stood, on: Day, days: number): void {
  const from = s.pausedOn!;
  const standing = s.filed.filter((f) => f.state !== 'gone').at(-1);
  const pending = s.filed.at(-1)?.state === 'open';
  if (standing?.cure && from <= standing.cure && !pending) standing.cure = addDays(standing.cure, days);
  s.stops.push({ from, to: on });
  s.pausedOn = undefined;
}

const standing = (s: Stood) => s.filed.filter((f) => f.state !== 'gone');
export const isDone = (s: Stood) => standing(s).at(-1)?.state === 'ok';
export const awaits = (s: Stood) => standing(s).at(-1)?.state === 'open';

/** The day of the first report of the chain that ends with the last one. */
function chainDay(s: Stood): Day {
  const live = standing(s);
  let day = live.at(-1)!.counted;
  for (let i = live.length - 2; i >= 0; i -= 1) {
    const { state, cure, counted } = live[i]!;
    if (state !== 'back' || !cure || live[i + 1]!.counted > cure) break;
    day = counted;
  }
  const stop = s.stops.find(({ from, to }) => from <= day && day < to);
  return stop ? stop.from : day;
}

function stop(s: Stood, day: Day, clock: 'report' | 'confirmation'): Day {
  const last = standing(s).at(-1);
  if (clock === 'confirmation') return last?.state === 'ok' ? last.decided! : day;
  if (last && last.state !== 'back') return chainDay(s);
  const until = s.pausedOn ?? day;
  return last?.cure && until <= last.cure ? chainDay(s) : until;
}

/** The leaf of the appendix at the end of `day`, by the words of domain.md. */
export function leaf(s: Stood, day: Day, clock: 'report' | 'confirmation'): number {
  const at = stop(s, day, clock);
  const counts = s.dues.filter((d) =>
    d.kind === 'extension' ? (d.asked ?? d.on) <= at : d.kind !== 'resumed' || d.on <= at,
  );
  const due = counts.at(-1)?.dueOn ?? null;
  if (due === null) return isDone(s) ? 5 : 3;
  if (isDone(s)) return at <= due ? 14 : 16;
  return at <= due ? 9 : 11;
}
