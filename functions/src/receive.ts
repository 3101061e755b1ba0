import { workInbound } from '@tddh/core/national/work';
import { bell } from './bus.ts';
import { deskFor, openGround } from './ground.ts';
import { logger } from './log.ts';

const ground = openGround();
const { ring, rung } = bell();

/**
 * The one-minute schedule, and the API after it took a message in: works what came from the national side. What that
 * made stands in the outbox, so the relay is rung: nobody waits for its minute.
 */
export async function handler() {
  const report = await workInbound(deskFor(ground));
  if (report.worked + report.quarantined > 0) logger.info('worked inbound messages', { ...report });
  if (report.worked > 0) ring();
  await rung();
  return report;
}
