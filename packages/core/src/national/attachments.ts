import { createHash } from 'node:crypto';
import type { Document } from '@tddh/domain/document';
import { type FileOrigin, fileKinds, mostFiles, newFile, type RefusedFile } from '@tddh/domain/file';
import { readInput } from '@tddh/domain/input';
import { national } from '@tddh/domain/person';
import { Refusal } from '@tddh/domain/refusal';
import type { Write } from '../commit.ts';
import { loadDocument } from '../complete.ts';
import { at, type Desk } from '../desk.ts';
import { commitDocument, eventOf } from '../enter.ts';
import { storedOf } from '../filelinks.ts';
import type { StoredFile } from '../filerows.ts';
import { examineBytes, fileWrite, storeOf } from '../files.ts';

const shelf = 'packages';
/** How long attachments wait for their document: as long as the message that brings it is kept, in seconds. */
const keptFor = 730 * 86_400;

/** An attachment as its package carries it. */
export interface Attachment {
  name: string;
  bytes: Uint8Array;
}

/** Attachments that lie in the store until their document stands. */
interface Waiting {
  stream: string;
  origin: FileOrigin;
  files: readonly StoredFile[];
  refused: readonly RefusedFile[];
}

/**
 * Puts the attachments of a package into the store, examined by the rules that hold for what people upload, and notes
 * them for the document that the package brings. What is refused is noted with its sentence. Run again, it changes nothing.
 * @param eventKey of the message as which the package came
 */
export async function storeAttachments(
  desk: Desk,
  eventKey: string,
  { stream, origin }: Pick<Waiting, 'stream' | 'origin'>,
  attachments: readonly Attachment[],
): Promise<void> {
  if (attachments.length === 0) return;
  const files: StoredFile[] = [];
  const refused: RefusedFile[] = [];
  for (const [i, { name, bytes }] of attachments.entries()) {
    const kept = await store(desk, `${eventKey}|${i}`, name, bytes, files.length);
    if ('why' in kept) refused.push(kept);
    else files.push(kept);
  }
  const data: Waiting = { stream, origin, files, refused };
  const expiresAt = Math.floor(desk.now.getTime() / 1000) + keptFor;
  await desk.db.kept.put({ shelf, name: eventKey, data, expiresAt }).go();
}

async function store(
  desk: Desk,
  key: string,
  name: string,
  bytes: Uint8Array,
  before: number,
): Promise<StoredFile | RefusedFile> {
  const read = readInput(newFile, { name, size: bytes.length });
  if (read instanceof Refusal) return { name, why: read.faults[0]?.message ?? read.message };
  if (before >= mostFiles) return { name, why: `Một văn bản giữ tối đa ${mostFiles} tệp.` };
  const kind = examineBytes(read.name, bytes);
  if (typeof kind === 'object') return { name, why: kind.refused };
  const sha = (of: string | Uint8Array) => createHash('sha256').update(of).digest('hex');
  const id = `fil_${sha(key).slice(0, 40)}`;
  await storeOf(desk).write(id, { bytes, type: fileKinds[kind].type });
  return {
    ...{ id, name: read.name, size: bytes.length, kind, sha256: sha(bytes) },
    ...{ state: 'attached', ownerId: national.id, createdAt: at(desk) },
  };
}

/**
 * Gives attachments to the documents that stand by now; what still waits for its document is left for the next run.
 * Run twice, or after a crash, each file is attached once.
 */
export async function attachWaiting(desk: Desk): Promise<void> {
  const { db } = desk;
  const { data } = await db.kept.query.shelf({ shelf }).go({ pages: 'all', consistent: true });
  for (const row of data) {
    const waiting = row.data as Waiting;
    const meeting = await db.meetings.get({ stream: waiting.stream }).go({ consistent: true });
    const documentId = meeting.data?.data.documentId;
    const document = documentId && (await loadDocument(db, documentId));
    if (!document) continue;
    const done = { Delete: db.kept.delete({ shelf, name: row.name }).params() } as Write;
    await attach({ ...desk, actor: national }, document, waiting, done).catch((error) => {
      // Somebody changed the document at this moment: the next run finds what still waits.
      if (!(error instanceof Refusal) || error.code !== 'lost_race') throw error;
    });
  }
}

/** Makes what waits part of a document, but for what it has already; `done` goes with the same transaction. */
async function attach(desk: Desk, before: Document, waiting: Waiting, done: Write): Promise<void> {
  const standing = await storedOf(desk.db, before.files ?? []);
  const known = new Set(standing.map(({ name, sha256 }) => `${sha256} ${name}`));
  const fresh = waiting.files
    .filter(({ name, sha256 }) => !known.has(`${sha256} ${name}`))
    .map((file): StoredFile => {
      const { origin } = waiting;
      return { ...file, documentId: before.id, origin, attachedAt: at(desk) };
    });
  const told = new Set(before.refusedFiles?.map(({ name, why }) => `${name} ${why}`));
  const refused = waiting.refused.filter(({ name, why }) => !told.has(`${name} ${why}`));
  const document: Document = {
    ...before,
    files: [...(before.files ?? []), ...fresh.map(({ id }) => id)],
    ...(refused.length > 0 ? { refusedFiles: [...(before.refusedFiles ?? []), ...refused] } : {}),
    revision: before.revision + 1,
  };
  const names = fresh.map(({ name }) => name).join(', ');
  const reason = `Tệp kèm gói ${waiting.origin.name}: ${names || 'không nhận tệp nào'}`.slice(0, 1000);
  const event = { ...eventOf(desk, document, 'changed'), reason };
  const rows = fresh.map((file) => fileWrite(desk.db, file, 0));
  await commitDocument(desk, document, before, event, [...rows, done]);
}
