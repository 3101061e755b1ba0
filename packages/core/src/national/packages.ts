import { createHash } from 'node:crypto';
import type { Link } from '@tddh/domain/link';
import { isAgencyRole } from '@tddh/domain/person';
import { Refusal } from '@tddh/domain/refusal';
import { loadDocument } from '../complete.ts';
import type { Desk } from '../desk.ts';
import { documentNotFound } from '../documents.ts';
import { type Attachment, storeAttachments } from './attachments.ts';
import { keyOf, receive } from './receive.ts';
import { streamOfTask, viewAt } from './view.ts';

/** What the header of a package tells of its document, as far as the link needs it. */
export interface PackageHead {
  documentId: string;
  from: { name: string };
  number: string;
  issuedOn: string | null;
  type: string;
  subject: string;
  signer?: string;
  business: number;
  reason?: string;
  concerns: readonly string[];
}

const source = 'edxml';
const xml = { name: 'goi.edxml', type: 'application/xml' };

/**
 * Takes a package of the document axis in: the whole of it into the store, what its header tells as a message like any
 * other; its attachments wait in the store for the document that it brings. Only when this has answered may the axis be
 * told that we have it. Taken twice, it has one effect.
 * @param id of the package on the axis
 * @param head its header, or in words why it cannot be read: then it goes to the quarantine
 */
export async function takePackage(
  desk: Desk,
  link: Link,
  id: string,
  text: string,
  head: (PackageHead & { attachments?: readonly Attachment[] }) | string,
): Promise<{ fresh: boolean }> {
  const { db, store } = desk;
  if (!store) throw new Error('this desk has no store of files');
  const eventKey = keyOf(link.id, source, id);
  const known = await db.inbound.get({ eventKey }).go({ consistent: true });
  if (known.data) return { fresh: false };
  const file = `fil_${createHash('sha256').update(eventKey).digest('hex').slice(0, 40)}`;
  await store.write(file, { bytes: new TextEncoder().encode(text), type: xml.type });
  const told =
    typeof head === 'string'
      ? { type: 'edxml.unreadable', data: { reason: head, file } }
      : await eventOf(desk, link, head, file);
  if (typeof head !== 'string' && 'subject' in told && 'edoc' in told.data) {
    const name = head.number || head.documentId;
    const origin = { way: 'axis' as const, name, ...(head.from.name ? { sender: head.from.name } : {}) };
    await storeAttachments(
      desk,
      eventKey,
      { stream: streamOf(link, told.subject), origin },
      head.attachments ?? [],
    );
  }
  return receive(desk, link, `${source}.${id}`, JSON.stringify({ specversion: '1.0', id, source, ...told }));
}

/** The national document that messages of a subject tell of. */
const streamOf = (link: Link, subject: string) => keyOf(link.id, source, `document|${subject}`);

/** A package as a message: the axis counts no versions, so each is the one after what is known of its document. */
async function eventOf(desk: Desk, link: Link, head: PackageHead, file: string) {
  const { documentId, from, number, issuedOn, type, subject, signer, business, reason, concerns } = head;
  // An update, a recall and a replacement name the document that they are about.
  const about = (business === 0 ? undefined : concerns[0]) || documentId;
  const { data } = await desk.db.messages.query
    .stream({ stream: streamOf(link, about) })
    .go({ pages: 1, limit: 1, order: 'desc', consistent: true });
  const version = (data[0]?.version ?? 0) + 1;
  if (business === 1 || business === 3) {
    const what = business === 1 ? 'document.recalled' : 'document.replaced';
    const more = { ...(reason ? { reason } : {}), file };
    return { type: what, subject: about, data: { version, reference: number || documentId, ...more } };
  }
  const given = { number, issuedOn, issuer: from.name, type, subject, ...(signer ? { signer } : {}) };
  const edoc = { id: about, file };
  return {
    type: business === 2 ? 'document.updated' : 'document.issued',
    subject: about,
    data: { version, ...given, tasks: [], edoc },
  };
}

/**
 * A short-lived link to the package in which a document came.
 * @throws Refusal `not_found` where it came in none, or must not be seen
 */
export async function packageLink(desk: Desk, documentId: string): Promise<string> {
  if (isAgencyRole(desk.actor.role)) throw documentNotFound();
  const document = await loadDocument(desk.db, documentId);
  const stream = document?.national && (await streamOfTask(desk.db, document.national));
  const edoc = stream ? (await viewAt(desk.db, stream)).document?.edoc : undefined;
  if (!edoc || !desk.store)
    throw document
      ? new Refusal('not_found', 'Văn bản này không đến qua trục liên thông.')
      : documentNotFound();
  return desk.store.download(edoc.file, xml);
}
