import { expect, test } from 'vitest';
import type { Day } from './day.ts';
import { Refusal } from './refusal.ts';
import { defaultSettings } from './settings.ts';
import { sweepOn } from './sweep.ts';
import { begin, filed, type Story } from './testing.ts';

const due = '2023-06-30';
/** Marks and starts alone; reminders and escalations stand in `reminding.test.ts`. */
const quiet = { remindBefore: [], escalateAfter: [], noteEvery: 9999 };
function swept(s: Story, on: Day): string[] {
  const outcome = s.tries(on, 'system', 'sweep', {}, quiet);
  if (outcome instanceof Refusal) throw outcome;
  return outcome.events.map((e) => e.type);
}
const next = (s: Story) => sweepOn(s.a, { ...defaultSettings, ...quiet });

test('the system starts what nobody accepted after two working days', () => {
  const s = begin(due, '2023-06-01');
  expect(next(s)).toBe('2023-06-05');
  expect(swept(s, '2023-06-04')).toEqual([]);
  expect(swept(s, '2023-06-05')).toEqual(['accepted']);
  expect(s.a.status).toBe('in-progress');
  expect(s.events[1]!.by.role).toBe('system');
});

test('what is overdue is marked on the day after the due day, once', () => {
  const s = begin(due).does('2023-06-02', 'focal1', 'accept');
  expect(next(s)).toBe('2023-07-01');
  expect(swept(s, due)).toEqual([]);
  expect(swept(s, '2023-07-01')).toEqual(['overdue']);
  expect(swept(s, '2023-07-01')).toEqual([]);
  expect(swept(s, '2023-08-01')).toEqual([]);
  expect(next(s)).toBeUndefined();
  expect(s.a.overdueTold).toBe(due);
});

test('one sweep after a long silence does all that is owed, and a second one nothing', () => {
  const s = begin(due);
  expect(swept(s, '2023-09-01')).toEqual(['accepted', 'overdue']);
  expect(swept(s, '2023-09-01')).toEqual([]);
});

test('a new due date is marked anew when it passes', () => {
  const s = begin(due);
  swept(s, '2023-07-01');
  s.does('2023-07-05', 'officer1', 'redue', { dueOn: '2023-07-10', reference: '9/UBND' });
  expect(next(s)).toBe('2023-07-11');
  expect(swept(s, '2023-07-10')).toEqual([]);
  expect(swept(s, '2023-07-11')).toEqual(['overdue']);
});

test('a cure date holds the mark back, and a withdrawal does not bring it forward', () => {
  const s = begin(due)
    .does('2023-06-29', 'focal1', 'report', filed)
    .does('2023-07-09', 'officer1', 'return', { reason: 'x', cureOn: '2023-07-15' });
  expect(next(s)).toBe('2023-07-16');
  s.does('2023-07-10', 'focal1', 'report', filed).does('2023-07-11', 'focal1', 'withdraw');
  expect(next(s)).toBe('2023-07-16');
  expect(swept(s, '2023-07-15')).toEqual([]);
  expect(swept(s, '2023-07-16')).toEqual(['overdue']);
});

test('what is reported, paused, done, without a due date or a support is not marked', () => {
  const pause = { reason: 'x', reference: 'y' };
  for (const s of [
    begin(due).does('2023-06-29', 'focal1', 'report', filed),
    begin(due).does('2023-06-29', 'chief', 'pause', pause),
    begin(due).does('2023-06-29', 'focal1', 'report', filed).does('2023-06-29', 'officer1', 'confirm'),
    begin(due, '2023-06-01', { role: 'support' }),
  ]) {
    expect(next(s)).toBeUndefined();
    expect(swept(s, '2023-12-31')).toEqual([]);
  }
  expect(swept(begin(null).does('2023-06-02', 'focal1', 'accept'), '2023-12-31')).toEqual([]);
});

test('nobody but the system sweeps', () => {
  expect(begin(due).tries('2023-07-01', 'admin', 'sweep')).toBeInstanceOf(Refusal);
});
