import { workInbound } from '@tddh/core/national/work';
import { deskFor, openGround } from './ground.ts';
import { logger } from './log.ts';

const ground = openGround();

/** The one-minute schedule, and the API after it took a message in: works what came from the national side. */
export async function handler() {
  const report = await workInbound(deskFor(ground));
  if (report.worked + report.quarantined > 0) logger.info('worked inbound messages', { ...report });
  return report;
}
