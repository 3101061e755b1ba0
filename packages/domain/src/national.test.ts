import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeOfUnit, defaultLink, mapped, unitOfCode } from './link.ts';
import { differencesOf, type NationalEvent, type NationalTask, viewOf } from './national.ts';

const task = (
  taskId: string,
  over: Partial<{ content: string; leads: string[]; dueOn: string | null }> = {},
) => ({
  ...{ taskId, content: `Việc ${taskId}`, leads: ['H22.01'], dueOn: '2023-12-31' as string | null },
  ...over,
});
const issued = (version: number, tasks = [task('a')], subject = 'Về việc một'): NationalEvent => ({
  type: version === 1 ? 'document.issued' : 'document.updated',
  data: {
    ...{ version, number: '1683/QĐ-TTg', issuedOn: '2023-11-01', issuer: 'Thủ tướng Chính phủ' },
    ...{ type: 'Quyết định', subject, tasks },
  },
});
const extended = (version: number, dueOn: string, taskId = 'a'): NationalEvent => ({
  type: 'task.extended',
  data: { version, taskId, dueOn },
});
const stateOf = (tasks: readonly NationalTask[] | undefined) =>
  tasks?.map((t) => `${t.taskId} ${t.state} ${t.dueOn}`);

describe('the national view of a document', () => {
  test('is told by versions, whatever order they came in', () => {
    const events = [issued(1), extended(2, '2024-01-31'), extended(3, '2024-02-29')];
    const inOrder = viewOf(events);
    expect(stateOf(inOrder.document?.tasks)).toEqual(['a assigned 2024-02-29']);
    expect(viewOf([events[2]!, events[0]!, events[1]!])).toEqual(inOrder);
  });

  test('waits at a missing version and names it', () => {
    const view = viewOf([issued(1), extended(3, '2024-02-29')]);
    expect(stateOf(view.document?.tasks)).toEqual(['a assigned 2023-12-31']);
    expect(view.missing).toEqual([2]);
    expect(viewOf([extended(2, '2024-02-29')])).toEqual({ missing: [1] });
  });

  test('needs nothing before a snapshot, which puts right what was missed', () => {
    const view = viewOf([extended(2, '2024-01-31'), issued(4, [task('a', { dueOn: '2024-03-31' })])]);
    expect(view.document?.version).toBe(4);
    expect(stateOf(view.document?.tasks)).toEqual(['a assigned 2024-03-31']);
    expect(view.missing).toEqual([]);
  });

  test('recalls a task that a snapshot leaves out, and keeps what became of the others', () => {
    const view = viewOf([
      issued(1, [task('a'), task('b')]),
      { type: 'task.confirmed', data: { version: 2, taskId: 'b' } },
      issued(3, [task('b')]),
    ]);
    expect(stateOf(view.document?.tasks)).toEqual(['b confirmed 2023-12-31', 'a recalled 2023-12-31']);
  });

  test('ends with a recall, by its document', () => {
    const view = viewOf([
      issued(1),
      { type: 'document.recalled', data: { version: 2, reference: '9/QĐ-TTg' } },
    ]);
    expect(view.document?.ended).toEqual({ how: 'recalled', reference: '9/QĐ-TTg' });
  });

  test('is the same for any order and any repetition of the same messages', () => {
    const message = fc.oneof(
      fc.integer({ min: 1, max: 12 }).map((n) => issued(n, [task('a'), task('b')], `Bản ${n}`)),
      fc
        .tuple(fc.integer({ min: 1, max: 12 }), fc.constantFrom('a', 'b'))
        .map(([n, t]) => extended(n, '2024-05-01', t)),
      fc
        .integer({ min: 1, max: 12 })
        .map((version): NationalEvent => ({ type: 'task.confirmed', data: { version, taskId: 'a' } })),
      fc.integer({ min: 1, max: 12 }).map(
        (version): NationalEvent => ({
          type: 'task.returned',
          data: { version, taskId: 'b', reason: 'Thiếu' },
        }),
      ),
    );
    const told = fc.uniqueArray(message, { selector: (e) => e.data.version, maxLength: 12 });
    fc.assert(
      fc.property(told, fc.infiniteStream(fc.nat()), (events, random) => {
        const order = [...events, ...events.slice(0, 3)]
          .map((event) => ({ event, at: random.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ event }) => event);
        expect(viewOf(order)).toEqual(viewOf(events));
      }),
    );
  });
});

describe('differences of the two sides', () => {
  const theirs = viewOf([issued(1)]).document!;
  const ours = {
    ...{
      number: '1683/QĐ-TTg',
      issuedOn: '2023-11-01',
      issuer: 'Thủ tướng Chính phủ',
      subject: 'Về việc một',
    },
    tasks: [{ taskId: 'a', content: 'Việc a', leads: ['snv'], dueOn: '2023-12-15' as string | null }],
  };
  const unitOf = (code: string) => (code === 'H22.01' ? 'snv' : undefined);

  test('are none where the province orders the same, or earlier', () => {
    expect(differencesOf(theirs, ours, unitOf)).toEqual([]);
  });

  test('warn of a due date after the national one, and of none', () => {
    const tasks = [{ ...ours.tasks[0]!, dueOn: '2024-01-15' }];
    expect(differencesOf(theirs, { ...ours, tasks }, unitOf)).toEqual([
      { path: 'tasks.a.dueOn', ours: '2024-01-15', theirs: '2023-12-31', warning: 'later-than-national' },
    ]);
    expect(
      differencesOf(theirs, { ...ours, tasks: [{ ...ours.tasks[0]!, dueOn: null }] }, unitOf),
    ).toHaveLength(1);
  });

  test('name what people changed here, and what is missing here', () => {
    const changed = { ...ours, subject: 'Về việc khác', tasks: [] };
    expect(differencesOf(theirs, changed, unitOf).map((d) => d.path)).toEqual(['subject', 'tasks.a.missing']);
    const other = { ...ours, tasks: [{ ...ours.tasks[0]!, leads: ['stc'] }] };
    expect(differencesOf(theirs, other, unitOf)).toEqual([
      { path: 'tasks.a.leads', ours: 'stc', theirs: 'snv' },
    ]);
  });
});

describe('the configuration of a link', () => {
  const link = {
    codes: [
      { code: 'H22.01', unitId: 'old', to: '2025-06-30' },
      { code: 'H22.01', unitId: 'new', from: '2025-07-01' },
      { code: 'H22.99', unitId: 'new', from: '2025-07-01' },
    ],
    fields: { number: 'soKyHieu', issuer: 'coQuan.ten' },
  };

  test('finds the unit of a code, and the code of a unit, on a day', () => {
    const unitOf = (code: string, on: string) => unitOfCode(link, [{ id: 'snv' }], code, on);
    expect(unitOf('H22.01', '2025-06-30')).toBe('old');
    expect(unitOf('H22.01', '2025-07-01')).toBe('new');
    expect(unitOf('H22.02', '2025-07-01')).toBeUndefined();
    expect(unitOf('snv', '2025-07-01')).toBe('snv');
    expect(codeOfUnit(link, 'old', '2025-07-01')).toBe('old');
    expect(codeOfUnit(link, 'new', '2025-07-01')).toBe('H22.01');
  });

  test('reads their fields by our names', () => {
    expect(mapped(link, { soKyHieu: '1/QĐ', coQuan: { ten: 'VPCP' }, subject: 's' })).toMatchObject({
      number: '1/QĐ',
      issuer: 'VPCP',
      subject: 's',
    });
    expect(mapped(defaultLink, { number: '2/QĐ' })).toEqual({ number: '2/QĐ' });
  });
});
