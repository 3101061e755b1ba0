import { addDays, type Day, isDay } from './day.ts';
import { fold } from './text.ts';

/** Why typed text is no day. `impossible` names the month's last day; the page puts it into words. */
export type DayInputError =
  | { code: 'unreadable' }
  | { code: 'far'; year: number }
  | { code: 'impossible'; day: number; month: number; year?: number; last: number };

export type DayInput = { day: Day } | { error: DayInputError };

/**
 * Reads a day as people type it, beside the full forms: `30/6`, `311223`, `15`, `+15`, `-3`, `+2 tuần`, `+1 tháng`,
 * "hôm nay", "mai", "cuối tháng", "cuối quý", "cuối năm", "thứ sáu", with accents or without.
 * @param today what relative words and missing years count from
 * @param toward a day without its year (or month) is the first from today on (`future`, for due days), or the
 *   last up to today (`past`, for days of documents and reports)
 */
export function readDay(text: string, today: Day, toward: 'future' | 'past' = 'future'): DayInput {
  const typed = fold(text).replace(/^(ngay|truoc ngay|den ngay) (?=\d)/, '');
  const relative = readWords(typed, today) ?? readOffset(typed, today);
  if (relative) return { day: relative };

  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (iso) return exact(Number(iso[3]), Number(iso[2]), Number(iso[1]));
  const parts = /^(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{4}|\d{2}))?$/.exec(typed);
  const packed = /^(\d{2})(\d{2})(\d{4}|\d{2})?$/.exec(typed);
  const found = parts ?? packed;
  if (found) {
    const year = found[3];
    if (year) return exact(Number(found[1]), Number(found[2]), fullYear(year));
    return nearest(Number(found[1]), Number(found[2]), today, toward);
  }
  if (/^\d{1,2}$/.test(typed)) return nearestInMonth(Number(typed), today, toward);
  return { error: { code: 'unreadable' } };
}

const weekdays = ['chu nhat', 'thu hai', 'thu ba', 'thu tu', 'thu nam', 'thu sau', 'thu bay'];
const shortWeekdays = ['cn', 't2', 't3', 't4', 't5', 't6', 't7'];

function readWords(typed: string, today: Day): Day | undefined {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  if (typed === 'hom nay' || typed === 'nay') return today;
  if (typed === 'mai' || typed === 'ngay mai') return addDays(today, 1);
  if (typed === 'hom qua') return addDays(today, -1);
  if (typed === 'cuoi tuan') return addDays(today, (5 - weekdayOf(today) + 7) % 7);
  if (typed === 'cuoi thang' || typed === 'cuoi thang nay') return endOfMonth(year, month);
  if (typed === 'cuoi thang sau') return endOfMonth(year, month + 1);
  if (typed === 'cuoi quy') return endOfMonth(year, Math.ceil(month / 3) * 3);
  if (typed === 'cuoi nam') return endOfMonth(year, 12);
  const weekday = weekdays.indexOf(typed.replace(/^thu ([2-7])$/, (_, n) => weekdays[Number(n) - 1] ?? ''));
  const which = weekday < 0 ? shortWeekdays.indexOf(typed) : weekday;
  if (which < 0) return undefined;
  return addDays(today, (which - weekdayOf(today) + 7) % 7 || 7);
}

function readOffset(typed: string, today: Day): Day | undefined {
  const found = /^([+-]) ?(\d{1,3}) ?(ngay|n|tuan|w|thang|m)?$/.exec(typed);
  if (!found) return undefined;
  const n = Number(found[2]) * (found[1] === '-' ? -1 : 1);
  if (found[3] === 'tuan' || found[3] === 'w') return addDays(today, n * 7);
  if (found[3] !== 'thang' && found[3] !== 'm') return addDays(today, n);
  const months = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 + n;
  const last = endOfMonth(Math.floor(months / 12), (months % 12) + 1);
  const same = `${last.slice(0, 8)}${today.slice(8)}`;
  return isDay(same) ? same : last;
}

function exact(day: number, month: number, year: number): DayInput {
  const text = write(day, month, year);
  if (isDay(text)) return { day: text };
  if (month < 1 || month > 12 || day < 1) return { error: { code: 'unreadable' } };
  if (year < 1900 || year > 2999) return { error: { code: 'far', year } };
  return { error: { code: 'impossible', day, month, year, last: lastDay(year, month) } };
}

/** A day and a month: in the year of today, or the one after or before. 29/2 looks for its next leap year. */
function nearest(day: number, month: number, today: Day, toward: 'future' | 'past'): DayInput {
  const year = Number(today.slice(0, 4));
  const step = toward === 'future' ? 1 : -1;
  for (let at = 0; at <= 8; at += 1) {
    const text = write(day, month, year + at * step);
    if (isDay(text) && (toward === 'future' ? text >= today : text <= today)) return { day: text };
  }
  if (month < 1 || month > 12) return { error: { code: 'unreadable' } };
  return { error: { code: 'impossible', day, month, last: month === 2 ? 29 : lastDay(year, month) } };
}

/** A day alone: of this month, or of the nearest month that has it. */
function nearestInMonth(day: number, today: Day, toward: 'future' | 'past'): DayInput {
  const step = toward === 'future' ? 1 : -1;
  const start = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1;
  for (let at = 0; at <= 12; at += 1) {
    const months = start + at * step;
    const text = write(day, (months % 12) + 1, Math.floor(months / 12));
    if (isDay(text) && (toward === 'future' ? text >= today : text <= today)) return { day: text };
  }
  return { error: { code: 'unreadable' } };
}

function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The last day of a month; month 13 is January of the next year. */
function endOfMonth(year: number, month: number): Day {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** Two digits of a year mean this century. */
function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

function write(day: number, month: number, year: number): Day {
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join(
    '-',
  );
}
