import { verbOf } from '@tddh/domain/events';
import { moves, type Place } from '@tddh/domain/snapshot';
import type { Db } from './db.ts';
import type { Desk } from './desk.ts';
import { compute, readSnapshot } from './snapshots.ts';
import { each } from './sources.ts';

/** An assignment that stands elsewhere today than when the report was frozen, and what happened since. */
export interface Moved {
  id: string;
  content: string;
  agency: string;
  from: Place;
  to: Place;
  events: { on: string; verb: string; event: string; actor: string; reason?: string }[];
}

export interface Differences {
  /** True where the same day computed again gives the same figures and ids: nothing was changed behind it. */
  unchanged: boolean;
  /** The total row as frozen, and as of today. */
  frozen: number[];
  today: number[];
  asOf: string;
  moved: Moved[];
  /** How many moved in all: the answer tells the first of them. */
  count: number;
}

/** Moves that are told with their events. */
const most = 200;

/**
 * What would differ if a frozen report were computed today: the same period, as of today; which assignments moved from
 * which row and leaf to which, and the events since. Beside it the proof that its own day still gives the same.
 * @throws Refusal `not_found`, `forbidden`
 */
export async function differences(desk: Desk, id: string): Promise<Differences> {
  const { snapshot, table, entries } = await readSnapshot(desk, id);
  const { period, by } = snapshot;
  const again = await compute(desk, period, by);
  const now = await compute(desk, { ...period, asOf: desk.today }, by);
  const list = moves(entries, now.entries);
  const same = JSON.stringify(again.table.total) === JSON.stringify(table.total);
  const moved = await each(list.slice(0, most), 8, (move) => tell(desk.db, move, period.asOf));
  return {
    unchanged: same && moves(entries, again.entries).length === 0,
    ...{ frozen: table.total.columns, today: now.table.total.columns, asOf: desk.today },
    ...{ moved, count: list.length },
  };
}

async function tell(db: Db, move: { id: string; from: Place; to: Place }, since: string): Promise<Moved> {
  const [life, history] = await Promise.all([
    db.assignments.get({ assignmentId: move.id }).go(),
    db.history.query.life({ assignmentId: move.id }).go({ pages: 'all' }),
  ]);
  const events = history.data
    .map(({ data }) => data)
    .filter((event) => event.on > since)
    .map((event) => ({
      ...{ on: event.on, verb: verbOf[event.type], event: event.type, actor: event.by.name },
      ...(event.reason ? { reason: event.reason } : {}),
    }));
  const a = life.data?.data;
  return { ...move, content: a?.content ?? '', agency: a?.agencyName ?? '', events };
}
