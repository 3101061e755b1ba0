import { wiring } from '@tddh/functions/wiring';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { BusEvent } from './event.ts';
import { crontab, type Schedules, startSchedules } from './schedules.ts';

let schedules: Schedules | undefined;
beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-03-01T16:59:30Z') });
});
afterEach(async () => {
  await schedules?.stop();
  vi.useRealTimers();
});

test('the sweep runs just after midnight of the province, the relay every minute', () => {
  schedules = startSchedules({ schedules: wiring.schedules, targets: {} });
  expect(schedules.next('midnight')?.toISOString()).toBe('2026-03-01T17:05:00.000Z');
  expect(schedules.next('minute')?.toISOString()).toBe('2026-03-01T17:00:00.000Z');
});

test('a function gets the event of the scheduler when its time comes', async () => {
  const events: BusEvent[] = [];
  const targets = { relay: async (event: unknown) => events.push(event as BusEvent) };
  schedules = startSchedules({ schedules: { minute: wiring.schedules.minute! }, targets });
  await vi.advanceTimersByTimeAsync(125_000);
  expect(events.map((event) => event.time)).toEqual(['2026-03-01T17:00:00Z', '2026-03-01T17:01:00Z']);
  expect(events[0]).toMatchObject({
    source: 'aws.scheduler',
    'detail-type': 'Scheduled Event',
    detail: '{}',
  });
});

test('a run never overlaps the one before it', async () => {
  let active = 0;
  let most = 0;
  let runs = 0;
  const relay = async () => {
    active += 1;
    most = Math.max(most, active);
    await new Promise((done) => setTimeout(done, 150_000));
    active -= 1;
    runs += 1;
  };
  schedules = startSchedules({ schedules: { minute: { ...minute } }, targets: { relay } });
  await vi.advanceTimersByTimeAsync(600_000);
  expect(most).toBe(1);
  expect(runs).toBeGreaterThan(1);
  const stopped = schedules.stop();
  await vi.advanceTimersByTimeAsync(200_000);
  await stopped;
  expect(active).toBe(0);
});

test('a ring during a run is followed by one more run, however often it rang', async () => {
  let runs = 0;
  const relay = async () => {
    await new Promise((done) => setTimeout(done, 100));
    runs += 1;
  };
  schedules = startSchedules({ schedules: { minute }, targets: { relay } });
  schedules.ring('minute');
  await vi.advanceTimersByTimeAsync(50);
  for (let i = 0; i < 5; i++) schedules.ring('minute');
  await vi.advanceTimersByTimeAsync(1000);
  expect(runs).toBe(2);
});

test('the same failure is told once, and again after a success', async () => {
  const errors: string[] = [];
  let down = true;
  const relay = async () => {
    if (down) throw new Error('no bus');
  };
  schedules = startSchedules({
    schedules: { minute },
    targets: { relay },
    onError: (name, error) => errors.push(`${name}: ${error}`),
  });
  await schedules.run('minute');
  await schedules.run('minute');
  expect(errors).toEqual(['minute: Error: no bus']);
  down = false;
  await schedules.run('minute');
  down = true;
  await schedules.run('minute');
  expect(errors).toHaveLength(2);
});

test('a failed run is tried again as often as the wiring says', async () => {
  let calls = 0;
  const sweep = async () => {
    calls += 1;
    if (calls < 3) throw new Error('throttled');
  };
  const onError = vi.fn();
  schedules = startSchedules({
    schedules: { midnight: { ...minute, target: 'sweep', retries: 3 } },
    targets: { sweep },
    onError,
  });
  await schedules.run('midnight');
  expect(calls).toBe(3);
  expect(onError).not.toHaveBeenCalled();
});

test.each([
  ['cron(5 0 * * ? *)', '5 0 * * *'],
  ['cron(0 7 ? * MON-FRI *)', '0 7 * * MON-FRI'],
  ['rate(1 minute)', '* * * * *'],
  ['rate(15 minutes)', '*/15 * * * *'],
])('%s is the crontab line %s', (at, line) => {
  expect(crontab(at)).toBe(line);
});

test.each(['cron(5 0 * * ? 2027)', 'cron(0 7 ? * 2 *)', 'at(2027-01-01T00:00:00)'])('%s is refused', (at) => {
  expect(() => crontab(at)).toThrow(at);
});

const minute = { at: 'rate(1 minute)', zone: 'Asia/Ho_Chi_Minh', target: 'relay', retries: 0 } as const;
