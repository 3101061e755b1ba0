import type { Role } from '@tddh/domain/person';
import { Conflict, commit, put } from './commit.ts';
import type { Db } from './db.ts';
import type { Desk } from './desk.ts';
import { peopleOf } from './people.ts';
import type { Notice } from './peoplerows.ts';

/** What the bus tells of a change of an assignment. */
export interface AssignmentTold {
  eventId: string;
  assignmentId: string;
  agencyId: string;
  departmentId: string;
  at: string;
  by: { id: string; role: Role; unitId: string };
  title: string;
  documentNumber: string;
}

/** Whom an event concerns: the unit that carries it out, the department that follows it, or both. */
const audience: Record<string, readonly ('agency' | 'department')[]> = {
  'assignment.assigned': ['agency'],
  'assignment.reported': ['department'],
  'assignment.withdrawn': ['department'],
  'assignment.confirmed': ['agency'],
  'assignment.returned': ['agency'],
  'assignment.reopened': ['agency', 'department'],
  'assignment.extension-asked': ['department'],
  'assignment.extension-granted': ['agency', 'department'],
  'assignment.extension-refused': ['agency', 'department'],
  'assignment.due-moved': ['agency'],
  'assignment.paused': ['agency', 'department'],
  'assignment.resumed': ['agency', 'department'],
  'assignment.recalled': ['agency', 'department'],
  'assignment.cancelled': ['agency'],
  'assignment.transfer-asked': ['department'],
  'assignment.transfer-refused': ['agency'],
  'assignment.transferred': ['agency', 'department'],
  'assignment.reminded': ['agency'],
  'assignment.asked': ['agency', 'department'],
  'assignment.answered': ['agency', 'department'],
  'assignment.directed': ['agency', 'department'],
  'assignment.overdue': ['agency', 'department'],
};
const keptDays = 180;

/**
 * Tells the people whom an event concerns, each once per event however often the event comes; who did it is not told.
 * @returns how many were told now
 */
export async function notify(desk: Desk, type: string, told: AssignmentTold): Promise<number> {
  const sides = audience[type] ?? [];
  const units = new Set(sides.map((side) => (side === 'agency' ? told.agencyId : told.departmentId)));
  let count = 0;
  for (const unit of units) {
    for (const person of await peopleOf(desk.db, unit)) {
      if (person.id === told.by.id || person.disabled || person.role === 'admin') continue;
      if (await tell(desk, person.id, type, told)) count += 1;
    }
  }
  return count;
}

async function tell(desk: Desk, personId: string, type: string, told: AssignmentTold): Promise<boolean> {
  const { assignmentId, title, documentNumber, eventId, at } = told;
  const data: Notice = { type, assignmentId, title, documentNumber };
  const expiresAt = Math.floor(desk.now.getTime() / 1000) + keptDays * 86_400;
  try {
    await commit(desk.db, [put(desk.db.notices.create({ personId, at, eventId, data, expiresAt }).params())]);
    return true;
  } catch (error) {
    if (error instanceof Conflict) return false;
    throw error;
  }
}

const shown = 50;

/** The latest 50 things that the person was told, and how many of them are not read yet. */
export async function noticesOf(desk: Desk) {
  const [page, read] = await Promise.all([
    desk.db.notices.query.notice({ personId: desk.actor.id }).go({ limit: shown, pages: 1, order: 'desc' }),
    desk.db.kept.get({ shelf: 'read', name: desk.actor.id }).go(),
  ]);
  const upTo = (read.data?.data as string | undefined) ?? '';
  const items = page.data.map((row) => ({ id: row.eventId, at: row.at, ...row.data, read: row.at <= upTo }));
  return { items, unread: items.filter((one) => !one.read).length };
}

/** Remembers that the person has read everything up to now. */
export async function markRead(db: Db, personId: string, at: string): Promise<void> {
  await db.kept.put({ shelf: 'read', name: personId, data: at }).go();
}
