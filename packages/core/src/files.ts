import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { examine } from '@tddh/domain/content';
import { claimedKind, type FileSeen, fileKinds, mostFileBytes, type NewFile } from '@tddh/domain/file';
import { invalid, Refusal } from '@tddh/domain/refusal';
import { Conflict, commit, put, type Write } from './commit.ts';
import type { Db } from './db.ts';
import { at, type Desk } from './desk.ts';
import type { StoredFile } from './filerows.ts';
import type { FileStore, UploadLink } from './store.ts';

/** Files that a person may have announced and not attached. */
const mostWaiting = 60;
/** Milliseconds after which a file that nobody attached is taken away: a draft lives a week. */
const keptFor = 7 * 86_400_000;

/** A file as stored, with the revision that was read. */
interface Read {
  file: StoredFile;
  revision: number;
}

/**
 * Announces a file and answers with the link to which the browser sends it.
 * @throws Refusal `too_many_attempts` where this person has too many that are not attached
 */
export async function announceFile(
  desk: Desk,
  { name, size }: NewFile,
): Promise<{ file: FileSeen; upload: UploadLink }> {
  const { db, actor } = desk;
  const kind = claimedKind(name)!;
  const waiting = await db.files.query.byOwner({ ownerId: actor.id }).go({ limit: mostWaiting });
  if (waiting.data.length >= mostWaiting) {
    throw new Refusal(
      'too_many_attempts',
      `Bạn có ${mostWaiting} tệp đã tải lên mà chưa gửi đi. Hãy gửi báo cáo kèm tệp, hoặc chờ hệ thống dọn rồi tải tiếp.`,
    );
  }
  const file: StoredFile = {
    ...{ id: desk.newId('fil'), name, size, kind, state: 'awaiting' },
    ...{ ownerId: actor.id, createdAt: at(desk) },
  };
  await changed(db, file, 0);
  const upload = await storeOf(desk).upload(file.id, { size, type: fileKinds[kind].type });
  return { file: seen(file), upload };
}

/**
 * Examines what was uploaded, by its content and never by its name. A second call changes nothing.
 * @throws Refusal `not_found` for another person's, `invalid` where nothing was uploaded yet, `bad_file` where the
 *   content is none that is allowed: such a file is never attached
 */
export async function examineFile(desk: Desk, fileId: string): Promise<FileSeen> {
  return seen((await examined(desk, fileId)).file);
}

async function examined(desk: Desk, fileId: string): Promise<Read> {
  const read = await own(desk, fileId);
  if (read.file.state !== 'awaiting') return read;
  const { file, revision } = read;
  const bytes = await storeOf(desk).read(fileId, mostFileBytes);
  if (!bytes) throw invalid('files', `Tệp “${file.name}” chưa tải lên xong. Hãy tải lại tệp này.`);
  const kind = bytes.length === file.size ? examineBytes(file.name, bytes) : { refused: cut(file) };
  if (typeof kind === 'object') {
    throw new Refusal('bad_file', kind.refused, [{ path: 'files', message: kind.refused }]);
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const after: StoredFile = { ...file, kind, sha256, state: 'uploaded' };
  // Somebody asked at the same moment, or it is being taken away: what stands now counts.
  if (!(await changed(desk.db, after, revision))) return examined(desk, fileId);
  return { file: after, revision: revision + 1 };
}

/** The kind of a file by its content, or in words why it is not taken. */
export function examineBytes(name: string, bytes: Uint8Array) {
  return examine(name, bytes, inflate);
}

const cut = ({ name }: StoredFile) => `Tệp “${name}” tải lên chưa đủ. Hãy tải lại tệp này.`;

function inflate(deflated: Uint8Array, most: number): Uint8Array | undefined {
  try {
    return inflateRawSync(deflated, { maxOutputLength: most });
  } catch {
    return undefined;
  }
}

/** What files are attached to: an assignment, or a document with the package in which they came. */
export type Holder = Pick<StoredFile, 'assignmentId' | 'documentId' | 'origin'>;

/**
 * The writes that make files the evidence of an assignment, or part of a document, for the transaction of its change:
 * each once, and only for the person who uploaded it. Where one was attached in the meantime, its condition fails.
 * @throws Refusal `invalid` for a file that is not there, another person's or attached already; `bad_file`
 */
export async function attachWrites(desk: Desk, fileIds: readonly string[], holder: Holder): Promise<Write[]> {
  const writes: Write[] = [];
  for (const id of new Set(fileIds)) {
    const { file, revision } = await examined(desk, id).catch((error: unknown) => {
      throw error instanceof Refusal && error.code === 'not_found' ? invalid('files', error.message) : error;
    });
    const after: StoredFile = { ...file, state: 'attached', ...holder, attachedAt: at(desk) };
    writes.push(fileWrite(desk.db, after, revision));
  }
  return writes;
}

/**
 * Takes away what was uploaded and never attached within a week. A file is marked first, so that nobody attaches it
 * while its content goes.
 * @returns how many were taken away
 */
export async function removeStale(desk: Desk): Promise<number> {
  const before = new Date(desk.now.getTime() - keptFor).toISOString();
  let removed = 0;
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof stale>> = await stale(desk.db, before, cursor);
    for (const { data: file, revision, fileId } of page.data) {
      if (!(await changed(desk.db, { ...file, state: 'removed' }, revision))) continue;
      await storeOf(desk).remove(fileId);
      await desk.db.files.remove({ fileId }).go();
      removed += 1;
    }
    cursor = page.cursor;
  } while (cursor);
  return removed;
}

function stale(db: Db, before: string, cursor: string | null) {
  return db.files.query.waiting({ queue: 'upload' }).lt({ at: before }).go({ cursor, limit: 100 });
}

/** What nobody attaches: it is being taken away, or the product made it. */
const gone: ReadonlySet<StoredFile['state']> = new Set(['removed', 'made']);

/** A file of this person that is not attached yet. */
async function own({ db, actor }: Desk, fileId: string): Promise<Read> {
  const { data } = await db.files.get({ fileId }).go({ consistent: true });
  const file = data?.data;
  if (!file || file.ownerId !== actor.id || gone.has(file.state)) throw noFile();
  if (file.state === 'attached') {
    throw invalid('files', `Tệp “${file.name}” đã được gửi đi một lần. Hãy tải lên tệp mới.`);
  }
  return { file, revision: data.revision };
}

/** The refusal of a file that is not there, or must not be seen: the two are not told apart. */
export function noFile(): Refusal {
  return new Refusal('not_found', 'Không tìm thấy tệp này. Nếu tệp tải lên đã lâu, hãy tải lại.');
}

/** The write of a file over the revision that was read. One that is being removed waits until it is gone. */
export function fileWrite(db: Db, file: StoredFile, revision: number): Write {
  const { id: fileId, ownerId, createdAt, state } = file;
  const queue = state === 'attached' ? state : 'upload';
  const row = { fileId, ownerId, queue, at: createdAt, revision: revision + 1, data: file };
  return put(
    revision === 0
      ? db.files.create(row).params()
      : db.files
          .put(row)
          .where((attr, op) => op.eq(attr.revision, revision))
          .params(),
  );
}

/** Writes it; false where somebody else changed it in the meantime. */
async function changed(db: Db, file: StoredFile, revision: number): Promise<boolean> {
  try {
    await commit(db, [fileWrite(db, file, revision)]);
    return true;
  } catch (error) {
    if (error instanceof Conflict) return false;
    throw error;
  }
}

/** A file as a page shows it. */
export function seen({ id, name, size, kind }: StoredFile): FileSeen {
  return { id, name, size, kind };
}

/** The store of a desk. @throws Error where it has none */
export function storeOf({ store }: Desk): FileStore {
  if (!store) throw new Error('this desk has no store of files');
  return store;
}
