import { type Assignment, currentDue } from './assignment.ts';
import { addWorkingDays } from './calendar.ts';
import { isOnTime } from './clock.ts';
import { addDays, type Day } from './day.ts';
import type { EventData, Initial } from './events.ts';
import { nextDue, periodName, renewsOn } from './recurring.ts';
import { dueBy, isWorking, remindsOn } from './reminding.ts';
import type { Settings } from './settings.ts';

/** The system takes up what nobody accepted within `startAfter` working days. */
export function startStep(
  a: Assignment,
  today: Day,
  settings: Settings,
): { type: 'accepted'; data: EventData['accepted'] } | undefined {
  if (a.status !== 'assigned' || a.role !== 'lead') return undefined;
  return today >= startOn(a, settings) ? { type: 'accepted', data: {} } : undefined;
}

/** The mark that a due date passed: once for each due date. The figures never depend on it. */
export function overdueStep(
  a: Assignment,
  today: Day,
): { type: 'overdue'; data: EventData['overdue'] } | undefined {
  if (!isWorking(a)) return undefined;
  const due = currentDue(a);
  if (due === null || due === a.overdueTold || isOnTime(a, today, 'report')) return undefined;
  return { type: 'overdue', data: { dueOn: due } };
}

/**
 * The next assignment of a recurring task, when the due day of this one has passed: once, with the facts of its
 * document as they are now, for the unit that holds this one.
 */
export function renewal(a: Assignment, today: Day, nextId: () => string) {
  const on = renewsOn(a);
  const { recurring } = a;
  if (!recurring || on === undefined || on > today) return undefined;
  const dueOn = nextDue(recurring.rule, recurring.dueOn)!;
  const id = nextId();
  const period = periodName(recurring.rule.every, dueOn);
  const initial: Initial = {
    ...{ id, documentId: a.documentId, taskId: a.taskId, taskNumber: a.taskNumber, content: a.content },
    ...{ role: a.role, agencyId: a.agencyId, agencyName: a.agencyName, agencyKind: a.agencyKind },
    ...{ departmentId: a.departmentId, departmentName: a.departmentName, fieldId: a.fieldId },
    ...(a.signer ? { signer: a.signer } : {}),
    ...{ document: a.document, assignedOn: today, status: 'assigned' },
    dues: [{ dueOn, on: today, kind: 'assigned' }],
    ...{
      reports: [],
      extensions: [],
      pauses: [],
      questions: [],
      corrections: a.corrections.filter((c) => c.own),
    },
    recurring: { rule: recurring.rule, dueOn, period, number: recurring.number + 1, previousId: a.id },
  };
  return { step: { type: 'renewed' as const, data: { nextId: id, period } }, initial };
}

function startOn(a: Assignment, settings: Settings): Day {
  return addWorkingDays(settings.calendar, a.recordedOn, settings.startAfter);
}

/**
 * The next day on which the sweep must look at an assignment, or undefined where there is nothing to wait for:
 * the day on which the system starts it, or the day after its due date or the cure date that protects it, or the day
 * on which the next one of a recurring task is made, or the day of its next reminder or escalation.
 */
export function sweepOn(a: Assignment, settings: Settings): Day | undefined {
  const renews = renewsOn(a);
  const days = [...(renews ? [renews] : []), ...tellsOn(a, settings), ...remindsOn(a, settings)];
  return days.sort()[0];
}

/** The days on which there is something to tell of a lead that is being worked on. */
function tellsOn(a: Assignment, settings: Settings): Day[] {
  if (!isWorking(a)) return [];
  const days: Day[] = [];
  if (a.status === 'assigned') days.push(startOn(a, settings));
  const due = currentDue(a);
  if (due !== null && due !== a.overdueTold) days.push(addDays(dueBy(a)!, 1));
  return days;
}
