import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Day, Instant } from '@tddh/domain/day';
import { mayDo } from '@tddh/domain/permission';
import { Refusal } from '@tddh/domain/refusal';
import { type Entry, entryOf, type newSnapshot } from '@tddh/domain/snapshot';
import type { Period } from '@tddh/domain/statistics';
import { fold } from '@tddh/domain/text';
import type * as v from 'valibot';
import { auditWrite } from './audit.ts';
import { catalogOf } from './catalog.ts';
import { Conflict, commit, put } from './commit.ts';
import type { Db } from './db.ts';
import { at, type Desk } from './desk.ts';
import { counted, type Grouping, periodFor, rowOf, type Table, tableOf } from './statistics.ts';

/** A frozen report without its figures: what a list of them shows. */
export interface Snapshot {
  id: string;
  name: string;
  period: Period;
  by: Grouping;
  total: number;
  frozenOn: Day;
  frozenAt: Instant;
  frozenBy: { id: string; name: string };
  /** SHA-256 of the stored figures and ids, in hex: printed on the paper. */
  checksum: string;
  chunks: number;
}

/** A frozen report: the table as it was, and every assignment behind its numbers. */
export interface Frozen {
  snapshot: Snapshot;
  table: Table;
  entries: Entry[];
}

const shelf = 'snapshots';
/** Characters of one chunk: an item of the table holds 400 kB. */
const chunkSize = 300_000;

/**
 * Freezes a report under a name: the figures, the parameters and the ids behind each number, for ever. The chunks are
 * written first and the row that names them last, so that a snapshot is whole or not there.
 * @throws Refusal `forbidden`, `invalid`, `name_taken`
 */
export async function freeze(desk: Desk, asked: v.InferOutput<typeof newSnapshot>): Promise<Snapshot> {
  if (!mayDo(desk.actor, 'freeze')) {
    throw new Refusal('forbidden', 'Chỉ lãnh đạo UBND tỉnh, lãnh đạo Văn phòng và quản trị chốt số liệu.');
  }
  const { name, by, ...query } = asked;
  const period = periodFor(query, desk.today);
  if (period.asOf > desk.today) {
    throw new Refusal('invalid', 'Chỉ chốt được số liệu đến hết hôm nay.', [
      { path: 'asOf', message: 'Chọn một ngày không sau hôm nay.' },
    ]);
  }
  const { table, entries } = await compute(desk, period, by);
  const body = JSON.stringify({ table, entries });
  const packed = gzipSync(body).toString('base64');
  const id = desk.newId('snap');
  const chunks = Math.ceil(packed.length / chunkSize);
  for (let i = 0; i < chunks; i += 1) {
    const data = packed.slice(i * chunkSize, (i + 1) * chunkSize);
    await desk.db.kept.put({ shelf: `${shelf}#${id}`, name: String(i).padStart(4, '0'), data }).go();
  }
  const snapshot: Snapshot = {
    ...{ id, name, period, by, total: table.total.columns[0] ?? 0, frozenOn: desk.today, frozenAt: at(desk) },
    frozenBy: { id: desk.actor.id, name: desk.actor.name },
    ...{ checksum: checksumOf(body), chunks },
  };
  const mark = { kind: 'snapshot', value: fold(name), owner: id };
  try {
    await commit(desk.db, [
      put(desk.db.unique.create(mark).params()),
      put(desk.db.kept.create({ shelf, name: id, data: snapshot }).params()),
      auditWrite(desk, { act: 'frozen', subject: id, detail: `${name}: ${snapshot.checksum}` }),
    ]);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    throw new Refusal('name_taken', 'Đã có bản chốt mang tên này. Hãy đặt tên khác.');
  }
  return snapshot;
}

/** The figures of a period and every assignment behind them. */
export async function compute(desk: Desk, period: Period, by: Grouping) {
  const catalog = await catalogOf(desk.db);
  const list = await counted(desk, period);
  const table = tableOf(desk, catalog, list, period, by);
  const entries = list.map(({ a, how }) => {
    const own = a.role === 'lead' && a.agencyKind === 'department' ? 'agency' : by;
    return entryOf(a, how, period, rowOf(a, period, own, catalog, desk.today));
  });
  return { table, entries: entries.sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

/** Every snapshot, latest first. @throws Refusal `forbidden` for those who do not read everything */
export async function listSnapshots(desk: Desk): Promise<Snapshot[]> {
  refuseUnlessReader(desk);
  const { data } = await desk.db.kept.query.shelf({ shelf }).go({ pages: 'all' });
  return data.map((row) => row.data as Snapshot).sort((a, b) => (a.frozenAt < b.frozenAt ? 1 : -1));
}

/**
 * A snapshot with its figures and ids, whose checksum was proved.
 * @throws Refusal `not_found`, `forbidden`
 */
export async function readSnapshot(desk: Desk, id: string): Promise<Frozen> {
  refuseUnlessReader(desk);
  const { data } = await desk.db.kept.get({ shelf, name: id }).go();
  if (!data) throw new Refusal('not_found', 'Không có bản chốt số liệu này.');
  const snapshot = data.data as Snapshot;
  const body = await bodyOf(desk.db, id);
  if (checksumOf(body) !== snapshot.checksum) throw new Error(`snapshot ${id} is not what was frozen`);
  return { snapshot, ...(JSON.parse(body) as Omit<Frozen, 'snapshot'>) };
}

async function bodyOf(db: Db, id: string): Promise<string> {
  const { data } = await db.kept.query.shelf({ shelf: `${shelf}#${id}` }).go({ pages: 'all' });
  const packed = data.map((row) => row.data as string).join('');
  return gunzipSync(Buffer.from(packed, 'base64')).toString();
}

function checksumOf(body: string): string {
  return createHash('sha256').update(body).digest('hex');
}

function refuseUnlessReader(desk: Desk): void {
  if (mayDo(desk.actor, 'read-all')) return;
  throw new Refusal('forbidden', 'Bản chốt số liệu dành cho Văn phòng và lãnh đạo.');
}
