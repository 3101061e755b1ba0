import type { Unit } from '@tddh/domain/agency';
import type { Assignment } from '@tddh/domain/assignment';
import { addDays, type Day, daysBetween, weekOf } from '@tddh/domain/day';
import type { Document } from '@tddh/domain/document';
import {
  enteredOf,
  type MirrorFacts,
  type MirrorFilter,
  type MirrorRow,
  mirrorOf,
  mostDays,
  reportsOf,
} from '@tddh/domain/mirror';
import { mayDo } from '@tddh/domain/permission';
import { invalid, Refusal } from '@tddh/domain/refusal';
import { type Catalog, catalogOf } from './catalog.ts';
import type { Desk } from './desk.ts';
import { peopleOf } from './people.ts';
import type { Person } from './peoplerows.ts';
import { enteredBetween } from './registry.ts';
import { all, each, openSinceOf } from './sources.ts';

/** What a mirror is made of: the facts of the days, with the rows that they were read from. */
export interface Mirrored {
  from: Day;
  to: Day;
  departments: Unit[];
  documents: Document[];
  assignments: Assignment[];
  facts: MirrorFacts;
  /** The people of each department who have an account and never used it. */
  unsigned: { departmentId: string; person: Person }[];
}

/** The Office's mirror as the page shows it. */
export interface Mirror {
  period: { from: Day; to: Day };
  departments: { id: string; name: string }[];
  rows: MirrorRow[];
  /** People who never signed in, as of now; null is the Office. */
  unsigned: { departmentId: string | null; count: number }[];
  entryWithin: number;
}

/**
 * What the Office did with its own work: by department and week. What it reads grows with the days asked for and with
 * what is open, not with the table.
 * @throws Refusal `forbidden`, `invalid`
 */
export async function mirror(desk: Desk, filter: MirrorFilter): Promise<Mirror> {
  refuseUnlessSeen(desk);
  const { settings } = await catalogOf(desk.db);
  const { from, to, departments, facts, unsigned } = await mirrored(desk, await daysOf(desk, filter));
  const ids = departments.map((one) => one.id);
  return {
    period: { from, to },
    departments: departments.map(({ id, name }) => ({ id, name })),
    rows: mirrorOf(facts, { from, to, departments: ids }, settings),
    unsigned: [null, ...ids].map((departmentId) => ({
      departmentId,
      count: unsigned.filter((one) => !departmentId || one.departmentId === departmentId).length,
    })),
    entryWithin: settings.entryWithin,
  };
}

/** The days that a query means: by default since the product is used, at most a year back. @throws Refusal `invalid` */
export async function daysOf({ db, today }: Desk, filter: MirrorFilter): Promise<{ from: Day; to: Day }> {
  const { office } = await catalogOf(db);
  const to = filter.to ?? today;
  const year = addDays(weekOf(to), -52 * 7);
  const from = filter.from ?? (office.since > year && office.since <= to ? office.since : year);
  if (from > to) throw invalid('from', 'Ngày đầu phải trước ngày cuối.');
  if (daysBetween(from, to) >= mostDays) throw invalid('from', 'Xem tối đa hai năm một lần.');
  return { from, to };
}

/** The facts of some days. */
export async function mirrored({ db }: Desk, { from, to }: { from: Day; to: Day }): Promise<Mirrored> {
  const catalog = await catalogOf(db);
  const named = catalog.units.filter((unit) => unit.kind === 'department');
  const read = await each(named, 4, async ({ id }) => ({
    documents: await enteredBetween(db, id, from, to),
    assignments: await all(openSinceOf(db, id, from)),
    people: await peopleOf(db, id),
  }));
  const documents = read.flatMap((one) => one.documents);
  const assignments = [...new Map(read.flatMap((one) => one.assignments).map((a) => [a.id, a])).values()];
  const facts = { entered: enteredOf(documents), ...reportsOf(assignments) };
  const departments = named.filter((unit) => works(unit, catalog, facts));
  const known = new Set(departments.map(({ id }) => id));
  const unsigned = read
    .flatMap((one) => one.people)
    .filter((person) => known.has(person.unitId) && !person.usedAt && !person.disabled)
    .map((person) => ({ departmentId: person.unitId, person }));
  return { from, to, departments, documents, assignments, facts, unsigned };
}

/** A department with fields of its own, or with something to show. */
function works({ id }: Unit, { fields }: Catalog, facts: MirrorFacts): boolean {
  return (
    fields.some((field) => field.departmentId === id) ||
    [...facts.entered, ...facts.confirmed, ...facts.waiting].some((one) => one.departmentId === id)
  );
}

/** @throws Refusal `forbidden` for who is not a head of a department, an office-leader, a leader or an administrator */
export function refuseUnlessSeen(desk: Desk): void {
  if (mayDo(desk.actor, 'read-mirror')) return;
  throw new Refusal('forbidden', 'Trang này dành cho trưởng phòng, lãnh đạo Văn phòng và lãnh đạo tỉnh.');
}
