import { type Assignment, currentDue, pendingReport, standingReport } from './assignment.ts';
import { addWorkingDays, workingDayBefore, workingDaysBetween } from './calendar.ts';
import { isOnTime } from './clock.ts';
import { addDays, type Day, later } from './day.ts';
import { escalationSteps } from './escalation.ts';
import type { EventData } from './events.ts';
import type { Settings } from './settings.ts';

/** True for what a unit works on and owes a report of. */
export function isWorking(a: Assignment): boolean {
  return (a.status === 'assigned' || a.status === 'in-progress') && a.role === 'lead';
}

/** The last day on which a report is on time: the due day, or a later cure date that protects it; null without one. */
export function dueBy(a: Assignment): Day | null {
  const due = currentDue(a);
  const cureOn = standingReport(a)?.cureOn;
  return due !== null && cureOn && isOnTime(a, a.lastOn, 'report') ? later(due, cureOn) : due;
}

/** The day on which the unit was told of the day that holds now: of that day it needs no reminder. */
function toldOn(a: Assignment): Day {
  const last = standingReport(a);
  const days = [a.recordedOn, a.dues.at(-1)?.on, last?.cureOn && last.decidedOn, last?.reopenedOn];
  return days.reduce<Day>((latest, on) => (on ? later(latest, on) : latest), a.recordedOn);
}

/**
 * The reminders that are still to come: so many days before, each on the working day before where its day is off.
 * What was told closer to the day, or falls on or before the day on which the unit learned of it, is left out.
 */
function remindersLeft(a: Assignment, settings: Settings): { before: number; on: Day }[] {
  const by = dueBy(a);
  if (!isWorking(a) || by === null || a.overdueTold === currentDue(a)) return [];
  const told = a.remindedOf?.dueOn === by ? a.remindedOf.before : Number.POSITIVE_INFINITY;
  return settings.remindBefore
    .filter((before) => before < told)
    .map((before) => ({ before, on: workingDayBefore(settings.calendar, addDays(by, -before)) }))
    .filter(({ on }) => on > toldOn(a));
}

/** The reminder of a due day that is owed today: the closest one, where a sweep was missed; each is told once. */
export function reminderStep(
  a: Assignment,
  today: Day,
  settings: Settings,
): { type: 'reminded'; data: EventData['reminded'] } | undefined {
  const dueOn = dueBy(a);
  if (dueOn === null || today > dueOn) return undefined;
  const owed = remindersLeft(a, settings).filter(({ on }) => on <= today);
  if (owed.length === 0) return undefined;
  const before = Math.min(...owed.map((one) => one.before));
  return { type: 'reminded', data: { auto: { kind: 'due', dueOn, before } } };
}

/** The day on which a task without a due date owes its next progress note (domain.md: every 30 days, a setting). */
function noteOn(a: Assignment, { calendar, noteEvery }: Settings): Day | undefined {
  if (!isWorking(a) || currentDue(a) !== null) return undefined;
  const last = later(later(toldOn(a), a.notedOn ?? ''), a.noteTold ?? '');
  return later(workingDayBefore(calendar, addDays(last, noteEvery)), addDays(last, 1));
}

/** The reminder that a task without a due date owes a progress note. */
export function noteStep(
  a: Assignment,
  today: Day,
  settings: Settings,
): { type: 'reminded'; data: EventData['reminded'] } | undefined {
  const on = noteOn(a, settings);
  if (on === undefined || today < on) return undefined;
  return { type: 'reminded', data: { auto: { kind: 'note' } } };
}

/** Steps of escalation that a report has not been told of yet, by the working days that each waits. */
function escalationsLeft(a: Assignment, settings: Settings) {
  const report = a.status === 'reported' ? pendingReport(a) : undefined;
  if (!report) return undefined;
  const told = a.escalated?.reportId === report.id ? a.escalated.steps : 0;
  const after = [...settings.escalateAfter].sort((x, y) => x - y).slice(0, escalationSteps.length);
  return { report, told, after };
}

/** The mark that a report has waited so long that the next one above is told; the last one reached, once. */
export function escalationStep(
  a: Assignment,
  today: Day,
  settings: Settings,
): { type: 'escalated'; data: EventData['escalated'] } | undefined {
  const left = escalationsLeft(a, settings);
  if (!left) return undefined;
  const waited = workingDaysBetween(settings.calendar, left.report.on, today);
  const steps = left.after.filter((days) => waited >= days).length;
  if (steps <= left.told) return undefined;
  const to = escalationSteps[steps - 1]!;
  return { type: 'escalated', data: { reportId: left.report.id, steps, to, waited } };
}

/** The days for which reminders and escalations wait; the sweep looks at the earliest. */
export function remindsOn(a: Assignment, settings: Settings): Day[] {
  const left = escalationsLeft(a, settings);
  const next = left?.after[left.told];
  const note = noteOn(a, settings);
  return [
    ...remindersLeft(a, settings).map(({ on }) => on),
    ...(note ? [note] : []),
    ...(left && next !== undefined ? [addWorkingDays(settings.calendar, left.report.on, next)] : []),
  ];
}
