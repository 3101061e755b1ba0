import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type Day, daysBetween } from './day.ts';
import { readInput } from './input.ts';
import {
  duesFrom,
  everies,
  firstDue,
  newRecurring,
  nextDue,
  periodName,
  type Recurring,
  recurringFaults,
} from './recurring.ts';
import { Refusal } from './refusal.ts';

const anyDay = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('2000-01-01', n));
const rule: fc.Arbitrary<Recurring> = fc
  .record({ every: fc.constantFrom(...everies), day: fc.integer({ min: 1, max: 31 }), month: fc.nat(12) })
  .map(({ every, day, month }) => {
    const most = { week: 0, month: 0, quarter: 3, 'half-year': 6, year: 12 }[every];
    const named = month > 0 && month <= most ? { month } : {};
    return { every, day: every === 'week' ? ((day - 1) % 7) + 1 : day, ...named };
  });
const weekday = (on: Day) => new Date(`${on}T00:00:00Z`).getUTCDay() || 7;

test.each<[Recurring, Day, Day[]]>([
  [{ every: 'month', day: 15 }, '2023-11-30', ['2023-12-15', '2024-01-15', '2024-02-15']],
  [{ every: 'month', day: 31 }, '2024-01-31', ['2024-01-31', '2024-02-29', '2024-03-31', '2024-04-30']],
  [{ every: 'week', day: 5 }, '2023-11-30', ['2023-12-01', '2023-12-08']],
  [{ every: 'quarter', day: 20 }, '2023-11-30', ['2023-12-20', '2024-03-20', '2024-06-20']],
  [{ every: 'quarter', day: 5, month: 1 }, '2023-11-30', ['2024-01-05', '2024-04-05']],
  [{ every: 'half-year', day: 10 }, '2023-11-30', ['2023-12-10', '2024-06-10', '2024-12-10']],
  [{ every: 'year', day: 29, month: 2 }, '2023-01-01', ['2023-02-28', '2024-02-29', '2025-02-28']],
  [{ every: 'month', day: 15, until: '2024-01-20' }, '2023-12-15', ['2023-12-15', '2024-01-15']],
])('%o from %s is due on %j', (rule, from, days) => {
  expect(duesFrom(rule, firstDue(rule, from)!, days.length)).toEqual(days);
  if (rule.until) expect(nextDue(rule, days.at(-1)!)).toBeUndefined();
});

test('in every period there is exactly one due day: none is left out, none comes twice', () => {
  fc.assert(
    fc.property(rule, anyDay, (rule, from) => {
      const dues = duesFrom(rule, firstDue(rule, from)!, 30);
      expect(dues[0]! >= from).toBe(true);
      const names = dues.map((due) => periodName(rule.every, due));
      expect(new Set(names).size).toBe(30);
      const longest = { week: 7, month: 31, quarter: 92, 'half-year': 184, year: 366 }[rule.every];
      for (let i = 1; i < dues.length; i += 1) {
        const gap = daysBetween(dues[i - 1]!, dues[i]!);
        expect(gap > 0 && gap <= longest + 3, `${dues[i - 1]} to ${dues[i]}`).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test('a due day is the day that the rule names, or the last one of a short month', () => {
  fc.assert(
    fc.property(rule, anyDay, (rule, from) => {
      for (const due of duesFrom(rule, firstDue(rule, from)!, 15)) {
        if (rule.every === 'week') expect(weekday(due)).toBe(rule.day);
        else {
          const last = addDays(due, 1).endsWith('-01');
          expect(Number(due.slice(8)) === rule.day || (last && Number(due.slice(8)) < rule.day)).toBe(true);
        }
        const month = Number(due.slice(5, 7));
        const size = { week: 0, month: 1, quarter: 3, 'half-year': 6, year: 12 }[rule.every];
        if (size > 1) expect(((month - 1) % size) + 1).toBe(rule.month ?? size);
      }
    }),
    { numRuns: 300 },
  );
});

test('a first due day off the rule takes its period: the next one is of the period after it', () => {
  fc.assert(
    fc.property(rule, anyDay, (rule, due) => {
      const next = nextDue(rule, due)!;
      expect(next > due).toBe(true);
      expect(periodName(rule.every, next)).not.toBe(periodName(rule.every, due));
      const between = duesFrom({ ...rule }, firstDue(rule, addDays(due, 1))!, 2).filter((d) => d < next);
      for (const one of between) expect(periodName(rule.every, one)).toBe(periodName(rule.every, due));
    }),
    { numRuns: 300 },
  );
});

test('a rule that was ended has no next due day', () => {
  expect(nextDue({ every: 'month', day: 15, endedOn: '2023-11-30' }, '2023-12-15')).toBeUndefined();
  expect(firstDue({ every: 'month', day: 15, endedOn: '2023-11-30' }, '2023-12-15')).toBeUndefined();
});

test.each([
  ['week', '2024-12-30', '2025-W01'],
  ['week', '2021-01-03', '2020-W53'],
  ['month', '2023-12-15', '2023-12'],
  ['quarter', '2023-12-15', '2023-Q4'],
  ['half-year', '2023-06-30', '2023-H1'],
  ['year', '2023-06-30', '2023'],
] as const)('the %s of %s is named %s', (every, due, name) => {
  expect(periodName(every, due)).toBe(name);
});

test.each<[object, string | undefined]>([
  [{ every: 'month', day: 15 }, undefined],
  [{ every: 'year', day: 15, month: 12, until: '2030-12-31' }, undefined],
  [{ every: 'week', day: 8 }, 'day'],
  [{ every: 'month', day: 32 }, 'day'],
  [{ every: 'month', day: 1, month: 1 }, 'month'],
  [{ every: 'quarter', day: 1, month: 4 }, 'month'],
  [{ every: 'day', day: 1 }, 'every'],
  [{ every: 'month', day: 1, endedOn: '2023-12-01' }, 'endedOn'],
])('of the rule %j what is wrong is %s', (input, path) => {
  const read = readInput(newRecurring, input);
  expect(read instanceof Refusal ? read.faults[0]?.path : undefined).toBe(path);
});

test('a rule that ends before its first due day is refused', () => {
  const recurring: Recurring = { every: 'month', day: 15, until: '2023-12-01' };
  expect(recurringFaults([{ dueOn: null, recurring }], '2023-11-30')).toMatchObject([
    { path: 'tasks.0.recurring.until' },
  ]);
  expect(recurringFaults([{ dueOn: '2023-12-20', recurring }], '2023-11-01')).toHaveLength(1);
  expect(recurringFaults([{ dueOn: null, recurring }], '2023-11-15')).toEqual([]);
});
