import { gunzipSync, gzipSync } from 'node:zlib';
import { mostDeaths, mostFileRows } from '@tddh/domain/fileout';
import type { AssignmentFilter } from '@tddh/domain/filter';
import { Refusal } from '@tddh/domain/refusal';
import { put } from './commit.ts';
import type { Db } from './db.ts';
import { at, type Desk } from './desk.ts';
import type { StoredFileOut } from './fileoutrows.ts';
import { expiryOf, headWrite, loadFileOut, type ReadFileOut, stepped } from './fileouts.ts';
import type { StoredFile } from './filerows.ts';
import { storeOf } from './files.ts';
import type { Item } from './item.ts';
import { releaseLease, takeLease } from './lease.ts';
import { listAssignments } from './lists.ts';
import { personOf } from './people.ts';
import { actorOf } from './session.ts';

/** Writes the rows of a file; called once all of them are read. */
export type WriteFile = (items: AsyncIterable<Item>, origin: string) => Promise<Uint8Array>;

const lease = 'fileout';
const leaseSeconds = 120;
/** Pages of one chunk, and characters of one row of the table, which holds 400 kB. */
const pagesInChunk = 5;
const pieceSize = 300_000;
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** How long a run may take, who is told of what failed, and the rows of a page. */
interface Bounds {
  /** Epoch milliseconds. */
  until: number;
  onError: (jobId: string, error: unknown) => void;
  page?: number;
}

/**
 * Works what waits, oldest first, until it is done or `until` is past. A chunk and the place
 * where the next one begins are one transaction, so that a run that died is gone on with where it stood, and no row
 * is there twice. One run at a time holds a lease.
 */
export async function workFileOuts(
  desk: Desk,
  write: WriteFile,
  { until, onError, page = 200 }: Bounds,
): Promise<{ done: number; failed: number; left: number; held: boolean }> {
  const { db } = desk;
  const report = { done: 0, failed: 0, left: 0, held: false };
  const holder = desk.newId('run');
  if (!(await takeLease(db, lease, holder, desk.now, leaseSeconds))) return { ...report, held: true };
  // One that fails does not stop the others, and is tried again.
  const told = (jobId: string) => (error: unknown) => {
    onError(jobId, error);
    return 'waiting' as const;
  };
  const keep = () => takeLease(db, lease, holder, new Date(), leaseSeconds);
  try {
    const { data } = await db.fileOuts.query.waiting({ queue: 'out' }).go({ pages: 'all' });
    for (const { jobId } of data) {
      const left = Date.now() >= until;
      const state = left
        ? 'waiting'
        : await workOne(desk, jobId, { write, until, keep, page }).catch(told(jobId));
      report[state === 'waiting' ? 'left' : state] += 1;
    }
  } finally {
    await releaseLease(db, lease, holder);
  }
  return report;
}

interface Run {
  write: WriteFile;
  until: number;
  page: number;
  keep: () => Promise<unknown>;
}

async function workOne(desk: Desk, jobId: string, run: Run): Promise<StoredFileOut['state']> {
  let read = await loadFileOut(desk.db, jobId);
  if (read?.job.state !== 'waiting') return read?.job.state ?? 'done';
  // Told before it is tried: a run that dies here leaves its mark.
  read = await step(desk.db, read, { deaths: read.job.deaths + 1 });
  if (!read) return 'waiting';
  try {
    if (read.job.deaths > mostDeaths) throw new Refusal('busy', 'Không xuất được tệp này. Hãy lọc hẹp lại.');
    const own = await deskOf(desk, read.job);
    while (read && read.job.cursor !== null) {
      if (Date.now() > run.until) return 'waiting';
      await run.keep();
      read = await chunk(own, read, run.page);
    }
    if (read) read = await finish(own, read, run);
    return read ? read.job.state : 'waiting';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const last = await loadFileOut(desk.db, jobId);
    const failed = { state: 'failed', message: error.message, doneAt: at(desk) } as const;
    if (last) await step(desk.db, last, failed);
    return 'failed';
  }
}

/** The desk of who asked, on the day of the asking. @throws Refusal `forbidden` where they have become another */
async function deskOf(desk: Desk, { owner, today }: StoredFileOut): Promise<Desk> {
  const person = await personOf(desk.db, owner.id);
  if (!person || person.disabled || person.role !== owner.role || person.unitId !== owner.unitId) {
    throw new Refusal('forbidden', 'Quyền của bạn đã thay đổi từ khi xuất. Hãy xuất lại.');
  }
  return { ...desk, actor: actorOf(person), today };
}

/** Reads one chunk, exactly what the person sees on the page, and keeps it with the place of the next one. */
async function chunk(desk: Desk, read: ReadFileOut, limit: number): Promise<ReadFileOut | undefined> {
  const { job } = read;
  const asked = JSON.parse(job.filter) as AssignmentFilter;
  const items: Item[] = [];
  let cursor = job.cursor ?? undefined;
  let end = false;
  for (let pages = 0; pages < pagesInChunk && !end; pages += 1) {
    const answer = await listAssignments(desk, { ...asked, limit, ...(cursor ? { cursor } : {}) });
    items.push(...answer.items);
    cursor = answer.cursor ?? undefined;
    end = answer.cursor === null;
  }
  const rows = job.rows + items.length;
  if (rows > mostFileRows) {
    throw new Refusal('too_large', `Danh sách dài hơn ${mostFileRows} dòng. Hãy lọc hẹp lại rồi xuất.`);
  }
  const packed = gzipSync(JSON.stringify(items)).toString('base64');
  const pieces = packed.match(new RegExp(`.{1,${pieceSize}}`, 'g')) ?? [];
  const writes = pieces.map((piece, i) =>
    put(
      desk.db.fileOuts
        .put({
          ...{ jobId: job.id, part: `chunk#${four(job.chunks)}#${four(i)}`, ownerId: job.owner.id },
          ...{ queue: '-', at: job.askedAt, revision: 1, packed: piece, expiresAt: expiryOf(job) },
        })
        .params(),
    ),
  );
  const further = { rows, chunks: job.chunks + 1, cursor: end ? null : (cursor ?? null), deaths: 0 };
  return step(desk.db, read, further, writes);
}

/** Writes the file from its chunks; a second time it is the same file under the same id. */
async function finish(desk: Desk, read: ReadFileOut, run: Run): Promise<ReadFileOut | undefined> {
  const { db } = desk;
  const { job } = read;
  await run.keep();
  const bytes = await run.write(itemsOf(db, job, run), job.origin);
  const fileId = job.id.replace(/^out/, 'fil');
  await storeOf(desk).write(fileId, { bytes, type: xlsx });
  const stored: StoredFile = {
    ...{ id: fileId, name: job.name, size: bytes.length, kind: 'xlsx', state: 'made' },
    ...{ ownerId: job.owner.id, createdAt: job.askedAt },
  };
  // Among what was never attached: the sweep takes it away after its time.
  const row = { fileId, ownerId: job.owner.id, queue: 'upload', at: job.askedAt, revision: 1, data: stored };
  const done = { state: 'done', doneAt: at(desk), fileId, bytes: bytes.length } as const;
  return step(db, read, done, [put(db.files.put(row).params())]);
}

async function* itemsOf(db: Db, job: StoredFileOut, run: Run): AsyncGenerator<Item> {
  for (let i = 0; i < job.chunks; i += 1) {
    if (i % 20 === 19) await run.keep();
    const { data } = await db.fileOuts.query
      .job({ jobId: job.id })
      .begins({ part: `chunk#${four(i)}#` })
      .go({ pages: 'all', consistent: true });
    const packed = data.map((one) => one.packed).join('');
    yield* JSON.parse(gunzipSync(Buffer.from(packed, 'base64')).toString()) as Item[];
  }
}

/** Commits a step of a job with what belongs to it; undefined where another run was quicker. */
async function step(
  db: Db,
  { job, revision }: ReadFileOut,
  over: Partial<StoredFileOut>,
  also: Parameters<typeof stepped>[1] = [],
): Promise<ReadFileOut | undefined> {
  const after = { ...job, ...over };
  if (!(await stepped(db, [headWrite(db, after, revision), ...also]))) return undefined;
  return { job: after, revision: revision + 1 };
}

const four = (n: number) => String(n).padStart(4, '0');
