import type { Day } from '@tddh/domain/day';
import { ageOf, type Done, type MirrorRowsFilter, type Waiting, within } from '@tddh/domain/mirror';
import { agencyNameOf } from '@tddh/domain/succession';
import { catalogOf } from './catalog.ts';
import type { Desk } from './desk.ts';
import { daysOf, type Mirrored, mirrored, refuseUnlessSeen } from './mirror.ts';

/** A row behind a figure: what it is, since when it waited and until when, and its age in working days. */
export interface MirrorItem {
  id: string;
  what: 'document' | 'assignment' | 'person';
  title: string;
  /** Number of the document, or sign-in name. */
  number: string;
  /** The agency of an assignment. */
  agency?: string;
  department: string;
  since?: Day;
  on?: Day;
  age?: number;
}

/** So many rows are shown; `total` counts all. */
const shown = 1000;

/** The rows behind a figure of the mirror, the oldest first. @throws Refusal `forbidden`, `invalid` */
export async function mirrorRows(desk: Desk, filter: MirrorRowsFilter) {
  refuseUnlessSeen(desk);
  const catalog = await catalogOf(desk.db);
  const { calendar, entryWithin } = catalog.settings;
  const of = await mirrored(desk, await daysOf(desk, filter));
  const nameOf = (id: string) => catalog.units.find((unit) => unit.id === id)?.name ?? id;
  const own = within(of.facts, of.from, of.to, filter.department);
  const documents = new Map(of.documents.map((one) => [one.id, one]));
  const assignments = new Map(of.assignments.map((one) => [one.id, one]));
  const item = (one: Done | Waiting): MirrorItem => {
    const { id, departmentId } = one;
    const done = 'on' in one ? { since: one.since, on: one.on } : { since: one.reportedOn };
    const aged = { department: nameOf(departmentId), ...done, age: ageOf(one, calendar, of.to) };
    const document = documents.get(id);
    if (document) {
      return { id, what: 'document', title: document.subject, number: document.number ?? '', ...aged };
    }
    const a = assignments.get(id)!;
    const agency = agencyNameOf(a, catalog.units, of.to);
    return { id, what: 'assignment', title: a.content, number: a.document.number, agency, ...aged };
  };
  const lists: Record<MirrorRowsFilter['of'], () => MirrorItem[]> = {
    entered: () => own.entered.map(item),
    late: () => own.entered.map(item).filter(({ age = 0 }) => age > entryWithin),
    confirmed: () => own.confirmed.map(item),
    backlog: () => own.waiting.map(item),
    unsigned: () => peopleIn(of, nameOf, filter.department),
  };
  const items = lists[filter.of]().sort((a, b) => (b.age ?? 0) - (a.age ?? 0) || (a.id < b.id ? -1 : 1));
  return { period: { from: of.from, to: of.to }, total: items.length, items: items.slice(0, shown) };
}

function peopleIn(of: Mirrored, nameOf: (id: string) => string, department?: string): MirrorItem[] {
  return of.unsigned
    .filter(({ departmentId }) => !department || departmentId === department)
    .map(({ departmentId, person: { id, name, username } }) => ({
      ...{ id, what: 'person', title: name, number: username, department: nameOf(departmentId) },
    }));
}
