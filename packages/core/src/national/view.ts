import type { Day } from '@tddh/domain/day';
import { viewOf } from '@tddh/domain/national';
import type { NationalRef } from '@tddh/domain/task';
import type { Db } from '../db.ts';

/** What the national side has told of a document so far. */
export async function viewAt(db: Db, stream: string) {
  const { data } = await db.messages.query.stream({ stream }).go({ pages: 'all', consistent: true });
  return viewOf(data.map((row) => row.data));
}

/** The stream (national document) to which a national task belongs; undefined where nobody told of it. */
export async function streamOfTask(db: Db, ref: NationalRef): Promise<string | undefined> {
  const key = { kind: 'national-task', value: `${ref.link}|${ref.taskId}` };
  const { data } = await db.unique.get(key).go();
  return data?.owner;
}

/** The row that says which stream a document of the province met, also when none of its tasks is left. */
export const documentStream = (documentId: string) => ({ kind: 'national-document', value: documentId });

/** The stream that a document of the province met; undefined of one that the nation never told of. */
export async function streamOfDocument(db: Db, documentId: string): Promise<string | undefined> {
  const { data } = await db.unique.get(documentStream(documentId)).go();
  return data?.owner;
}

/** The national due days of tasks by their national ids, kept apart from ours; one that is not known is left out. */
export async function nationalDues(
  db: Db,
  refs: readonly NationalRef[],
): Promise<Record<string, Day | null>> {
  const [first] = refs;
  const stream = first && (await streamOfTask(db, first));
  if (!stream) return {};
  const { document } = await viewAt(db, stream);
  const wanted = new Set(refs.map(({ taskId }) => taskId));
  const found = document?.tasks.filter(({ taskId }) => wanted.has(taskId)) ?? [];
  return Object.fromEntries(found.map(({ taskId, dueOn }) => [taskId, dueOn]));
}
