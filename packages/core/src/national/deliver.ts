import { type Assignment, currentDue, isOpen, pendingReport } from '@tddh/domain/assignment';
import { dayOf } from '@tddh/domain/day';
import type { EventType } from '@tddh/domain/events';
import { codeOfUnit, type Link, type Telling } from '@tddh/domain/link';
import { load } from '../change.ts';
import { commit, put, type Write } from '../commit.ts';
import { assignmentsOf, loadDocument } from '../complete.ts';
import type { Db } from '../db.ts';
import type { Desk } from '../desk.ts';
import { alone, type Hold } from '../lease.ts';
import { linkOf } from './links.ts';
import { type LaneRow, moveLane, recallRefused } from './queue.ts';

/** How the other side answered: taken, or not, and when it wants to be asked again (seconds). */
export type Answer = { ok: true } | { ok: false; error: string; retryAfter?: number };
/** Sends one signed message to the link's target. What it throws is told as a failure, by its name alone. */
export type Send = (link: Link, message: { id: string; at: Date; body: string }) => Promise<Answer>;

const keptDays = 180;
const width = 8;
/** For so long a lane is held by who sends its message, and the queue by its run: longer than a receiver may take (10 s). */
const claimSeconds = 20;
const firstWait = 2;
const longestWait = 3600;
/** So many failures in a row end a run: the other side is down, and the next run asks again. */
const enough = 8;

export interface DeliveryReport {
  sent: number;
  failed: number;
  parked: number;
  /** Seconds that the oldest due delivery has waited. */
  lag: number;
}

/**
 * Delivers what is due, one run at a time. One message a lane at a time, oldest first, so that a task is told in order.
 * What fails is tried again with exponential backoff and full jitter; after `parkAfterDays` its lane is parked for a
 * person.
 * @param send signs and sends; given, so that the table knows no HTTP
 * @param until epoch milliseconds after which no round begins and nothing is waited for
 */
export async function deliver(desk: Desk, send: Send, until: number): Promise<DeliveryReport> {
  const { db } = desk;
  const link = await linkOf(db);
  const report: DeliveryReport = { sent: 0, failed: 0, parked: 0, lag: 0 };
  if (link.paused || !(link.target || link.axis)) return report;
  const run: Run = { desk, link, send, until, report, over: false };
  const last = new Date(until).toISOString();
  const left = async () => !run.over && (await outgoing(db, 1)).some((lane) => lane.nextAt <= last);
  const lease = { name: 'deliver', holder: desk.newId('run'), seconds: claimSeconds };
  await alone(db, lease, (hold) => serveAll(run, hold), left);
  return report;
}

/** One run, and what it came to so far. */
interface Run {
  desk: Desk;
  link: Link;
  send: Send;
  until: number;
  report: DeliveryReport;
  /** True where the time is up, or the other side is down. */
  over: boolean;
}

/** Lanes that have something to deliver, those due first. */
async function outgoing(db: Db, limit: number): Promise<LaneRow[]> {
  const { data } = await db.lanes.query.byQueue({ queue: 'out' }).go({ limit, pages: 1 });
  return data as LaneRow[];
}

/** Serves lanes until nothing is due or due soon; `hold` keeps the lease. */
async function serveAll(run: Run, hold: Hold): Promise<void> {
  const { desk, until, report } = run;
  const { db } = desk;
  let misses = 0;
  let heldAt = Date.now();
  const running = new Map<string, Promise<void>>();
  const begin = (lane: LaneRow) => {
    const work = serve(run, lane).then((result) => {
      misses = result === 'sent' ? 0 : misses + (result === 'failed' ? 1 : 0);
      running.delete(lane.lane);
    });
    running.set(lane.lane, work);
  };
  for (let first = true; ; first = false) {
    const now = new Date();
    if (now.getTime() - heldAt > claimSeconds * 250) {
      if (!(await hold())) return void (await Promise.all(running.values()));
      heldAt = now.getTime();
    }
    run.over = misses >= enough || (!first && now.getTime() > until);
    const lanes = await outgoing(db, 2 * width);
    const due = lanes.filter((lane) => lane.nextAt <= now.toISOString());
    report.lag = Math.max(report.lag, ...due.map((lane) => (now.getTime() - Date.parse(lane.since)) / 1000));
    for (const lane of run.over ? [] : due) {
      if (running.size < width && !running.has(lane.lane)) begin(lane);
    }
    // One that hangs holds its own lane and no other.
    if (running.size > 0) {
      await Promise.race(running.values());
      continue;
    }
    // What failed a moment ago is due again soon: the run waits for it rather than for the next minute.
    const next = Date.parse(lanes[0]?.nextAt ?? '');
    if (run.over || Number.isNaN(next) || next > until) return;
    await db.patience.sleep(Math.min(1000, Math.max(10, next - now.getTime())));
  }
}

/** Serves the lane's oldest delivery. A lane that another run holds is left alone. */
async function serve(
  { desk: { db }, link, send, report }: Run,
  lane: LaneRow,
): Promise<'sent' | 'failed' | 'idle'> {
  const now = new Date();
  const held = { ...lane, nextAt: later(now, claimSeconds), revision: lane.revision + 1 };
  if (!(await moveLane(db, held, lane.revision))) return 'idle';
  const { data } = await db.deliveries.query
    .lane({ lane: lane.lane })
    .go({ limit: 1, pages: 1, consistent: true });
  const head = data[0];
  if (!head) {
    await release(db, { ...held, queue: 'idle', attempts: 0, error: undefined });
    return 'idle';
  }
  const told = head.skipped ? undefined : await attempt(db, link, held, head, send);
  if (!told) {
    await commit(db, logWrites(db, head, head.skipped ? 'skipped' : 'nothing', now));
    await release(db, { ...held, nextAt: now.toISOString() });
    return 'sent';
  }
  const { body, answer } = told;
  if (answer.ok) {
    await commit(db, logWrites(db, { ...head, body }, 'sent', new Date()));
    report.sent += 1;
    const finished = finishedBy(body) ?? held.finished;
    const at = new Date().toISOString();
    await release(db, { ...held, nextAt: at, since: at, attempts: 0, error: undefined, finished });
    return 'sent';
  }
  report.failed += 1;
  const attempts = lane.attempts + 1;
  const since = lane.attempts === 0 ? now.toISOString() : lane.since;
  const parked = now.getTime() - Date.parse(since) > link.parkAfterDays * 86_400_000;
  if (parked) report.parked += 1;
  const wait = Math.min(longestWait, firstWait * 2 ** Math.min(attempts, 12)) * db.patience.random();
  await release(db, {
    ...held,
    ...{ queue: parked ? 'parked' : 'out', attempts, since, error: answer.error.slice(0, 300) },
    nextAt: later(now, Math.max(answer.retryAfter ?? 0, wait)),
  });
  return 'failed';
}

/**
 * Sends a delivery, by the text that it has from its first attempt on. What is wrong with one message, or with the
 * secret that should sign it, is its own failure and nobody else's.
 * @returns undefined where there is nothing to tell
 */
async function attempt(
  db: Db,
  link: Link,
  lane: LaneRow,
  head: Delivery,
  send: Send,
): Promise<{ body: string; answer: Answer } | undefined> {
  const body = head.body ?? (await bodyOf(db, link, lane, head))?.body;
  if (!body) return undefined;
  if (!head.body) await db.deliveries.put({ ...head, body }).go();
  const message = { id: head.eventId, at: new Date(), body };
  const answer = await send(link, message).catch((error): Answer => {
    return { ok: false, error: `Không gửi được thông điệp này (${(error as Error).name}).` };
  });
  return { body, answer };
}

/** Gives a lane back; where a new event came meanwhile, the lane is due at once and is not lost. */
async function release(db: Db, lane: LaneRow): Promise<void> {
  let next = { ...lane, revision: lane.revision + 1 };
  let revision = lane.revision;
  while (!(await moveLane(db, next, revision))) {
    const { data } = await db.lanes.get({ lane: lane.lane }).go({ consistent: true });
    revision = data?.revision ?? 0;
    const queue = next.queue === 'idle' ? 'out' : next.queue;
    next = {
      ...next,
      queue,
      ...(next.queue === 'idle' ? { nextAt: new Date().toISOString() } : {}),
      revision: revision + 1,
    };
  }
}

interface Delivery {
  lane: string;
  at: string;
  eventId: string;
  type: string;
  assignmentId: string;
  body?: string | undefined;
  skipped?: boolean | undefined;
}

/** Takes a delivery out of its lane and keeps it in the log: to be written in one transaction. */
function logWrites(db: Db, d: Delivery, outcome: 'sent' | 'skipped' | 'nothing', now: Date): Write[] {
  const { lane, at, eventId, type, body } = d;
  const sentAt = now.toISOString();
  const expiresAt = Math.floor(now.getTime() / 1000) + keptDays * 86_400;
  const row = { eventId, lane, at, month: sentAt.slice(0, 7), type, outcome, sentAt, expiresAt };
  return [
    { Delete: db.deliveries.delete({ lane, at, eventId }).params() as never },
    put(db.delivered.put({ ...row, ...(body ? { body } : {}) }).params()),
  ];
}

/** The telling of each event, where the state does not say more. */
const tellingOf: Partial<Record<EventType | typeof recallRefused, Telling>> = {
  assigned: 'task.assigned',
  accepted: 'task.accepted',
  reported: 'task.reported',
  reopened: 'task.reopened',
  'extension-granted': 'task.extended',
  'due-moved': 'task.extended',
  [recallRefused]: 'recall.refused',
};

/** What is sent of an event; undefined where there is nothing new to tell. */
async function bodyOf(db: Db, link: Link, lane: LaneRow, d: Delivery): Promise<{ body: string } | undefined> {
  const a = await load(db, d.assignmentId);
  if (!a?.national) return undefined;
  const document = await loadDocument(db, a.documentId);
  const all = document ? await assignmentsOf(db, document) : [a];
  const leads = all
    .filter((one) => one.national?.taskId === a.national?.taskId && one.role === 'lead')
    .map((one) => (one.id === a.id ? a : one));
  const open = leads.filter(isOpen).length;
  const done = leads.filter((one) => one.status === 'done').length;
  const type = d.type as EventType | typeof recallRefused;
  const closes =
    type === 'confirmed' || type === 'recalled' || type === 'cancelled' || type === 'transferred';
  if (lane.finished && type !== 'reopened' && type !== recallRefused) return undefined;
  const telling: Telling = closes
    ? open > 0
      ? 'task.progress'
      : done > 0
        ? 'task.completed'
        : 'task.recalled'
    : (tellingOf[type] ?? 'task.progress');
  // What nobody carries out because it was entered by mistake is refused, not recalled.
  const refused = telling === 'task.recalled' && leads.every((one) => one.status === 'cancelled');
  const status = link.statuses[refused ? 'task.refused' : telling];
  return { body: JSON.stringify(messageOf(link, telling, status, d, a, { open, done, total: open + done })) };
}

function messageOf(
  link: Link,
  telling: Telling,
  status: string,
  d: Delivery,
  a: Assignment,
  progress: { open: number; done: number; total: number },
) {
  const report = a.status === 'done' ? a.reports.at(-1) : pendingReport(a);
  return {
    ...{ specversion: '1.0', id: d.eventId, source: 'tddh', type: telling, time: d.at },
    subject: a.national!.taskId,
    data: {
      taskId: a.national!.taskId,
      status,
      agency: { code: codeOfUnit(link, a.agencyId, dayOf(new Date(d.at))), name: a.agencyName },
      progress,
      dueOn: currentDue(a),
      document: { number: a.document.number, issuedOn: a.document.issuedOn },
      ...(report
        ? {
            result: report.result,
            reportedOn: report.countedOn,
            ...(report.documentNumber
              ? { documentNumber: report.documentNumber, documentDate: report.documentDate }
              : {}),
          }
        : {}),
    },
  };
}

function finishedBy(body: string): boolean | undefined {
  const { type } = JSON.parse(body) as { type: Telling };
  if (type === 'task.completed' || type === 'task.recalled') return true;
  return type === 'task.reopened' ? false : undefined;
}

function later(now: Date, seconds: number): string {
  return new Date(now.getTime() + seconds * 1000).toISOString();
}
