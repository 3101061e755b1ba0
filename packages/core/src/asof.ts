import { addDays, type Day, daysBetween, monthsBetween } from '@tddh/domain/day';
import type { AssignmentEvent } from '@tddh/domain/events';
import type { Period } from '@tddh/domain/statistics';
import { columnsOf, noCounts } from '@tddh/domain/statistics';
import { catalogOf } from './catalog.ts';
import type { Db } from './db.ts';
import type { Desk } from './desk.ts';
import { type Recounted, recount, standsFor } from './recount.ts';
import { type Grouping, statistics } from './statistics.ts';

/** The history of every assignment of a table, oldest event first. */
export async function histories(db: Db, from: Day, to: Day): Promise<AssignmentEvent[][]> {
  const all: AssignmentEvent[][] = [];
  for (const month of monthsBetween(from, to)) {
    const { data } = await db.assignments.query.byMonth({ month }).go({ pages: 'all' });
    for (const { assignmentId } of data) {
      const history = await db.history.query.life({ assignmentId }).go({ pages: 'all' });
      all.push(history.data.map((row) => row.data));
    }
  }
  return all;
}

/** A random period and as-of day between two days, by any clock, basis and scope, units as then or as now. */
export function randomPeriod(next: () => number, first: Day, last: Day): Period {
  const day = (from: Day) => addDays(from, Math.floor(next() * (daysBetween(from, last) + 1)));
  const from = day(first);
  const to = day(from);
  const pick = <T>(...list: readonly T[]) => list[Math.floor(next() * list.length)]!;
  return {
    ...{ from, to, asOf: day(first), clock: pick('report' as const, 'confirmation' as const) },
    ...{
      basis: pick('assigned' as const, 'issued' as const),
      scope: pick('new' as const, 'carried' as const),
    },
    ...(next() < 0.5 ? { units: 'now' as const } : {}),
  };
}

const keys = { agency: 'agency', department: 'department', field: 'field', signer: 'signer' } as const;

/**
 * Compares the statistics of a period, in all four groupings, with the recount from history.
 * @returns what differs, a line each; nothing where they are equal
 */
export async function compared(desk: Desk, list: readonly AssignmentEvent[][], p: Period): Promise<string[]> {
  const { successions } = await catalogOf(desk.db);
  const counted = list
    .flatMap((events) => recount(events, p) ?? [])
    .map((one) => (p.units ? { ...one, agency: standsFor(one.agency, successions, desk.today) } : one));
  const differences: string[] = [];
  const check = (what: string, table: unknown, history: unknown) => {
    const [a, b] = [JSON.stringify(table), JSON.stringify(history)];
    if (a !== b) differences.push(`${what} ${JSON.stringify(p)}: table ${a}, history ${b}`);
  };
  for (const by of Object.keys(keys) as Grouping[]) {
    const table = await statistics(desk, p, by);
    check(`total by ${by}`, table.total.columns, columnsIn(counted));
    check(`awaiting by ${by}`, table.awaiting, counted.filter((one) => one.awaiting).length);
    for (const row of table.rows) {
      check(
        `${by} ${row.unit.id}`,
        row.columns,
        columnsIn(counted.filter((one) => one[keys[by]] === row.unit.id)),
      );
    }
    const sum = table.rows.reduce((n, row) => n + row.columns[0]!, 0);
    check(`rows by ${by}`, sum, table.total.columns[0]);
    check(`ages by ${by}`, table.late7 + table.late30 + table.lateMore, table.total.columns[10]);
  }
  return differences;
}

function columnsIn(list: readonly Recounted[]): number[] {
  const counts = noCounts();
  for (const one of list) counts[one.leaf as keyof typeof counts] += 1;
  return columnsOf(counts);
}
