import { showDay } from '@tddh/domain/day';
import type { Recurring } from '@tddh/domain/recurring';
import { t } from '../words/words.ts';

/** The name of a period as people say it: `2023-Q4` is "quý IV/2023". Needs the section `life` of the words. */
export function sayPeriod(name: string): string {
  const [year = '', part = ''] = name.split('-');
  if (part.startsWith('W')) return t('recur.pWeek', { n: Number(part.slice(1)), year });
  if (part.startsWith('Q')) return t('recur.pQuarter', { n: roman[Number(part[1]) - 1] ?? part, year });
  if (part === 'H1') return t('recur.pHalf1', { year });
  if (part === 'H2') return t('recur.pHalf2', { year });
  return part ? t('recur.pMonth', { n: Number(part), year }) : t('recur.pYear', { year });
}
const roman = ['I', 'II', 'III', 'IV'];

/** A rule in words: "trước ngày 15 hằng tháng, đến hết 31/12/2024". */
export function sayRule(rule: Recurring): string {
  const said = sayDays(rule);
  if (rule.endedOn) return t('recur.sayEnded', { rule: said, day: showDay(rule.endedOn) });
  return rule.until ? t('recur.sayUntil', { rule: said, day: showDay(rule.until) }) : said;
}

function sayDays({ every, day, month }: Recurring): string {
  if (every === 'week') return t('recur.sayWeek', { weekday: t(`recur.d${day as 1}`) });
  if (every === 'month') return day === 31 ? t('recur.sayMonthEnd') : t('recur.sayMonth', { day });
  return t('recur.sayInMonth', {
    day,
    month: sayMonth(every, month ?? size[every]),
    every: t(`recur.${every}`),
  });
}

/** Months in a period that has several. */
export const size = { quarter: 3, 'half-year': 6, year: 12 } as const;

/** A month of a period, counted from 1. */
export function sayMonth(every: keyof typeof size, n: number): string {
  return t(every === 'year' ? 'recur.monthOfYear' : 'recur.monthN', { n });
}
