import type { Assignment } from '@tddh/domain/assignment';
import type { AssignmentEvent } from '@tddh/domain/events';
import { letterOf } from '@tddh/domain/letters';
import { toldOf, wayOf } from '@tddh/domain/notice';
import { isAgencyRole, type Role } from '@tddh/domain/person';
import { load } from './change.ts';
import { Conflict, commit, put } from './commit.ts';
import { concernedBy } from './concerned.ts';
import type { Db } from './db.ts';
import type { Desk } from './desk.ts';
import { mailWrite } from './mail.ts';
import type { Notice, Person } from './peoplerows.ts';
import { chosenBy } from './preferences.ts';

/** What the bus tells of a change of an assignment. */
export interface AssignmentTold {
  eventId: string;
  assignmentId: string;
  documentId: string;
  taskId?: string;
  agencyId: string;
  departmentId: string;
  at: string;
  by: { id: string; role: Role; unitId: string };
  title: string;
  documentNumber: string;
}

const keptDays = 180;

/**
 * Tells the people whom an event concerns, each once per event however often the event comes; who did it is not told.
 * Everybody finds it in the product; who wants that kind at once gets a letter, queued in the same transaction.
 * @param notBefore no letter goes out before: what the system does at night is read in the morning
 * @returns how many were told now, and how many letters were queued for it
 */
export async function notify(
  desk: Desk,
  type: string,
  told: AssignmentTold,
  notBefore?: string,
): Promise<{ told: number; letters: number }> {
  const rule = toldOf(type);
  const count = { told: 0, letters: 0 };
  if (!rule) return count;
  const words = wordsOf(desk, told);
  for (const { person, assignmentId } of await concernedBy(desk, rule, told)) {
    const way = wayOf(rule.kind, person.role, await chosenBy(desk.db, person.id));
    const letter = way === 'now' && person.email && (await words());
    const writes = [
      put(noticeRow(desk, person.id, type, { ...told, assignmentId }).params()),
      ...(letter
        ? [
            mailWrite(desk, {
              ...letterFor(person, told, rule.kind, letter),
              ...(notBefore ? { notBefore } : {}),
            }),
          ]
        : []),
    ];
    if (!(await written(desk.db, writes))) continue;
    count.told += 1;
    if (letter) count.letters += 1;
  }
  return count;
}

interface Lettered {
  subject: string;
  text: string;
  /** Whether a report may be filed by the letter's own link. */
  reports: boolean;
}

/** The words of the event's letter, read and written once for all who get it, and only if somebody does. */
function wordsOf(desk: Desk, told: AssignmentTold): () => Promise<Lettered | undefined> {
  let made: Promise<Lettered | undefined> | undefined;
  const make = async (): Promise<Lettered | undefined> => {
    const revision = Number(told.eventId.split('.').at(-1));
    const [a, { data }] = await Promise.all([
      load(desk.db, told.assignmentId),
      desk.db.history.get({ assignmentId: told.assignmentId, revision }).go(),
    ]);
    if (!a || !data) return undefined;
    const words = letterOf(a, data.data, data.data.on);
    return words && { ...words, reports: owesReport(a, data.data) };
  };
  return () => {
    const once = made ?? make();
    made = once;
    return once;
  };
}

function owesReport(a: Assignment, event: AssignmentEvent): boolean {
  const working = a.status === 'assigned' || a.status === 'in-progress';
  const noted = event.type === 'reminded' && event.data.auto?.kind === 'note';
  return a.role === 'lead' && a.agencyKind !== 'department' && working && !noted;
}

function letterFor(person: Person, told: AssignmentTold, kind: string, { subject, text, reports }: Lettered) {
  const may = reports && isAgencyRole(person.role) && person.unitId === told.agencyId;
  return {
    ...{ key: `event#${told.eventId}#${person.id}`, personId: person.id, kind, subject, text },
    ...(may ? { reports: told.assignmentId } : {}),
  };
}

function noticeRow(desk: Desk, personId: string, type: string, told: AssignmentTold) {
  const { assignmentId, title, documentNumber, eventId, at } = told;
  const data: Notice = { type, assignmentId, title, documentNumber };
  const expiresAt = Math.floor(desk.now.getTime() / 1000) + keptDays * 86_400;
  return desk.db.notices.create({ personId, at, eventId, data, expiresAt });
}

/** True where the writes were made; false where one of them had been made before. */
async function written(db: Db, writes: Parameters<typeof commit>[1]): Promise<boolean> {
  try {
    await commit(db, writes);
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
