import {
  type Attended,
  type Attendee,
  type Known,
  type Lesson,
  type LessonChange,
  type NewLesson,
  sameAttendee,
  standingOf,
} from '@tddh/domain/lesson';
import { invalid, Refusal } from '@tddh/domain/refusal';
import { auditWrite } from './audit.ts';
import { catalogOf, changedSince, unitOf } from './catalog.ts';
import { Conflict, commit, put, type Write } from './commit.ts';
import type { Desk } from './desk.ts';
import { listPeople, refuseUnlessAdmin } from './people.ts';

/** Records a lesson. @throws Refusal `forbidden`, `invalid` where its day is still to come */
export async function addLesson(desk: Desk, input: NewLesson): Promise<Lesson> {
  refuseUnlessAdmin(desk);
  refuseComing(desk, input.on);
  const { id, name } = desk.actor;
  const lesson = { ...input, id: desk.newId('lsn'), count: 0, recordedBy: { id, name }, revision: 1 };
  await commit(desk.db, [headPut(desk, lesson, 0), recorded(desk, lesson)]);
  return lesson;
}

/** The lessons, newest first. @throws Refusal `forbidden` */
export async function listLessons(desk: Desk): Promise<Lesson[]> {
  refuseUnlessAdmin(desk);
  const { data } = await desk.db.lessons.query.byDay({ list: 'all' }).go({ pages: 'all', order: 'desc' });
  return data.map((row) => row.data as Lesson);
}

/** A lesson, who attended, and per unit who has not. @throws Refusal `forbidden`, `not_found` */
export async function readLesson(desk: Desk, lessonId: string) {
  refuseUnlessAdmin(desk);
  const [lesson, attended] = await Promise.all([lessonNow(desk, lessonId), attendedOf(desk, lessonId)]);
  return { lesson, attended, units: await standing(desk, attended) };
}

/** Per unit who has attended any lesson that took place, and who none. @throws Refusal `forbidden` */
export async function lessonStanding(desk: Desk) {
  const lessons = (await listLessons(desk)).filter((one) => !one.cancelled);
  const attended = await Promise.all(lessons.map((one) => attendedOf(desk, one.id)));
  return { units: await standing(desk, attended.flat()), lessons: lessons.length };
}

/**
 * Changes a lesson over the revision that was read.
 * @throws Refusal `forbidden`, `not_found`, `invalid`, `revision_changed`
 */
export async function changeLesson(
  desk: Desk,
  lessonId: string,
  change: LessonChange,
  seen?: number,
): Promise<Lesson> {
  refuseUnlessAdmin(desk);
  const before = await lessonNow(desk, lessonId);
  const { materials = before.materials, ...rest } = change;
  const { materials: _, ...kept } = before;
  const next = { ...kept, ...rest, ...(materials ? { materials } : {}) };
  refuseComing(desk, next.on);
  return write(desk, before, next, seen);
}

/**
 * Sets who attended, in place of the list before.
 * @throws Refusal `forbidden`, `not_found`, `invalid`, `revision_changed`
 */
export async function setAttendance(
  desk: Desk,
  lessonId: string,
  people: readonly Attendee[],
  seen?: number,
): Promise<Lesson> {
  refuseUnlessAdmin(desk);
  const [before, catalog, known] = await Promise.all([
    lessonNow(desk, lessonId),
    catalogOf(desk.db),
    knownPeople(desk),
  ]);
  const attended = people.map((one, i): Attended => {
    if (!('personId' in one)) return { ...one, unitId: unitOf(catalog, one.unitId, `people.${i}.unitId`).id };
    const person = known.find(({ id }) => id === one.personId);
    if (!person) throw invalid(`people.${i}.personId`, 'Không có người dùng này.');
    return { personId: person.id, name: person.name, unitId: person.unitId };
  });
  const twice = attended.findIndex((one, i) =>
    attended.slice(0, i).some((other) => sameAttendee(other) === sameAttendee(one)),
  );
  if (twice >= 0) throw invalid(`people.${twice}`, `“${attended[twice]!.name}” ghi hai lần.`);
  const row = { lessonId, part: 'attended', revision: before.revision + 1, data: { attended } };
  return write(desk, before, { ...before, count: attended.length }, seen, [
    put(desk.db.lessons.put(row).params()),
  ]);
}

/** Who attended a lesson, in the order in which they were recorded. */
export async function attendedOf(desk: Desk, lessonId: string): Promise<Attended[]> {
  const { data } = await desk.db.lessons.get({ lessonId, part: 'attended' }).go({ consistent: true });
  return (data?.data as { attended: Attended[] } | undefined)?.attended ?? [];
}

async function write(desk: Desk, before: Lesson, next: Lesson, seen?: number, more: Write[] = []) {
  if (seen !== undefined && seen !== before.revision) throw changedSince('Buổi tập huấn');
  const lesson = { ...next, revision: before.revision + 1 };
  try {
    await commit(desk.db, [headPut(desk, lesson, before.revision), ...more, recorded(desk, lesson)]);
  } catch (error) {
    throw error instanceof Conflict ? changedSince('Buổi tập huấn') : error;
  }
  return lesson;
}

/** The head over the revision that was read (none: 0). */
function headPut(desk: Desk, lesson: Lesson, read: number): Write {
  const { id: lessonId, on, revision } = lesson;
  return put(
    desk.db.lessons
      .put({ ...{ lessonId, part: 'head', list: 'all', on, revision }, data: lesson })
      .where((attr, op) => (read ? op.eq(attr.revision, read) : op.notExists(attr.revision)))
      .params(),
  );
}

const recorded = (desk: Desk, { id, on, subject, count }: Lesson) =>
  auditWrite(desk, { act: 'lesson-recorded', subject: id, detail: `${on} ${subject}: ${count}` });

async function lessonNow(desk: Desk, lessonId: string): Promise<Lesson> {
  const { data } = await desk.db.lessons.get({ lessonId, part: 'head' }).go({ consistent: true });
  if (!data) throw new Refusal('not_found', 'Không tìm thấy buổi tập huấn này.');
  return data.data as Lesson;
}

function refuseComing(desk: Desk, on: string): void {
  if (on > desk.today)
    throw invalid('on', 'Buổi tập huấn ghi sau khi đã diễn ra: ngày không được sau hôm nay.');
}

async function knownPeople(desk: Desk): Promise<Known[]> {
  return (await listPeople(desk)).map(({ unit, ...person }) => ({ ...person, unitId: unit.id }));
}

async function standing(desk: Desk, attended: readonly Attended[]) {
  const [{ units }, people] = await Promise.all([catalogOf(desk.db), knownPeople(desk)]);
  return standingOf(units, people, attended, desk.today).map((one) => ({
    ...one,
    name: units.find((unit) => unit.id === one.unitId)?.name ?? '',
  }));
}
