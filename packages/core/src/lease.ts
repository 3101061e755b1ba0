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

/** Says that the own lease is to last longer. @returns false where it was lost meanwhile */
export type Hold = () => Promise<boolean>;

/**
 * Works a queue, one run at a time. Who finds another at work goes home: what came while the other worked is found
 * when it looks again after it has given the lease back, so nothing waits for the next minute. Where nothing waits,
 * nothing is written.
 * @param work works what is there, calling `hold` now and then
 * @param left whether something waits that this run may work
 * @returns false where another run was at work
 */
export async function alone(
  db: Db,
  { name, holder, seconds }: { name: string; holder: string; seconds: number },
  work: (hold: Hold) => Promise<void>,
  left: () => Promise<boolean>,
): Promise<boolean> {
  const hold = () => takeLease(db, name, holder, new Date(), seconds);
  let worked = false;
  while (await left()) {
    if (!(await hold())) return worked;
    try {
      await work(hold);
      worked = true;
    } finally {
      await releaseLease(db, name, holder);
    }
  }
  return true;
}
