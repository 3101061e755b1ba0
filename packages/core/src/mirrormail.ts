import { addDays, later, weekOf } from '@tddh/domain/day';
import { figuresOf, within } from '@tddh/domain/mirror';
import { type MirrorPart, mirrorLetter } from '@tddh/domain/mirrorletter';
import { mayDo } from '@tddh/domain/permission';
import { catalogOf } from './catalog.ts';
import type { Desk } from './desk.ts';
import { mail } from './mail.ts';
import { mirrored } from './mirror.ts';
import type { Person } from './peoplerows.ts';
import { actorOf } from './session.ts';

/**
 * Queues the week's letter for heads of departments, office-leaders and leaders: the week before the one of today, one
 * letter per person and week however often it runs. What was entered is told since the year began, too.
 * @param people to whom mail can go
 * @returns letters queued now
 */
export async function mirrorLetters(desk: Desk, people: readonly Person[]): Promise<number> {
  const readers = people.filter((one) => one.role !== 'admin' && mayDo(actorOf(one), 'read-mirror'));
  if (readers.length === 0) return 0;
  const { settings, office } = await catalogOf(desk.db);
  const monday = weekOf(desk.today);
  const [from, to] = [addDays(monday, -7), addDays(monday, -1)];
  const since = later(office.since, `${to.slice(0, 4)}-01-01`);
  const of = await mirrored(desk, { from: since < from ? since : from, to });
  const part = (name: string, departmentId?: string): MirrorPart => {
    const own = (one: { departmentId: string }) => !departmentId || one.departmentId === departmentId;
    return {
      ...{ name, ...figuresOf(within(of.facts, from, to, departmentId), to, settings) },
      everEntered: within(of.facts, since, to, departmentId).entered.length,
      unsigned: of.unsigned.filter(own).length,
    };
  };
  const departments = of.departments.map(({ id, name }) => part(name, id));
  const letter = { from, to, since, office: part(office.name), departments };
  let queued = 0;
  for (const { id, name } of readers) {
    const key = `mirror#${monday}#${id}`;
    const words = mirrorLetter(name, letter);
    if (await mail(desk, { key, personId: id, kind: 'mirror', ...words })) queued += 1;
  }
  return queued;
}
