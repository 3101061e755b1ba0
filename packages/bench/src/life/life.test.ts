import { testDb } from '@tddh/core/testing';
import * as fc from 'fast-check';
import { expect, inject, test } from 'vitest';
import { nothingSeen, play } from './play.ts';
import { sequence } from './turns.ts';

// The same in `npm run bench -- --only life` over a thousand sequences and more.
test('random verbs by random people: the table does what the rules say, and its figures are those of its history', async () => {
  const seen = nothingSeen();
  await fc.assert(
    fc.asyncProperty(fc.array(sequence, { minLength: 4, maxLength: 4 }), async (sequences) => {
      await play(await testDb(inject('endpoint')), sequences, seen);
    }),
    { numRuns: 3, endOnFailure: true },
  );
  expect(seen.sequences).toBe(12);
  expect(seen.denied).toBeGreaterThan(3);
  expect(seen.done).toBeGreaterThan(30);
}, 60_000);
