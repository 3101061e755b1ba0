import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addWorkingDays, isWorkingDay, workingDayBefore, workingDaysBetween } from './calendar.ts';
import { addDays, dayOf, daysBetween, isDay, later, monthsBetween, never, showDay } from './day.ts';

test('days that the calendar does not have are none', () => {
  for (const text of [
    '2023-02-31',
    '2023-02-29',
    '2023-13-01',
    '2023-00-10',
    '2023-01-00',
    '2023-06-31',
    '1899-12-31',
  ]) {
    expect(isDay(text), text).toBe(false);
  }
  for (const text of [
    '31/12/2023',
    '2023-1-1',
    '2023-01-01T00:00',
    ' 2023-01-01',
    '',
    '٢٠٢٣-01-01',
    never,
    '3000-01-01',
  ]) {
    expect(isDay(text), text).toBe(false);
  }
  for (const text of ['2024-02-29', '2023-12-31', '1900-01-01', '2999-12-31'])
    expect(isDay(text), text).toBe(true);
});

test('the local day begins at 17:00 UTC of the day before', () => {
  expect(dayOf(new Date('2023-11-29T16:59:59.999Z'))).toBe('2023-11-29');
  expect(dayOf(new Date('2023-11-29T17:00:00.000Z'))).toBe('2023-11-30');
  expect(dayOf(new Date('2023-11-29T23:59:59.000Z'))).toBe('2023-11-30');
  expect(dayOf(new Date('2023-12-31T18:00:00.000Z'))).toBe('2024-01-01');
});

test('the local day agrees with the zone of the province', () => {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' });
  const min = new Date('1980-01-01');
  fc.assert(
    fc.property(fc.date({ min, max: new Date('2100-01-01'), noInvalidDate: true }), (at) => {
      expect(dayOf(at)).toBe(format.format(at));
    }),
    { numRuns: 200 },
  );
});

test('adding days and counting them are each other the other way round', () => {
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  expect(addDays('2023-03-01', -1)).toBe('2023-02-28');
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 20_000 }), (n) => {
      const to = addDays('2023-11-30', n);
      expect(isDay(to)).toBe(true);
      expect(daysBetween('2023-11-30', to)).toBe(n);
      expect(later('2023-11-30', to)).toBe(n > 0 ? to : '2023-11-30');
    }),
    { numRuns: 200 },
  );
});

test('days are shown as people write them, and months are counted over the turn of the year', () => {
  expect(showDay('2023-06-05')).toBe('05/06/2023');
  expect(monthsBetween('2023-11-30', '2024-02-01')).toEqual(['2023-11', '2023-12', '2024-01', '2024-02']);
  expect(monthsBetween('2023-11-01', '2023-11-30')).toEqual(['2023-11']);
  expect(monthsBetween('2023-12-01', '2023-11-30')).toEqual([]);
});

/** 2/9 is a Saturday in 2023, made up for by the days after it; Saturday 26/8 is worked. */
const calendar = { off: ['2023-09-01', '2023-09-02', '2023-09-04'], working: ['2023-08-26'] };

test('days off and make-up working days are heeded', () => {
  expect(isWorkingDay(calendar, '2023-09-04')).toBe(false);
  expect(isWorkingDay(calendar, '2023-08-26')).toBe(true);
  expect(isWorkingDay(calendar, '2023-08-27')).toBe(false);
  expect(addWorkingDays(calendar, '2023-08-25', 1)).toBe('2023-08-26');
  expect(addWorkingDays(calendar, '2023-08-31', 1)).toBe('2023-09-05');
  expect(addWorkingDays(calendar, '2023-09-02', 0)).toBe('2023-09-02');
  expect(workingDayBefore(calendar, '2023-09-04')).toBe('2023-08-31');
  expect(workingDayBefore(calendar, '2023-08-26')).toBe('2023-08-26');
  expect(workingDaysBetween(calendar, '2023-08-31', '2023-09-06')).toBe(2);
  expect(workingDaysBetween(calendar, '2023-09-06', '2023-09-06')).toBe(0);
});

test('the n-th working day is n working days away', () => {
  fc.assert(
    fc.property(fc.nat(40), fc.nat(40), (shift, n) => {
      const from = addDays('2023-08-10', shift);
      expect(workingDaysBetween(calendar, from, addWorkingDays(calendar, from, n))).toBe(n);
    }),
    { numRuns: 100 },
  );
});
