import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, showDay } from './day.ts';
import { readDay } from './dayinput.ts';

const today = '2023-11-30';

function day(text: string, toward?: 'future' | 'past') {
  const read = readDay(text, today, toward);
  return 'day' in read ? read.day : read.error.code;
}

test('full forms are read, whatever stands between the numbers', () => {
  for (const text of [
    '31/12/2023',
    '31-12-2023',
    '31.12.2023',
    '31/12/23',
    '311223',
    '31122023',
    '2023-12-31',
  ]) {
    expect(day(text), text).toBe('2023-12-31');
  }
  expect(day('trước ngày 15/12/2023')).toBe('2023-12-15');
});

test('a day without a year is the next one for a due day and the last one for a past day', () => {
  expect(day('30/6')).toBe('2024-06-30');
  expect(day('30/6', 'past')).toBe('2023-06-30');
  expect(day('30/11')).toBe('2023-11-30');
  expect(day('30/11', 'past')).toBe('2023-11-30');
  expect(day('1512')).toBe('2023-12-15');
  expect(day('15')).toBe('2023-12-15');
  expect(day('15', 'past')).toBe('2023-11-15');
  expect(day('29/2')).toBe('2024-02-29');
  expect(day('29/2', 'past')).toBe('2020-02-29');
});

test('an offset counts from today in days, weeks or months', () => {
  expect(day('+15')).toBe('2023-12-15');
  expect(day('-3')).toBe('2023-11-27');
  expect(day('+2 tuần')).toBe('2023-12-14');
  expect(day('+1 tháng')).toBe('2023-12-30');
  expect(day('+3 tháng')).toBe('2024-02-29');
});

test('words are read with accents or without', () => {
  expect(day('cuối tháng')).toBe('2023-11-30');
  expect(day('cuoi thang sau')).toBe('2023-12-31');
  expect(day('Cuối quý')).toBe('2023-12-31');
  expect(day('cuối năm')).toBe('2023-12-31');
  expect(day('hôm nay')).toBe(today);
  expect(day('mai')).toBe('2023-12-01');
  expect(day('hôm qua')).toBe('2023-11-29');
  expect(day('thứ sáu')).toBe('2023-12-01');
  expect(day('thứ 5')).toBe('2023-12-07');
  expect(day('cn')).toBe('2023-12-03');
  expect(day('cuối tuần')).toBe('2023-12-01');
});

test('a day that the calendar does not have is named, with the last day of its month', () => {
  expect(readDay('31/02', today)).toEqual({ error: { code: 'impossible', day: 31, month: 2, last: 29 } });
  expect(readDay('29/2/2023', today)).toEqual({
    error: { code: 'impossible', day: 29, month: 2, year: 2023, last: 28 },
  });
  expect(readDay('31/4', today)).toEqual({ error: { code: 'impossible', day: 31, month: 4, last: 30 } });
  expect(readDay('31/12/9999', today)).toEqual({ error: { code: 'far', year: 9999 } });
  for (const text of ['', 'abc', '12/13', '0/0', '99', '1/1/1', '+', '2023-1'])
    expect(day(text), text).toBe('unreadable');
});

test('what is shown is read back as the same day', () => {
  void fc.assert(
    fc.property(fc.integer({ min: -5000, max: 20000 }), (n) => {
      const some = addDays(today, n);
      expect(readDay(showDay(some), today)).toEqual({ day: some });
    }),
  );
});

test('no text makes the reader throw', () => {
  void fc.assert(
    fc.property(fc.string(), (text) => {
      expect(readDay(text, today)).toBeTypeOf('object');
    }),
  );
});
