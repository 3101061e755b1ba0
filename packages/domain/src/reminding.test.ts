import { expect, test } from 'vitest';
import { addDays, type Day } from './day.ts';
import { Refusal } from './refusal.ts';
import { defaultSettings, type Settings } from './settings.ts';
import { sweepOn } from './sweep.ts';
import { begin, filed, type Story } from './testing.ts';

const due = '2023-06-30';

/** What the system reminds of and escalates on a day. */
function told(s: Story, on: Day, settings: Partial<Settings> = {}): string[] {
  const outcome = s.tries(on, 'system', 'sweep', {}, settings);
  if (outcome instanceof Refusal) throw outcome;
  return outcome.events.flatMap((e) => {
    if (e.type === 'reminded' && e.data.auto?.kind === 'due') return [`${e.data.auto.before} before`];
    if (e.type === 'reminded') return ['note'];
    return e.type === 'escalated' ? [`${e.data.to} after ${e.data.waited}`] : [];
  });
}

/** Every day on which something is told, from `from` on; the sweep runs daily, twice. */
function days(s: Story, from: Day, many: number, settings: Partial<Settings> = {}): string[] {
  return Array.from({ length: many }, (_, i) => addDays(from, i)).flatMap((on) => {
    const once = told(s, on, settings).map((what) => `${on.slice(5)} ${what}`);
    expect(told(s, on, settings)).toEqual([]);
    return once;
  });
}

test('a unit is reminded 7, 3 and 1 days before the due day, each once, and not after it', () => {
  const s = begin(due).does('2023-06-02', 'focal1', 'accept');
  expect(days(s, '2023-06-02', 60)).toEqual(['06-23 7 before', '06-27 3 before', '06-29 1 before']);
});

test('a reminder that falls on a day off is sent the working day before; two that meet there are one', () => {
  // 3 July is a Monday: 7 before is the Monday before; 3 before is Friday, and 1 before a Sunday.
  const s = begin('2023-07-03').does('2023-06-02', 'focal1', 'accept');
  expect(days(s, '2023-06-20', 20)).toEqual(['06-26 7 before', '06-30 1 before']);
  const calendar = { off: ['2023-09-01', '2023-09-04'], working: [] };
  // 5 September with a holiday from Friday to Monday: 1 before is the Thursday before it.
  const holiday = begin('2023-09-05').does('2023-06-02', 'focal1', 'accept', {}, { calendar });
  expect(days(holiday, '2023-08-20', 20, { calendar })).toEqual(['08-29 7 before', '08-31 1 before']);
});

test('a sweep that was missed tells only the closest reminder, late rather than never', () => {
  const s = begin(due).does('2023-06-02', 'focal1', 'accept');
  expect(told(s, '2023-06-28')).toEqual(['3 before']);
  expect(told(s, '2023-06-29')).toEqual(['1 before']);
});

test('what the assignment itself has just said is not said again, and a moved day begins anew', () => {
  const s = begin('2023-06-08', '2023-06-06').does('2023-06-06', 'focal1', 'accept');
  expect(days(s, '2023-06-06', 3)).toEqual(['06-07 1 before']);
  s.does('2023-06-08', 'officer1', 'redue', { dueOn: '2023-06-20', reference: '9/UBND' });
  expect(days(s, '2023-06-08', 12)).toEqual(['06-13 7 before', '06-16 3 before', '06-19 1 before']);
});

test('after a return the cure date is what is reminded of', () => {
  const s = begin(due)
    .does('2023-06-20', 'focal1', 'report', filed)
    .does('2023-06-29', 'officer1', 'return', { reason: 'x', cureOn: '2023-07-12' });
  expect(days(s, '2023-06-29', 20)).toEqual(['07-05 7 before', '07-07 3 before', '07-11 1 before']);
});

test('the days are a setting, and nothing is reminded of once it is reported, paused or overdue', () => {
  const settings = { remindBefore: [14] };
  expect(days(begin(due), '2023-06-02', 40, settings)).toEqual(['06-16 14 before']);
  expect(days(begin(due).does('2023-06-02', 'focal1', 'report', filed), '2023-06-03', 2)).toEqual([]);
  const pause = { reason: 'x', reference: 'y' };
  expect(days(begin(due).does('2023-06-02', 'chief', 'pause', pause), '2023-06-03', 40)).toEqual([]);
  expect(days(begin(due), '2023-07-01', 30)).toEqual([]);
  expect(days(begin(due, '2023-06-01', { role: 'support' }), '2023-06-02', 40)).toEqual([]);
});

test('a task without a due date is reminded of its progress note every 30 days after the last word of it', () => {
  const s = begin(null).does('2023-06-02', 'focal1', 'accept');
  // 1 July is a Saturday; 30 July a Sunday.
  expect(days(s, '2023-06-02', 70)).toEqual(['06-30 note', '07-28 note']);
  s.does('2023-08-10', 'focal1', 'note', { text: 'x' });
  expect(days(s, '2023-08-11', 35)).toEqual(['09-08 note']);
  const calendar = { off: Array.from({ length: 14 }, (_, i) => addDays('2024-02-05', i)), working: [] };
  const often = begin(null, '2024-02-01').does('2024-02-01', 'focal1', 'accept', {}, { calendar });
  expect(days(often, '2024-02-01', 12, { calendar, noteEvery: 7 }).length).toBeLessThan(12);
});

test('a waiting report is told to the head after 3 working days, the deputy after 5, the chief after 10', () => {
  const s = begin(due).does('2023-06-01', 'focal1', 'report', filed);
  expect(days(s, '2023-06-01', 40)).toEqual([
    '06-06 head after 3',
    '06-08 deputy after 5',
    '06-15 chief after 10',
  ]);
  expect(sweepOn(s.a, defaultSettings)).toBeUndefined();
});

test('a late sweep tells the last step reached alone, and a new report begins anew', () => {
  const s = begin(due).does('2023-06-01', 'focal1', 'report', filed);
  expect(told(s, '2023-06-09')).toEqual(['deputy after 6']);
  s.does('2023-06-09', 'officer1', 'return', { reason: 'x', cureOn: '2023-06-30' });
  s.does('2023-06-12', 'focal1', 'report', filed);
  expect(sweepOn(s.a, defaultSettings)).toBe('2023-06-15');
  expect(told(s, '2023-06-15')).toEqual(['head after 3']);
});

test('a reminder by hand tells, and takes the place of none of the system', () => {
  const s = begin(due).does('2023-06-20', 'officer1', 'remind', { message: 'Gấp' });
  expect(s.a.remindedOf).toBeUndefined();
  expect(told(s, '2023-06-23')).toEqual(['7 before']);
});
