import { t } from '../../../words/words.ts';

const form = {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
} as const;

/** An instant as people of the Office read it: 30/11/2023 09:05. */
export function sayWhen(at: string | number): string {
  const parts = new Intl.DateTimeFormat('vi-VN', { ...form, hour12: false }).formatToParts(new Date(at));
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('day')}/${of('month')}/${of('year')} ${of('hour')}:${of('minute')}`;
}

/** Seconds as people say them. */
export function sayLag(seconds: number): string {
  if (seconds < 60) return t('national.noLag');
  const minutes = Math.round(seconds / 60);
  return minutes < 120
    ? t('national.minutes', { n: minutes })
    : t('national.hours', { n: Math.round(minutes / 60) });
}
