import { expect, test } from 'vitest';
import { morning } from './morning.ts';

test('what is told at night goes out at seven in the morning of the province, what is told by day at once', () => {
  expect(morning(new Date('2023-06-29T17:05:00Z'))).toBe('2023-06-30T00:00:00.000Z');
  expect(morning(new Date('2023-06-29T23:59:59Z'))).toBe('2023-06-30T00:00:00.000Z');
  expect(morning(new Date('2023-06-30T00:00:00Z'))).toBeUndefined();
  expect(morning(new Date('2023-06-30T09:00:00Z'))).toBeUndefined();
});
