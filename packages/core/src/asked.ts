import { waitsSince } from '@tddh/domain/asked';
import type { Assignment } from '@tddh/domain/assignment';
import { never } from '@tddh/domain/day';
import { catalogOf } from './catalog.ts';
import { Conflict, commit, put, type Write } from './commit.ts';
import type { Db } from './db.ts';
import type { Desk } from './desk.ts';
import { all, each, openOfDepartment } from './sources.ts';

/** The write by which the index of what was asked follows a change of an assignment; none where it stays as it was. */
export function askWrites(db: Db, before: Assignment | undefined, after: Assignment): Write[] {
  const was = before && waitsSince(before);
  const now = waitsSince(after);
  if (was === now && (!now || before?.departmentId === after.departmentId)) return [];
  return [
    put(db.asks.put({ askOf: after.id, departmentId: after.departmentId, waitsOn: now ?? never }).params()),
  ];
}

/** Assignments of a department on which something waits for the Office. */
export async function askedOf(db: Db, departmentId: string): Promise<Assignment[]> {
  if (!(await isIndexed(db))) {
    const open = await all(openOfDepartment(db, departmentId));
    return open.filter((a) => waitsSince(a) !== undefined);
  }
  const { data } = await db.asks.query.waiting({ departmentId }).go({ pages: 'all' });
  const found = await db.assignments
    .get(data.map(({ askOf }) => ({ assignmentId: askOf })))
    .go({ concurrency: 4, attributes: ['data'] });
  return found.data.map((row) => row.data);
}

/** The mark of a table whose index of what was asked is whole. */
const mark = { kind: 'index', value: 'asks' } as const;

async function isIndexed(db: Db): Promise<boolean> {
  return (await db.unique.get(mark).go()).data !== null;
}

/**
 * Makes the index of what was asked whole on a table that is older than it, once; until then the open assignments
 * themselves are read. A row that a change wrote in the meantime is newer and stays.
 */
export async function indexAsks(desk: Desk): Promise<void> {
  const { db } = desk;
  if (await isIndexed(db)) return;
  const { units } = await catalogOf(db);
  for (const { id } of units.filter(({ kind }) => kind === 'department')) {
    const open = await all(openOfDepartment(db, id));
    await each(open, 4, async (a) => {
      const waitsOn = waitsSince(a);
      if (waitsOn) await once(db, put(db.asks.create({ askOf: a.id, departmentId: id, waitsOn }).params()));
    });
  }
  await once(db, put(db.unique.create({ ...mark, owner: 'system' }).params()));
}

async function once(db: Db, write: Write): Promise<void> {
  try {
    await commit(db, [write]);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
  }
}
