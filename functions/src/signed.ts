import type { Db } from '@tddh/core/db';
import { type LinkSecrets, secretsOf } from '@tddh/core/national/admin';
import { Refusal } from '@tddh/domain/refusal';

/** Loaded where something is signed or verified. */
const webhooks = () => import('./webhook.ts');

/** A secret by its name, of the environment or of a parameter. */
export type Given = (name: string) => Promise<string | undefined>;

/**
 * Secrets of a link: those made on the page of the link, which stand in the table, and those given by name. Inbound all
 * are valid that stand; outbound the table's goes first, so that a change on the page holds at once.
 */
export async function secretsFor(db: Db, linkId: string, given: Given, now: Date): Promise<LinkSecrets> {
  const [stored, named] = await Promise.all([secretsOf(db, linkId), given('NATIONAL_SECRET')]);
  const standing = stored.inbound.filter(({ until }) => !until || until * 1000 > now.getTime());
  const outbound = stored.outbound ?? (await given('NATIONAL_OUTBOUND_SECRET'));
  const inbound = [...standing, ...(named ? [{ secret: named }] : [])];
  return { inbound, ...(outbound ? { outbound } : {}) };
}

/**
 * Verifies a Standard Webhooks signature over the raw body by any of the secrets, within 5 minutes of the real clock.
 * @returns the message's `webhook-id`
 * @throws Refusal `bad_signature`, whatever is wrong: which it was is not told
 */
export async function verify(
  secrets: LinkSecrets,
  headers: Record<string, string>,
  raw: string,
): Promise<string> {
  const { Webhook, WebhookVerificationError } = await webhooks();
  const id = headers['webhook-id'] ?? '';
  const right = secrets.inbound.some(({ secret }) => {
    try {
      new Webhook(secret).verify(raw, headers, { jsonParse: false });
      return true;
    } catch (error) {
      if (error instanceof WebhookVerificationError) return false;
      throw error;
    }
  });
  if (right && /^[\x21-\x7e]{1,200}$/.test(id)) return id;
  throw new Refusal('bad_signature', 'Chữ ký của thông điệp không đúng hoặc đã quá 5 phút.');
}

/** The headers of a signed message. */
export async function sign(
  secret: string,
  message: { id: string; at: Date; body: string },
): Promise<Record<string, string>> {
  const { Webhook } = await webhooks();
  return {
    'content-type': 'application/json',
    'webhook-id': message.id,
    'webhook-timestamp': String(Math.floor(message.at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(message.id, message.at, message.body),
  };
}
