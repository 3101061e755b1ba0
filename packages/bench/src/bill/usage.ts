import { type FunctionWiring, wiring } from '@tddh/functions/wiring';

const minutes = 30.4 * 24 * 60;
const nights = 30.4;
const workdays = 21;

/** How much is used in a month, by assignments a year: people, their days, what they look at, what follows from it. */
export function usageOf(assignments: number) {
  const people = 70 + assignments / 100;
  const openedPages = people * workdays * 12;
  const entered = assignments / 12;
  const changes = entered * 4.5;
  return {
    ...{ minutes, nights, people, entered, changes },
    opened: openedPages * 0.4,
    ownLists: openedPages * 0.4,
    lists: openedPages * 0.1,
    // The appendix of a whole year, by those who read all of it.
    statistics: workdays * (15 + assignments / 2_000),
    sweepMarks: entered * 0.3,
    // A report in two has a scan of its letter, which is opened twice.
    files: entered * 0.5,
    downloads: entered,
    // One task in twenty comes from the national system, which hears of each of its changes.
    inbound: entered * 0.05,
    outbound: changes * 0.05,
    digests: workdays * people,
    letters: workdays * people * 0.5 + changes * 0.3,
    // What a page asks beside its own data.
    requests: openedPages * 3,
  };
}
export type Usage = ReturnType<typeof usageOf>;

/** Bytes of an attached file: a letter of some pages, scanned. */
export const fileBytes = 700_000;

const starts = Object.values(wiring.schedules);

/** Schedules that run every minute, and those that run once a day. */
export const everyMinute = starts.filter(({ at }) => at === 'rate(1 minute)').length;
export const daily = starts.length - everyMinute;

/** Queues that feed a function: Lambda asks each with 5 pollers, every 20 seconds, whether there is anything or not. */
export const queues = Object.values(wiring.rules).filter(({ batch }) => batch).length;
export const polls = (5 * 60 * minutes) / 20;

/**
 * Alarms by the metrics that they look at: throttles of each function, dead letters of each that is not only asked, the age of each
 * queue; and a missing sweep (2), the ages of outbox, deliveries and mail, letters given up, errors of the API, throttles
 * of the table (2).
 */
export const alarms = 2 * Object.keys(wiring.functions).length - 1 + queues + 9;

/** Metrics of our own: 4 that come every minute, and 3 of the sweep, which count for the hour in which they come. */
export const metrics = 4 + 3 / 24;

/** Secrets that are decrypted: at most once in 5 minutes by each function that reads them. */
export const decryptions =
  Object.values<FunctionWiring>(wiring.functions).reduce((sum, { secrets = [] }) => sum + secrets.length, 0) *
  (minutes / 5);
