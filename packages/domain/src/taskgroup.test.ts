import { expect, test } from 'vitest';
import type { Status } from './assignment.ts';
import { owesReport, progressOf } from './taskgroup.ts';

const leads = (...statuses: Status[]) => statuses.map((status) => ({ role: 'lead' as const, status }));

test('a task of 27 units of which 19 reported says 19 of 27, whether confirmed yet or not', () => {
  const list = [
    ...leads(...Array<Status>(12).fill('reported'), ...Array<Status>(7).fill('done')),
    ...leads(...Array<Status>(5).fill('assigned'), ...Array<Status>(3).fill('in-progress')),
  ];
  expect(progressOf(list)).toEqual({ total: 27, reported: 19, done: 7 });
  expect(list.filter(owesReport)).toHaveLength(8);
});

test('what was cancelled, recalled or moved to another unit counts no more, nor do units that support', () => {
  const list = [
    ...leads('reported', 'cancelled', 'transferred', 'recalled'),
    { role: 'support', status: 'assigned' } as const,
  ];
  expect(progressOf(list)).toEqual({ total: 1, reported: 1, done: 0 });
  expect(list.filter(owesReport)).toEqual([]);
});

test('a unit that is paused belongs to the task and owes nothing for now', () => {
  expect(progressOf(leads('paused', 'reported'))).toEqual({ total: 2, reported: 1, done: 0 });
  expect(leads('paused').some(owesReport)).toBe(false);
});
