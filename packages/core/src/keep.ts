import { Refusal } from '@tddh/domain/refusal';
import { put, type Write } from './commit.ts';
import type { Db } from './db.ts';
import type { Desk } from './desk.ts';

/** An answer to keep for a request that may come twice: one row, in the same transaction as the change. */
export interface Keep {
  personId: string;
  key: string;
  bodyHash: string;
  /** Epoch seconds: now, and when the answer is forgotten. */
  now: number;
  expiresAt: number;
}

const shelf = (keep: Pick<Keep, 'personId'>) => `answers#${keep.personId}`;

/** The write of a kept answer: what the change made. */
export function keptWrite(db: Db, keep: Keep, result: object): Write {
  const { key, bodyHash, expiresAt, now } = keep;
  return put(
    db.kept
      .put({ shelf: shelf(keep), name: key, data: { bodyHash, result }, expiresAt })
      .where((row, op) => `${op.notExists(row.expiresAt)} OR ${op.lt(row.expiresAt, now)}`)
      .params(),
  );
}

/**
 * What an earlier request with this key made, or undefined where there was none.
 * @throws Refusal `idempotency_mismatch` where the key came with another body
 */
export async function keptAnswer<T>(desk: Desk, keep: Keep): Promise<T | undefined> {
  const { data } = await desk.db.kept.get({ shelf: shelf(keep), name: keep.key }).go({ consistent: true });
  if (!data || (data.expiresAt ?? 0) < keep.now) return undefined;
  const kept = data.data as { bodyHash: string; result: T };
  if (kept.bodyHash === keep.bodyHash) return kept.result;
  throw new Refusal('idempotency_mismatch', 'Khóa Idempotency-Key này đã dùng cho một yêu cầu khác.');
}
