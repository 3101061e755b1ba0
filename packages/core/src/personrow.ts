import { Refusal } from '@tddh/domain/refusal';
import { Conflict, commit, put, type Write } from './commit.ts';
import type { Db } from './db.ts';
import { personOf } from './people.ts';
import type { Person } from './peoplerows.ts';

const attempts = 8;

/** The put of a person over the revision that was read; the row carries the next one. */
export function personPut(db: Db, after: Person, read: number | undefined): Write {
  const revision = (read ?? 0) + 1;
  const row = { personId: after.id, unitId: after.unitId, data: { ...after, revision }, revision };
  return put(
    db.people
      .put(row)
      .where((attr, op) => (read ? op.eq(attr.revision, read) : op.notExists(attr.revision)))
      .params(),
  );
}

/**
 * The one way in which a stored person changes: read, let `change` decide, and write over the revision that was read,
 * with what belongs to it in the same transaction. Where somebody else was quicker it is read and decided anew.
 * @param change the person after, or undefined where there is nothing to do; may throw a Refusal
 * @returns the person as stored now
 * @throws Refusal `not_found`, `lost_race`, and what `change` throws
 */
export async function changePersonRow(
  db: Db,
  personId: string,
  change: (before: Person) => Promise<Person | undefined> | Person | undefined,
  more: (before: Person, after: Person) => Promise<Write[]> | Write[] = () => [],
): Promise<Person> {
  for (let attempt = 1; ; attempt += 1) {
    const before = await personOf(db, personId);
    if (!before) throw personNotFound();
    const after = await change(before);
    if (!after) return before;
    try {
      await commit(db, [personPut(db, after, before.revision), ...(await more(before, after))]);
      return { ...after, revision: (before.revision ?? 0) + 1 };
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      if (attempt === attempts) {
        throw new Refusal('lost_race', 'Có người đang sửa cùng lúc. Hãy tải lại rồi thử lại.');
      }
    }
  }
}

/** The refusal of a person who is not there. */
export function personNotFound(): Refusal {
  return new Refusal('not_found', 'Không tìm thấy người dùng này. Hãy tải lại danh sách.');
}
