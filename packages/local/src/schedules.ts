import { randomUUID } from 'node:crypto';
import type { FunctionName, ScheduleWiring } from '@tddh/functions/wiring';
import { Cron } from 'croner';
import type { BusEvent, Targets } from './event.ts';

export interface Schedules {
  /** Runs a schedule now. Answers when it ended; a run that is under way is joined, never doubled. */
  run(name: string): Promise<void>;
  /** Asks for a run soon: one that is under way is followed by another, since it may have looked already. */
  ring(name: string): void;
  /** When it runs next. */
  next(name: string): Date | null;
  /** Starts no more runs and lets what runs end. */
  stop(): Promise<void>;
}

export interface ScheduleOptions {
  schedules: Readonly<Record<string, ScheduleWiring>>;
  targets: Targets;
  /** Told once of a failure: the same failure run after run is told the first time only. */
  onError?: (schedule: string, error: unknown) => void;
}

/** Runs the schedules of the wiring on the real clock, in their zone, by calling the functions in this process. */
export function startSchedules({ schedules, targets, onError = report }: ScheduleOptions): Schedules {
  const running = new Map<string, Promise<void>>();
  const lastError = new Map<string, string>();
  const rung = new Set<string>();
  let stopping = false;

  function run(name: string): Promise<void> {
    const current = running.get(name);
    if (current) return current;
    const work = attempt(name).finally(() => running.delete(name));
    running.set(name, work);
    return work;
  }

  function ring(name: string): void {
    if (stopping || rung.has(name)) return;
    rung.add(name);
    void Promise.resolve(running.get(name)).then(() => {
      rung.delete(name);
      return stopping ? undefined : run(name);
    });
  }

  async function attempt(name: string): Promise<void> {
    const schedule = schedules[name];
    const target = schedule && targets[schedule.target];
    if (!schedule || !target) throw new Error(`There is no schedule ${name} with a target`);
    for (let tries = 0; ; tries++) {
      try {
        await target(scheduledEvent(name, schedule.target));
        lastError.delete(name);
        return;
      } catch (error) {
        if (tries < schedule.retries) continue;
        if (lastError.get(name) !== String(error)) onError(name, error);
        lastError.set(name, String(error));
        return;
      }
    }
  }

  const crons = new Map(
    Object.entries(schedules).map(([name, { at, zone }]) => [
      name,
      new Cron(crontab(at), { timezone: zone, protect: true }, () => run(name)),
    ]),
  );
  return {
    run,
    ring,
    next: (name) => crons.get(name)?.nextRun() ?? null,
    stop: async () => {
      stopping = true;
      for (const cron of crons.values()) cron.stop();
      await Promise.allSettled(running.values());
    },
  };
}

/** An expression of EventBridge Scheduler as a crontab line. Throws on one that has no crontab line. */
export function crontab(at: string): string {
  const rate = /^rate\((\d+) (minute|hour)s?\)$/.exec(at);
  if (rate?.[2] === 'minute') return rate[1] === '1' ? '* * * * *' : `*/${rate[1]} * * * *`;
  if (rate?.[2] === 'hour') return rate[1] === '1' ? '0 * * * *' : `0 */${rate[1]} * * *`;
  const fields = /^cron\((.*)\)$/.exec(at)?.[1]?.split(' ');
  if (fields?.length !== 6 || fields[5] !== '*') throw new Error(`The yard cannot run the schedule ${at}`);
  const weekday = fields[4] ?? '?';
  // EventBridge counts Sunday as 1, a crontab as 0; names mean the same in both.
  if (/\d/.test(weekday)) throw new Error(`Name the weekdays of the schedule ${at}`);
  return fields.slice(0, 5).join(' ').replaceAll('?', '*');
}

function scheduledEvent(name: string, target: FunctionName): BusEvent {
  const region = process.env.AWS_REGION ?? 'ap-southeast-1';
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Scheduled Event',
    source: 'aws.scheduler',
    account: '000000000000',
    time: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
    region,
    resources: [`arn:aws:scheduler:${region}:000000000000:schedule/${target}/${name}`],
    detail: '{}',
  };
}

function report(schedule: string, error: unknown): void {
  console.error(`schedule ${schedule} failed:`, error);
}
