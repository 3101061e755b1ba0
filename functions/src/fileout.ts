import { workFileOuts } from '@tddh/core/fileoutwork';
import { deskFor, openGround } from './ground.ts';
import { logger } from './log.ts';

const ground = openGround();
/** Seconds for which chunks are read; the rest of the timeout is for writing the file. */
const runSeconds = 150;

/** The one-minute schedule, and the bell after a long file was asked for: reads its rows in chunks and writes it. */
export async function handler() {
  const report = await workFileOuts(
    deskFor(ground),
    async (items, origin) => (await import('./listpaper.ts')).listFile(items, origin),
    {
      until: Date.now() + runSeconds * 1000,
      onError: (jobId, error) => logger.error('a long file failed', { jobId, reason: String(error) }),
    },
  );
  if (report.done + report.failed > 0) logger.info('wrote long files', { ...report });
  return report;
}
