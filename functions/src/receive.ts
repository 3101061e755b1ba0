import type { Desk } from '@tddh/core/desk';
import { noteAxis } from '@tddh/core/national/axisstate';
import { linkOf } from '@tddh/core/national/links';
import { meetAgain, workInbound } from '@tddh/core/national/work';
import { bell } from './bus.ts';
import { deskFor, openGround } from './ground.ts';
import { logger } from './log.ts';

const ground = openGround();
const { ring, rung } = bell();

/**
 * The one-minute schedule, and the API after it took a message in: works what came from the national side. What that
 * made stands in the outbox, so the relay is rung: nobody waits for its minute. An event of an assignment that carries
 * out a national task says that its document is to be compared again.
 */
export async function handler(
  event: { 'detail-type'?: string; detail?: { lane?: string; documentId?: string } } = {},
) {
  const desk = deskFor(ground);
  const { lane, documentId } = event.detail ?? {};
  // What is to be compared says nothing of what came in: it starts no second hand on the same queue.
  if (lane || documentId) return void (await meetAgain(desk, { lane, documentId }));
  if (event['detail-type'] === 'Scheduled Event') await pulled(desk);
  const report = await workInbound(desk);
  if (report.worked + report.quarantined > 0) logger.info('worked inbound messages', { ...report });
  if (report.worked > 0) ring();
  await rung();
  return report;
}

/** The minute is also when the document axis is asked, where the link has one. */
async function pulled(desk: Desk): Promise<void> {
  const link = await linkOf(desk.db);
  if (!link.axis || link.paused) return;
  const { pull } = await import('./axis.ts');
  const { taken, error } = await pull(desk, link);
  await noteAxis(desk, link.id, { taken, ...(error ? { error } : {}) });
  if (error) logger.warn('the document axis', { reason: error });
  if (taken > 0) {
    logger.info('took packages', { taken });
    ring();
  }
}
