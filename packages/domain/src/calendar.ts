import * as v from 'valibot';
import { addDays, type Day } from './day.ts';
import { day } from './dayrule.ts';
import { text } from './text.ts';

/** Days off besides Saturdays and Sundays, and Saturdays or Sundays that are worked to make up. Edited each year. */
export interface Calendar {
  off: readonly Day[];
  working: readonly Day[];
  /** Why a day is off or worked, where somebody said so. */
  notes?: Readonly<Record<Day, string>>;
}

export const emptyCalendar: Calendar = { off: [], working: [] };

const list = (what: string) =>
  v.pipe(
    v.array(v.strictObject({ on: day, note: v.optional(text('Ghi chú', 100)) }), `Cần danh sách ${what}.`),
    v.maxLength(120, `Tối đa 120 ${what} một năm.`),
  );

/** What an administrator sends for one year: all its days off besides weekends, and the weekends that are worked. */
export const calendarYear = v.pipe(
  v.strictObject({
    year: v.pipe(v.number('Năm là một số.'), v.integer('Năm là một số.'), v.minValue(2000), v.maxValue(2100)),
    off: list('ngày nghỉ'),
    working: list('ngày làm bù'),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const { year, off, working } = dataset.value;
    const seen = new Set<Day>();
    for (const [name, days] of Object.entries({ off, working })) {
      days.forEach(({ on }, i) => {
        const message = !on.startsWith(String(year))
          ? `Ngày này không thuộc năm ${year}.`
          : seen.has(on)
            ? 'Ngày này đã ghi ở trên.'
            : name === 'working' && !isWeekend(on)
              ? 'Ngày làm bù phải là thứ Bảy hoặc Chủ nhật.'
              : undefined;
        seen.add(on);
        if (message) addIssue({ message, path: placeOf(dataset.value, name, days, i) });
      });
    }
  }),
);
export type CalendarYear = v.InferOutput<typeof calendarYear>;

function placeOf(input: object, name: string, days: readonly object[], i: number) {
  const at = { type: 'object', origin: 'value', input, key: name, value: days } as const;
  const inside = { type: 'array', origin: 'value', input: days, key: i, value: days[i] } as const;
  const on = { type: 'object', origin: 'value', input: days[i], key: 'on', value: undefined } as const;
  return [at, inside, on] as unknown as [v.IssuePathItem];
}

/** The calendar with one year's days replaced; the other years stay. */
export function withYear(calendar: Calendar, { year, off, working }: CalendarYear): Calendar {
  const others = (days: readonly Day[]) => days.filter((on) => !on.startsWith(String(year)));
  const notes = Object.fromEntries([
    ...Object.entries(calendar.notes ?? {}).filter(([on]) => !on.startsWith(String(year))),
    ...[...off, ...working].flatMap(({ on, note }) => (note ? [[on, note] as const] : [])),
  ]);
  const of = (days: readonly { on: Day }[]) => days.map(({ on }) => on);
  return {
    off: [...others(calendar.off), ...of(off)].sort(),
    working: [...others(calendar.working), ...of(working)].sort(),
    notes,
  };
}

/** True for a Saturday or a Sunday. */
export function isWeekend(on: Day): boolean {
  const weekday = new Date(`${on}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

/** True where the Office works on this day. */
export function isWorkingDay(calendar: Calendar, on: Day): boolean {
  if (calendar.working.includes(on)) return true;
  if (calendar.off.includes(on)) return false;
  return !isWeekend(on);
}

/** The n-th working day after `from` (which is not counted itself); n >= 0, and 0 is `from`. */
export function addWorkingDays(calendar: Calendar, from: Day, n: number): Day {
  let on = from;
  for (let left = n; left > 0; ) {
    on = addDays(on, 1);
    if (isWorkingDay(calendar, on)) left -= 1;
  }
  return on;
}

/** Working days after `from` up to and with `to`: the age in working days of what began on `from`. */
export function workingDaysBetween(calendar: Calendar, from: Day, to: Day): number {
  let count = 0;
  for (let on = addDays(from, 1); on <= to; on = addDays(on, 1)) {
    if (isWorkingDay(calendar, on)) count += 1;
  }
  return count;
}

/** The working day on or before `on`: a reminder that falls on a day off is sent then. */
export function workingDayBefore(calendar: Calendar, on: Day): Day {
  let day = on;
  while (!isWorkingDay(calendar, day)) day = addDays(day, -1);
  return day;
}
