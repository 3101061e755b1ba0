import { expect, test } from 'vitest';
import type { AssignmentItem, QueueGroup } from '../../shapes.ts';
import { type Line, linesOf, type Waiting } from './lines.ts';

const item = (id: string, reportedOn: string, dueOn: string | null = null) =>
  ({ id, reportedOn, dueOn }) as AssignmentItem;
const group = (id: string, total: number, awaiting: AssignmentItem[]): Waiting => ({
  group: { id, total, awaiting } as QueueGroup,
});
const none = () => undefined;
const shape = (lines: Line[]) => lines.map((line) => `${line.inside ? '  ' : ''}${line.id}`);

test('the report recorded first stands first; of one day, the earlier due', () => {
  const loaded = [
    { item: item('c', '2023-10-02', '2023-10-01') },
    { item: item('b', '2023-09-01') },
    { item: item('a', '2023-09-01', '2023-09-05') },
  ];
  expect(shape(linesOf(loaded, none, new Set()))).toEqual(['a', 'b', 'c']);
});

test('a task of several units is one line until it is opened, then its reports stand beneath it', () => {
  const loaded = [
    group('t1', 27, [item('b', '2023-09-03'), item('a', '2023-09-02')]),
    group('t2', 1, [item('c', '2023-09-01')]),
  ];
  expect(shape(linesOf(loaded, none, new Set()))).toEqual(['c', 't1']);
  expect(shape(linesOf(loaded, none, new Set(['t1', 't2'])))).toEqual(['c', 't1', '  a', '  b']);
});

test('what was just decided is out, and a task goes with its last report', () => {
  const loaded = [group('t1', 27, [item('a', '2023-09-02'), item('b', '2023-09-03')])];
  const gone = (ids: string[]) => (one: AssignmentItem) => ids.includes(one.id);
  expect(linesOf(loaded, gone(['a']), new Set())).toMatchObject([{ id: 't1', items: [{ id: 'b' }] }]);
  expect(linesOf(loaded, gone(['a', 'b']), new Set())).toEqual([]);
});
