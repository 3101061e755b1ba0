import type { Assignment } from '@tddh/domain/assignment';
import { isWorkingDay, workingDayBefore } from '@tddh/domain/calendar';
import { addDays, type Day, weekOf } from '@tddh/domain/day';
import { digestLetter, digestOf, feedbackParts, sameHandLetter } from '@tddh/domain/digest';
import { catalogOf } from './catalog.ts';
import type { Db } from './db.ts';
import { at, type Desk } from './desk.ts';
import { feedbackFor } from './feedback.ts';
import { mail } from './mail.ts';
import { mirrorLetters } from './mirrormail.ts';
import { newsSince } from './news.ts';
import { peopleOf } from './people.ts';
import type { Person } from './peoplerows.ts';
import { chosenBy } from './preferences.ts';
import { actorOf } from './session.ts';
import { all, closedBetween, each, openOfAgency, openOfDepartment } from './sources.ts';

/** What a run of the digests did: letters queued now, and people of whom nothing is owed or who had theirs. */
export interface Digested {
  day: Day;
  queued: number;
  none: number;
}

/**
 * Queues the day's digest of every person with an address, on working days: one letter per person and day, however
 * often and however concurrently it runs. On the first working day of a week office-leaders are also told of paper
 * reports that one hand recorded and confirmed in the week before, and heads and leaders how the Office did.
 */
export async function digest(desk: Desk): Promise<Digested> {
  const { db, today } = desk;
  const { units, settings } = await catalogOf(db);
  const done: Digested = { day: today, queued: 0, none: 0 };
  if (!isWorkingDay(settings.calendar, today)) return done;
  const departments = units.filter((u) => u.kind === 'department');
  const ofOffice = new Map<string, Assignment[]>();
  for (const { id } of departments) ofOffice.set(id, await openAround(db, id));
  const everything = [...new Map([...ofOffice.values()].flat().map((a) => [a.id, a])).values()];
  const everybody = await peopleByUnit(db, units);
  const leaders = [...everybody.values()].flat().filter((one) => one.role === 'office-leader');
  // Where nobody is named chief, each office-leader is told as the chief would be: better twice than not at all.
  const named = leaders.some((one) => one.chief);
  const since = workingDayBefore(settings.calendar, addDays(today, -1));
  const feedback = await feedbackFor(db, since, today);
  for (const unit of units) {
    const people = everybody.get(unit.id) ?? [];
    if (people.length === 0) continue;
    const open =
      unit.kind === 'agency' ? await all(openOfAgency(db, unit.id)) : (ofOffice.get(unit.id) ?? everything);
    for (const person of people)
      await digestFor(desk, { ...person, chief: person.chief || !named }, { open, ...feedback }, done);
  }
  if (since < weekOf(today)) {
    await sameHand(desk, leaders, departments, done);
    done.queued += await mirrorLetters(desk, [...everybody.values()].flat());
  }
  return done;
}

/** The people of each unit to whom mail can go. */
async function peopleByUnit(db: Db, units: readonly { id: string }[]): Promise<Map<string, Person[]>> {
  const lists = await each(units, 8, async ({ id }) => {
    const people = await peopleOf(db, id);
    return [id, people.filter((one) => one.email && !one.disabled)] as const;
  });
  return new Map(lists);
}

/** What a department follows, and what it carries out itself. */
async function openAround(db: Db, departmentId: string): Promise<Assignment[]> {
  const lists = await Promise.all([
    all(openOfDepartment(db, departmentId)),
    all(openOfAgency(db, departmentId)),
  ]);
  return [...new Map(lists.flat().map((a) => [a.id, a])).values()];
}

/** What a digest is made of: what is open around a person, and the feedback of everybody. */
interface Around extends Awaited<ReturnType<typeof feedbackFor>> {
  open: readonly Assignment[];
}

async function digestFor(
  desk: Desk,
  person: Person,
  { open, answered, waiting }: Around,
  done: Digested,
): Promise<void> {
  const { settings } = await catalogOf(desk.db);
  const chosen = await chosenBy(desk.db, person.id);
  const actor = { ...actorOf(person), chief: person.chief === true };
  const { news, told } = await newsSince(desk, person, chosen);
  const parts = [
    ...digestOf(actor, open, desk.today, settings, chosen),
    ...feedbackParts(actor, answered, waiting, chosen),
    ...(news ? [news] : []),
  ];
  const letter = { key: `digest#${desk.today}#${person.id}`, personId: person.id, kind: 'digest' };
  const queued =
    parts.length > 0 &&
    (await mail(desk, { ...letter, ...digestLetter(person.name, parts, desk.today) }, [told]));
  if (!queued) {
    done.none += 1;
    return;
  }
  done.queued += 1;
  const escalated = parts.find((one) => one.name === 'escalated');
  if (escalated) await tellEscalated(desk, person.id, escalated.count);
}

/** One notice in the product for all that was escalated to a person by this day. */
async function tellEscalated(desk: Desk, personId: string, count: number): Promise<void> {
  const title = `${count} báo cáo chờ xác nhận quá lâu`;
  const data = { type: 'assignment.escalated', assignmentId: '', title, documentNumber: '' };
  const eventId = `escalated.${desk.today}`;
  const expiresAt = Math.floor(desk.now.getTime() / 1000) + 180 * 86_400;
  await desk.db.notices.put({ personId, at: at(desk), eventId, data, expiresAt }).go();
}

/** The weekly letter on paper reports of one hand (domain.md, The life of an assignment): the week before this one. */
async function sameHand(
  desk: Desk,
  leaders: readonly Person[],
  departments: readonly { id: string }[],
  done: Digested,
): Promise<void> {
  const monday = weekOf(desk.today);
  if (leaders.length === 0) return;
  const [from, to] = [addDays(monday, -7), addDays(monday, -1)];
  const closed = await Promise.all(departments.map(({ id }) => all(closedBetween(desk.db, id, from, to))));
  const list = closed.flat().filter((a) => a.status === 'done' && a.reports.at(-1)?.sameHand);
  if (list.length === 0) return;
  for (const { id, name } of leaders) {
    const letter = { key: `samehand#${monday}#${id}`, personId: id, kind: 'same-hand' };
    if (await mail(desk, { ...letter, ...sameHandLetter(name, list, from, to) })) done.queued += 1;
  }
}
