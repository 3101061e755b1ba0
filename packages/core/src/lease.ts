import { Conflict, commit, put } from './commit.ts';
import type { Db } from './db.ts';

const shelf = 'lease';

/**
 * Takes a lease, or makes the own one last longer: of those who want it at once one gets it, and who died with it
 * loses it when it ends.
 * @returns false where somebody else holds it
 */
export async function takeLease(
  db: Db,
  name: string,
  holder: string,
  now: Date,
  seconds: number,
): Promise<boolean> {
  const at = Math.floor(now.getTime() / 1000);
  const params = db.kept
    .put({ shelf, name, data: holder, expiresAt: at + seconds })
    .where(
      (row, op) =>
        `${op.notExists(row.expiresAt)} OR ${op.lt(row.expiresAt, at)} OR ${op.eq(row.data, holder)}`,
    )
    .params();
  try {
    await commit(db, [put(params)]);
    return true;
  } catch (error) {
    if (error instanceof Conflict) return false;
    throw error;
  }
}

/** Gives a lease back, where it is still the own one. */
export async function releaseLease(db: Db, name: string, holder: string): Promise<void> {
  const params = db.kept
    .put({ shelf, name, data: holder, expiresAt: 0 })
    .where((row, op) => op.eq(row.data, holder))
    .params();
  await commit(db, [put(params)]).catch((error) => {
    if (!(error instanceof Conflict)) throw error;
  });
}
