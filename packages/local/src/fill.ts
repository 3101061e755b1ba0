import type { Catalog } from '@tddh/core/catalog';
import type { Db } from '@tddh/core/db';
import { hashPassword } from '@tddh/core/password';
import { standardTypes } from '@tddh/domain/agency';
import type { Day } from '@tddh/domain/day';
import { addDays } from '@tddh/domain/day';
import { agencies, fields, office, people, units } from './sample/catalog.ts';
import { Crowd } from './sample/crowd.ts';
import { settings } from './sample/sample.ts';
import { samplePassword } from './sample/seed.ts';
import {
  catalogItems,
  documentItems,
  historyItems,
  type Item,
  peopleItems,
  writeItems,
} from './sample/store.ts';
import { Trouble } from './trouble.ts';

/** How much is filled in, and which of the many possible fillings. */
export interface Size {
  assignments: number;
  /** Documents are issued on the working days of so many days, which end with `today`. */
  days: number;
  /** Agencies: the 27 of the sample first, then invented communes. */
  units: number;
  seed: number;
  today: Day;
}

/** What a filling wrote. `events` are rows of history. */
export interface Filled {
  documents: number;
  assignments: number;
  events: number;
}

/** Rows that are gathered before they are written: the most that is held at once is twice as much. */
const batch = 2_500;

/**
 * Fills the table with realistic assignments, played by the same rules as the sample; the same for a seed. Rows are
 * written in batches while the next ones are invented, so that memory does not grow with the size.
 * @throws Trouble `wrong-mode` where the table is a real office's: its people must not get the sample's password
 */
export async function fill(db: Db, size: Size): Promise<Filled> {
  const { data: owner } = await db.unique.get({ kind: 'setup', value: 'first' }).go({ consistent: true });
  if (owner && owner.owner !== people[0]!.id) {
    throw new Trouble('wrong-mode', 'Bảng này đang dùng cho dữ liệu thật nên không đổ dữ liệu thử vào được.');
  }
  const crowd = new Crowd(size.units);
  const filled: Filled = { documents: 0, assignments: 0, events: 0 };
  let rows: Item[] = peopleItems(db, crowd.people, await hashPassword(samplePassword));
  let writing = Promise.resolve();
  for (const { document, by, histories } of crowd.documents(size)) {
    rows.push(...documentItems(db, document, by));
    for (const history of histories) rows.push(...historyItems(db, history, settings));
    filled.documents += 1;
    filled.assignments += histories.length;
    filled.events += histories.reduce((sum, { events }) => sum + events.length, 0);
    if (rows.length < batch) continue;
    await writing;
    writing = writeItems(db, rows);
    // A failure is met by the next await; until then it must not count as unhandled.
    writing.catch(() => undefined);
    rows = [];
  }
  await writing;
  await writeItems(db, rows);
  await writeItems(db, catalogItems(db, catalogOfCrowd(crowd, size), people[0]!));
  return filled;
}

function catalogOfCrowd(crowd: Crowd, size: Size): Catalog {
  const since = addDays(size.today, 1 - size.days);
  return {
    units: [...agencies, ...crowd.agencies.slice(agencies.length), ...units.slice(agencies.length)],
    ...{ fields: [...fields], types: [...standardTypes], settings, successions: [] },
    office: { ...office, since: since < office.since ? since : office.since },
  };
}
