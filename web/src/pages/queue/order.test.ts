import { expect, test } from 'vitest';
import type { AssignmentItem } from '../../shapes.ts';
import { oldestFirst } from './order.ts';

const item = (id: string, reportedOn: string, dueOn: string | null) =>
  ({ id, reportedOn, dueOn }) as AssignmentItem;

test('the report recorded first stands first; of one day, the earlier due', () => {
  const rows = [
    item('c', '2023-10-02', '2023-10-01'),
    item('b', '2023-09-01', null),
    item('a', '2023-09-01', '2023-09-05'),
  ];
  expect(oldestFirst(rows).map((one) => one.id)).toEqual(['a', 'b', 'c']);
});
