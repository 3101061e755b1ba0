import { expect, test } from 'vitest';
import { emptyTask, type TaskRow } from './form.ts';
import { linesOf, marksOf } from './marks.ts';
import { joinRows, openDoubts, splitRow } from './paper.ts';

const reading = (span: [number, number], more: object = {}): TaskRow['reading'] => ({
  ...{ span, leads: [], supports: [], deadline: { kind: 'none' }, rule: { code: 'none' }, doubts: [] },
  ...more,
});
const row = (more: Partial<TaskRow> = {}): TaskRow => ({
  ...emptyTask(),
  content: 'Rà soát, báo cáo',
  ...more,
});

test('a row is cut at a place of its words, and both halves keep its units and day', () => {
  const [first, second] = splitRow(row({ leads: ['stc'], dueOn: '2023-12-15' }), 7)!;
  expect(first).toMatchObject({ content: 'Rà soát', leads: ['stc'], dueOn: '2023-12-15' });
  expect(second).toMatchObject({ content: ', báo cáo', leads: ['stc'], dueOn: '2023-12-15' });
  expect(first.key).not.toBe(second.key);
  expect(splitRow(row(), 0)).toBeUndefined();
});

test('two rows become one with the units of both and the later words’ day', () => {
  const joined = joinRows(
    row({ leads: ['stc'], noDue: true, reading: reading([0, 5]) }),
    row({
      content: 'Gửi về Văn phòng',
      leads: ['snv'],
      supports: ['stc'],
      dueOn: '2023-12-15',
      reading: reading([6, 9]),
    }),
  );
  expect(joined).toMatchObject({
    ...{ content: 'Rà soát, báo cáo\nGửi về Văn phòng', leads: ['stc', 'snv'], supports: [] },
    ...{ dueOn: '2023-12-15', noDue: false },
  });
  expect(joined.reading?.span).toEqual([0, 9]);
});

test('a doubt ends when its field is filled by hand', () => {
  const doubts = { doubts: ['lead-unknown', 'due-event'] };
  expect(openDoubts(row({ reading: reading([0, 5], doubts) }))).toEqual(['lead-unknown', 'due-event']);
  expect(openDoubts(row({ leads: ['stc'], dueOn: '2023-12-15', reading: reading([0, 5], doubts) }))).toEqual(
    [],
  );
});

test('the source is cut where marks begin and end, also over lines, and loses no letter', () => {
  const source = 'Giao Sở A:\n- Rà soát\ntrước 15/12.\n\nHết';
  const tasks = [
    row({
      reading: reading([13, 33], {
        leads: [{ words: 'Sở A', ids: ['a'], group: false, sure: true, at: [5, 9] }],
        due: [21, 32],
      }),
    }),
  ];
  const lines = linesOf(source, marksOf({ name: '', source, marks: { number: [0, 4] } }, tasks));
  expect(lines.map(({ segments }) => segments.map(({ text }) => text).join('')).join('\n')).toBe(source);
  const parts = lines.flatMap(({ segments }) =>
    segments.map(({ text, marks, opens }) => [text, marks.map(({ part }) => part).join('+'), opens]),
  );
  expect(parts).toEqual([
    ...[
      ['Giao', 'number', undefined],
      [' ', '', undefined],
      ['Sở A', 'leads', undefined],
      [':', '', undefined],
    ],
    ...[
      ['- ', '', undefined],
      ['Rà soát', 'task', 0],
    ],
    ...[
      ['trước 15/12', 'task+due', undefined],
      ['.', 'task', undefined],
      ['Hết', '', undefined],
    ],
  ]);
});
