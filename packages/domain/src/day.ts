/** A local day of the province, `YYYY-MM-DD`. Compared as text. */
export type Day = string;
/** A moment in UTC, ISO 8601 with `Z`. */
export type Instant = string;

/** The zone in which days are counted (domain.md, The clock). It has had no daylight saving since 1975. */
export const zone = 'Asia/Ho_Chi_Minh';
const offset = 7 * 3_600_000;
const oneDay = 86_400_000;

/** The day that stands for "never yet": later than every real day, so that an index can hold it. */
export const never: Day = '9999-12-31';

/** True for a day that the calendar has, from 1900 to 2999 (`never` is none); `2023-02-31` is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return (
    !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) && text >= '1900-01-01' && text < '3000'
  );
}

/** The local day of an instant. */
export function dayOf(at: Date): Day {
  return new Date(at.getTime() + offset).toISOString().slice(0, 10);
}

/** The day `n` calendar days later (earlier where n is negative). */
export function addDays(from: Day, n: number): Day {
  return new Date(Date.parse(`${from}T00:00:00Z`) + n * oneDay).toISOString().slice(0, 10);
}

/** The Monday of a day's week. */
export function weekOf(on: Day): Day {
  return addDays(on, -((new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7));
}

/** Calendar days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / oneDay);
}

/** A day as people write it: 30/11/2023. */
export function showDay(on: Day): string {
  return `${on.slice(8, 10)}/${on.slice(5, 7)}/${on.slice(0, 4)}`;
}

/** The months (`YYYY-MM`) from the month of `from` to the month of `to`, oldest first. */
export function monthsBetween(from: Day, to: Day): string[] {
  const months: string[] = [];
  let year = Number(from.slice(0, 4));
  let month = Number(from.slice(5, 7));
  for (;;) {
    const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
    if (text > to.slice(0, 7)) return months;
    months.push(text);
    month = month === 12 ? 1 : month + 1;
    if (month === 1) year += 1;
  }
}

/** The later of two days. */
export function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}
