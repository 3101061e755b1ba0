import { removeStale } from '@tddh/core/files';
import { remindRounds } from '@tddh/core/reminders';
import { sweep } from '@tddh/core/sweep';
import { isDay } from '@tddh/domain/day';
import { deskFor, openGround } from './ground.ts';
import { logger, measure } from './log.ts';

const ground = openGround();

/** The schedule at local midnight, or by hand with `{day}`: marks what is overdue, and takes away files
 * that nobody attached. A run with failures throws, to be retried. */
export async function handler(event: { day?: string } = {}) {
  if (event.day !== undefined && !isDay(event.day)) throw new Error(`${event.day} không phải một ngày.`);
  const desk = deskFor(ground);
  const report = await sweep(event.day ? { ...desk, today: event.day } : desk, (assignmentId, error) =>
    logger.error('sweep failed on an assignment', { assignmentId, reason: String(error) }),
  );
  const reminded = await remindRounds(event.day ? { ...desk, today: event.day } : desk);
  logger.info('swept', { ...report, reminded });
  measure({ sweepSeen: report.seen, sweepMarked: report.marked, sweepFailed: report.failed });
  const files = await removeStale(desk);
  if (files > 0) logger.info('removed files that were never attached', { files });
  if (report.failed > 0) throw new Error(`sweep: ${report.failed} of ${report.seen} failed`);
  return report;
}
