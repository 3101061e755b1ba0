import { createHash } from 'node:crypto';
import type { Db } from './db.ts';
import { seal, unseal } from './seal.ts';

/** One page of one index: rows in its order, and where to go on. */
export interface Page<T> {
  rows: T[];
  cursor: string | null;
}
/** Rows in the order of one partition of one index, a page at a time. */
export type Source<T> = (cursor: string | null, limit: number) => Promise<Page<T>>;

/** A place in a list: the source, a page of its index (cursor and size), and how many of that page are told already. */
interface Place {
  source: number;
  cursor: string | null;
  size: number;
  skip: number;
}

/** Rows read at once where the filter passes little; the first page is one larger than what is asked for. */
const pageSize = 200;
/** So many pages of an index are read at most for one answer; what is not found by then is behind the cursor. */
const mostPages = 60;
/** So many partitions are read at once at most. */
const widest = 8;

/**
 * A page of what passes a filter, over sources one after the other. The cursor is sealed for this purpose
 * (person and query) and holds its place exactly, also where a filter passes only few of a page. A full page looks
 * for one row more, so that the cursor of the last one is null.
 * @throws Refusal `bad_cursor`
 */
export async function pageOf<T>(
  db: Db,
  list: readonly Source<T>[],
  passes: (row: T) => boolean,
  request: { purpose: string; cursor: string | undefined; limit: number },
): Promise<Page<T>> {
  const purpose = createHash('sha256').update(request.purpose).digest('base64url');
  let place: Place = request.cursor
    ? await unseal<Place>(db, purpose, request.cursor)
    : { source: 0, cursor: null, size: request.limit + 1, skip: 0 };
  const rows: T[] = [];
  const read = ahead(list);
  for (let pages = 0; pages < mostPages; pages += 1) {
    const source = list[place.source];
    if (!source) return { rows, cursor: null };
    const page: Page<T> = await (place.cursor === null
      ? read(place.source, place.size)
      : source(place.cursor, place.size));
    for (let i = place.skip; i < page.rows.length; i += 1) {
      if (!passes(page.rows[i]!)) continue;
      if (rows.length === request.limit) {
        return { rows, cursor: await seal(db, purpose, { ...place, skip: i }) };
      }
      rows.push(page.rows[i]!);
    }
    place =
      page.cursor === null
        ? { source: place.source + 1, cursor: null, size: pageSize, skip: 0 }
        : { ...place, cursor: page.cursor, size: pageSize, skip: 0 };
  }
  return { rows, cursor: place.source < list.length ? await seal(db, purpose, place) : null };
}

/**
 * Reads first pages of sources, and, the longer the answer is not full, the more of the next ones at once: a filter
 * that passes little need not wait for one partition after the other, and a full first page reads nothing in vain.
 */
function ahead<T>(list: readonly Source<T>[]): (at: number, size: number) => Promise<Page<T>> {
  const begun = new Map<number, Promise<Page<T>>>();
  let width = 1;
  return (at, size) => {
    if (!begun.has(at)) {
      for (let i = at; i < Math.min(at + width, list.length); i += 1) {
        const page = list[i]!(null, i === at ? size : pageSize);
        page.catch(() => {});
        begun.set(i, page);
      }
      width = Math.min(widest, width * 2);
    }
    return begun.get(at)!;
  };
}
