import { type Assignment, valueAsOf } from '@tddh/domain/assignment';
import type { Day } from '@tddh/domain/day';
import type { AssignmentFilter } from '@tddh/domain/filter';
import { maySee } from '@tddh/domain/permission';
import { isAgencyRole } from '@tddh/domain/person';
import { stateOf } from '@tddh/domain/state';
import {
  belongs,
  besideRules,
  doneLeaves,
  inAppendix,
  leafOf,
  leavesOf,
  type Period,
} from '@tddh/domain/statistics';
import { rolledUp } from '@tddh/domain/succession';
import { fold, matches } from '@tddh/domain/text';
import { type Catalog, catalogOf } from './catalog.ts';
import type { Desk } from './desk.ts';
import { listFrozen } from './frozenlist.ts';
import { type Item, itemOf } from './item.ts';
import { pageOf, type Source } from './paging.ts';
import * as sources from './sources.ts';
import { ownUnits, periodFor } from './statistics.ts';

/** Statuses in which an assignment is open; the indexes keep these apart from the closed ones. */
const open = new Set(['assigned', 'in-progress', 'reported', 'paused']);

/**
 * A page of assignments that pass a filter and that the person may see: an agency gets only its own.
 * With `leaf`, `beside` or a period it is exactly what the same query's number counts.
 * @throws Refusal `invalid`, `bad_cursor`
 */
export async function listAssignments(
  desk: Desk,
  filter: AssignmentFilter,
): Promise<{ items: Item[]; cursor: string | null }> {
  if (filter.snapshot) return listFrozen(desk, { ...filter, snapshot: filter.snapshot });
  const catalog = await catalogOf(desk.db);
  const { cursor, limit, ...asked } = filter;
  if (isAgencyRole(desk.actor.role)) {
    if (asked.agency && asked.agency !== desk.actor.unitId) return { items: [], cursor: null };
    asked.agency = desk.actor.unitId;
  }
  const period = counted(asked) ? ownUnits(desk, periodFor(asked, desk.today)) : undefined;
  const agencies = agenciesOf(catalog, asked.agency, period, desk.today);
  const passes = period ? inNumber(asked, period) : inList(asked, desk);
  const page = await pageOf(
    desk.db,
    period ? periodSources(desk, catalog, agencies, period) : listSources(desk, catalog, asked),
    (a) =>
      maySee(desk.actor, a) &&
      common(asked, agencies, a, period) &&
      (!asked.state || asked.state.includes(stateOf(a, desk.today))) &&
      passes(a),
    { purpose: `${desk.actor.id}\n${desk.today}\n${JSON.stringify(asked)}`, cursor, limit },
  );
  const lens = {
    today: desk.today,
    asOf: period?.asOf ?? desk.today,
    clock: period?.clock ?? asked.clock,
    calendar: catalog.settings.calendar,
    units: catalog.units,
    escalateAfter: catalog.settings.escalateAfter,
  };
  return { items: page.rows.map((a) => itemOf(a, lens)), cursor: page.cursor };
}

type Asked = Omit<AssignmentFilter, 'cursor' | 'limit'>;

/** True where the query means a number of a table. */
function counted(asked: Asked): boolean {
  return Boolean(asked.leaf ?? asked.beside ?? asked.from ?? asked.to ?? asked.asOf);
}

/** The filters that hold in both kinds of list. */
function common(
  asked: Asked,
  agencies: readonly string[] | undefined,
  a: Assignment,
  period: Period | undefined,
): boolean {
  const on = period?.asOf ?? a.lastOn;
  return (
    (!agencies || agencies.includes(a.agencyId)) &&
    (!asked.department || valueAsOf(a, 'departmentId', on) === asked.department) &&
    (!asked.field || valueAsOf(a, 'fieldId', on) === asked.field) &&
    (asked.signer === undefined || (valueAsOf(a, 'signer', on) ?? '') === asked.signer) &&
    (!asked.status || asked.status.includes(a.status)) &&
    (!asked.q || matches(searched(a), asked.q))
  );
}

function searched(a: Assignment): string {
  return fold(`${a.content} ${a.document.number} ${a.document.subject} ${a.agencyName}`);
}

/** What one number of a table counts. */
function inNumber(asked: Asked, p: Period): (a: Assignment) => boolean {
  const leaves = asked.leaf === undefined ? undefined : leavesOf(asked.leaf);
  return (a) => {
    const how = belongs(a, p);
    if (!how) return false;
    if (asked.beside === 'support') return a.role === 'support';
    if (asked.beside === 'office') {
      if (a.role !== 'lead' || inAppendix(a)) return false;
      // The Office's own table has a list behind each of its numbers too: a department is asked for by its id.
    } else if (!inAppendix(a) && !(a.role === 'lead' && asked.agency)) return !leaves && !asked.beside;
    if (leaves && !leaves.includes(leafOf(a, p.asOf, p.clock))) return false;
    if (asked.beside === undefined || asked.beside === 'office') return true;
    if (asked.beside === 'done') return doneLeaves.includes(leafOf(a, p.asOf, p.clock));
    return asked.beside === 'carried' ? how === 'carried' : besideRules[asked.beside](a, p.asOf, p.clock);
  };
}

/** What a plain list shows today. */
function inList(asked: Asked, desk: Desk): (a: Assignment) => boolean {
  switch (asked.due) {
    case 'overdue':
    case 'soon':
      return (a) => a.role === 'lead' && stateOf(a, desk.today) === asked.due;
    case 'none':
      return (a) => open.has(a.status) && a.dues.at(-1)?.dueOn == null;
    default:
      return () => true;
  }
}

/** The units of an agency's number: itself, with the old ones that it stands for where they are rolled up. */
function agenciesOf(
  { units, successions }: Catalog,
  agency: string | undefined,
  period: Period | undefined,
  today: Day,
): string[] | undefined {
  if (!agency) return undefined;
  if (!period?.units) return [agency];
  return units.map((u) => u.id).filter((id) => rolledUp(id, successions, today) === agency);
}

function periodSources(
  desk: Desk,
  catalog: Catalog,
  agencies: readonly string[] | undefined,
  p: Period,
): Source<Assignment>[] {
  const units = agencies ?? catalog.units.filter((u) => u.kind !== 'leadership').map((u) => u.id);
  return units.flatMap((unit) =>
    p.scope === 'new'
      ? [sources.inPeriod(desk.db, unit, p)]
      : [sources.inPeriod(desk.db, unit, p), sources.beforePeriod(desk.db, unit, p)],
  );
}

function listSources({ db, today }: Desk, catalog: Catalog, asked: Asked): Source<Assignment>[] {
  const onlyOpen = asked.due !== undefined || (asked.status?.every((s) => open.has(s)) ?? false);
  const onlyClosed = asked.status?.every((s) => !open.has(s)) ?? false;
  const departments = asked.department
    ? [asked.department]
    : catalog.units.filter((u) => u.kind === 'department').map((u) => u.id);
  if (asked.agency) {
    return [
      ...(onlyClosed ? [] : [sources.openOfAgency(db, asked.agency)]),
      ...(onlyOpen ? [] : [sources.closedOfAgency(db, asked.agency)]),
    ];
  }
  if (asked.status?.length === 1 && asked.status[0] === 'reported') {
    return departments.map((d) => sources.awaitingOf(db, d));
  }
  if (asked.department || onlyOpen) {
    return [
      ...(onlyClosed ? [] : departments.map((d) => sources.openOfDepartment(db, d))),
      ...(onlyOpen ? [] : departments.map((d) => sources.closedOfDepartment(db, d))),
    ];
  }
  return sources.byMonths(db, catalog.office.since, today);
}
