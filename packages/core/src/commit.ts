import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Db } from './db.ts';

/** One write of a transaction, as ElectroDB's `.params()` gives it. */
export type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** A condition of a transaction did not hold: the index of the write that met it. */
export class Conflict extends Error {
  readonly index: number;
  constructor(index: number) {
    super(`condition of write ${index} does not hold`);
    this.name = 'Conflict';
    this.index = index;
  }
}

const attempts = 8;
const transient = new Set([
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
  'TransactionConflictException',
  'TransactionInProgressException',
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'RequestLimitExceeded',
  'InternalServerError',
]);

interface Cancelled {
  name: string;
  CancellationReasons?: { Code?: string }[];
}

/**
 * Writes all or nothing, at most 100 items. Throttling and conflicts of transactions are tried again with
 * exponential backoff and full jitter (at most 8 attempts, some 6 s).
 * @param token makes a repeated request one: the same token writes once (10 minutes)
 * @throws Conflict where a condition did not hold
 */
export async function commit(db: Db, writes: Write[], token?: string): Promise<void> {
  if (writes.length > 100) throw new Error(`a transaction holds 100 items, not ${writes.length}`);
  await patiently(db, () =>
    db.client.send(
      new TransactWriteCommand({ TransactItems: writes, ...(token ? { ClientRequestToken: token } : {}) }),
    ),
  );
}

/** Runs a request until it succeeds, fails for good, or has been tried 8 times. */
async function patiently<T>(db: Db, request: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await request();
    } catch (error) {
      const cancelled = error as Cancelled;
      const codes = cancelled.CancellationReasons?.map((r) => r.Code ?? 'None');
      const refused = codes?.indexOf('ConditionalCheckFailed') ?? -1;
      if (refused >= 0) throw new Conflict(refused);
      const again = transient.has(cancelled.name) || codes?.some((code) => transient.has(code));
      if (!again || attempt === attempts) throw error;
      await db.patience.sleep(db.patience.random() * Math.min(2000, 25 * 2 ** attempt));
    }
  }
}

/** A put as ElectroDB's `.params()` gives it. */
export function put(params: object): Write {
  return { Put: params as NonNullable<Write['Put']> };
}
