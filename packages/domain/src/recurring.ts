import * as v from 'valibot';
import { addDays, type Day, daysBetween } from './day.ts';
import { day } from './dayrule.ts';
import type { Fault } from './refusal.ts';
import { id, text } from './text.ts';

/** How long a period of a recurring task is. */
export const everies = ['week', 'month', 'quarter', 'half-year', 'year'] as const;
export type Every = (typeof everies)[number];

/**
 * The rule of a recurring task ("trước ngày 15 hằng tháng"): one due day in every period. The first one is due on the
 * task's own due day; each next one is assigned when the due day before it has passed.
 */
export interface Recurring {
  every: Every;
  /** For `week` the weekday, 1 Monday to 7 Sunday; else the day of the month, where a short month ends on its last. */
  day: number;
  /** Which month of its quarter, half-year or year, from 1; the last one where it is absent. */
  month?: number;
  /** The last due day; without it the task goes on until somebody ends it. */
  until?: Day;
  /** The day on which the Office ended it: nothing more is made. */
  endedOn?: Day;
}

/** One of a recurring task's assignments: which one it is, and what came of it. */
export interface Recurrence {
  rule: Recurring;
  /** The due day by the rule; moving the assignment's due date moves no other one. */
  dueOn: Day;
  /** The period that it is for: `2023-W48`, `2023-12`, `2023-Q4`, `2023-H2` or `2023`. */
  period: string;
  /** 1 for the first. */
  number: number;
  previousId?: string;
  nextId?: string;
}

/** Months in a period; a week has none. */
const months: Readonly<Record<Every, number>> = { week: 0, month: 1, quarter: 3, 'half-year': 6, year: 12 };

/** What an officer sends beside a task's due day. */
export const newRecurring = v.pipe(
  v.strictObject({
    every: v.picklist(everies, 'Định kỳ là week, month, quarter, half-year hoặc year.'),
    day: v.pipe(
      v.number('Ngày của kỳ là một số.'),
      v.integer('Ngày của kỳ là một số nguyên.'),
      v.minValue(1, 'Ngày của kỳ từ 1 đến 31.'),
      v.maxValue(31, 'Ngày của kỳ từ 1 đến 31.'),
    ),
    month: v.optional(
      v.pipe(
        v.number('Tháng của kỳ là một số.'),
        v.integer('Tháng của kỳ là một số nguyên.'),
        v.minValue(1, 'Tháng của kỳ từ 1 đến 12.'),
      ),
    ),
    until: v.optional(day),
  }),
  v.forward(
    v.check(
      (rule) => rule.every !== 'week' || rule.day <= 7,
      'Thứ trong tuần từ 1 (thứ Hai) đến 7 (Chủ nhật).',
    ),
    ['day'],
  ),
  v.forward(
    v.check(
      (rule) => rule.month === undefined || (months[rule.every] > 1 && rule.month <= months[rule.every]),
      'Tháng của kỳ chỉ ghi cho quý (1 đến 3), nửa năm (1 đến 6) hoặc năm (1 đến 12).',
    ),
    ['month'],
  ),
);

/** What the Office sends to change the rule of a task of a document, or to end it (`null`). */
export const ruleChange = v.strictObject({
  task: id,
  recurring: v.nullable(newRecurring),
  reason: text('Lý do', 1000),
});
export type RuleChange = v.InferOutput<typeof ruleChange>;

/** The first day of the period in which a day lies; weeks begin on Monday. */
function startOf(every: Every, on: Day): Day {
  if (every === 'week') return addDays(on, 1 - weekdayOf(on));
  const month = Number(on.slice(5, 7)) - 1;
  return monthStart(Number(on.slice(0, 4)), month - (month % months[every]));
}

/** The first day of the period after the one that starts on `start`. */
function startAfter(every: Every, start: Day): Day {
  if (every === 'week') return addDays(start, 7);
  return monthStart(Number(start.slice(0, 4)), Number(start.slice(5, 7)) - 1 + months[every]);
}

/** The first day of a month, counted from 0; 12 is the January after. */
function monthStart(year: number, month: number): Day {
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}

/** Monday is 1, Sunday 7. */
function weekdayOf(on: Day): number {
  return new Date(`${on}T00:00:00Z`).getUTCDay() || 7;
}

/** The due day of the period that starts on `start`. */
function dueIn({ every, day, month }: Recurring, start: Day): Day {
  if (every === 'week') return addDays(start, day - 1);
  const first = monthStart(
    Number(start.slice(0, 4)),
    Number(start.slice(5, 7)) - 2 + (month ?? months[every]),
  );
  const last = addDays(startAfter('month', first), -1);
  return `${first.slice(0, 8)}${String(Math.min(day, Number(last.slice(8)))).padStart(2, '0')}`;
}

const within = (rule: Recurring, due: Day) =>
  rule.endedOn === undefined && (rule.until === undefined || due <= rule.until) ? due : undefined;

/** The due day after `due`: of the next period, so that no period is left out or told twice; undefined at the end. */
export function nextDue(rule: Recurring, due: Day): Day | undefined {
  return within(rule, dueIn(rule, startAfter(rule.every, startOf(rule.every, due))));
}

/** The first due day of the rule that is not before `from`; undefined where the rule ends earlier. */
export function firstDue(rule: Recurring, from: Day): Day | undefined {
  const due = dueIn(rule, startOf(rule.every, from));
  return due >= from ? within(rule, due) : nextDue(rule, due);
}

/** The day on which the next assignment is made: the one after the due day; undefined where there is no next. */
export function renewsOn(a: { recurring?: Recurrence; closed?: unknown }): Day | undefined {
  const { recurring } = a;
  if (!recurring || recurring.nextId || a.closed || !nextDue(recurring.rule, recurring.dueOn))
    return undefined;
  return addDays(recurring.dueOn, 1);
}

/** The name of the period in which a due day lies, as it is stored. */
export function periodName(every: Every, due: Day): string {
  const year = due.slice(0, 4);
  const month = Number(due.slice(5, 7));
  switch (every) {
    case 'week': {
      const thursday = addDays(startOf('week', due), 3);
      const first = `${thursday.slice(0, 4)}-01-01`;
      const week = Math.floor(daysBetween(first, thursday) / 7) + 1;
      return `${thursday.slice(0, 4)}-W${String(week).padStart(2, '0')}`;
    }
    case 'month':
      return due.slice(0, 7);
    case 'quarter':
      return `${year}-Q${Math.ceil(month / 3)}`;
    case 'half-year':
      return `${year}-H${month <= 6 ? 1 : 2}`;
    case 'year':
      return year;
  }
}

/** What a task's first assignment knows of its rule. */
export function firstOf(rule: Recurring, dueOn: Day): Recurrence {
  return { rule, dueOn, period: periodName(rule.every, dueOn), number: 1 };
}

/** The faults of the rules of tasks: each has a due day of its own, or finds one not before `today`. */
export function recurringFaults(
  tasks: readonly { dueOn: Day | null; recurring?: Recurring }[],
  today: Day,
): Fault[] {
  return tasks.flatMap(({ dueOn, recurring }, i) => {
    if (!recurring || recurring.endedOn) return [];
    const first = dueOn ?? firstDue(recurring, today);
    if (first && (!recurring.until || first <= recurring.until)) return [];
    return [
      { path: `tasks.${i}.recurring.until`, message: 'Ngày cuối của định kỳ phải từ hạn đầu tiên trở đi.' },
    ];
  });
}

/** Turns "the n-th due days from here" into a list, for a preview; at most `most`. */
export function duesFrom(rule: Recurring, first: Day, most: number): Day[] {
  const dues: Day[] = [];
  for (let due: Day | undefined = first; due && dues.length < most; due = nextDue(rule, due)) dues.push(due);
  return dues;
}
