import { addWorkingDays, type Calendar } from '@tddh/domain/calendar';
import { addDays, type Day, isDay } from '@tddh/domain/day';
import type { Deadline } from './deadline.ts';

/** How a due day follows from the words; the page says it beside the day. */
export type DueRule =
  | { code: 'written' }
  | { code: 'year-filled'; year: string }
  | { code: 'month' | 'quarter' | 'year' | 'period' }
  | { code: 'days' | 'working-days' | 'weeks' | 'months'; n: number; from: Day }
  /** Counts from the document's day, which is not known yet. */
  | { code: 'needs-day' }
  /** Counts from something that only people can date. */
  | { code: 'event' }
  | { code: 'recurring' }
  | { code: 'none' };

/** A due day as proposed, and the rule by which it was found. */
export interface ProposedDue {
  dueOn: Day | null;
  rule: DueRule;
}

const amount =
  /(\d{1,3})(?:\s*[-–]\s*(\d{1,3}))?\s*(?:\([^()]{1,20}\)\s*)?(ngày|tuần|tháng)(\s+làm việc)?(?:,?\s+(?:(?:kể|tính)\s+từ|kể|sau khi|sau|từ)\s+(.+))?$/iu;
const fromDocument =
  /^(?:(?:ngày|khi)\s+)?(?:(?:ký|ban hành|nhận (?:được )?)|(?:(?:Công văn|Văn bản|Quyết định|Kế hoạch|Chỉ thị|Thông báo|Nghị quyết|Công điện)(?: này)? (?:được )?(?:ký|ban hành|có hiệu lực)))(?![^.;]*(?:hồ sơ|ý kiến của|báo cáo của|đề nghị))/iu;

/**
 * The day that a deadline's words name. A period of days, weeks or months counts from the document's day, which is not
 * counted itself, and its last day is the due day (Bộ luật Dân sự 2015, Điều 147 và 148). What counts from another
 * event has no day here: people decide.
 * @param issuedOn the document's day, or null while it has none
 */
export function dueOf(deadline: Deadline, issuedOn: Day | null, calendar: Calendar): ProposedDue {
  const { kind, date, text = '', precision } = deadline;
  if (kind === 'none') return { dueOn: null, rule: { code: 'none' } };
  if (kind === 'recurring') return { dueOn: null, rule: { code: 'recurring' } };
  if (kind === 'date') {
    const dueOn = date ?? null;
    if (precision) return { dueOn, rule: { code: precision } };
    const year = dueOn?.slice(0, 4) ?? '';
    return { dueOn, rule: text.includes(year) ? { code: 'written' } : { code: 'year-filled', year } };
  }
  const found = amount.exec(text);
  const event = found?.[5];
  const named = event ? dayNamed(event) : undefined;
  if (!found || !(named || !event || fromDocument.test(event)))
    return { dueOn: null, rule: { code: 'event' } };
  const from = named ?? issuedOn;
  if (!from) return { dueOn: null, rule: { code: 'needs-day' } };
  const n = Number(found[2] ?? found[1]);
  const unit = found[3]!.toLowerCase();
  if (unit === 'tuần') return { dueOn: addDays(from, 7 * n), rule: { code: 'weeks', n, from } };
  if (unit === 'tháng') return { dueOn: addMonths(from, n), rule: { code: 'months', n, from } };
  return found[4]
    ? { dueOn: addWorkingDays(calendar, from, n), rule: { code: 'working-days', n, from } }
    : { dueOn: addDays(from, n), rule: { code: 'days', n, from } };
}

/** The day with which words begin: "ngày 22/7/2021". */
function dayNamed(words: string): Day | undefined {
  const [, day = '', month = '', year = ''] =
    /^(?:ngày\s+)?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/iu.exec(words) ?? [];
  const on = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(on) ? on : undefined;
}

/** The same day of a later month, or its last day where it has none. */
function addMonths(from: Day, n: number): Day {
  const months = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + n;
  const last = new Date(Date.UTC(Math.floor(months / 12), (months % 12) + 1, 0)).toISOString().slice(0, 10);
  const same = `${last.slice(0, 8)}${from.slice(8)}`;
  return isDay(same) ? same : last;
}
