import { owedAnswers } from '@tddh/domain/asked';
import { type Assignment, pendingExtension } from '@tddh/domain/assignment';
import type { Day } from '@tddh/domain/day';
import { actionsFor } from '@tddh/domain/decide';
import { mayDo } from '@tddh/domain/permission';
import type { Actor } from '@tddh/domain/person';
import { Refusal } from '@tddh/domain/refusal';
import { askedOf } from './asked.ts';
import { catalogOf } from './catalog.ts';
import type { Desk } from './desk.ts';
import { each } from './sources.ts';

/** Asks that are shown at most. */
const most = 100;

/** What somebody asked and this person decides or answers. */
export interface Ask {
  kind: 'extension' | 'transfer' | 'question';
  /** The day on which it was asked. */
  on: Day;
  text: string;
  /** By which day a question is owed its answer. */
  answerBy?: Day;
  /** True for a dispute of an overdue mark. */
  dispute?: true;
  /** The day to which an extension is asked. */
  dueOn?: Day;
  /** The unit to which a transfer is asked. */
  to?: string;
  assignment: { id: string; content: string; documentNumber: string; agency: string };
}

/**
 * What waits for this person's decision or answer, the longest waiting first: for an officer or head of the own
 * department, for those above of all departments. At most 100.
 * @throws Refusal `forbidden` for who does not read all
 */
export async function asksOf(desk: Desk): Promise<Ask[]> {
  const { db, actor } = desk;
  if (!mayDo(actor, 'read-all')) {
    throw new Refusal('forbidden', 'Danh sách này dành cho Văn phòng và lãnh đạo.');
  }
  if (actor.role === 'admin') return [];
  const { units } = await catalogOf(db);
  const departments = units.filter((unit) => unit.kind === 'department').map(({ id }) => id);
  const own = departments.includes(actor.unitId) ? [actor.unitId] : departments;
  const asked = (await each(own, 4, (id) => askedOf(db, id))).flat();
  return asked
    .flatMap((a) => asksOn(a, actor))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .slice(0, most);
}

function asksOn(a: Assignment, actor: Actor): Ask[] {
  const extension = pendingExtension(a);
  const may = new Set(actionsFor(a, actor));
  const assignment = {
    ...{ id: a.id, content: a.content, documentNumber: a.document.number, agency: a.agencyName },
  };
  const asks: Ask[] = [];
  if (extension && may.has('grant')) {
    const { askedOn, reason, dueOn } = extension;
    asks.push({ kind: 'extension', on: askedOn, text: reason, dueOn, assignment });
  }
  // What the department answers and decides does not wait for those above it.
  if (actor.unitId !== a.departmentId) return asks;
  if (a.transfer && may.has('transfer-decide')) {
    const { askedOn, reason, to } = a.transfer;
    asks.push({ kind: 'transfer', on: askedOn, text: reason, to: to.name, assignment });
  }
  for (const { on, text, answerBy, dispute } of owedAnswers(a)) {
    asks.push({ kind: 'question', on, text, answerBy, ...(dispute ? { dispute } : {}), assignment });
  }
  return asks;
}
