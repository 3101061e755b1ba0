import type { Db } from '@tddh/core/db';
import { type LinkSecrets, secretsOf } from '@tddh/core/national/admin';
import { Refusal } from '@tddh/domain/refusal';

/** Loaded where something is signed or verified. */
const webhooks = () => import('./webhook.ts');

/** A secret by its name, of the environment or of a parameter. */
export type Given = (name: string) => Promise<string | undefined>;

/** The secrets that hold now: any of the inbound ones is taken, all of the outbound ones sign, the newest first. */
export interface Standing {
  inbound: LinkSecrets['inbound'];
  outbound: readonly string[];
}

/**
 * Secrets of a link: those made on the page of the link, which stand in the table, and those given by name. Outbound
 * the table's goes first, so that a change on the page holds at once; the one before signs too for a day, so that the
 * other side may change in its own time (Standard Webhooks, zero downtime secret rotation).
 */
export async function secretsFor(db: Db, linkId: string, given: Given, now: Date): Promise<Standing> {
  const [stored, named] = await Promise.all([secretsOf(db, linkId), given('NATIONAL_SECRET')]);
  const standing = stored.inbound.filter(({ until }) => !until || until * 1000 > now.getTime());
  const inbound = [...standing, ...(named ? [{ secret: named }] : [])];
  const { outbound: made, before } = stored;
  const changing = before !== undefined && before.until * 1000 > now.getTime();
  const ours = !made || (changing && !before.secret) ? await given('NATIONAL_OUTBOUND_SECRET') : undefined;
  const outbound = [made, changing ? before.secret : undefined, ours].filter((one) => one !== undefined);
  return { inbound, outbound };
}

/**
 * Verifies a Standard Webhooks signature over the raw body by any of the secrets, within 5 minutes of the real clock.
 * @returns the message's `webhook-id`
 * @throws Refusal `bad_signature`, whatever is wrong: which it was is not told
 */
export async function verify(
  secrets: Pick<Standing, 'inbound'>,
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

/** The headers of a message, signed by each of the secrets. */
export async function sign(
  secrets: readonly string[],
  message: { id: string; at: Date; body: string },
): Promise<Record<string, string>> {
  const { Webhook } = await webhooks();
  return {
    'content-type': 'application/json',
    'webhook-id': message.id,
    'webhook-timestamp': String(Math.floor(message.at.getTime() / 1000)),
    'webhook-signature': secrets
      .map((secret) => new Webhook(secret).sign(message.id, message.at, message.body))
      .join(' '),
  };
}
