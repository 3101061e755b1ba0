import type { Recurring } from '@tddh/domain/recurring';
import { expect, test } from 'vitest';
import { ruleOf } from './rule.ts';

test.each<[string, Recurring | undefined]>([
  ['trước ngày 15 hằng tháng', { every: 'month', day: 15 }],
  ['định kỳ trước ngày 25 hàng tháng', { every: 'month', day: 25 }],
  ['vào 20 hàng tháng', { every: 'month', day: 20 }],
  ['trước ngày 20 của tháng cuối quý', { every: 'quarter', day: 20 }],
  ['trước ngày 05 tháng đầu quý', { every: 'quarter', day: 5, month: 1 }],
  ['trước ngày 10/12 hằng năm', { every: 'year', day: 10, month: 12 }],
  ['trước thứ Sáu hằng tuần', { every: 'week', day: 5 }],
  ['định kỳ 6 tháng, trước ngày 10', { every: 'half-year', day: 10 }],
  ['trước ngày 10 và 25 hằng tháng', undefined],
  ['Hằng quý', undefined],
  ['Thường xuyên, hằng năm', undefined],
  ['trước ngày 15/12/2023', undefined],
])('the words “%s” name the rule %j', (words, rule) => {
  expect(ruleOf(words)).toEqual(rule);
});
