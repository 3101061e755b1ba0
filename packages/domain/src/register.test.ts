import { describe, expect, test } from 'vitest';
import { emptyCalendar } from './calendar.ts';
import { weekOf } from './day.ts';
import { readInput } from './input.ts';
import { Refusal } from './refusal.ts';
import {
  coverageOf,
  factsOfRow,
  isLate,
  lineDelay,
  lineId,
  lineState,
  missingNumbers,
  type RegisterLine,
  registerRow,
  seriesOf,
} from './register.ts';

const line = (more: Partial<RegisterLine> = {}): RegisterLine => ({
  ...{ id: '2023.1.ubnd-th', number: '1/UBND-TH', issuedOn: '2023-06-15', departmentId: 'th' },
  ...{ departmentName: 'Phòng Tổng hợp', subject: 'Việc', importedOn: '2023-06-20', ...more },
});
const at = { today: '2023-06-20', calendar: emptyCalendar, limit: 2 };
const document = (on: string, noTask = false) => ({ document: { id: 'doc_1', on, noTask } });

test('a number has one line a year, however it is written', () => {
  expect(lineId('012 / UBND-TH', '2023-06-15')).toBe(lineId('12/ubnd-th', '2023-12-01'));
  expect(lineId('12/UBND-TH', '2024-01-02')).not.toBe(lineId('12/UBND-TH', '2023-06-15'));
  expect(lineId('12/QĐ-UBND', '2023-06-15')).not.toBe(lineId('12/QD-UBND', '2023-06-15'));
  expect(lineId('12/QĐ-UBND', '2023-06-15')).toMatch(/^[a-z0-9][a-z0-9_.-]{0,79}$/);
  expect(lineId('/UBND-TH', '2023-06-15')).toBeUndefined();
});

test('of a secret row the subject is not kept, whether its column says so or its words', () => {
  const read = (more: object) => {
    const row = {
      number: '1/UBND-TH',
      issuedOn: '2023-06-15',
      subject: 'Kế hoạch kho bạc',
      departmentId: 'th',
    };
    const found = readInput(registerRow, { ...row, ...more });
    if (found instanceof Refusal) throw found;
    return factsOfRow(found, 'Phòng Tổng hợp', '2023-06-20');
  };
  expect(read({}).subject).toBe('Kế hoạch kho bạc');
  for (const more of [{ secrecy: 'Mật' }, { secrecy: 'Tuyệt mật' }, { subject: 'MẬT - Kế hoạch kho bạc' }]) {
    expect(read(more)).toMatchObject({ outside: true });
    expect(JSON.stringify(read(more))).not.toContain('kho bạc');
  }
});

describe('a line', () => {
  test('is open until its document is entered or somebody answers', () => {
    expect(lineState(line())).toBe('open');
    expect(lineState(line(document('2023-06-16')))).toBe('tasks');
    expect(lineState(line(document('2023-06-16', true)))).toBe('none');
    expect(lineState(line({ answer: { on: '2023-06-16', by: 'per_1' } }))).toBe('none');
    expect(lineState(line({ outside: true }))).toBe('outside');
  });

  test('may take two working days from signing to entry, days off between not counted', () => {
    expect(lineDelay(line(document('2023-06-19')), at.today, emptyCalendar)).toBe(2);
    expect(isLate(line(document('2023-06-19')), at.today, emptyCalendar, 2)).toBe(false);
    expect(isLate(line(document('2023-06-20')), at.today, emptyCalendar, 2)).toBe(true);
    expect(isLate(line(), '2023-06-19', emptyCalendar, 2)).toBe(false);
    expect(isLate(line(), '2023-06-20', emptyCalendar, 2)).toBe(true);
    expect(isLate(line({ outside: true }), '2023-07-20', emptyCalendar, 2)).toBe(false);
  });
});

test('coverage counts by department and week, and what is out of scope apart', () => {
  expect(weekOf('2023-06-18')).toBe('2023-06-12');
  const rows = coverageOf(
    [
      line(document('2023-06-16')),
      line(document('2023-06-20', true)),
      line(),
      line({ outside: true }),
      line({ issuedOn: '2023-06-19' }),
    ],
    at,
  );
  expect(
    rows.map(({ week, total, tasks, none, open, outside, late }) => [
      week,
      total,
      tasks,
      none,
      open,
      outside,
      late,
    ]),
  ).toEqual([
    ['2023-06-12', 3, 1, 1, 1, 1, 2],
    ['2023-06-19', 1, 0, 0, 1, 0, 0],
  ]);
});

describe('a series', () => {
  test('is a type’s own, or that of an issuer’s letters', () => {
    expect(seriesOf('QĐ-UBND')).toBe('QĐ-UBND');
    expect(seriesOf('UBND-KT')).toBe('UBND');
    expect(seriesOf('VPUBND-HCQT')).toBe('VPUBND');
  });
  test('shows the numbers that it lacks', () => {
    const numbers = ['3/UBND-KT', '5/UBND-NC', '8/UBND-KT', '12/QĐ-UBND', '13a/QĐ-UBND'];
    expect(missingNumbers(numbers.map((number) => line({ number })))).toEqual([
      { series: 'UBND', year: 2023, numbers: [4, 6, 7] },
    ]);
  });
});
