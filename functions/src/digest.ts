import { digest } from '@tddh/core/digest';
import { isDay } from '@tddh/domain/day';
import { bell } from './bus.ts';
import { deskFor, openGround } from './ground.ts';
import { logger } from './log.ts';

const ground = openGround();
const { ring, rung } = bell();

/** The schedule in the morning, or by hand with `{day}`: queues the day's digest of every person, once. */
export async function handler(event: { day?: string } = {}) {
  if (event.day !== undefined && !isDay(event.day)) throw new Error(`${event.day} không phải một ngày.`);
  const desk = deskFor(ground);
  const report = await digest(event.day ? { ...desk, today: event.day } : desk);
  logger.info('digested', { ...report });
  if (report.queued > 0) ring('mail');
  await rung();
  return report;
}
