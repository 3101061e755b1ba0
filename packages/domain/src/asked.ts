import { type Assignment, isOpen, pendingExtension } from './assignment.ts';
import type { Day } from './day.ts';

/** Questions of an open assignment that the Office owes an answer: asked by others than the following department. */
export function owedAnswers(a: Assignment) {
  return a.questions.filter((q) => !q.answeredOn && q.unitId !== a.departmentId);
}

/**
 * The day of the oldest thing that waits for the Office on an open assignment: an extension or a transfer that was asked
 * for, or a question of others; undefined where nothing waits.
 */
export function waitsSince(a: Assignment): Day | undefined {
  if (!isOpen(a)) return undefined;
  const days = [
    pendingExtension(a)?.askedOn,
    a.transfer?.askedOn,
    ...owedAnswers(a).map(({ on }) => on),
  ].filter((day) => day !== undefined);
  return days.sort()[0];
}
