import { type Day, dayOf, type Instant } from '@tddh/domain/day';
import type { Actor } from '@tddh/domain/person';
import { ulid } from 'ulid';
import type { Db } from './db.ts';
import type { FileStore } from './store.ts';

/**
 * Where the work is done: the table, who acts, and two clocks. `today`, the business day, is what rules, facts and
 * as-of compare; `now`, real UTC, serves sessions, windows, retries and the record.
 */
export interface Desk {
  db: Db;
  actor: Actor;
  today: Day;
  now: Date;
  /** A new id with a prefix, lower-case, in order of time. */
  newId: (prefix: string) => string;
  /** Where the content of files lies; absent where none is touched. */
  store?: FileStore;
}

/** A desk on the real clock; `today` may be frozen by `frozen` (the sample data). */
export function openDesk(db: Db, actor: Actor, frozen?: Day, now = new Date()): Desk {
  return { db, actor, today: frozen ?? dayOf(now), now, newId: newId };
}

/** A new id: prefix, underscore, ULID in lower case (keys of the table do not tell case apart). */
export function newId(prefix: string): string {
  return `${prefix}_${ulid().toLowerCase()}`;
}

/** The instant of a desk as stored. */
export function at(desk: Desk): Instant {
  return desk.now.toISOString();
}
