import { randomBytes } from 'node:crypto';
import { type Link, unitOfCode } from '@tddh/domain/link';
import { invalid, Refusal } from '@tddh/domain/refusal';
import { catalogOf } from '../catalog.ts';
import { put } from '../commit.ts';
import { loadDocument } from '../complete.ts';
import type { Db } from '../db.ts';
import type { Desk } from '../desk.ts';
import { refuseUnlessAdmin } from '../people.ts';
import { axisState } from './axisstate.ts';
import { linkOf } from './links.ts';
import { type LaneRow, moveLane } from './queue.ts';
import { understand } from './receive.ts';
import type { InboundRow, Meeting } from './rows.ts';

const shown = 100;
/** Errors and gaps that the page tells one by one. */
const mostTold = 10;
/** Months for which a message is kept (see `receive`). */
const keptMonths = 24;
const shelf = 'link-secrets';
const rotationSeconds = 86_400;

/** The secrets of a link as stored: for a day after a change the one before holds too. Never shown but when they are made. */
export interface LinkSecrets {
  inbound: readonly { secret: string /** Epoch seconds. */; until?: number }[];
  outbound?: string;
  /** What signed before; without a secret of its own, the one that is given by name. */
  before?: { secret?: string; until: number };
}

/** The secrets that stand in the table. */
export async function secretsOf(db: Db, linkId: string): Promise<LinkSecrets> {
  const { data } = await db.kept.get({ shelf, name: linkId }).go({ consistent: true });
  return (data?.data as LinkSecrets | undefined) ?? { inbound: [] };
}

/** Makes a new secret of a link; for a day the one before is still taken, or signs too. @returns it, this once */
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
      ? {
          ...before,
          outbound: secret,
          before: {
            ...(before.outbound ? { secret: before.outbound } : {}),
            until: now + rotationSeconds,
          },
        }
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
  const [link, waiting, quarantine, out, parked, gaps, differences] = await Promise.all([
    linkOf(db),
    db.inbound.query.byState({ state: 'waiting' }).go(page),
    db.inbound.query.byState({ state: 'quarantine' }).go(page),
    db.lanes.query.byQueue({ queue: 'out' }).go(page),
    db.lanes.query.byQueue({ queue: 'parked' }).go(page),
    db.meetings.query.byAttention({ attention: 'gap' }).go(page),
    db.meetings.query.byAttention({ attention: 'difference' }).go(page),
  ]);
  const [axis, incomplete, errors] = await Promise.all([
    link.axis ? axisState(db, link.id) : undefined,
    Promise.all(gaps.data.slice(0, mostTold).map(({ data }) => gapOf(db, data))),
    Promise.all(
      out.data
        .filter((lane) => lane.error)
        .slice(0, mostTold)
        .map((lane) => errorOf(db, lane as LaneRow)),
    ),
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
      gaps: incomplete,
      differences: differences.data.length,
    },
    ...(axis ? { axis } : {}),
    outbound: {
      waiting: out.data.length,
      lag: seconds(since),
      parked: parked.data.length,
      errors,
    },
  };
}

/** A document of which versions have not come: which, and what we have of it. */
async function gapOf(db: Db, { documentId, missing }: Meeting) {
  const document = documentId ? await loadDocument(db, documentId) : undefined;
  const { number = null, subject = '' } = document ?? {};
  return { documentId, number, subject, missing };
}

/** What went wrong with a lane, and the assignment of which it was to tell. */
async function errorOf(db: Db, { lane, error, attempts, nextAt }: LaneRow) {
  const head = await headOf(db, lane);
  return { lane, error, attempts, nextAt, assignmentId: head?.assignmentId };
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

/** The last messages that came, newest first, in whatever months they did. */
async function lastMessages(desk: Desk, count: number) {
  const found = [];
  const [year, month] = desk.now.toISOString().split('-').map(Number) as [number, number];
  for (let back = 0; back <= keptMonths && found.length < count; back += 1) {
    const at = new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7);
    for (let cursor: string | null | undefined; cursor !== null && found.length < count; ) {
      const page: { data: InboundRow[]; cursor: string | null } = await desk.db.inbound.query
        .byMonth({ month: at })
        .go({ limit: count - found.length, pages: 1, order: 'desc', cursor: cursor ?? null });
      found.push(...page.data);
      cursor = page.cursor;
    }
  }
  return found;
}

/** What the last 100 messages would say by other maps than the present ones; nothing is kept. */
export async function dryRun(desk: Desk, maps: Pick<Link, 'types' | 'fields' | 'codes'>) {
  refuseUnlessAdmin(desk);
  const [link, { units }, data] = await Promise.all([
    linkOf(desk.db),
    catalogOf(desk.db),
    lastMessages(desk, shown),
  ]);
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
        assignmentId: head?.assignmentId,
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
 * @throws Refusal `forbidden`, `not_found`, `invalid` where the corrected text is no message of that id, `lost_race`
 */
export async function unpark(desk: Desk, lane: string, act: 'again' | 'skip', body?: string): Promise<void> {
  refuseUnlessAdmin(desk);
  const { db } = desk;
  const { data } = await db.lanes.get({ lane }).go({ consistent: true });
  if (data?.queue !== 'parked')
    throw new Refusal('not_found', 'Nhiệm vụ này không còn trong danh sách dừng gửi.');
  const head = await headOf(db, lane);
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
  // Of two persons who decide at once one decides, whole.
  const decided =
    act === 'skip' ? { skipped: true } : body && head ? { body: corrected(head, body) } : undefined;
  const more = head && decided ? [put(db.deliveries.put({ ...head, ...decided }).params())] : [];
  if (!(await moveLane(db, next, data.revision, more))) {
    throw new Refusal('lost_race', 'Có người vừa xử lý nhiệm vụ này. Hãy tải lại.');
  }
}

/** A corrected message: still JSON, of the same id, type and task, which both sides know it by. */
function corrected({ eventId, body }: { eventId: string; body?: string | undefined }, text: string): string {
  const read = (one: string): Message | undefined => {
    try {
      return JSON.parse(one) as Message;
    } catch {
      return undefined;
    }
  };
  const [was, is] = [body ? read(body) : undefined, read(text)];
  if (!is || typeof is !== 'object' || typeof is.data !== 'object') {
    throw invalid('body', 'Nội dung sửa phải là JSON như bản đã gửi, có "data".');
  }
  if (is.id !== eventId || (was && (is.type !== was.type || is.data?.taskId !== was.data?.taskId))) {
    throw invalid('body', 'Chỉ sửa nội dung: giữ nguyên id, type và taskId của thông điệp.');
  }
  return JSON.stringify(is);
}

interface Message {
  id?: unknown;
  type?: unknown;
  data?: { taskId?: unknown } | null;
}
