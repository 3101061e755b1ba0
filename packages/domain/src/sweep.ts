import { type Assignment, currentDue, standingReport } from './assignment.ts';
import { addWorkingDays } from './calendar.ts';
import { isOnTime } from './clock.ts';
import { addDays, type Day, later } from './day.ts';
import type { EventData } from './events.ts';
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
  if ((a.status !== 'assigned' && a.status !== 'in-progress') || a.role !== 'lead') return undefined;
  const due = currentDue(a);
  if (due === null || due === a.overdueTold || isOnTime(a, today, 'report')) return undefined;
  return { type: 'overdue', data: { dueOn: due } };
}

function startOn(a: Assignment, settings: Settings): Day {
  return addWorkingDays(settings.calendar, a.recordedOn, settings.startAfter);
}

/**
 * The next day on which the sweep must look at an assignment, or undefined where there is nothing to wait for:
 * the day on which the system starts it, or the day after its due date or the cure date that protects it.
 */
export function sweepOn(a: Assignment, settings: Settings): Day | undefined {
  if ((a.status !== 'assigned' && a.status !== 'in-progress') || a.role !== 'lead') return undefined;
  const days: Day[] = [];
  if (a.status === 'assigned') days.push(startOn(a, settings));
  const due = currentDue(a);
  if (due !== null && due !== a.overdueTold) {
    const cureOn = standingReport(a)?.cureOn;
    days.push(addDays(cureOn && isOnTime(a, a.lastOn, 'report') ? later(due, cureOn) : due, 1));
  }
  return days.sort()[0];
}
