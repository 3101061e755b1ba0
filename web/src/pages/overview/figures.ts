import type { Day } from '@tddh/domain/day';
import { language } from '../../words/words.ts';

const formats = { vi: new Intl.NumberFormat('vi-VN'), en: new Intl.NumberFormat('en-GB') };

/** A number on screen, as the language writes it: 1.234 and 33,33 in Vietnamese. */
export function show(n: number): string {
  return formats[language()].format(n);
}

/** A day as official papers write it: 15/4/2023, 05/4/2023, 03/02/2024. */
export function officialDay(day: Day): string {
  const month = Number(day.slice(5, 7));
  return `${day.slice(8)}/${month < 3 ? day.slice(5, 7) : month}/${day.slice(0, 4)}`;
}

/** One column of the appendix, in the order of the official form. */
export interface Column {
  /** Its number in the form, (1) to (17). */
  n: number;
  /** The leaf or sum whose assignments stand behind it. */
  leaf: number;
  kind: 'sum' | 'leaf' | 'percent';
  formula: string;
}

function column(n: number, kind: Column['kind'], formula: string, leaf = n): Column {
  return { n, leaf, kind, formula };
}

export const columns: readonly Column[] = [
  column(1, 'sum', '(1)=(2)+(7)'),
  column(2, 'sum', '(2)= (3)+(5)'),
  column(3, 'leaf', '(3)'),
  column(4, 'percent', '(4)= (3)/(1)', 3),
  column(5, 'leaf', '(5)'),
  column(6, 'percent', '(6)= (5)/(1)', 5),
  column(7, 'sum', '(7)= (8)+(13)'),
  column(8, 'sum', '(8)= (9)+(11)'),
  column(9, 'leaf', '(9)'),
  column(10, 'percent', '(10)= (9)/(1)', 9),
  column(11, 'leaf', '(11)'),
  column(12, 'percent', '(12)= (11)/(1)', 11),
  column(13, 'sum', '(13)= (14)+(16)'),
  column(14, 'leaf', '(14)'),
  column(15, 'percent', '(15)= (14)/(1)', 14),
  column(16, 'leaf', '(16)'),
  column(17, 'percent', '(17)= (16)/(1)', 16),
];

/** A value by the number of its column. */
export function at(values: readonly number[], n: number): number {
  return values[n - 1] ?? 0;
}

/** The six leaves, in the order in which a bar of the chart stacks them: done first, overdue last. */
export const leaves = [14, 5, 16, 9, 3, 11] as const;
