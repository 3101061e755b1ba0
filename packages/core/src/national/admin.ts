import { randomBytes } from 'node:crypto';
import { type Link, unitOfCode } from '@tddh/domain/link';
import { Refusal } from '@tddh/domain/refusal';
import { catalogOf } from '../catalog.ts';
import type { Db } from '../db.ts';
import type { Desk } from '../desk.ts';
import { refuseUnlessAdmin } from '../people.ts';
import { log } from './deliver.ts';
import { linkOf } from './links.ts';
import { type LaneRow, moveLane } from './queue.ts';
import { understand } from './receive.ts';

const shown = 100;
const shelf = 'link-secrets';
const rotationSeconds = 86_400;

/** The secrets of a link: inbound ones are valid together during a rotation. Never shown but when they are made. */
export interface LinkSecrets {
  inbound: readonly { secret: string /** Epoch seconds. */; until?: number }[];
  outbound?: string;
}

/** The secrets that stand in the table. */
export async function secretsOf(db: Db, linkId: string): Promise<LinkSecrets> {
  const { data } = await db.kept.get({ shelf, name: linkId }).go({ consistent: true });
  return (data?.data as LinkSecrets | undefined) ?? { inbound: [] };
}

/** Makes a new secret of a link; an inbound one before it stays valid for a day. @returns it, this once */
export async function rotateSecret(
  desk: Desk,
  linkId: string,
  side: 'inbound' | 'outbound',
): Promise<string> {
  refuseUnlessAdmin(desk);
  const before = await secretsOf(desk.db, linkId);
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  const now = Math.floor(desk.now.getTime() / 1000);
  const standing = before.inbound.filter((s) => !s.until || s.until > now).slice(0, 1);
  const after: LinkSecrets =
    side === 'outbound'
      ? { ...before, outbound: secret }
      : {
          ...before,
          inbound: [{ secret }, ...standing.map((s) => ({ ...s, until: now + rotationSeconds }))],
        };
  await desk.db.kept.put({ shelf, name: linkId, data: after }).go();
  return secret;
}

/** How a link stands, but for its secrets: what waits on both sides, since when, and what went wrong last. */
export async function linkState(desk: Desk) {
  refuseUnlessAdmin(desk);
  const { db } = desk;
  const page = { limit: shown, pages: 1 as const };
  const [link, waiting, quarantine, out, parked, gaps] = await Promise.all([
    linkOf(db),
    db.inbound.query.byState({ state: 'waiting' }).go(page),
    db.inbound.query.byState({ state: 'quarantine' }).go(page),
    db.lanes.query.byQueue({ queue: 'out' }).go(page),
    db.lanes.query.byQueue({ queue: 'parked' }).go(page),
    db.meetings.query.byAttention({ attention: 'gap' }).go(page),
  ]);
  const seconds = (at: string | undefined) =>
    at ? Math.max(0, Math.round((desk.now.getTime() - Date.parse(at)) / 1000)) : 0;
  const since = out.data.map((lane) => lane.since).sort()[0];
  return {
    link,
    inbound: {
      waiting: waiting.data.length,
      lag: seconds(waiting.data[0]?.at),
      quarantine: quarantine.data.length,
      gaps: gaps.data.map(({ data }) => ({ documentId: data.documentId, missing: data.missing })),
    },
    outbound: {
      waiting: out.data.length,
      lag: seconds(since),
      parked: parked.data.length,
      errors: out.data
        .filter((lane) => lane.error)
        .slice(0, 10)
        .map(({ lane, error, attempts, nextAt }) => ({ lane, error, attempts, nextAt })),
    },
  };
}

/** Messages that were signed and not understood, oldest first. */
export async function quarantined(desk: Desk, cursor?: string) {
  refuseUnlessAdmin(desk);
  const page = await desk.db.inbound.query
    .byState({ state: 'quarantine' })
    .go({ limit: shown, pages: 1, cursor: cursor ?? null });
  return {
    items: page.data.map(({ eventKey, at, type, fault, about, body }) => ({
      id: eventKey,
      ...{ at, type, fault, about, body },
    })),
    cursor: page.cursor,
  };
}

/** Sends a quarantined message back to work, once what it needs is mapped. @throws Refusal `not_found` */
export async function replay(desk: Desk, eventKey: string): Promise<void> {
  refuseUnlessAdmin(desk);
  const { data } = await desk.db.inbound.get({ eventKey }).go({ consistent: true });
  if (data?.state !== 'quarantine')
    throw new Refusal('not_found', 'Thông điệp này không còn trong khu cách ly.');
  const { fault: _, about: __, ...row } = data;
  await desk.db.inbound.put({ ...row, state: 'waiting' }).go();
}

/** What the last messages would say by other maps than the present ones; nothing is kept. */
export async function dryRun(desk: Desk, maps: Pick<Link, 'types' | 'fields' | 'codes'>) {
  refuseUnlessAdmin(desk);
  const [link, { units }] = await Promise.all([linkOf(desk.db), catalogOf(desk.db)]);
  const { data } = await desk.db.inbound.query
    .byMonth({ month: desk.now.toISOString().slice(0, 7) })
    .go({ limit: shown, pages: 1, order: 'desc' });
  const tried = { ...link, ...maps };
  return data.map((row) => {
    const understood = understand(tried, JSON.parse(row.body));
    if (understood.fault) return { id: row.eventKey, type: row.type, fault: understood.fault };
    const { event } = understood;
    const codes = 'tasks' in event.data ? event.data.tasks.flatMap((t) => t.leads) : [];
    const on = 'issuedOn' in event.data ? event.data.issuedOn : desk.today;
    const unknown = [...new Set(codes)].filter((code) => !unitOfCode(tried, units, code, on));
    return {
      ...{ id: row.eventKey, type: event.type },
      ...(unknown.length > 0 ? { fault: { code: 'unknown_unit' as const, about: unknown.join(', ') } } : {}),
    };
  });
}

/** Lanes that were parked, each with the delivery at which it stopped. */
export async function parkedLanes(desk: Desk) {
  refuseUnlessAdmin(desk);
  const { data } = await desk.db.lanes.query.byQueue({ queue: 'parked' }).go({ limit: shown, pages: 1 });
  return Promise.all(
    data.map(async ({ lane, since, attempts, error }) => {
      const head = await headOf(desk.db, lane);
      return {
        lane,
        since,
        attempts,
        error,
        event: head && { id: head.eventId, type: head.type, body: head.body },
      };
    }),
  );
}

async function headOf(db: Db, lane: string) {
  const { data } = await db.deliveries.query.lane({ lane }).go({ limit: 1, pages: 1, consistent: true });
  return data[0];
}

/**
 * Takes a parked lane up again: as it stands, with the head corrected, or with the head passed over.
 * @throws Refusal `forbidden`, `not_found`, `lost_race`
 */
export async function unpark(desk: Desk, lane: string, act: 'again' | 'skip', body?: string): Promise<void> {
  refuseUnlessAdmin(desk);
  const { db } = desk;
  const { data } = await db.lanes.get({ lane }).go({ consistent: true });
  if (data?.queue !== 'parked')
    throw new Refusal('not_found', 'Nhiệm vụ này không còn trong danh sách dừng gửi.');
  const head = await headOf(db, lane);
  if (head && act === 'skip') await log(db, head, 'skipped', desk.now);
  if (head && act === 'again' && body) await db.deliveries.put({ ...head, body }).go();
  const at = desk.now.toISOString();
  const { error: _, ...rest } = data as LaneRow;
  const next = {
    ...rest,
    queue: 'out' as const,
    nextAt: at,
    since: at,
    attempts: 0,
    revision: data.revision + 1,
  };
  if (!(await moveLane(db, next, data.revision))) {
    throw new Refusal('lost_race', 'Có người vừa xử lý nhiệm vụ này. Hãy tải lại.');
  }
}
