import { isValidOn, nameOn } from '@tddh/domain/agency';
import { type Assignment, valueAsOf } from '@tddh/domain/assignment';
import type { Day } from '@tddh/domain/day';
import { mayDo } from '@tddh/domain/permission';
import { isAgencyRole } from '@tddh/domain/person';
import { invalid } from '@tddh/domain/refusal';
import {
  type AskedPeriod,
  type Beside,
  belongs,
  columnsOf,
  count,
  inAppendix,
  nationalStyle,
  newTally,
  type Period,
  periodOf,
  type Tally,
  trendDays,
} from '@tddh/domain/statistics';
import { rolledUp } from '@tddh/domain/succession';
import { type Catalog, catalogOf } from './catalog.ts';
import type { Db } from './db.ts';
import type { Desk } from './desk.ts';
import { all, beforePeriod, each, inPeriod } from './sources.ts';

/** By what a table groups its rows. */
export type Grouping = 'agency' | 'department' | 'field' | 'signer';

/** One row: the unit (or field, or signer), the 17 columns, and what stands beside it. */
export interface Row extends Beside {
  unit: { id: string; name: string };
  columns: number[];
}

/** A total as it was at the end of `asOf`, of what was given in the period up to `to`. */
export interface TrendPoint {
  to: Day;
  asOf: Day;
  columns: number[];
  awaiting: number;
}

/** A table of the appendix with what stands beside it (contracts.md). */
export interface Table extends Period, Beside {
  period: { from: string; to: string };
  by: Grouping;
  rows: Row[];
  total: { columns: number[] };
  carried: number;
  /** Support assignments of the period: in a table of their own, never in the appendix. */
  support: number;
  national: { done: number; onTime: number };
  /** What departments of the Office lead: never in the appendix. */
  office: { rows: Row[]; total: { columns: number[] } };
}

/**
 * The appendix for any period and as-of day (domain.md, The appendix). An agency gets its own row and the total.
 * Reads per agency one range of one index (two with `carried`), whatever the size of the table.
 */
export async function statistics(desk: Desk, asked: Period, by: Grouping): Promise<Table> {
  const catalog = await catalogOf(desk.db);
  const p = ownUnits(desk, asked);
  return tableOf(desk, catalog, await counted(desk, p), p, by);
}

/** An assignment that belongs to a period, and how. */
export interface Counted {
  a: Assignment;
  how: 'new' | 'carried';
}

/** Everything that belongs to a period: leads and supports, of agencies and of departments. */
export async function counted(desk: Desk, p: Period): Promise<Counted[]> {
  return belonging(await found(desk, p), p);
}

async function found(desk: Desk, p: Period): Promise<Assignment[]> {
  const catalog = await catalogOf(desk.db);
  const units = catalog.units.filter((u) => u.kind !== 'leadership').map((u) => u.id);
  return (await each(units, 8, (id) => gather(desk.db, id, p))).flat();
}

function belonging(list: readonly Assignment[], p: Period): Counted[] {
  return list.flatMap((a) => {
    const how = belongs(a, p);
    return how ? [{ a, how }] : [];
  });
}

/** The row of a table in which an assignment stands: an old unit's in its successor's where these are rolled up. */
export function rowOf(a: Assignment, p: Period, by: Grouping, catalog: Catalog, today: Day): string {
  const key = keyFor(a, by, p);
  return p.units && by === 'agency' ? rolledUp(key, catalog.successions, today) : key;
}

/** The table of what belongs to a period. */
export function tableOf(
  desk: Pick<Desk, 'actor' | 'today'>,
  catalog: Catalog,
  list: readonly Counted[],
  p: Period,
  by: Grouping,
): Table {
  const total = newTally();
  const groups = new Map<string, Tally>();
  const office = new Map<string, Tally>();
  let support = 0;
  for (const { a, how } of list) {
    if (a.role === 'support') support += 1;
    else if (inAppendix(a)) {
      count(total, a, p, how);
      count(tally(groups, rowOf(a, p, by, catalog, desk.today)), a, p, how);
    } else count(tally(office, rowOf(a, p, 'agency', catalog, desk.today)), a, p, how);
  }
  const rows = named(catalog, by, groups, p, desk.today);
  const visible = isAgencyRole(desk.actor.role)
    ? rows.filter((row) => by === 'agency' && row.unit.id === desk.actor.unitId)
    : rows;
  const officeRows = mayDo(desk.actor, 'read-all') ? named(catalog, 'department', office, p, desk.today) : [];
  return {
    ...p,
    period: { from: p.from, to: p.to },
    ...{ by, rows: visible, total: { columns: columnsOf(total.counts) }, carried: total.carried },
    ...total.beside,
    ...{ support, national: nationalStyle(total.counts) },
    office: { rows: officeRows.filter((row) => row.columns[0]! > 0), total: { columns: sum(officeRows) } },
  };
}

/** The table's total as it was at the end of each month of the period; an agency gets its own figures. */
export async function trend(desk: Desk, asked: Period): Promise<TrendPoint[]> {
  const p = ownUnits(desk, asked);
  const own = isAgencyRole(desk.actor.role) ? desk.actor.unitId : undefined;
  const list = (await found(desk, p)).filter((a) => inAppendix(a) && (!own || a.agencyId === own));
  return trendDays(p).map((days) => {
    const then = { ...p, ...days };
    const total = newTally();
    for (const { a, how } of belonging(list, then)) count(total, a, then, how);
    return { ...days, columns: columnsOf(total.counts), awaiting: total.beside.awaiting };
  });
}

/** The period that a query means. @throws Refusal `invalid` where it ends before it begins */
export function periodFor(asked: AskedPeriod, today: Day): Period {
  const period = periodOf(asked, today);
  if (!period) throw invalid('from', 'Ngày bắt đầu phải trước hoặc bằng ngày kết thúc.');
  return period;
}

/** What may belong to the period, of one unit: each assignment once. */
async function gather(db: Db, agencyId: string, p: Period): Promise<Assignment[]> {
  const fresh = await all(inPeriod(db, agencyId, p));
  if (p.scope === 'new') return fresh;
  return [...fresh, ...(await all(beforePeriod(db, agencyId, p)))];
}

/** The group of an assignment, as it was at the end of the as-of day. */
function keyFor(a: Assignment, by: Grouping, p: Pick<Period, 'asOf'>): string {
  switch (by) {
    case 'agency':
      return a.agencyId;
    case 'department':
      return String(valueAsOf(a, 'departmentId', p.asOf));
    case 'field':
      return String(valueAsOf(a, 'fieldId', p.asOf));
    case 'signer':
      return String(valueAsOf(a, 'signer', p.asOf) ?? '');
  }
}

function tally(groups: Map<string, Tally>, key: string): Tally {
  const found = groups.get(key) ?? newTally();
  groups.set(key, found);
  return found;
}

/** An agency sees only its own, whose old units' are not: for it each unit is as at the time. */
export function ownUnits(desk: Desk, p: Period): Period {
  const { units, ...then } = p;
  return units && !isAgencyRole(desk.actor.role) ? p : then;
}

/**
 * Rows in the order of the official list, by the names of the as-of day (of today where old units are rolled up).
 * Groups without a task have a row of zeros, but for signers and for units that were not valid then.
 */
function named(catalog: Catalog, by: Grouping, groups: Map<string, Tally>, p: Period, today: Day): Row[] {
  const on = p.units ? today : p.asOf;
  const list =
    by === 'field'
      ? catalog.fields
      : by === 'signer'
        ? []
        : catalog.units
            .filter((u) => u.kind === (by === 'agency' ? 'agency' : 'department'))
            .filter((u) => groups.has(u.id) || isValidOn(u, on))
            .map((u) => ({ id: u.id, name: nameOn(u, on).name }));
  const known = new Set(list.map((one) => one.id));
  const others = [...groups.keys()].filter((key) => !known.has(key)).sort((a, b) => a.localeCompare(b, 'vi'));
  const units = [
    ...list.map(({ id, name }) => ({ id, name })),
    ...others.map((key) => ({ id: key, name: key || 'Không ghi người ký' })),
  ];
  return units.map((unit) => {
    const { counts, beside } = groups.get(unit.id) ?? newTally();
    return { unit, columns: columnsOf(counts), ...beside };
  });
}

function sum(rows: readonly Row[]): number[] {
  const at = (row: Row, column: number) => row.columns[column - 1] ?? 0;
  const add = (column: number) => rows.reduce((n, row) => n + at(row, column), 0);
  return columnsOf({ 3: add(3), 5: add(5), 9: add(9), 11: add(11), 14: add(14), 16: add(16) });
}
