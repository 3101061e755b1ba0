import { decidersOf } from '@tddh/domain/deciding';
import type { Told } from '@tddh/domain/notice';
import { catalogOf } from './catalog.ts';
import { load } from './change.ts';
import type { Desk } from './desk.ts';
import type { AssignmentTold } from './notices.ts';
import { peopleOf, personOf } from './people.ts';
import type { Person } from './peoplerows.ts';
import { all, each, ofDocument } from './sources.ts';

/** A person to be told, and the assignment by which the event concerns them: their own, never another unit's. */
export interface Concerned {
  person: Person;
  assignmentId: string;
}

/** Everybody whom an event concerns, each once; not who did it, nor who may not enter any more. */
export async function concernedBy(desk: Desk, rule: Told, told: AssignmentTold): Promise<Concerned[]> {
  const own = rule.sides.map((side) => (side === 'agency' ? told.agencyId : told.departmentId));
  const units = [
    ...[...new Set(own)].map((unitId) => ({ unitId, assignmentId: told.assignmentId })),
    ...(rule.partners ? await partnersOf(desk, told, own) : []),
  ];
  const inUnits = await each(units, 4, async ({ unitId, assignmentId }) =>
    (await peopleOf(desk.db, unitId)).map((person) => ({ person, assignmentId })),
  );
  const others = rule.also ? await othersOf(desk, rule.also, told) : [];
  const everybody = [
    ...inUnits.flat(),
    ...others.map((person) => ({ person, assignmentId: told.assignmentId })),
  ];
  const once = new Map(everybody.map((one) => [one.person.id, one]));
  return [...once.values()].filter(
    ({ person }) => person.id !== told.by.id && !person.disabled && person.role !== 'admin',
  );
}

/** The other units of the task, each by its own open assignment: supports of a lead, leads of a support. */
async function partnersOf(desk: Desk, told: AssignmentTold, own: readonly string[]) {
  if (!told.taskId) return [];
  const planned = await all(ofDocument(desk.db, told.documentId));
  const task = planned.filter((a) => a.taskId === told.taskId);
  const self = task.find((a) => a.id === told.assignmentId);
  return task
    .filter((a) => self && a.role !== self.role && !a.closed && !own.includes(a.agencyId))
    .map((a) => ({ unitId: a.agencyId, assignmentId: a.id }));
}

/** Who decides what was asked, or who asked what was answered. */
async function othersOf(
  desk: Desk,
  also: NonNullable<Told['also']>,
  told: AssignmentTold,
): Promise<Person[]> {
  const { db } = desk;
  const a = await load(db, told.assignmentId);
  if (!a) return [];
  if (also === 'deciders') {
    const { units } = await catalogOf(db);
    const above = units.filter((unit) => unit.kind === 'leadership');
    return [...decidersOf((await each(above, 4, ({ id }) => peopleOf(db, id))).flat(), a)];
  }
  const revision = Number(told.eventId.split('.').at(-1));
  const { data } = await db.history.get({ assignmentId: told.assignmentId, revision }).go();
  const event = data?.data;
  const question = event?.type === 'answered' && a.questions.find((q) => q.id === event.data.questionId);
  const person = question && (await personOf(db, question.by));
  return person ? [person] : [];
}
