import { type FileOut, fileOutDays, mostFilesOut } from '@tddh/domain/fileout';
import type { AssignmentFilter } from '@tddh/domain/filter';
import { Refusal } from '@tddh/domain/refusal';
import { audit } from './audit.ts';
import { Conflict, commit, put, type Write } from './commit.ts';
import type { Db } from './db.ts';
import { at, type Desk } from './desk.ts';
import type { StoredFileOut } from './fileoutrows.ts';
import { storeOf } from './files.ts';

/** A job as stored, with the revision that was read. */
export interface ReadFileOut {
  job: StoredFileOut;
  revision: number;
}

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Asks for a list of assignments as a file that is too long for one answer. The same question while it waits is the
 * same job.
 * @throws Refusal `too_many_attempts` where too many of this person wait
 */
export async function askFileOut(desk: Desk, filter: AssignmentFilter, origin: string): Promise<FileOut> {
  const { actor, now, today } = desk;
  const asked = question(filter);
  const waiting = (await ofPerson(desk)).filter(({ state }) => state === 'waiting');
  const same = waiting.find((one) => one.today === today && one.filter === asked);
  if (same) return seen(same);
  if (waiting.length >= mostFilesOut) {
    throw new Refusal(
      'too_many_attempts',
      `Bạn đang có ${mostFilesOut} tệp chờ xuất. Hãy đợi một tệp xong rồi xuất tiếp.`,
    );
  }
  const job: StoredFileOut = {
    ...{ id: desk.newId('out'), name: `Nhiệm vụ ${today}.xlsx`, filter: asked },
    owner: { id: actor.id, role: actor.role, unitId: actor.unitId },
    ...{ today, origin, state: 'waiting', rows: 0, chunks: 0, deaths: 0, askedAt: at(desk) },
    until: new Date(now.getTime() + fileOutDays * 86_400_000).toISOString(),
  };
  await commit(desk.db, [headWrite(desk.db, job, 0)]);
  return seen(job);
}

const question = ({ cursor: _, limit: __, ...asked }: AssignmentFilter) =>
  JSON.stringify(Object.fromEntries(Object.entries(asked).sort()));

/** The jobs of this person whose files may still be fetched, newest first. */
export async function listFileOuts(desk: Desk): Promise<FileOut[]> {
  return (await ofPerson(desk)).map(seen);
}

async function ofPerson(desk: Desk): Promise<StoredFileOut[]> {
  const { data } = await desk.db.fileOuts.query
    .byOwner({ ownerId: desk.actor.id })
    .go({ pages: 'all', order: 'desc' });
  return data.flatMap((row) => row.data ?? []).filter((job) => isOwn(desk, job));
}

/** One job. @throws Refusal `not_found`, also for another person's */
export async function readFileOut(desk: Desk, jobId: string): Promise<FileOut> {
  return seen(await own(desk, jobId));
}

/**
 * A short-lived link to the file of a job that is done, recorded as an export.
 * @throws Refusal `not_found` for another person's, for what is past its time, and for who has become another since;
 *   `busy` while it waits
 */
export async function fileOutLink(desk: Desk, jobId: string): Promise<string> {
  const job = await own(desk, jobId);
  if (job.state === 'failed') throw new Refusal('state_forbids', job.message ?? 'Tệp này không xuất được.');
  if (!job.fileId) throw new Refusal('busy', 'Tệp chưa xuất xong. Hãy đợi thêm.', [], 5);
  await audit(desk, { act: 'exported', subject: job.id, detail: `${job.name}: ${job.rows} dòng` });
  return storeOf(desk).download(job.fileId, { name: job.name, type: xlsx });
}

async function own(desk: Desk, jobId: string): Promise<StoredFileOut> {
  const read = await loadFileOut(desk.db, jobId);
  if (read && isOwn(desk, read.job)) return read.job;
  throw new Refusal('not_found', 'Không có tệp xuất này, hoặc tệp đã quá hạn tải. Hãy xuất lại.');
}

/** True for the one who asked, while what they are and may see is what it was then. */
function isOwn({ actor, now }: Desk, { owner, until }: StoredFileOut): boolean {
  const same = owner.id === actor.id && owner.role === actor.role && owner.unitId === actor.unitId;
  return same && until > now.toISOString();
}

/** The head of a job. */
export async function loadFileOut(db: Db, jobId: string): Promise<ReadFileOut | undefined> {
  const { data } = await db.fileOuts.get({ jobId, part: 'head' }).go({ consistent: true });
  return data?.data ? { job: data.data, revision: data.revision } : undefined;
}

/** The write of a head over the revision that was read. */
export function headWrite(db: Db, job: StoredFileOut, revision: number): Write {
  const row = {
    ...{ jobId: job.id, part: 'head', ownerId: job.owner.id, at: job.askedAt },
    ...{ queue: job.state === 'waiting' ? 'out' : '-', revision: revision + 1, data: job },
    expiresAt: expiryOf(job),
  };
  return put(
    revision === 0
      ? db.fileOuts.create(row).params()
      : db.fileOuts
          .put(row)
          .where((attr, op) => op.eq(attr.revision, revision))
          .params(),
  );
}

/** When the rows of a job may go, in epoch seconds. */
export function expiryOf({ until }: StoredFileOut): number {
  return Math.floor(Date.parse(until) / 1000);
}

/** Writes a step of a job; false where another run was quicker. */
export async function stepped(db: Db, writes: Write[]): Promise<boolean> {
  try {
    await commit(db, writes);
    return true;
  } catch (error) {
    if (error instanceof Conflict) return false;
    throw error;
  }
}

function seen({ id, name, state, rows, askedAt, doneAt, bytes, until, message }: StoredFileOut): FileOut {
  return {
    ...{ id, name, state, rows, askedAt, until },
    ...(doneAt ? { doneAt } : {}),
    ...(bytes === undefined ? {} : { bytes }),
    ...(message ? { message } : {}),
  };
}
