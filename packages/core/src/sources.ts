import type { Assignment } from '@tddh/domain/assignment';
import { addDays, type Day, monthsBetween, never } from '@tddh/domain/day';
import { basisDay, type Period } from '@tddh/domain/statistics';
import type { Db } from './db.ts';
import type { Page, Source as SourceOf } from './paging.ts';

type Source = SourceOf<Assignment>;

interface Options {
  cursor: string | null;
  limit: number;
  pages: 1;
  order?: 'asc' | 'desc';
  attributes: ['data'];
}
interface Query {
  go: (options: Options) => Promise<{ data: { data: Assignment }[]; cursor: string | null }>;
}

/** Only the facts are fetched: the keys of eight indexes beside them would take longer to read than they do. */
function source(query: Query, order: 'asc' | 'desc' = 'asc'): Source {
  return async (cursor, limit) => {
    const page = await query.go({ cursor, limit, pages: 1, order, attributes: ['data'] });
    return { rows: page.data.map((row) => row.data), cursor: page.cursor };
  };
}

/** Open assignments of an agency by due day; those without one last. */
export function openOfAgency(db: Db, agencyId: string): Source {
  return source(db.assignments.query.byAgency({ agencyId, closedOn: never }));
}

/** Open assignments of an agency that are due up to `to`, by due day. */
export function dueOfAgency(db: Db, agencyId: string, to: Day): Source {
  return source(
    db.assignments.query
      .byAgency({ agencyId, closedOn: never })
      .between({ dueOn: '0000-01-01' }, { dueOn: addDays(to, 1) }),
  );
}

/** Closed assignments of an agency, latest first. */
export function closedOfAgency(db: Db, agencyId: string): Source {
  return source(db.assignments.query.byAgency({ agencyId }).lt({ closedOn: never }), 'desc');
}

/** Open assignments that a department follows, by due day. */
export function openOfDepartment(db: Db, departmentId: string): Source {
  return source(db.assignments.query.byDepartment({ departmentId, closedOn: never }));
}

/** Closed assignments that a department followed, latest first. */
export function closedOfDepartment(db: Db, departmentId: string): Source {
  return source(db.assignments.query.byDepartment({ departmentId }).lt({ closedOn: never }), 'desc');
}

/** Closed assignments that a department followed, closed from `from` to `to`, latest first. */
export function closedBetween(db: Db, departmentId: string, from: Day, to: Day): Source {
  return source(
    db.assignments.query
      .byDepartment({ departmentId })
      .between({ closedOn: from }, { closedOn: addDays(to, 1) }),
    'desc',
  );
}

/** Assignments that a department follows or followed: those that are open, and those that closed on `from` or later. */
export function openSinceOf(db: Db, departmentId: string, from: Day): Source {
  return source(db.assignments.query.byDepartment({ departmentId }).gte({ closedOn: from }));
}

/** Reported and awaiting confirmation of a department, oldest report first. */
export function awaitingOf(db: Db, departmentId: string): Source {
  return source(db.assignments.query.byAwaiting({ departmentId }));
}

/** All assignments, latest first, month by month. */
export function byMonths(db: Db, from: Day, to: Day): Source[] {
  return monthsBetween(from, to)
    .reverse()
    .map((month) => source(db.assignments.query.byMonth({ month }), 'desc'));
}

/** Assignments of a document, in the order of tasks. */
export function ofDocument(db: Db, documentId: string): Source {
  return source(db.assignments.query.byDocument({ documentId }));
}

/** Assignments of one task of a document. */
export function ofTask(db: Db, documentId: string, taskNumber: number): Source {
  return source(db.assignments.query.byDocument({ documentId, taskNumber }));
}

/** Assignments of an agency whose basis day lies in the period. */
export function inPeriod(db: Db, agencyId: string, p: Period): Source {
  const end = addDays(p.to, 1);
  return p.basis === 'issued'
    ? source(db.assignments.query.byIssued({ agencyId }).between({ issuedOn: p.from }, { issuedOn: end }))
    : source(
        db.assignments.query.byAssigned({ agencyId }).between({ assignedOn: p.from }, { assignedOn: end }),
      );
}

/**
 * Assignments of an agency that may have been open at the start of the period, or at the end of an as-of day before
 * it: closed on that day or later, or never.
 */
function openSince(db: Db, agencyId: string, p: Period): Source {
  return source(
    db.assignments.query.byAgency({ agencyId }).gte({ closedOn: p.asOf < p.from ? p.asOf : p.from }),
  );
}

/** The same without those of the period itself: what may have been carried into it. */
export function beforePeriod(db: Db, agencyId: string, p: Period): Source {
  const one = openSince(db, agencyId, p);
  return async (cursor, limit) => {
    const page = await one(cursor, limit);
    return { ...page, rows: page.rows.filter((a) => basisDay(a, p.basis) < p.from) };
  };
}

/** Everything of a source. */
export async function all(one: Source): Promise<Assignment[]> {
  const rows: Assignment[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<Assignment> = await one(cursor, 1000);
    rows.push(...page.rows);
    cursor = page.cursor;
  } while (cursor !== null);
  return rows;
}

/** Runs `work` over `list`, at most `width` at a time, results in order. */
export async function each<T, R>(
  list: readonly T[],
  width: number,
  work: (one: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = new Array(list.length);
  let next = 0;
  const lane = async () => {
    while (next < list.length) {
      const i = next;
      next += 1;
      results[i] = await work(list[i]!);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, list.length) }, lane));
  return results;
}
