import { type Assignment, pendingReport, type Report, standingReport } from './assignment.ts';
import { addDays } from './day.ts';
import type { AssignmentEvent } from './events.ts';

/**
 * The assignment after an event. An event that was applied already changes nothing.
 * @throws Error where an event before this one is missing: that is a defect, never a user's fault
 */
export function apply(before: Assignment | undefined, event: AssignmentEvent): Assignment {
  if (before && event.revision <= before.revision) return before;
  if (event.revision !== (before?.revision ?? 0) + 1) {
    throw new Error(
      `event ${event.assignmentId}.${event.revision} follows revision ${before?.revision ?? 0}`,
    );
  }
  const head = { status: event.to, revision: event.revision, lastOn: event.on, lastAt: event.at };
  if (!before) {
    if (event.type !== 'assigned') throw new Error(`an assignment begins with ${event.type}`);
    return { ...event.data.initial, recordedOn: event.on, ...head };
  }
  return { ...before, ...facts(before, event), ...head };
}

/** The assignment that a history tells, oldest event first. */
export function replay(events: readonly AssignmentEvent[]): Assignment {
  let a: Assignment | undefined;
  for (const event of events) a = apply(a, event);
  if (!a) throw new Error('no events');
  return a;
}

function facts(a: Assignment, e: AssignmentEvent): Partial<Assignment> {
  switch (e.type) {
    case 'reported':
      return { reports: [...a.reports, e.data.report] };
    case 'withdrawn':
      return decided(a, { outcome: 'withdrawn', decidedOn: e.on, ...why(e) });
    case 'confirmed':
      return decided(a, {
        outcome: 'confirmed',
        decidedOn: e.on,
        ...(e.data.sameHand ? { sameHand: true } : {}),
      });
    case 'returned':
      return decided(a, { outcome: 'returned', decidedOn: e.on, ...why(e), ...cure(e.data.cureOn) });
    case 'reopened':
      return decided(a, { reopenedOn: e.on, ...why(e), ...cure(e.data.cureOn) });
    case 'extension-asked':
      return { extensions: [...a.extensions, e.data.extension] };
    case 'extension-granted':
      return {
        dues: [...a.dues, e.data.due],
        extensions: a.extensions.map((x) =>
          x.id === e.data.extensionId ? { ...x, outcome: 'granted', decidedOn: e.on } : x,
        ),
      };
    case 'extension-refused':
      return {
        extensions: a.extensions.map((x) =>
          x.id === e.data.extensionId
            ? { ...x, outcome: 'refused', decidedOn: e.on, ...(e.reason ? { decisionReason: e.reason } : {}) }
            : x,
        ),
      };
    case 'due-moved':
      return { dues: [...a.dues, e.data.due] };
    case 'paused':
      return { pauses: [...a.pauses, e.data.pause] };
    case 'resumed':
      return {
        pauses: a.pauses.map((p, i) => (i === a.pauses.length - 1 ? { ...p, resumedOn: e.on } : p)),
        ...(e.data.due ? { dues: [...a.dues, e.data.due] } : {}),
        reports: shiftCure(a, e.data.days),
      };
    case 'recalled':
      return { closed: { on: e.on, reason: e.reason ?? '', reference: e.data.reference } };
    case 'cancelled': {
      const { successorId } = e.data;
      return { closed: { on: e.on, reason: e.reason ?? '' }, ...(successorId ? { successorId } : {}) };
    }
    case 'transferred':
      return {
        closed: { on: e.on, reason: e.reason ?? '' },
        successorId: e.data.successorId,
        transfer: undefined,
      };
    case 'corrected':
      return corrected(a, e.data, e.on);
    case 'transfer-asked':
      return { transfer: e.data.request };
    case 'transfer-refused':
      return { transfer: undefined };
    case 'noted':
      return { notedOn: e.on, blocker: e.data.blocker };
    case 'reminded':
      return reminded(e);
    case 'escalated':
      return { escalated: { reportId: e.data.reportId, steps: e.data.steps } };
    case 'asked':
      return { questions: [...a.questions, e.data.question] };
    case 'answered':
      return {
        questions: a.questions.map((q) =>
          q.id === e.data.questionId
            ? {
                ...{ ...q, answeredOn: e.on, answer: e.data.text },
                ...(e.data.files ? { answerFiles: e.data.files } : {}),
              }
            : q,
        ),
      };
    case 'overdue':
      return { overdueTold: e.data.dueOn };
    case 'renewed':
      return a.recurring ? { recurring: { ...a.recurring, nextId: e.data.nextId } } : {};
    case 'rule-changed':
      return a.recurring ? { recurring: { ...a.recurring, rule: e.data.rule } } : {};
    case 'assigned':
    case 'accepted':
    case 'directed':
      return {};
  }
}

/** What is remembered of a reminder of the system, so that it is told once; one by hand leaves no mark. */
function reminded({ on, data }: Extract<AssignmentEvent, { type: 'reminded' }>): Partial<Assignment> {
  if (!data.auto) return {};
  if (data.auto.kind === 'note') return { noteTold: on };
  return { remindedOf: { dueOn: data.auto.dueOn, before: data.auto.before } };
}

function why(e: AssignmentEvent): { reason?: string } {
  return e.reason ? { reason: e.reason } : {};
}

function cure(cureOn: string | undefined): { cureOn?: string } {
  return cureOn ? { cureOn } : {};
}

function decided(a: Assignment, change: Partial<Report>): Partial<Assignment> {
  return { reports: a.reports.map((r, i) => (i === a.reports.length - 1 ? { ...r, ...change } : r)) };
}

/** A pause that began while a cure date protected stops that date as well: it moves by the days paused. */
function shiftCure(a: Assignment, days: number): readonly Report[] {
  const pausedOn = a.pauses.at(-1)?.on ?? '';
  const last = standingReport(a);
  if (!last?.cureOn || pausedOn > last.cureOn || pendingReport(a)) return a.reports;
  return a.reports.map((r) => (r === last ? { ...r, cureOn: addDays(last.cureOn!, days) } : r));
}

function corrected(
  a: Assignment,
  { before, after, own }: Extract<AssignmentEvent, { type: 'corrected' }>['data'],
  on: string,
): Partial<Assignment> {
  const { dueOn, ...plain } = after;
  const { dueOn: _, ...kept } = before;
  return {
    ...plain,
    ...(dueOn === undefined ? {} : { dues: [...a.dues, { dueOn, on, kind: 'corrected' as const }] }),
    ...(Object.keys(kept).length
      ? { corrections: [...a.corrections, { on, before: kept, ...(own ? { own } : {}) }] }
      : {}),
  };
}
