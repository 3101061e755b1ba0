import { emptyCalendar } from '@tddh/domain/calendar';
import { expect, test } from 'vitest';
import type { Deadline } from './deadline.ts';
import { dueOf } from './due.ts';

const calendar = { ...emptyCalendar, off: ['2024-04-29', '2024-04-30', '2024-05-01'] };
const due = (text: string, issuedOn: string | null = '2024-04-26', kind: Deadline['kind'] = 'relative') =>
  dueOf({ kind, text }, issuedOn, calendar);

test.each([
  ['trong 10 ngày kể từ ngày ký', '2024-05-06', 'days'],
  ['chậm nhất 05 ngày làm việc kể từ ngày ban hành Quyết định', '2024-05-08', 'working-days'],
  ['trong vòng 15 (mười lăm) ngày, kể từ ngày nhận được văn bản này', '2024-05-11', 'days'],
  ['trong thời hạn 02 tuần kể từ ngày Kế hoạch được ban hành', '2024-05-10', 'weeks'],
  ['không quá 1 tháng kể từ ngày Quyết định này có hiệu lực', '2024-05-26', 'months'],
  ['trong 5-7 ngày kể từ ngày ký', '2024-05-03', 'days'],
  ['trong 03 ngày kể từ ngày 22/7/2024', '2024-07-25', 'days'],
  ['trong vòng 05 ngày làm việc', '2024-05-08', 'working-days'],
])('%s counts from the document’s day', (text, dueOn, code) => {
  expect(due(text)).toMatchObject({ dueOn, rule: { code } });
});

test('a month that lacks the day ends on its last one', () => {
  expect(due('trong 01 tháng kể từ ngày ký', '2024-01-31').dueOn).toBe('2024-02-29');
});

test.each([
  'chậm nhất 03 ngày sau khi nhận đủ hồ sơ hợp lệ',
  'trong 10 ngày kể từ ngày kết thúc hội nghị',
  'khi Chính phủ ban hành Nghị định',
])('%s waits for people to date it', (text) => {
  expect(due(text)).toEqual({ dueOn: null, rule: { code: 'event' } });
});

test('without the document’s day nothing is invented', () => {
  expect(due('trong 10 ngày kể từ ngày ký', null)).toEqual({ dueOn: null, rule: { code: 'needs-day' } });
});

test('a written date is itself; one without its year says which was filled in', () => {
  const on = { kind: 'date', date: '2024-05-20' } as const;
  expect(dueOf({ ...on, text: 'trước ngày 20/5/2024' }, null, calendar).rule).toEqual({ code: 'written' });
  expect(dueOf({ ...on, text: 'trước ngày 20/5' }, null, calendar).rule).toEqual({
    code: 'year-filled',
    year: '2024',
  });
});
