import { deliver } from '@tddh/core/national/deliver';
import { wake } from '@tddh/core/national/queue';
import { tell } from './axis.ts';
import { deskFor, openGround } from './ground.ts';
import { logger, measure } from './log.ts';
import { secret } from './secret.ts';
import { secretsFor } from './signed.ts';

const ground = openGround();
const runSeconds = 45;

/** A rule of the bus tells of an event that the national side is owed; the one-minute schedule tries what failed again. */
export async function handler(event: { detail?: { lane?: string } } = {}) {
  const desk = deskFor(ground);
  if (event.detail?.lane) await wake(desk.db, event.detail.lane, desk.now);
  let secrets: ReturnType<typeof secretsFor> | undefined;
  const report = await deliver(
    desk,
    async (link, message) => {
      // Read once a run, and only where something goes out.
      secrets ??= secretsFor(desk.db, link.id, secret, message.at);
      const { outbound } = await secrets;
      if (outbound.length === 0) return { ok: false, error: 'Chưa có khóa ký thông điệp gửi đi.' };
      return tell(link, outbound, message);
    },
    Date.now() + runSeconds * 1000,
  );
  if (report.sent + report.failed + report.parked > 0) logger.info('delivered', { ...report });
  measure({ deliveryAge: report.lag });
  return report;
}
