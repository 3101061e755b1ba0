import { isDeepStrictEqual } from 'node:util';
import type { Document } from '@tddh/domain/document';
import type { Link } from '@tddh/domain/link';
import { followed, type Held, heldOf, met } from '@tddh/domain/meeting';
import {
  type Difference,
  differencesOf,
  type NationalDocument,
  type OurDocument,
} from '@tddh/domain/national';
import { national } from '@tddh/domain/person';
import { Refusal } from '@tddh/domain/refusal';
import { type Catalog, catalogOf } from '../catalog.ts';
import { loadDocument, settle } from '../complete.ts';
import type { Db } from '../db.ts';
import type { Desk } from '../desk.ts';
import { enterDocument } from '../enter.ts';
import { written } from './queue.ts';
import type { InboundFault } from './receive.ts';
import type { Meeting } from './rows.ts';
import { heldNow, oursOf, type TaskOfTheirs, tasksOf, theirsOf, unitNow, unitOf } from './sides.ts';
import { takeOver } from './takeover.ts';
import { documentStream, viewAt } from './view.ts';

/** So often a meeting is begun again when somebody changes something at the same moment. */
const most = 20;
const races: readonly string[] = ['lost_race', 'revision_changed'];

/**
 * Brings the province's document to meet the national one: makes it where there is none, takes over what people have
 * not changed, recalls what was recalled, and leaves every other difference for a person to decide. What it does
 * follows from the two states and what was taken over before, so it may run as often as one likes, and twice at once.
 * @returns why it could not, where it could not
 * @throws Refusal `lost_race` where somebody was quicker again and again
 */
export async function meet(desk: Desk, link: Link, stream: string): Promise<InboundFault | undefined> {
  for (let tries = 1; ; tries += 1) {
    try {
      const result = await meetOnce(desk, link, stream);
      if (result !== 'again') return result;
      await desk.db.patience.sleep(desk.db.patience.random() * 50);
    } catch (error) {
      if (!(error instanceof Refusal) || (races.includes(error.code) && tries >= most)) throw error;
      if (races.includes(error.code)) continue;
      const about = [error.message, ...error.faults.map((f) => `${f.path}: ${f.message}`)].join(' ');
      return { code: 'bad_document', about: about.slice(0, 500) };
    }
  }
}

async function meetOnce(desk: Desk, link: Link, stream: string): Promise<InboundFault | 'again' | undefined> {
  const [catalog, row, view] = await Promise.all([
    catalogOf(desk.db),
    meetingOf(desk.db, stream),
    viewAt(desk.db, stream),
  ]);
  const start: Meeting = { stream, linkId: link.id, kept: [], ...row?.data, missing: view.missing };
  const { document: theirs } = view;
  let revision = row?.revision;
  const save = async (data: Meeting, attention: Attention) => {
    if (row?.revision === revision && row?.attention === attention && isDeepStrictEqual(row.data, data))
      return true;
    const kept = await keep(desk, data, revision === undefined ? undefined : { revision }, attention);
    revision = (revision ?? 0) + 1;
    return kept;
  };
  if (!theirs) return (await save(start, 'gap')) ? undefined : 'again';
  const tasks = tasksOf(link, catalog, theirs);
  if ('code' in tasks) return tasks;
  const now = unitNow(catalog, desk.today);
  const told = (document?: Document) => heldOf(theirsOf(theirs, standing(theirs, tasks, document), now));
  // What is about to be taken over is kept first: a run that breaks off leaves nothing that looks like people's change.
  if (!start.documentId && !(await save({ ...start, taking: told() }, row?.attention ?? 'none')))
    return 'again';
  let document = start.documentId
    ? await loadDocument(desk.db, start.documentId)
    : await land(desk, link, catalog, theirs, tasks);
  if (!document) return (await save(start, 'none')) ? undefined : 'again';
  if (!start.documentId) {
    await desk.db.unique.put({ ...documentStream(document.id), owner: stream }).go();
  }
  document = await whole(desk, document);
  const held = told(document);
  let ours = await oursOf(desk.db, document, now);
  const { taken = {}, taking = start.documentId ? undefined : told(), mine = {}, ...rest } = start;
  const known = {
    ...{ taken: heldNow(taken, now), mine: heldNow(mine, now) },
    ...(taking && document.enteredBy === national.id ? { taking: heldNow(taking, now) } : {}),
  };
  const result = followed(heldOf(ours), held, known);
  const run = await takeOver(desk, { link, document, theirs, tasks, ...result });
  const after = { ...rest, documentId: document.id, mine: result.mine };
  if (run) {
    if (!(await save({ ...after, taken: known.taken, taking: held }, row?.attention ?? 'none')))
      return 'again';
    await run();
    ours = await oursOf(desk.db, (await loadDocument(desk.db, document.id))!, now);
  }
  const meeting: Meeting = { ...after, taken: met(heldOf(ours), held, known) };
  const open = openOf(link, catalog, desk, meeting, theirs, ours);
  const attention = open.length > 0 ? 'difference' : view.missing.length > 0 ? 'gap' : 'none';
  return (await save(meeting, attention)) ? undefined : 'again';
}

type Attention = 'none' | 'gap' | 'difference';

/** A document that ended orders nothing any more; a draft of it keeps its plan, and a person is told. */
function standing(theirs: NationalDocument, tasks: readonly TaskOfTheirs[], document: Document | undefined) {
  return theirs.ended && document?.status === 'issued' ? [] : tasks;
}

/** The document with all assignments of its plan, also where a crash left some unmade. */
function whole(desk: Desk, document: Document): Promise<Document> | Document {
  const planned = document.tasks.reduce(
    (sum, { leads, supports }) => sum + leads.length + supports.length,
    0,
  );
  return document.status === 'issued' && document.made < planned ? settle(desk, document) : document;
}

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
  attention: Attention,
): Promise<boolean> {
  const { stream } = data;
  const row = { stream, attention, at: desk.now.toISOString(), revision: (before?.revision ?? 0) + 1, data };
  const { meetings } = desk.db;
  const write = before
    ? meetings.put(row).where((attr, op) => op.eq(attr.revision, before.revision))
    : meetings.create(row);
  return written(desk.db, write.params());
}

/** What is still to be decided of a meeting. */
export async function openDifferences(desk: Desk, link: Link, meeting: Meeting, theirs: NationalDocument) {
  const document = meeting.documentId ? await loadDocument(desk.db, meeting.documentId) : undefined;
  if (!document) return [];
  const catalog = await catalogOf(desk.db);
  const ours = await oursOf(desk.db, document, unitNow(catalog, desk.today));
  return openOf(link, catalog, desk, meeting, theirs, ours);
}

/** Every difference but those in which somebody decided to keep ours as it is. */
function openOf(
  link: Link,
  catalog: Catalog,
  { today }: Desk,
  meeting: Meeting,
  theirs: NationalDocument,
  ours: OurDocument,
): Difference[] {
  return differencesOf(theirs, ours, unitOf(link, catalog, theirs, today)).filter(
    (d) => !meeting.kept.some((k) => k.path === d.path && k.theirs === d.theirs),
  );
}

/** A difference that somebody has settled for the national side's word: from here on it is followed again. */
export async function followAgain(desk: Desk, stream: string, told: Held): Promise<void> {
  for (;;) {
    const row = await meetingOf(desk.db, stream);
    if (!row) return;
    const mine = Object.fromEntries(Object.entries(row.data.mine ?? {}).filter(([path]) => !(path in told)));
    const data = { ...row.data, mine, taken: { ...row.data.taken, ...told } };
    if (await keep(desk, data, row, row.attention)) return;
  }
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
