import { expect, test } from 'vitest';
import { all, extend, nothing, toggle } from './selection.ts';

const order = ['a', 'b', 'c', 'd'];
const chosen = (selection: { ids: ReadonlySet<string> }) => [...selection.ids].sort().join('');

test('a row is taken in and out', () => {
  const one = toggle(nothing, 'b');
  expect(chosen(one)).toBe('b');
  expect(chosen(toggle(one, 'b'))).toBe('');
});

test('a range grows from the row chosen last, in both directions', () => {
  expect(chosen(extend(toggle(nothing, 'b'), order, 'd'))).toBe('bcd');
  expect(chosen(extend(toggle(nothing, 'c'), order, 'a'))).toBe('abc');
});

test('a range without a start, or from a row no longer shown, is the row alone', () => {
  expect(chosen(extend(nothing, order, 'c'))).toBe('c');
  expect(chosen(extend({ ids: new Set(['x']), anchor: 'x' }, order, 'c'))).toBe('cx');
});

test('all rows are chosen, and none where all were', () => {
  const every = all(nothing, order);
  expect(chosen(every)).toBe('abcd');
  expect(chosen(all(every, order))).toBe('');
});
