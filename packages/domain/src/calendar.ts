import { addDays, type Day } from './day.ts';

/** Days off besides Saturdays and Sundays, and Saturdays or Sundays that are worked to make up. Edited each year. */
export interface Calendar {
  off: readonly Day[];
  working: readonly Day[];
}

export const emptyCalendar: Calendar = { off: [], working: [] };

/** True where the Office works on this day. */
export function isWorkingDay(calendar: Calendar, on: Day): boolean {
  if (calendar.working.includes(on)) return true;
  if (calendar.off.includes(on)) return false;
  const weekday = new Date(`${on}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
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
