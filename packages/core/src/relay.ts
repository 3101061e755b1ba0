import { system } from '@tddh/domain/person';
import { loadDocument, settle } from './complete.ts';
import type { Db } from './db.ts';
import type { Desk } from './desk.ts';
import { releaseLease, takeLease } from './lease.ts';

/** An event as the bus is told it. */
export interface Told {
  id: string;
  type: string;
  at: string;
  detail: Record<string, unknown>;
}

/** Tells the bus up to 10 events; answers with the ids of those that it did not take. */
export type Publish = (events: Told[]) => Promise<string[]>;

const batch = 10;
/** Days for which a told row is kept, to be looked at. */
const keptDays = 30;
const lease = 'relay';
const leaseSeconds = 30;

/**
 * Tells the bus what is in the outbox, oldest first, and marks it sent. One relay at a time holds a lease; a second
 * one goes home. What a crash left of a document is finished before its event is told.
 * @returns how many were told, and how many the bus did not take (they stay for the next run)
 */
export async function relay(
  desk: Desk,
  publish: Publish,
): Promise<{ told: number; left: number; held: boolean }> {
  const { db } = desk;
  const holder = desk.newId('run');
  if (!(await takeLease(db, lease, holder, desk.now, leaseSeconds))) return { told: 0, left: 0, held: true };
  let told = 0;
  try {
    for (;;) {
      const page = await db.outbox.query.pending({ queue: 'bus' }).go({ limit: batch, pages: 1 });
      if (page.data.length === 0) return { told, left: 0, held: false };
      for (const row of page.data) await finish(desk, row.type, row.detail as Detail);
      const refused = new Set(
        await publish(
          page.data.map((row) => ({
            id: row.eventId,
            type: row.type,
            at: row.at,
            detail: row.detail as Detail,
          })),
        ),
      );
      const taken = page.data.filter((row) => !refused.has(row.eventId));
      for (const row of taken) await markSent(db, row, desk.now);
      told += taken.length;
      if (refused.size > 0) return { told, left: refused.size, held: false };
      await takeLease(db, lease, holder, new Date(), leaseSeconds);
    }
  } finally {
    await releaseLease(db, lease, holder);
  }
}

type Detail = Record<string, unknown> & { documentId?: string };

async function finish(desk: Desk, type: string, detail: Detail): Promise<void> {
  if (!type.startsWith('document.') || !detail.documentId) return;
  const document = await loadDocument(desk.db, detail.documentId);
  if (document) await settle({ ...desk, actor: system }, document);
}

async function markSent(
  db: Db,
  row: { eventId: string; at: string; type: string; detail: unknown },
  now: Date,
): Promise<void> {
  const { eventId, at, type, detail } = row;
  const expiresAt = Math.floor(now.getTime() / 1000) + keptDays * 86_400;
  await db.outbox
    .put({ eventId, queue: 'sent', at, type, detail, sentAt: now.toISOString(), expiresAt })
    .go();
}
