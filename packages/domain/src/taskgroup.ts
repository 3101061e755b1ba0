import type { Assignment, Status } from './assignment.ts';

/** How far the units are that lead one task: each counted once, those that it was taken from not at all. */
export interface TaskProgress {
  /** Units that the task is given to. */
  total: number;
  /** Units that have reported: what awaits a decision, and what is done. */
  reported: number;
  done: number;
}

const gone: readonly Status[] = ['cancelled', 'transferred', 'recalled'];
const owing: readonly Status[] = ['assigned', 'in-progress'];

/** What of a task's assignments counts as given to a unit. */
export function standing<A extends Pick<Assignment, 'role' | 'status'>>(list: readonly A[]): A[] {
  return list.filter((a) => a.role === 'lead' && !gone.includes(a.status));
}

/** True for a unit that still owes its report; one that is paused owes nothing for now. */
export function owesReport(a: Pick<Assignment, 'role' | 'status'>): boolean {
  return a.role === 'lead' && owing.includes(a.status);
}

/** The progress of a task over the assignments that stand. */
export function progressOf(list: readonly Pick<Assignment, 'role' | 'status'>[]): TaskProgress {
  const all = standing(list);
  const done = all.filter((a) => a.status === 'done').length;
  const awaiting = all.filter((a) => a.status === 'reported').length;
  return { total: all.length, reported: done + awaiting, done };
}
