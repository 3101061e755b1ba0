import { apply } from '@tddh/domain/apply';
import type { Assignment } from '@tddh/domain/assignment';
import type { Context } from '@tddh/domain/context';
import { decide } from '@tddh/domain/decide';
import type { AssignmentEvent } from '@tddh/domain/events';
import { invalid, Refusal } from '@tddh/domain/refusal';
import type { Command } from '@tddh/domain/verbs';
import type { Desk } from './desk.ts';
import { all, ofDocument } from './sources.ts';

const gone = new Set(['cancelled', 'transferred', 'recalled']);

/** A change of another assignment that belongs to the same step. */
export interface Beside {
  before: Assignment;
  after: Assignment;
  events: readonly AssignmentEvent[];
}

/**
 * Makes room where a task goes to another unit. A unit that has the task already is refused, for it would be counted
 * twice; an administrator's reorganisation may, since units that merge bring what each of them had. Where the unit
 * supports what it shall lead, its supporting part ends in the same step.
 * @returns the supporting parts that end
 * @throws Refusal `invalid`
 */
export async function makeRoom(
  desk: Desk,
  a: Assignment,
  command: Command,
  leadId: string,
  context: Context,
): Promise<Beside[]> {
  const [path, to] = receiver(a, command);
  if (!to) return [];
  const same = (await all(ofDocument(desk.db, a.documentId))).filter(
    (other) =>
      other.taskId === a.taskId &&
      other.agencyId === to &&
      other.id !== a.id &&
      other.recurring?.period === a.recurring?.period &&
      !gone.has(other.status),
  );
  const relieved = a.role === 'lead' ? same.filter((other) => other.role === 'support') : [];
  if (same.length > relieved.length && desk.actor.role !== 'admin') {
    throw invalid(path, 'Đơn vị này đã được giao chính nhiệm vụ này. Hãy chọn đơn vị khác.');
  }
  return relieved.map((other) => relieve(other, leadId, context));
}

function relieve(before: Assignment, leadId: string, context: Context): Beside {
  const outcome = decide(before, { verb: 'relieve', body: { leadId } }, context);
  if (outcome instanceof Refusal) throw outcome;
  return { before, after: outcome.events.reduce<Assignment>(apply, before), events: outcome.events };
}

/** Which unit a command gives the task to, and where its body says so. */
export function receiver(a: Assignment, { verb, body }: Command): [path: string, to?: string] {
  if (verb === 'transfer') return ['to', body.to];
  if (verb === 'cancel') return ['lead', body.lead];
  if (verb === 'transfer-decide' && body.accept) return ['accept', a.transfer?.to.id];
  return [''];
}
