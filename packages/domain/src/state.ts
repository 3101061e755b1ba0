import { type Assignment, currentDue } from './assignment.ts';
import { isOnTime } from './clock.ts';
import { type Day, daysBetween } from './day.ts';

/** How a page shows an assignment today: each state has its colour, shape and word (design.md). */
export type State =
  | 'assigned'
  | 'working'
  | 'soon'
  | 'overdue'
  | 'awaiting'
  | 'done'
  | 'late'
  | 'nodue'
  | 'support'
  | 'paused'
  | 'recalled'
  | 'transferred'
  | 'cancelled';

/** Calendar days before the due day from which an assignment counts as due soon. */
export const soonWithin = 7;

/**
 * The state of an assignment at the end of `today`, by the clock `report`. A support unit owes no report of its own,
 * so that it is never late.
 */
export function stateOf(a: Assignment, today: Day): State {
  switch (a.status) {
    case 'paused':
    case 'recalled':
    case 'transferred':
    case 'cancelled':
      return a.status;
    case 'done':
      return isOnTime(a, today, 'report') ? 'done' : 'late';
    case 'reported':
      return 'awaiting';
  }
  if (a.role === 'support') return 'support';
  const due = currentDue(a);
  if (!isOnTime(a, today, 'report')) return 'overdue';
  if (due !== null && daysBetween(today, due) <= soonWithin) return 'soon';
  if (a.status === 'assigned') return 'assigned';
  return due === null ? 'nodue' : 'working';
}
