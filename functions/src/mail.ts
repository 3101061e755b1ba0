import { catalogOf } from '@tddh/core/catalog';
import { type Send, sendLetters } from '@tddh/core/post';
import { deskFor, openGround } from './ground.ts';
import { logger, measure } from './log.ts';
import { secret } from './secret.ts';
import type { Post } from './smtp.ts';
import { heldBack, holdsBack } from './training.ts';

const ground = openGround();

/** A server's connection is loaded where there is one to connect to: most runs have nothing to send. */
async function open(url: string): Promise<Post> {
  return (await import('./smtp.ts')).smtp(url, sender());
}

/** Where links of letters lead: the product's own host, else the distribution's, else this machine's. */
const origin = () => process.env.PUBLIC_ORIGIN || process.env.LINK_ORIGIN || 'http://127.0.0.1:3000';
const sender = () => process.env.MAIL_FROM || `no-reply@${new URL(origin()).hostname}`;
const closed = { close: () => {} };
const held: Send = async () => ({ ok: false, fault: 'never', why: heldBack });
const nowhere: Send = async () => ({
  ok: false,
  fault: 'server',
  why: 'Chưa cấu hình máy chủ thư (SMTP_URL).',
});

/** The one-minute schedule, and the bell after a letter was queued: sends what is due. */
export async function handler() {
  const desk = deskFor(ground);
  const training = holdsBack();
  const [url, { settings }] = await Promise.all([
    training ? undefined : secret('SMTP_URL'),
    catalogOf(desk.db),
  ]);
  const post: Post = url ? await open(url) : { send: training ? held : nowhere, ...closed };
  try {
    const report = await sendLetters(desk, post.send, { origin: origin(), days: settings.mailDays });
    const { sent, failed, dead, held, oldest } = report;
    if (sent + failed + dead > 0) logger.info('mailed', { ...report });
    if (url && !held) measure({ mailDead: dead, mailAge: oldest });
    return report;
  } finally {
    post.close();
  }
}
