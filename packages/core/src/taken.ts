import type { Assignment } from '@tddh/domain/assignment';
import { invalid } from '@tddh/domain/refusal';
import type { Command } from '@tddh/domain/verbs';
import type { Desk } from './desk.ts';
import { all, ofDocument } from './sources.ts';

const gone = new Set(['cancelled', 'transferred', 'recalled']);

/**
 * Refuses to give a task to a unit that has it already: one unit would be counted twice for one task. An
 * administrator's reorganisation may, since units that merge bring what each of them had.
 * @throws Refusal `invalid`
 */
export async function refuseTaken(desk: Desk, a: Assignment, command: Command): Promise<void> {
  const [path, to] = receiver(a, command);
  if (!to || desk.actor.role === 'admin') return;
  const has = (other: Assignment) =>
    other.taskId === a.taskId &&
    other.role === a.role &&
    other.agencyId === to &&
    other.id !== a.id &&
    other.recurring?.period === a.recurring?.period &&
    !gone.has(other.status);
  if ((await all(ofDocument(desk.db, a.documentId))).some(has)) {
    throw invalid(path, 'Đơn vị này đã được giao chính nhiệm vụ này. Hãy chọn đơn vị khác.');
  }
}

/** Which unit a command gives the task to, and where its body says so. */
function receiver(a: Assignment, { verb, body }: Command): [path: string, to?: string] {
  if (verb === 'transfer') return ['to', body.to];
  if (verb === 'cancel') return ['lead', body.lead];
  if (verb === 'transfer-decide' && body.accept) return ['accept', a.transfer?.to.id];
  return [''];
}
