import { relay } from '@tddh/core/relay';
import { publisher } from './bus.ts';
import { deskFor, openGround } from './ground.ts';
import { logger, measure } from './log.ts';

const ground = openGround();
const publish = publisher();

/** The one-minute schedule, and the API after a commit: tells the bus what is in the outbox, and how long it waited. */
export async function handler() {
  const desk = deskFor(ground);
  let outboxAge = 0;
  const report = await relay(desk, (events) => {
    const oldest = Math.min(...events.map(({ at }) => Date.parse(at)));
    outboxAge = Math.max(outboxAge, (desk.now.getTime() - oldest) / 1000);
    return publish(events);
  });
  if (report.told + report.left > 0) logger.info('relayed', { ...report });
  if (!report.held) measure({ outboxAge });
  return report;
}
