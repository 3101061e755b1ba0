import type { Recurring } from '@tddh/domain/recurring';

const everies: readonly [Recurring['every'], RegExp][] = [
  ['half-year', /(?:6|sáu)\s+tháng/iu],
  ['quarter', /qu[ýí]/iu],
  ['week', /tuần/iu],
  ['year', /(?:hằng|hàng|mỗi)\s+năm/iu],
  ['month', /(?:hằng|hàng|mỗi)\s+tháng/iu],
];
const weekdays = ['hai', 'ba', 'tư', 'năm', 'sáu', 'bảy'];
const weekday = /thứ\s+(hai|ba|tư|năm|sáu|bảy|[2-7])|(chủ nhật)/iu;
const date = /(?:ngày|trước|vào)\s+(\d{1,2})(?:\s*\/\s*(\d{1,2}))?(?!\d)/giu;

/**
 * The rule that the words of a recurring deadline name ("trước ngày 15 hằng tháng", "trước ngày 20 của tháng cuối
 * quý"); undefined where they name no day or several: then people decide.
 */
export function ruleOf(words: string): Recurring | undefined {
  const text = words.normalize('NFC');
  const every = everies.find(([, pattern]) => pattern.test(text))?.[0];
  if (!every) return undefined;
  if (every === 'week') {
    const [, name, sunday] = weekday.exec(text) ?? [];
    if (sunday) return { every, day: 7 };
    if (name && /\d/.test(name)) return { every, day: Number(name) - 1 };
    return name ? { every, day: weekdays.indexOf(name.toLowerCase()) + 1 } : undefined;
  }
  const dates = [...text.matchAll(date)];
  const [found] = dates;
  if (!found || dates.length > 1 || /\d\s*(?:,|và)\s*(?:ngày\s*)?\d/u.test(text)) return undefined;
  const day = Number(found[1]);
  const month = found[2] ? Number(found[2]) : /tháng đầu/iu.test(text) ? 1 : undefined;
  if (day < 1 || day > 31) return undefined;
  if (every === 'year') return month && month <= 12 ? { every, day, month } : undefined;
  if (found[2]) return undefined;
  return { every, day, ...(month && every !== 'month' ? { month } : {}) };
}
