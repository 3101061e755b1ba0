import { type BroughtFile, type FileSeen, fileKinds } from '@tddh/domain/file';
import { maySee } from '@tddh/domain/permission';
import { isAgencyRole } from '@tddh/domain/person';
import type { Db } from './db.ts';
import type { Desk } from './desk.ts';
import type { StoredFile } from './filerows.ts';
import { noFile, seen, storeOf } from './files.ts';

/**
 * A link to the content, for those who may see the document of which it is a part, or the assignment whose evidence it
 * is, or one that took its place.
 * @throws Refusal `not_found`, also for what the person must not see
 */
export async function fileLink(desk: Desk, fileId: string): Promise<string> {
  const { data } = await desk.db.files.get({ fileId }).go({ consistent: true });
  const file = data?.data;
  if (file?.state !== 'attached' || !(await sees(desk, file))) throw noFile();
  return storeOf(desk).download(file.id, { name: file.name, type: fileKinds[file.kind].type });
}

async function sees(desk: Desk, { documentId, assignmentId }: StoredFile): Promise<boolean> {
  if (!documentId) return seesAny(desk, assignmentId);
  if (!isAgencyRole(desk.actor.role)) return true;
  const { data } = await desk.db.assignments.query.byDocument({ documentId }).go({ pages: 'all' });
  return data.some((row) => row.data.agencyId === desk.actor.unitId);
}

/** True where the person may see the assignment or a successor, which keeps its reports. */
async function seesAny(desk: Desk, assignmentId: string | undefined): Promise<boolean> {
  let id = assignmentId;
  for (let step = 0; id && step < 20; step++) {
    const { data } = await desk.db.assignments.get({ assignmentId: id }).go({ consistent: true });
    const a = data?.data;
    if (!a) return false;
    if (maySee(desk.actor, a)) return true;
    id = a.successorId;
  }
  return false;
}

/** Files by their ids, as a page shows them; in the order of the ids. */
export async function filesOf(db: Db, ids: readonly string[]): Promise<FileSeen[]> {
  return (await storedOf(db, ids)).map(seen);
}

/** Files of a document by their ids, each with the package in which it came. */
export async function broughtFiles(db: Db, ids: readonly string[]): Promise<BroughtFile[]> {
  return (await storedOf(db, ids)).map((file) => ({
    ...seen(file),
    ...(file.origin ? { origin: file.origin } : {}),
  }));
}

/** Files as stored, in the order of the ids; one that is not there is left out. */
export async function storedOf(db: Db, ids: readonly string[]): Promise<StoredFile[]> {
  if (ids.length === 0) return [];
  const { data } = await db.files.get([...new Set(ids)].map((fileId) => ({ fileId }))).go();
  const found = new Map(data.map((row) => [row.fileId, row.data]));
  return ids.flatMap((id) => found.get(id) ?? []);
}
