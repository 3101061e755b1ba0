import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { expect, inject, test } from 'vitest';
import { Conflict, commit, put } from './commit.ts';
import { Db } from './db.ts';
import { testDb } from './testing.ts';

/** A table whose service fails as told, then answers; what it waited is kept. */
function faulty(failures: (Error & { CancellationReasons?: { Code: string }[] })[]) {
  const waits: number[] = [];
  let sent = 0;
  const db = new Db(new DynamoDBClient({ region: 'ap-southeast-1' }), 't', {
    sleep: async (ms) => {
      waits.push(ms);
    },
    random: () => 0.5,
  });
  db.client.send = (async () => {
    sent += 1;
    const failure = failures.shift();
    if (failure) throw failure;
    return {};
  }) as never;
  return { db, waits, count: () => sent };
}

function failure(name: string, ...codes: string[]) {
  const error = new Error(name) as Error & { CancellationReasons?: { Code: string }[] };
  error.name = name;
  if (codes.length > 0) error.CancellationReasons = codes.map((Code) => ({ Code }));
  return error;
}
const conflict = () => failure('TransactionCanceledException', 'None', 'TransactionConflict');

test('a conflict of transactions and throttling are tried again, each time after a longer wait', async () => {
  const { db, waits, count } = faulty([conflict(), failure('ThrottlingException'), conflict()]);
  await commit(db, []);
  expect(count()).toBe(4);
  expect(waits).toEqual([25, 50, 100]);
});

test('after eight attempts the failure is told', async () => {
  const { db, count } = faulty(Array.from({ length: 20 }, conflict));
  await expect(commit(db, [])).rejects.toMatchObject({ name: 'TransactionCanceledException' });
  expect(count()).toBe(8);
});

test('a condition that does not hold is told at once, with the write that met it', async () => {
  const { db, count } = faulty([failure('TransactionCanceledException', 'None', 'ConditionalCheckFailed')]);
  await expect(commit(db, [])).rejects.toMatchObject({ name: 'Conflict', index: 1 });
  expect(count()).toBe(1);
});

test('another failure is not tried again', async () => {
  const { db, count } = faulty([failure('ValidationException')]);
  await expect(commit(db, [])).rejects.toMatchObject({ name: 'ValidationException' });
  expect(count()).toBe(1);
});

test('a transaction is all or nothing', async () => {
  const db = await testDb(inject('endpoint'));
  const row = (value: string) => put(db.unique.create({ kind: 'k', value, owner: 'o' }).params());
  await commit(db, [row('taken')]);
  await expect(commit(db, [row('free'), row('taken')])).rejects.toBeInstanceOf(Conflict);
  expect((await db.unique.get({ kind: 'k', value: 'free' }).go()).data).toBeNull();
});
