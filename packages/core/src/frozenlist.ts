import type { Assignment } from '@tddh/domain/assignment';
import type { AssignmentFilter } from '@tddh/domain/filter';
import { maySee } from '@tddh/domain/permission';
import { counts } from '@tddh/domain/snapshot';
import { stateOf } from '@tddh/domain/state';
import { fold, matches } from '@tddh/domain/text';
import { catalogOf } from './catalog.ts';
import type { Db } from './db.ts';
import type { Desk } from './desk.ts';
import { type Item, itemOf } from './item.ts';
import { pageOf, type Source } from './paging.ts';
import { readSnapshot } from './snapshots.ts';

/**
 * A page of the assignments behind a number of a snapshot: those that it counted, each with the leaf that it had, and
 * otherwise as it is today.
 * @throws Refusal `not_found`, `forbidden`, `bad_cursor`
 */
export async function listFrozen(
  desk: Desk,
  { cursor, limit, ...asked }: AssignmentFilter & { snapshot: string },
): Promise<{ items: Item[]; cursor: string | null }> {
  const catalog = await catalogOf(desk.db);
  const { snapshot, entries } = await readSnapshot(desk, asked.snapshot);
  const row = asked[snapshot.by] ?? asked.agency;
  const behind = entries.filter((entry) => counts(entry, { leaf: asked.leaf, beside: asked.beside, row }));
  const leaves = new Map(behind.map(({ id, part, leaf }) => [id, part === 'lead' ? leaf : null]));
  const ids = [...leaves.keys()];
  const { q, status, state } = asked;
  const page = await pageOf(
    desk.db,
    [byIds(desk.db, ids)],
    (a) =>
      maySee(desk.actor, a) &&
      (!status || status.includes(a.status)) &&
      (!state || state.includes(stateOf(a, desk.today))) &&
      (!q || matches(fold(`${a.content} ${a.document.number} ${a.document.subject} ${a.agencyName}`), q)),
    { purpose: `${desk.actor.id}\n${JSON.stringify(asked)}`, cursor, limit },
  );
  const { asOf, clock } = snapshot.period;
  const { calendar, escalateAfter } = catalog.settings;
  const lens = { today: desk.today, asOf, clock, calendar, units: catalog.units, escalateAfter };
  const items = page.rows.map((a) => ({ ...itemOf(a, lens), leaf: leaves.get(a.id) ?? null }));
  return { items, cursor: page.cursor };
}

/** Assignments by their ids, in this order, a hundred at a time at most. */
function byIds(db: Db, ids: readonly string[]): Source<Assignment> {
  return async (cursor, limit) => {
    const from = Number(cursor ?? 0);
    const to = from + Math.min(limit, 100);
    const keys = ids.slice(from, to).map((assignmentId) => ({ assignmentId }));
    if (keys.length === 0) return { rows: [], cursor: null };
    const { data } = await db.assignments.get(keys).go({ preserveBatchOrder: true });
    const rows = data.flatMap((found) => (found ? [found.data] : []));
    return { rows, cursor: to < ids.length ? String(to) : null };
  };
}
