import { createHash } from 'node:crypto';
import { isAddress } from '@tddh/domain/mail';
import { Conflict, commit, put } from './commit.ts';
import type { Desk } from './desk.ts';
import { releaseLease, takeLease } from './lease.ts';
import { originMark } from './mail.ts';
import type { Queued } from './mailrows.ts';
import { personOf } from './people.ts';
import { makeLink } from './reportlink.ts';

/** A letter as the mail server gets it. */
export interface Outgoing {
  to: { name: string; address: string };
  subject: string;
  text: string;
  /** The same for every attempt, so that a mailbox can tell a repeated letter. */
  messageId: string;
}

/** What an attempt came to. `server`: nobody answered, or nobody may send; `later` and `never` are about this letter. */
export type Sent = { ok: true } | { ok: false; fault: 'server' | 'later' | 'never'; why: string };
export type Send = (letter: Outgoing) => Promise<Sent>;

export interface Delivery {
  /** Where links lead: the product's address. */
  origin: string;
  /** Days after which a letter that does not go out is given up. */
  days: number;
  /** Milliseconds after which a run begins no more letters. */
  most?: number;
}

/** What a run did. `left` wait for their next attempt; `oldest` is the age of the oldest of them in seconds. */
export interface Delivered {
  sent: number;
  skipped: number;
  failed: number;
  dead: number;
  held: boolean;
  oldest: number;
}

type Row = { letterKey: string; revision: number; queue: string; at: string; data: Queued };

const lease = 'mail';
/** Longer than a run may last, so that two never send at once. */
const leaseSeconds = 120;
const sentDays = 30;
const deadDays = 90;
const minute = 60_000;

/**
 * Sends what is due, the longest waiting first; one run at a time. A letter is marked before it is handed over, so
 * that a run that dies leaves it for a later attempt: none is lost, and one is sent twice only where a run died
 * between the server's yes and our mark; the second has the first one's Message-ID.
 */
export async function sendLetters(desk: Desk, send: Send, delivery: Delivery): Promise<Delivered> {
  const done: Delivered = { sent: 0, skipped: 0, failed: 0, dead: 0, held: false, oldest: 0 };
  const holder = desk.newId('run');
  const { db } = desk;
  if (!(await takeLease(db, lease, holder, desk.now, leaseSeconds))) return { ...done, held: true };
  const until = Date.now() + (delivery.most ?? 40_000);
  try {
    for (;;) {
      const page = await db.letters.query
        .due({ queue: 'mail' })
        .between({ at: '0' }, { at: `${desk.now.toISOString()}~` })
        .go({ limit: 20, pages: 1 });
      if (page.data.length === 0) return done;
      for (const row of page.data as Row[]) {
        if (Date.now() > until) return done;
        const reached = await one(desk, row, send, delivery, done);
        if (!reached) return done;
      }
    }
  } finally {
    done.oldest = await oldest(desk);
    await releaseLease(db, lease, holder);
  }
}

/** One letter. @returns false where the server could not be reached: the others need not be tried now */
async function one(
  desk: Desk,
  row: Row,
  send: Send,
  { origin, days }: Delivery,
  done: Delivered,
): Promise<boolean> {
  const person = await personOf(desk.db, row.data.personId);
  const address = person?.disabled ? undefined : person?.email;
  if (!person || !address || !isAddress(address)) {
    done.skipped += 1;
    await move(desk, row, 'sent', { ...row.data, text: '', failure: 'no-address' });
    return true;
  }
  const attempts = row.data.attempts + 1;
  const tried: Row = { ...row, data: { ...row.data, attempts } };
  const marked = await move(desk, row, 'mail', tried.data, waitFor(desk, attempts, 2 * minute, 60 * minute));
  if (!marked) return true;
  const { subject, reports } = row.data;
  const link = reports ? await makeLink(desk, row.letterKey, reports, person.id) : '';
  const text = `${row.data.text}${link}\n`.replaceAll(originMark, origin);
  const to = { name: person.name, address };
  const sent = await send({ to, subject, text, messageId: messageIdOf(row.letterKey, origin) });
  if (sent.ok) {
    done.sent += 1;
    await move(desk, marked, 'sent', { ...tried.data, text: '', sentAt: new Date().toISOString() });
    return true;
  }
  const data = { ...tried.data, failure: sent.why.slice(0, 300) };
  const old = desk.now.getTime() - Date.parse(data.queuedAt) > days * 86_400_000;
  if (sent.fault === 'never' || old) {
    done.dead += 1;
    await move(desk, marked, 'mail-dead', data);
  } else {
    done.failed += 1;
    const away = sent.fault === 'server';
    const at = away ? waitFor(desk, attempts, minute / 2, 5 * minute) : marked.at;
    await move(desk, marked, 'mail', data, at);
  }
  return sent.fault !== 'server';
}

/** Writes the row over the one that was read. @returns it as it stands now; undefined where somebody else moved it */
async function move(
  desk: Desk,
  row: Row,
  queue: string,
  data: Queued,
  at = row.at,
): Promise<Row | undefined> {
  const { letterKey } = row;
  const next = { letterKey, queue, at, data, revision: row.revision + 1 };
  const kept = queue === 'sent' ? sentDays : queue === 'mail-dead' ? deadDays : undefined;
  const expiresAt = kept && Math.floor(desk.now.getTime() / 1000) + kept * 86_400;
  const params = desk.db.letters
    .put({ ...next, ...(expiresAt ? { expiresAt } : {}) })
    .where((letter, op) => op.eq(letter.revision, row.revision))
    .params();
  try {
    await commit(desk.db, [put(params)]);
    return next;
  } catch (error) {
    if (error instanceof Conflict) return undefined;
    throw error;
  }
}

/** The next attempt: twice as late each time, between half of it and all of it, so that not all come at once. */
function waitFor({ now, db }: Desk, attempts: number, first: number, most: number): string {
  const wait = Math.min(most, first * 2 ** (attempts - 1));
  return new Date(now.getTime() + wait * (0.5 + db.patience.random() / 2)).toISOString();
}

function messageIdOf(key: string, origin: string): string {
  const host = URL.canParse(origin) ? new URL(origin).hostname : 'tddh.invalid';
  return `<${createHash('sha256').update(key).digest('hex').slice(0, 32)}@${host}>`;
}

/** Seconds that the letter waits which is due the longest. */
async function oldest(desk: Desk): Promise<number> {
  const { data } = await desk.db.letters.query.due({ queue: 'mail' }).go({ limit: 1, pages: 1 });
  const queuedAt = data[0]?.data.queuedAt;
  return queuedAt ? Math.max(0, (desk.now.getTime() - Date.parse(queuedAt)) / 1000) : 0;
}

/** Letters of the queue: how many wait, and those that were given up, latest first. For the administrator's page. */
export async function lettersOf(desk: Desk) {
  const [waiting, dead] = await Promise.all([
    desk.db.letters.query.due({ queue: 'mail' }).go({ limit: 500, pages: 1 }),
    desk.db.letters.query.due({ queue: 'mail-dead' }).go({ limit: 100, pages: 1, order: 'desc' }),
  ]);
  const people = new Map<string, { name: string; email?: string }>();
  for (const row of dead.data) {
    const person = await personOf(desk.db, row.data.personId);
    if (person)
      people.set(person.id, { name: person.name, ...(person.email ? { email: person.email } : {}) });
  }
  const first = waiting.data[0]?.data;
  return {
    waiting: waiting.data.length,
    ...(first ? { since: first.queuedAt, failure: first.failure } : {}),
    dead: dead.data.map(({ letterKey, data }) => ({
      ...{ key: letterKey, kind: data.kind, subject: data.subject, queuedAt: data.queuedAt },
      ...{ attempts: data.attempts, failure: data.failure ?? '', to: people.get(data.personId) },
    })),
  };
}

/** Puts letters that were given up back into the queue. @returns how many */
export async function sendAgain(desk: Desk, keys: readonly string[]): Promise<number> {
  let count = 0;
  for (const letterKey of keys) {
    const { data: row } = await desk.db.letters.get({ letterKey }).go({ consistent: true });
    if (row?.queue !== 'mail-dead') continue;
    const now = desk.now.toISOString();
    const data = { ...row.data, attempts: 0, queuedAt: now };
    if (await move(desk, row as Row, 'mail', data, now)) count += 1;
  }
  return count;
}
