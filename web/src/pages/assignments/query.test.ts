import { expect, test } from 'vitest';
import type { AssignmentItem } from '../../shapes.ts';
import { askedOf, columnOf, countStates, grouped, isNumber, nextSort, sorted } from './query.ts';

const item = (id: string, more: Partial<AssignmentItem> = {}): AssignmentItem => ({
  id,
  taskId: 't1',
  documentId: 'doc_1',
  agency: { id: 'sct', name: 'Sở Công Thương' },
  department: { id: 'ptonghop', name: 'Phòng Tổng hợp' },
  field: 'congthuong',
  role: 'lead',
  status: 'in-progress',
  state: 'working',
  dueOn: '2023-12-15',
  revision: 1,
  content: 'Báo cáo',
  document: { id: 'doc_1', number: '1/UBND', issuedOn: '2023-11-01', subject: 'V/v' },
  leaf: 9,
  assignedOn: '2023-11-01',
  ...more,
});
const ids = (items: readonly AssignmentItem[]) => items.map((one) => one.id).join('');

test('a plain list asks for its filters and leaves out the clock of a table', () => {
  expect(askedOf({ agency: 'sct', clock: 'confirmation', q: 'x', sort: 'due', state: 'done' })).toEqual({
    agency: 'sct',
  });
});

test('a number of a table asks for its whole period', () => {
  const params = { leaf: '11', from: '2023-04-15', to: '2023-11-30', clock: 'confirmation' };
  expect(isNumber(params)).toBe(true);
  expect(askedOf(params)).toEqual(params);
  expect(columnOf(params)).toBe(11);
  expect(columnOf({ leaf: '12' })).toBeUndefined();
});

test('rows are sorted up, down, and as they came', () => {
  const rows = [item('a', { dueOn: null }), item('b', { dueOn: '2023-01-01' }), item('c')];
  expect(ids(sorted(rows, 'due'))).toBe('bca');
  expect(ids(sorted(rows, '-due'))).toBe('acb');
  expect(ids(sorted(rows, 'content'))).toBe('abc');
  expect([nextSort(undefined, 'due'), nextSort('due', 'due'), nextSort('-due', 'due')]).toEqual([
    'due',
    '-due',
    undefined,
  ]);
});

test('states are counted', () => {
  expect([...countStates([item('a'), item('b', { state: 'done' }), item('c')])]).toEqual([
    ['working', 2],
    ['done', 1],
  ]);
});

test('an agency sees what was returned first, then overdue, due soon, the rest, and what is done last', () => {
  const rows = [
    item('d', { state: 'done', status: 'done' }),
    item('w'),
    item('r', { returned: true }),
    item('a', { state: 'awaiting', status: 'reported' }),
    item('s', { state: 'soon' }),
    item('o', { state: 'overdue' }),
  ];
  expect(ids(grouped(rows))).toBe('roswad');
});
