import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { stack, ticks } from './scale.ts';

test('an axis has round numbers and reaches past the longest bar', () => {
  expect(ticks(73)).toEqual([0, 20, 40, 60, 80]);
  expect(ticks(3)).toEqual([0, 1, 2, 3]);
  expect(ticks(0)).toEqual([0, 1]);
  expect(ticks(100)).toEqual([0, 20, 40, 60, 80, 100]);
  void fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (max) => {
      const all = ticks(max);
      expect(all.at(-1)).toBeGreaterThanOrEqual(max);
      expect(all.length).toBeLessThanOrEqual(7);
    }),
  );
});

test('the parts of a bar lie end to end', () => {
  expect(stack([1, 0, 3], 8)).toEqual([
    { start: 0, size: 12.5 },
    { start: 12.5, size: 0 },
    { start: 12.5, size: 37.5 },
  ]);
  expect(stack([0, 0], 0)).toEqual([
    { start: 0, size: 0 },
    { start: 0, size: 0 },
  ]);
});
