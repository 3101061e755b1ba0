import { isOpen } from '@tddh/domain/assignment';
import { canIssue, type Document } from '@tddh/domain/document';
import { type Link, unitOfCode } from '@tddh/domain/link';
import { followed, type Held, type Part } from '@tddh/domain/meeting';
import { differencesOf, type NationalDocument, type OurDocument } from '@tddh/domain/national';
import { Refusal } from '@tddh/domain/refusal';
import type { NationalRef, NewTask } from '@tddh/domain/task';
import { type Catalog, catalogOf } from '../catalog.ts';
import { change } from '../change.ts';
import { assignmentsOf, loadDocument } from '../complete.ts';
import type { Db } from '../db.ts';
import type { Desk } from '../desk.ts';
import { changeDocument } from '../documents.ts';
import { enterDocument } from '../enter.ts';
import { written } from './queue.ts';
import type { InboundFault } from './receive.ts';
import type { Meeting } from './rows.ts';
import { viewAt } from './view.ts';

/**
 * Brings the province's document to meet the national one: makes it where there is none, takes over what people have
 * not changed while it is a draft, recalls what was recalled, and leaves every other difference for a person to
 * decide. What it does follows from the two states alone, so it may run as often as one likes.
 * @returns why it could not, where it could not
 */
export async function meet(desk: Desk, link: Link, stream: string): Promise<InboundFault | undefined> {
  const catalog = await catalogOf(desk.db);
  for (;;) {
    const before = await meetingOf(desk.db, stream);
    const theirs = await viewAt(desk.db, stream);
    if (!theirs.document) {
      await keep(desk, { ...start(link, stream), ...before?.data, missing: theirs.missing }, before, 'gap');
      return undefined;
    }
    const made = await takeOver(
      desk,
      link,
      catalog,
      { ...start(link, stream), ...before?.data },
      theirs.document,
    );
    if ('code' in made) return made;
    const after: Meeting = { ...made, missing: theirs.missing };
    const open = await openDifferences(desk, link, after, theirs.document);
    const attention = open.length > 0 ? 'difference' : theirs.missing.length > 0 ? 'gap' : 'none';
    if (await keep(desk, after, before, attention)) return undefined;
  }
}

const start = (link: Link, stream: string): Meeting => ({ stream, linkId: link.id, kept: [], missing: [] });

/** The row of a meeting. */
export async function meetingOf(db: Db, stream: string) {
  const { data } = await db.meetings.get({ stream }).go({ consistent: true });
  return data ?? undefined;
}

/** Keeps a meeting over the revision that was read. @returns false where somebody else was quicker */
export function keep(
  desk: Desk,
  data: Meeting,
  before: { revision: number } | undefined,
  attention: 'none' | 'gap' | 'difference',
): Promise<boolean> {
  const { stream } = data;
  const row = { stream, attention, at: desk.now.toISOString(), revision: (before?.revision ?? 0) + 1, data };
  const { meetings } = desk.db;
  const write = before
    ? meetings.put(row).where((attr, op) => op.eq(attr.revision, before.revision))
    : meetings.create(row);
  return written(desk.db, write.params());
}

/** What is still to be decided: every difference but those in which somebody decided to keep ours as it is. */
export async function openDifferences(desk: Desk, link: Link, meeting: Meeting, theirs: NationalDocument) {
  const document = meeting.documentId ? await loadDocument(desk.db, meeting.documentId) : undefined;
  if (!document) return [];
  const [ours, { units }] = await Promise.all([oursOf(desk.db, document), catalogOf(desk.db)]);
  return differencesOf(theirs, ours, (code) => unitOfCode(link, units, code, theirs.issuedOn)).filter(
    (d) => !meeting.kept.some((k) => k.path === d.path && k.theirs === d.theirs),
  );
}

/** What the province holds, as its assignments stand where they exist. */
async function oursOf(db: Db, document: Document): Promise<OurDocument> {
  const assignments = document.status === 'issued' ? await assignmentsOf(db, document) : [];
  const { number, issuedOn, issuer, subject } = document;
  return {
    ...{ number, issuedOn, issuer, subject },
    tasks: document.tasks.flatMap((task) => {
      if (!task.national) return [];
      const own = assignments.filter((a) => a.taskId === task.id && a.role === 'lead');
      const standing = own.filter((a) => isOpen(a) || a.status === 'done');
      const dues = standing.map((a) => a.dues.at(-1)?.dueOn ?? null);
      return [
        {
          taskId: task.national.taskId,
          content: standing[0]?.content ?? task.content,
          leads: standing.length > 0 ? [...new Set(standing.map((a) => a.agencyId))] : task.leads,
          dueOn: dues.length === 0 ? task.dueOn : dues.includes(null) ? null : (dues.sort().at(-1) ?? null),
        },
      ];
    }),
  };
}

async function takeOver(
  desk: Desk,
  link: Link,
  catalog: Catalog,
  meeting: Meeting,
  theirs: NationalDocument,
): Promise<Meeting | InboundFault> {
  const tasks = tasksOf(link, catalog, theirs);
  if ('code' in tasks) return tasks;
  try {
    const document = meeting.documentId
      ? await loadDocument(desk.db, meeting.documentId)
      : await land(desk, link, catalog, theirs, tasks);
    if (!document) return meeting;
    let { own } = meeting;
    if (document.status === 'draft')
      own = await follow(desk, link, catalog, document, meeting, theirs, tasks);
    else {
      if (link.land === 'at-once' && meeting.base) await addNew(desk, document, meeting.base, tasks);
      await recallEnded(desk, document, theirs);
    }
    return { ...meeting, documentId: document.id, base: theirs, ...(own ? { own } : {}) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const about = [error.message, ...error.faults.map((f) => `${f.path}: ${f.message}`)].join(' ');
    return { code: 'bad_document', about: about.slice(0, 500) };
  }
}

export type TaskOfTheirs = NewTask & { national: NationalRef };

/** Their standing tasks as ours, or the codes that no unit has. */
export function tasksOf(
  link: Link,
  { units }: Catalog,
  theirs: NationalDocument,
): TaskOfTheirs[] | InboundFault {
  const standing = theirs.tasks.filter((t) => t.state !== 'recalled');
  const unknown = standing.flatMap((t) =>
    t.leads.filter((code) => !unitOfCode(link, units, code, theirs.issuedOn)),
  );
  if (unknown.length > 0) return { code: 'unknown_unit', about: [...new Set(unknown)].join(', ') };
  return standing.map(({ taskId, content, leads, dueOn }) => ({
    ...{ content, dueOn, supports: [] },
    leads: [...new Set(leads.map((code) => unitOfCode(link, units, code, theirs.issuedOn)!))],
    national: { link: link.id, taskId },
  }));
}

/** Enters their document; one that a person entered before is met as it stands. */
async function land(
  desk: Desk,
  link: Link,
  { fields }: Catalog,
  theirs: NationalDocument,
  tasks: TaskOfTheirs[],
): Promise<Document | undefined> {
  const { number, issuedOn, issuer, type, subject, signer } = theirs;
  const head = { number, issuedOn, issuer, type, subject, ...(signer ? { signer } : {}) };
  const field = link.fieldId ?? fields[0]?.id;
  // What came over the axis names no tasks: they are still to be read.
  const draft = link.land === 'draft' || theirs.edoc !== undefined;
  const whole = theirs.edoc ? { national: { link: link.id, taskId: theirs.edoc.id } } : {};
  const more = { ...(field ? { field } : {}), draft, ...whole };
  try {
    return await enterDocument(desk, {
      ...head,
      ...more,
      tasks,
      ...(tasks.length === 0 && !draft ? { noTask: true } : {}),
    });
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'document_exists') throw error;
    const known = error.faults.find((f) => f.path === 'document')?.message;
    return known ? loadDocument(desk.db, known) : undefined;
  }
}

/** A draft follows the national side in what people have never changed. @returns the parts that they have */
async function follow(
  desk: Desk,
  link: Link,
  catalog: Catalog,
  document: Document,
  { base, own = [] }: Meeting,
  theirs: NationalDocument,
  tasks: TaskOfTheirs[],
): Promise<readonly Part[]> {
  if (!base) return own;
  const was = tasksOf(link, catalog, base);
  const baseHeld = heldOf(base, 'code' in was ? [] : was);
  const met = followed(heldOf(document, document.tasks), baseHeld, heldOf(theirs, tasks), own);
  if (met.take.length === 0) return met.own;
  const heads = met.take.flatMap((part) => (part === 'plan' ? [] : [[part, theirs[part]] as const]));
  await changeDocument(desk, document.id, {
    ...Object.fromEntries(heads),
    ...(met.take.includes('plan') ? { tasks } : {}),
    draft: link.land === 'draft' || theirs.edoc !== undefined || !canIssue(theirs),
  });
  return met.own;
}

/** A document as the parts that a draft takes over. */
function heldOf(
  { number, issuedOn, issuer, subject }: Pick<Document, 'number' | 'issuedOn' | 'issuer' | 'subject'>,
  tasks: readonly (Pick<NewTask, 'content' | 'dueOn'> & {
    leads: readonly string[];
    supports: readonly string[];
    national?: NationalRef;
  })[],
): Held {
  const plan = tasks.map((t) => [
    ...[t.content, [...t.leads].sort(), t.dueOn, t.national?.taskId],
    t.supports.length,
  ]);
  return { number, issuedOn, issuer, subject, plan: JSON.stringify(plan) };
}

/** Tasks that the national side has told since are assigned at once too; what was told before, people have decided. */
async function addNew(
  desk: Desk,
  document: Document,
  base: NationalDocument,
  tasks: TaskOfTheirs[],
): Promise<void> {
  const known = new Set([
    ...base.tasks.map((t) => t.taskId),
    ...document.tasks.map((t) => t.national?.taskId),
  ]);
  const added = tasks.filter((t) => !known.has(t.national.taskId));
  if (added.length > 0) await changeDocument(desk, document.id, { tasks: added });
}

/** What the national side has recalled is recalled here; what is done stays done. */
async function recallEnded(desk: Desk, document: Document, theirs: NationalDocument): Promise<void> {
  const assignments = await assignmentsOf(desk.db, document);
  for (const task of document.tasks) {
    const their = theirs.tasks.find((t) => t.taskId === task.national?.taskId);
    const gone = their?.state === 'recalled' ? their : theirs.ended;
    if (!gone || !task.national) continue;
    const body = {
      reference: gone.reference ?? theirs.number,
      reason: gone.reason ?? 'Hệ thống quốc gia thu hồi',
    };
    for (const a of assignments.filter((one) => one.taskId === task.id && isOpen(one))) {
      await change(desk, a.id, { verb: 'recall', body }).catch((error) => {
        if (!(error instanceof Refusal) || error.code !== 'state_forbids') throw error;
      });
    }
  }
}
