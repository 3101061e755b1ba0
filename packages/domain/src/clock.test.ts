import { expect, test } from 'vitest';
import { type Clock, dueDay, isAwaiting, isDone, isOnTime, pauseOn, stopDay } from './clock.ts';
import type { Day } from './day.ts';
import { leafOf } from './statistics.ts';
import { begin, filed, paper, type Story } from './testing.ts';

const leaf = (s: Story, asOf: Day, clock: Clock = 'report') => leafOf(s.a, asOf, clock);
const due = '2023-06-30';

test('the due day itself is on time, the day after is overdue', () => {
  const s = begin(due);
  expect(leaf(s, '2023-06-30')).toBe(9);
  expect(leaf(s, '2023-07-01')).toBe(11);
});

test('a report on the due day is on time, on the day after overdue', () => {
  expect(leaf(begin(due).does(due, 'focal1', 'report', filed), '2023-12-01')).toBe(9);
  expect(leaf(begin(due).does('2023-07-01', 'focal1', 'report', filed), '2023-12-01')).toBe(11);
});

test('a report in time that is never confirmed is on time and awaits confirmation for ever', () => {
  const s = begin(due).does('2023-06-29', 'focal1', 'report', filed);
  expect(leaf(s, '2031-01-01')).toBe(9);
  expect(isAwaiting(s.a, '2031-01-01')).toBe(true);
  expect(isAwaiting(s.a, '2023-06-28')).toBe(false);
});

const sentBack = () =>
  begin(due)
    .does('2023-06-29', 'focal1', 'report', filed)
    .does('2023-07-09', 'officer1', 'return', { reason: 'Thiếu số liệu', cureOn: '2023-07-15' });

test('returned to cure by 15/7 and filed again on 12/7, confirmed: (14)', () => {
  const s = sentBack()
    .does('2023-07-12', 'focal1', 'report', filed)
    .does('2023-07-20', 'officer1', 'confirm');
  expect(leaf(s, '2023-07-09')).toBe(9);
  expect(leaf(s, '2023-07-12')).toBe(9);
  expect(leaf(s, '2023-07-19')).toBe(9);
  expect(leaf(s, '2023-07-20')).toBe(14);
  expect(stopDay(s.a, '2023-07-20', 'report')).toBe('2023-06-29');
});

test('filed again on the cure date itself counts, on 16/7 it is (16)', () => {
  const kept = sentBack()
    .does('2023-07-15', 'focal1', 'report', filed)
    .does('2023-07-20', 'officer1', 'confirm');
  expect(leaf(kept, '2023-07-20')).toBe(14);
  const late = sentBack()
    .does('2023-07-16', 'focal1', 'report', filed)
    .does('2023-07-20', 'officer1', 'confirm');
  expect(leaf(late, '2023-07-15')).toBe(9);
  expect(leaf(late, '2023-07-16')).toBe(11);
  expect(leaf(late, '2023-07-20')).toBe(16);
  expect(stopDay(late.a, '2023-07-20', 'report')).toBe('2023-07-16');
});

test('once the cure date has passed without a new report the stop day is the as-of day', () => {
  const s = sentBack();
  expect(leaf(s, '2023-07-15')).toBe(9);
  expect(leaf(s, '2023-07-16')).toBe(11);
  expect(stopDay(s.a, '2023-08-01', 'report')).toBe('2023-08-01');
});

test('a chain of three reports keeps the first day, and a late link breaks it', () => {
  const chain = () =>
    sentBack()
      .does('2023-07-12', 'focal1', 'report', filed)
      .does('2023-07-13', 'officer1', 'return', { reason: 'Thiếu chữ ký', cureOn: '2023-07-20' });
  const kept = chain().does('2023-07-20', 'focal1', 'report', filed);
  expect(stopDay(kept.a, '2023-08-01', 'report')).toBe('2023-06-29');
  const broken = chain().does('2023-07-21', 'focal1', 'report', filed);
  expect(stopDay(broken.a, '2023-08-01', 'report')).toBe('2023-07-21');
});

test('a return without a cure date protects nothing', () => {
  const s = begin(due)
    .does('2023-06-29', 'focal1', 'report', filed)
    .does('2023-07-09', 'officer1', 'return', { reason: 'Không có nội dung' });
  expect(leaf(s, '2023-07-08')).toBe(9);
  expect(leaf(s, '2023-07-09')).toBe(11);
  s.does('2023-07-10', 'focal1', 'report', filed).does('2023-07-11', 'officer1', 'confirm');
  expect(leaf(s, '2023-07-11')).toBe(16);
});

test('a withdrawal protects nothing', () => {
  const s = begin(due).does('2023-06-29', 'focal1', 'report', filed).does('2023-07-05', 'focal1', 'withdraw');
  expect(leaf(s, '2023-07-04')).toBe(9);
  expect(leaf(s, '2023-07-05')).toBe(11);
  expect(isAwaiting(s.a, '2023-07-04')).toBe(true);
  expect(isAwaiting(s.a, '2023-07-05')).toBe(false);
});

test('a withdrawal takes nothing from the cure date that still runs', () => {
  const s = sentBack().does('2023-07-12', 'focal1', 'report', filed).does('2023-07-13', 'focal1', 'withdraw');
  expect(leaf(s, '2023-07-15')).toBe(9);
  expect(leaf(s, '2023-07-16')).toBe(11);
  s.does('2023-07-15', 'focal1', 'report', filed).does('2023-07-18', 'officer1', 'confirm');
  expect(leaf(s, '2023-07-18')).toBe(14);
});

test('a reopening with a cure date protects as a return does', () => {
  const s = begin(due)
    .does('2023-06-29', 'focal1', 'report', filed)
    .does('2023-07-03', 'officer1', 'confirm')
    .does('2023-08-01', 'chief', 'reopen', { reason: 'Sai số liệu', cureOn: '2023-08-10' });
  expect(leaf(s, '2023-07-31')).toBe(14);
  expect(leaf(s, '2023-08-01')).toBe(9);
  expect(leaf(s, '2023-08-10')).toBe(9);
  expect(leaf(s, '2023-08-11')).toBe(11);
  expect(isDone(s.a, '2023-07-31')).toBe(true);
  expect(isDone(s.a, '2023-08-01')).toBe(false);
});

const asked = () =>
  begin(due)
    .does('2023-06-28', 'boss1', 'extend', { dueOn: '2023-07-10', reason: 'Chờ số liệu' })
    .does('2023-07-03', 'focal1', 'report', filed);

test('extension asked 28/6, granted 5/7, reported 3/7: as of 2/7 (11), as of 6/7 on time', () => {
  const s = asked().does('2023-07-05', 'chief', 'grant', { agreedBy: 'Chánh Văn phòng' });
  expect(leaf(s, '2023-07-02')).toBe(11);
  expect(leaf(s, '2023-07-03')).toBe(11);
  expect(leaf(s, '2023-07-04')).toBe(11);
  expect(leaf(s, '2023-07-06')).toBe(9);
  expect(dueDay(s.a, '2023-07-06', 'report')).toBe('2023-07-10');
  s.does('2023-07-07', 'officer1', 'confirm');
  expect(leaf(s, '2023-07-07')).toBe(14);
});

test('a pending request for an extension does not stop red, nor does a refused one', () => {
  expect(leaf(asked(), '2023-07-04')).toBe(11);
  expect(leaf(asked().does('2023-07-05', 'chief', 'refuse', { reason: 'Không' }), '2023-07-06')).toBe(11);
});

test('a granted day that differs from the one asked for is the one in force', () => {
  const s = asked().does('2023-07-05', 'chief', 'grant', { agreedBy: 'Chủ tịch', dueOn: '2023-07-02' });
  expect(dueDay(s.a, '2023-07-05', 'report')).toBe('2023-07-02');
  expect(leaf(s, '2023-07-05')).toBe(11);
});

test('an extension asked after the stop day does not count for that stop', () => {
  const s = begin(due)
    .does('2023-06-20', 'focal1', 'report', filed)
    .does('2023-06-21', 'officer1', 'return', { reason: 'Thiếu', cureOn: '2023-06-25' })
    .does('2023-06-22', 'boss1', 'extend', { dueOn: '2023-07-31', reason: 'Khó' })
    .does('2023-06-23', 'chief', 'grant', { agreedBy: 'Chủ tịch' });
  expect(dueDay(s.a, '2023-06-24', 'report')).toBe(due);
  expect(dueDay(s.a, '2023-06-26', 'report')).toBe('2023-07-31');
});

test('a due date moved by the Office counts whenever it was recorded, from that day on', () => {
  const s = begin(due)
    .does('2023-07-05', 'focal1', 'report', filed)
    .does('2023-07-10', 'officer1', 'redue', { dueOn: '2023-07-31', reference: '12/UBND' });
  expect(leaf(s, '2023-07-09')).toBe(11);
  expect(leaf(s, '2023-07-10')).toBe(9);
});

test('a report recorded on R and dated back to C counts from C in every as-of day from R on, and not before', () => {
  const s = begin(due).does('2023-07-10', 'officer1', 'report', paper('2023-06-28'));
  expect(leaf(s, '2023-07-09')).toBe(11);
  expect(isAwaiting(s.a, '2023-07-09')).toBe(false);
  expect(leaf(s, '2023-07-10')).toBe(9);
  expect(leaf(s, '2023-12-31')).toBe(9);
  expect(stopDay(s.a, '2023-07-10', 'report')).toBe('2023-06-28');
});

const pause = { reason: 'Chờ trung ương', reference: '15/TTg' };

test('a pause stops the clock on its day', () => {
  const s = begin(due).does('2023-06-20', 'chief', 'pause', pause);
  expect(leaf(s, '2023-09-01')).toBe(9);
  expect(pauseOn(s.a, '2023-06-19')).toBeUndefined();
  expect(pauseOn(s.a, '2023-06-20')?.reference).toBe('15/TTg');
});

test('resuming sets the due date to D plus the days paused', () => {
  const s = begin(due).does('2023-06-20', 'chief', 'pause', pause).does('2023-07-20', 'chief', 'resume');
  expect(dueDay(s.a, '2023-07-20', 'report')).toBe('2023-07-30');
  expect(leaf(s, '2023-07-19')).toBe(9);
  expect(leaf(s, '2023-07-30')).toBe(9);
  expect(leaf(s, '2023-07-31')).toBe(11);
  expect(pauseOn(s.a, '2023-07-20')).toBeUndefined();
  expect(pauseOn(s.a, '2023-07-19')).toBeDefined();
});

test('what was overdue when paused stays overdue in the pause and after it', () => {
  const s = begin(due).does('2023-07-03', 'chief', 'pause', pause);
  expect(leaf(s, '2023-08-01')).toBe(11);
  s.does('2023-08-02', 'chief', 'resume');
  expect(leaf(s, '2023-08-02')).toBe(11);
  expect(leaf(begin(due).does('2023-06-30', 'chief', 'pause', pause), '2023-08-01')).toBe(9);
});

test('a late report that was paused before its decision stays overdue when it is resumed', () => {
  const s = begin(due)
    .does('2023-07-05', 'focal1', 'report', filed)
    .does('2023-07-06', 'chief', 'pause', pause)
    .does('2023-07-20', 'chief', 'resume');
  expect(leaf(s, '2023-07-20')).toBe(11);
  s.does('2023-07-21', 'officer1', 'confirm');
  expect(leaf(s, '2023-07-21')).toBe(16);
});

test('a paper report dated back into a pause neither gains nor loses by it', () => {
  const paused = (on: Day) =>
    begin(due).does(on, 'chief', 'pause', pause).does('2023-07-20', 'chief', 'resume');
  const late = paused('2023-07-05').does('2023-07-21', 'officer1', 'report', paper('2023-07-10'));
  expect(leaf(late, '2023-07-21')).toBe(11);
  const early = paused('2023-06-25').does('2023-07-21', 'officer1', 'report', paper('2023-07-10'));
  expect(leaf(early, '2023-07-21')).toBe(9);
  expect(stopDay(early.a, '2023-07-21', 'report')).toBe('2023-06-25');
  const before = paused('2023-07-05').does('2023-07-21', 'officer1', 'report', paper('2023-07-02'));
  expect(leaf(before, '2023-07-21')).toBe(11);
});

test('a pause within the cure time moves the cure date by the days paused', () => {
  const s = sentBack().does('2023-07-12', 'chief', 'pause', pause);
  expect(leaf(s, '2023-07-30')).toBe(9);
  s.does('2023-08-01', 'chief', 'resume');
  expect(leaf(s, '2023-08-04')).toBe(9);
  expect(leaf(s, '2023-08-05')).toBe(11);
});

test('the clock of the old software stops at the confirmation only', () => {
  const s = begin(due).does('2023-06-29', 'focal1', 'report', filed);
  expect(leaf(s, '2023-06-30', 'confirmation')).toBe(9);
  expect(leaf(s, '2023-07-01', 'confirmation')).toBe(11);
  s.does('2023-07-05', 'officer1', 'confirm');
  expect(leaf(s, '2023-07-05', 'confirmation')).toBe(16);
  expect(leaf(s, '2023-07-05', 'report')).toBe(14);
  const quick = begin(due).does('2023-06-29', 'focal1', 'report', filed).does(due, 'officer1', 'confirm');
  expect(leaf(quick, '2023-12-01', 'confirmation')).toBe(14);
});

test('the clock of the old software knows no pause and no cure date', () => {
  const paused = begin(due).does('2023-06-20', 'chief', 'pause', pause);
  expect(leaf(paused, '2023-07-01', 'confirmation')).toBe(11);
  expect(leaf(sentBack(), '2023-07-10', 'confirmation')).toBe(11);
});

test('without a due date nothing is ever overdue', () => {
  const s = begin(null);
  expect([leaf(s, '2033-01-01'), isOnTime(s.a, '2033-01-01', 'confirmation')]).toEqual([3, true]);
  s.does('2023-07-01', 'focal1', 'report', filed);
  expect(leaf(s, '2023-07-01')).toBe(3);
  s.does('2023-07-02', 'officer1', 'confirm');
  expect([leaf(s, '2023-07-01'), leaf(s, '2023-07-02')]).toEqual([3, 5]);
});

test('a due date that was corrected counts from the day of the correction, and not in earlier as-of days', () => {
  const s = begin(due).does('2023-07-03', 'officer1', 'correct', {
    fields: { dueOn: '2023-07-30' },
    reason: 'Nhập nhầm tháng',
  });
  expect(leaf(s, '2023-07-02')).toBe(11);
  expect(leaf(s, '2023-07-03')).toBe(9);
  s.does('2023-07-04', 'officer1', 'correct', { fields: { dueOn: null }, reason: 'Không hạn' });
  expect([leaf(s, '2023-07-03'), leaf(s, '2023-07-04')]).toEqual([9, 3]);
});
