import { expect, test } from 'vitest';
import { apply } from './apply.ts';
import { assign } from './decide.ts';
import { stateOf } from './state.ts';
import { contextFor, initial } from './testing.ts';

const begun = (dueOn: string | null, role: 'lead' | 'support' = 'lead') =>
  apply(undefined, assign(initial(dueOn, '2023-06-01', { role }), contextFor('officer1', '2023-06-01')));

test('the state follows the day: assigned, due soon from 7 days before, overdue from the day after', () => {
  const a = begun('2023-06-30');
  const days = ['2023-06-02', '2023-06-22', '2023-06-23', '2023-06-30', '2023-07-01'];
  expect(days.map((day) => stateOf(a, day))).toEqual(['assigned', 'assigned', 'soon', 'soon', 'overdue']);
});

test('what has no due date is never late', () => {
  expect(stateOf({ ...begun(null), status: 'in-progress' }, '2029-01-01')).toBe('nodue');
});

test('a support unit owes no report, so that it is never late', () => {
  expect(stateOf(begun('2023-06-30', 'support'), '2023-08-01')).toBe('support');
});
