import type { Instant } from '@tddh/domain/day';
import type { Db } from '../db.ts';
import { at, type Desk } from '../desk.ts';

const shelf = 'axis-state';

/** How the document axis answered when it was asked last, and when packages last came. */
export interface AxisState {
  askedAt: Instant;
  /** Why it could not be asked to the end, in words. */
  error?: string;
  takenAt?: Instant;
  taken?: number;
}

/** Notes how the document axis answered, for the page of the link. */
export async function noteAxis(
  { db, ...desk }: Desk,
  linkId: string,
  { taken, error }: { taken: number; error?: string },
): Promise<void> {
  const before = await axisState(db, linkId);
  const now = at({ db, ...desk });
  const last = taken > 0 ? { takenAt: now, taken } : { takenAt: before?.takenAt, taken: before?.taken };
  const kept = last.takenAt ? { takenAt: last.takenAt, taken: last.taken ?? 0 } : {};
  const data: AxisState = { askedAt: now, ...(error ? { error } : {}), ...kept };
  await db.kept.put({ shelf, name: linkId, data }).go();
}

/** How the document axis answered last; undefined where it was never asked. */
export async function axisState(db: Db, linkId: string): Promise<AxisState | undefined> {
  const { data } = await db.kept.get({ shelf, name: linkId }).go();
  return data?.data as AxisState | undefined;
}
