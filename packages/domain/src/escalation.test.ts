import { expect, test } from 'vitest';
import { escalationOf } from './escalation.ts';

test('a waiting report goes to the head after 3 working days, the deputy after 5, the chief after 10', () => {
  const steps = [0, 2, 3, 4, 5, 9, 10, 60].map((waited) => escalationOf(waited, [3, 5, 10]));
  expect(steps).toEqual([undefined, undefined, 'head', 'head', 'deputy', 'deputy', 'chief', 'chief']);
});

test('the steps are a setting, in whatever order it was written; none escalates nothing', () => {
  expect(escalationOf(4, [10, 2])).toBe('head');
  expect(escalationOf(10, [10, 2])).toBe('deputy');
  expect(escalationOf(99, [1, 2, 3, 4])).toBe('chief');
  expect(escalationOf(99, [])).toBeUndefined();
});
