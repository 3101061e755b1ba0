import { createHash } from 'node:crypto';
import { readInput } from '@tddh/domain/input';
import { type Link, mapped } from '@tddh/domain/link';
import { type NationalEvent, nationalData, nationalTypes } from '@tddh/domain/national';
import { Refusal } from '@tddh/domain/refusal';
import { Conflict, commit, put } from '../commit.ts';
import type { Desk } from '../desk.ts';

/** How long a message is kept after it came: 24 months, as the record. */
const keptDays = 730;

/** Bytes of a message at most: it stands in one row, and what it says in another, each of 400 kB at most. */
const mostBytes = 300_000;

/** A message in CloudEvents' words, as far as they are needed. */
export interface Envelope {
  id: string;
  source: string;
  type: string;
  subject?: string;
  data: Record<string, unknown>;
}

/** Why a message cannot be worked: a stable code, and what it is about. */
export interface InboundFault {
  code:
    | 'not_an_event'
    | 'unknown_type'
    | 'bad_data'
    | 'unknown_unit'
    | 'version_taken'
    | 'unknown_document'
    | 'bad_document';
  about: string;
}

/** A message that was understood, or why it was not. */
export type Understood =
  | { envelope: Envelope; event: NationalEvent; fault?: never }
  | { fault: InboundFault; event?: never };

/**
 * Takes a signed message in: stored once by its CloudEvents source and id, and once by its `webhook-id`. What it says
 * is worked later, from the queue; what is not understood goes to the quarantine.
 * @param raw the body as it was signed
 * @returns whether it is new
 * @throws Refusal `event_mismatch` where an id comes again with another body; `too_large`
 */
export async function receive(
  desk: Desk,
  link: Link,
  webhookId: string,
  raw: string,
): Promise<{ fresh: boolean }> {
  const { db } = desk;
  if (Buffer.byteLength(raw) > mostBytes) {
    throw new Refusal('too_large', 'Thông điệp quá lớn (tối đa 300 kB). Hãy chia thành nhiều phiên bản.');
  }
  const body: unknown = JSON.parse(raw);
  const envelope = envelopeOf(body);
  const source = envelope?.source ?? 'unknown';
  const eventKey = keyOf(link.id, source, envelope?.id ?? webhookId);
  const bodyHash = createHash('sha256').update(raw).digest('hex');
  const understood = understand(link, body);
  const at = desk.now.toISOString();
  const row = {
    ...{ eventKey, webhookId, bodyHash, at, month: at.slice(0, 7), body: raw },
    type: envelope?.type ?? '',
    state: understood.fault ? ('quarantine' as const) : ('waiting' as const),
    ...(understood.fault ? { fault: understood.fault.code, about: understood.fault.about } : {}),
    expiresAt: Math.floor(desk.now.getTime() / 1000) + keptDays * 86_400,
  };
  const unique = { kind: 'webhook', value: `${link.id}|${webhookId}`, owner: eventKey };
  try {
    await commit(db, [put(db.unique.create(unique).params()), put(db.inbound.create(row).params())]);
    return { fresh: true };
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
  }
  const [known, owner] = await Promise.all([
    db.inbound.get({ eventKey }).go({ consistent: true }),
    db.unique.get({ kind: unique.kind, value: unique.value }).go({ consistent: true }),
  ]);
  const same = known.data?.bodyHash === bodyHash && (!owner.data || owner.data.owner === eventKey);
  if (same) return { fresh: false };
  throw new Refusal('event_mismatch', 'Mã thông điệp này đã đến trước với nội dung khác.');
}

/** The key of a message: its source and id, which are unique together (CloudEvents 1.0). */
export function keyOf(linkId: string, source: string, id: string): string {
  return createHash('sha256')
    .update(JSON.stringify([linkId, source, id]))
    .digest('hex')
    .slice(0, 40);
}

function envelopeOf(body: unknown): Envelope | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  const { id, source, type, subject, data } = body as Record<string, unknown>;
  const short = (x: unknown): x is string => typeof x === 'string' && x.length > 0 && x.length <= 500;
  if (!short(id) || !short(source) || !short(type)) return undefined;
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return undefined;
  return { id, source, type, data: data as Record<string, unknown>, ...(short(subject) ? { subject } : {}) };
}

/** Reads a message by the link's maps of types and fields. */
export function understand(link: Link, body: unknown): Understood {
  const envelope = envelopeOf(body);
  if (!envelope) {
    return { fault: { code: 'not_an_event', about: 'Thiếu id, source, type hoặc data (CloudEvents).' } };
  }
  const told = mapped(link, envelope.data);
  const type = link.types[envelope.type] ?? typeOf(link, envelope.type, told);
  if (!type) return { fault: { code: 'unknown_type', about: envelope.type } };
  const data = readInput(nationalData[type], told);
  if (data instanceof Refusal) {
    const about = data.faults.map(({ path, message }) => `${path}: ${message}`).join(' ');
    return { fault: { code: 'bad_data', about: about.slice(0, 500) } };
  }
  return { envelope, event: { type, data } as NationalEvent };
}

/** The type that a message has by its name; by the status code of a recall that is asked where the name is not known. */
function typeOf(link: Link, name: string, { status, taskId }: Record<string, unknown>) {
  const known = nationalTypes.find((type) => type === name);
  if (known || status !== link.statuses['recall.asked']) return known;
  return taskId === undefined ? 'document.recalled' : 'task.recalled';
}
