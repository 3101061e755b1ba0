import type { Link } from '@tddh/domain/link';
import type { NationalEvent } from '@tddh/domain/national';
import { parseNumber, uniqueKey } from '@tddh/domain/number';
import { national } from '@tddh/domain/person';
import type { NationalRef } from '@tddh/domain/task';
import { Conflict, commit, put } from '../commit.ts';
import { assignmentsOf, loadDocument } from '../complete.ts';
import type { Db } from '../db.ts';
import type { Desk } from '../desk.ts';
import { alone, type Hold } from '../lease.ts';
import { linkOf } from './links.ts';
import { meet, meetingOf } from './meet.ts';
import { refuseRecall } from './queue.ts';
import { type Envelope, type InboundFault, keyOf, understand } from './receive.ts';
import { streamOfDocument, streamOfTask } from './view.ts';

const pageSize = 100;
/** For so long what a run that died held waits; a message takes a fraction of it. */
const leaseSeconds = 20;
/** Milliseconds after which a run says that it still works. */
const holdAgain = 5000;

/**
 * Works what came in, oldest first, one run at a time: each message joins the others of its document, then the
 * province's own document is brought to meet it. Run again, or after a crash half way, it changes nothing more.
 * @returns how many were worked, and how many went to the quarantine; `held` where another run is at it
 */
export async function workInbound(
  desk: Desk,
): Promise<{ worked: number; quarantined: number; held: boolean }> {
  const { db } = desk;
  const own: Desk = { ...desk, actor: national };
  const link = await linkOf(db);
  const report = { worked: 0, quarantined: 0, held: false };
  if (link.paused) return report;
  const waiting = async (limit: number) =>
    (await db.inbound.query.byState({ state: 'waiting' }).go({ limit, pages: 1 })).data;
  const work = async (hold: Hold) => {
    let heldAt = Date.now();
    for (let rows = await waiting(pageSize); rows.length > 0; rows = await waiting(pageSize)) {
      for (const row of rows) {
        if (Date.now() - heldAt > holdAgain) {
          if (!(await hold())) return;
          heldAt = Date.now();
        }
        const fault = await workOne(own, link, row);
        await settle(db, row.eventKey, fault);
        report[fault ? 'quarantined' : 'worked'] += 1;
      }
    }
  };
  const lease = { name: 'receive', holder: desk.newId('run'), seconds: leaseSeconds };
  const alive = await alone(db, lease, work, async () => (await waiting(1)).length > 0);
  return { ...report, held: !alive };
}

/**
 * Compares again after people changed something: a document, or an assignment of a lane. A due day after the national
 * one, say, is a difference to decide from that moment on. What carries out nothing national costs one look.
 */
export async function meetAgain(
  desk: Desk,
  { lane, documentId }: { lane?: string | undefined; documentId?: string | undefined },
): Promise<void> {
  const { db } = desk;
  const stream = lane
    ? await streamOfTask(db, refOf(lane))
    : documentId && (await streamOfDocument(db, documentId));
  if (stream) await meet({ ...desk, actor: national }, await linkOf(db), stream);
}

function refOf(lane: string): NationalRef {
  const cut = lane.indexOf('|');
  return { link: lane.slice(0, cut), taskId: lane.slice(cut + 1) };
}

async function workOne(
  desk: Desk,
  link: Link,
  { eventKey, body, at }: { eventKey: string; body: string; at: string },
): Promise<InboundFault | undefined> {
  const understood = understand(link, JSON.parse(body));
  if (understood.fault) return understood.fault;
  const stream = await streamOf(desk.db, link, understood.envelope, understood.event);
  if (!stream) {
    await keepEarly(desk.db, link, eventKey, understood.event);
    return { code: 'unknown_document', about: 'Chưa biết thông điệp này thuộc văn bản nào.' };
  }
  const { version } = understood.event.data;
  const known = await desk.db.messages.get({ stream, version }).go({ consistent: true });
  if (known.data && known.data.eventKey !== eventKey) {
    return {
      code: 'version_taken',
      about: `Phiên bản ${version} của văn bản này đã đến từ một thông điệp khác.`,
    };
  }
  if (!known.data) {
    await desk.db.messages.put({ stream, version, eventKey, data: understood.event }).go();
    await nameTasks(desk.db, link, stream, understood.event);
    await recall(desk.db, link, understood.event);
  }
  const fault = await meet(desk, link, stream);
  if (!fault) await answerRecall(desk.db, stream, understood.event, at);
  return fault;
}

/** What is done when its recall comes stays done, and the national side is told so. */
async function answerRecall(db: Db, stream: string, event: NationalEvent, at: string): Promise<void> {
  if (event.type !== 'task.recalled' && event.type !== 'document.recalled') return;
  const documentId = (await meetingOf(db, stream))?.data.documentId;
  const document = documentId && (await loadDocument(db, documentId));
  if (!document) return;
  const { version } = event.data;
  const told = 'taskId' in event.data ? event.data.taskId : undefined;
  const all = (await assignmentsOf(db, document)).filter((a) => a.role === 'lead' && a.national);
  for (const taskId of new Set(all.map((a) => a.national!.taskId))) {
    const leads = all.filter((a) => a.national!.taskId === taskId);
    const done = leads.filter((a) => a.status === 'done');
    const [first] = done;
    // Where something was open, that was recalled, and its own event answers.
    const ended = leads.every(
      (a) => a.status === 'done' || a.status === 'cancelled' || a.status === 'transferred',
    );
    if (first && ended && (told ?? taskId) === taskId) await refuseRecall(db, first, version, at);
  }
}

/** Marks a message as worked, or puts it into the quarantine. */
async function settle(db: Db, eventKey: string, fault: InboundFault | undefined): Promise<void> {
  const { data } = await db.inbound.get({ eventKey }).go({ consistent: true });
  if (!data) return;
  const { fault: _, about: __, ...row } = data;
  await db.inbound
    .put(
      fault
        ? { ...row, state: 'quarantine', fault: fault.code, about: fault.about }
        : { ...row, state: 'done' },
    )
    .go();
}

/**
 * The document to which a message belongs: by its CloudEvents `subject`, or the `document` of its data; a snapshot
 * without either by issuer, symbol, number and year; a task's message by its task, where that is known.
 */
async function streamOf(
  db: Db,
  link: Link,
  { subject, source }: Envelope,
  event: NationalEvent,
): Promise<string | undefined> {
  const named = event.data.document ?? subject;
  if (named) return keyOf(link.id, source, `document|${named}`);
  if (event.type === 'document.issued' || event.type === 'document.updated') {
    const { issuer, number, issuedOn } = event.data;
    const parsed = parseNumber(number);
    return keyOf(link.id, source, `number|${parsed ? uniqueKey(issuer, parsed, issuedOn) : number}`);
  }
  if (!('taskId' in event.data)) return undefined;
  return streamOfTask(db, { link: link.id, taskId: event.data.taskId });
}

/** Keeps to which document the tasks of a message belong. */
async function nameTasks(db: Db, link: Link, stream: string, event: NationalEvent): Promise<void> {
  for (const taskId of tasksOf(event)) {
    const row = { kind: 'national-task', value: `${link.id}|${taskId}`, owner: stream };
    await commit(db, [put(db.unique.create(row).params())]).catch((error) => {
      if (!(error instanceof Conflict)) throw error;
    });
  }
}

/** What came before anybody told of its task waits under the task, one a version, so that nobody has to look through the whole quarantine. */
const earlyOf = (link: Link, taskId: string) => keyOf(link.id, 'early', taskId);

async function keepEarly(db: Db, link: Link, eventKey: string, event: NationalEvent): Promise<void> {
  if (!('taskId' in event.data)) return;
  const { taskId, version } = event.data;
  const row = { stream: earlyOf(link, taskId), version, eventKey, data: event };
  await commit(db, [put(db.messages.create(row).params())]).catch((error) => {
    if (!(error instanceof Conflict)) throw error;
  });
}

/** Takes up messages that came before the document of their task. */
async function recall(db: Db, link: Link, event: NationalEvent): Promise<void> {
  for (const taskId of tasksOf(event)) {
    const { data } = await db.messages.query
      .stream({ stream: earlyOf(link, taskId) })
      .go({ pages: 'all', consistent: true });
    for (const { eventKey } of data) {
      const { data: row } = await db.inbound.get({ eventKey }).go({ consistent: true });
      if (row?.state !== 'quarantine' || row.fault !== 'unknown_document') continue;
      const { fault: _, about: __, ...early } = row;
      await db.inbound.put({ ...early, state: 'waiting' }).go();
    }
  }
}

/** The tasks that a message tells of for the first time, or again. */
function tasksOf(event: NationalEvent): Set<string> {
  if (event.type === 'task.assigned') return new Set([event.data.taskId]);
  if (!('tasks' in event.data)) return new Set();
  const { tasks, edoc } = event.data;
  return new Set([...tasks.map((t) => t.taskId), ...(edoc ? [edoc.id] : [])]);
}
