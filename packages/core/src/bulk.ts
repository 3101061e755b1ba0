import { Refusal } from '@tddh/domain/refusal';
import type { Command } from '@tddh/domain/verbs';
import { change, type Demand } from './change.ts';
import { Conflict, commit } from './commit.ts';
import type { Desk } from './desk.ts';
import { type Keep, keptAnswer, keptWrite } from './keep.ts';
import { each } from './sources.ts';

/** One change among many. */
export interface Order extends Omit<Demand, 'keep'> {
  id: string;
  command: Command;
}

/** What became of one of many: done, or why not. */
export type RowResult = { id: string; ok: true } | { id: string; ok: false; code: string; message: string };

const width = 8;

/**
 * Changes many assignments, each by itself through `change`: what one refuses, the others do not feel. Under a key
 * each row is done once however often the request comes, also where an earlier one was cut off half way; the results
 * of a request that came to its end are kept and answered again.
 * @returns a result per order, in their order
 */
export async function changeEach(
  desk: Desk,
  orders: readonly Order[],
  keep?: Keep,
): Promise<{ results: RowResult[] }> {
  const results = await each(orders, width, (order) => changeOne(desk, order, keep));
  if (keep) {
    await commit(desk.db, [keptWrite(desk.db, keep, { results })]).catch((error) => {
      // A twin with the same key has kept its own results, which say the same.
      if (!(error instanceof Conflict)) throw error;
    });
  }
  return { results };
}

async function changeOne(desk: Desk, { id, command, ...demand }: Order, keep?: Keep): Promise<RowResult> {
  const own = keep && { ...keep, key: `${keep.key}#${id}` };
  const done = async () => own !== undefined && (await keptAnswer(desk, own)) !== undefined;
  try {
    if (!(await done())) await change(desk, id, command, { ...demand, ...(own ? { keep: own } : {}) });
    return { id, ok: true };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code !== 'idempotency_mismatch' && (await done())) return { id, ok: true };
    return { id, ok: false, code: error.code, message: error.message };
  }
}
