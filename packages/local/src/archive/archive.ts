import { createHash } from 'node:crypto';
import { createWriteStream, renameSync, rmSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { createGzip } from 'node:zlib';
import { BatchWriteItemCommand, type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { Trouble } from '../trouble.ts';
import { type Bucket, contentOf, noBucket, piecesOf } from './bucket.ts';
import { canonical, digest, type Foot, type Head, type Item, readArchive, Tally, version } from './format.ts';
import { forward, type Step, schemaOf, steps } from './migrations.ts';
import { type Expected, expectedOf, Files, isPiece } from './pieces.ts';

/** The history that belongs to a kind of row: each revision of the row has one. */
const histories: Record<string, { of: string; id: string }> = {
  history: { of: 'assignment', id: 'assignmentId' },
  file: { of: 'document', id: 'documentId' },
};

/**
 * Writes everything of a table into one file: JSON lines, gzipped, with counts and checksums at its end. The file
 * stands only when it is whole. It holds password hashes: keep it as you keep the server.
 * @throws Trouble `changed` where somebody wrote meanwhile, so that rows and history would disagree; `damaged` where
 *   the content of a file is lost or changed
 */
export async function writeArchive(
  client: DynamoDBClient,
  table: string,
  path: string,
  facts: Pick<Head, 'mode' | 'lastOn' | 'at'>,
  bucket: Bucket = noBucket,
): Promise<Foot> {
  const part = `${path}.part`;
  let foot: Foot | undefined;
  const lines = async function* () {
    const bytes = createHash('sha256');
    const tally = new Tally();
    const revisions = new Map<string, number>();
    const counted = (value: unknown) => {
      const line = canonical(value);
      digest(bytes, line);
      return `${line}\n`;
    };
    yield counted({ format: 'tddh-archive', version, schema: schemaOf(), ...facts } satisfies Head);
    const told = new Map<string, Expected>();
    for await (const item of itemsOf(client, table)) {
      const file = expectedOf(item);
      if (file) told.set(file.id, file);
      tally.add(item);
      noteRevision(revisions, item);
      yield counted(item);
    }
    refuseTorn(revisions);
    let size = 0;
    for (const file of told.values()) {
      const content = await contentOf(bucket, file);
      size += content.length;
      for (const piece of piecesOf(file.id, content)) yield counted(piece);
    }
    const { items, kinds } = tally;
    const files = { count: told.size, bytes: size };
    foot = { items, kinds, files, content: tally.content(), bytes: bytes.digest('hex') };
    yield `${canonical(foot)}\n`;
  };
  try {
    await pipeline(lines, createGzip({ level: 6 }), createWriteStream(part, { mode: 0o600, flush: true }));
    renameSync(part, path);
    return foot!;
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

function refuseTorn(revisions: Map<string, number>): void {
  const torn = [...revisions.values()].filter((difference) => difference !== 0).length;
  if (torn === 0) return;
  throw new Trouble(
    'changed',
    `Dữ liệu thay đổi trong lúc xuất (${torn} mục). Hãy xuất lại khi không có người ghi.`,
  );
}

/** Every row has as many history rows as its revision says; what is left over tells of a write meanwhile. */
function noteRevision(revisions: Map<string, number>, item: Item): void {
  const kind = item.__edb_e__?.S ?? '';
  const history = histories[kind];
  const own = Object.values(histories).find(({ of }) => of === kind);
  const id = item[(history ?? own)?.id ?? '']?.S;
  if (id === undefined) return;
  revisions.set(id, (revisions.get(id) ?? 0) + (history ? -1 : Number(item.revision?.N ?? 0)));
}

/**
 * Loads an archive into an empty table: first reads all of it and checks it, then writes, then reads the table again
 * and compares counts and sums.
 * @throws Trouble `bad-archive` or `not-empty`, with nothing written; `damaged` where the table differs in the end
 */
export async function loadArchive(
  client: DynamoDBClient,
  table: string,
  path: string,
  options: { steps?: readonly Step[]; before?: (head: Head) => void; bucket?: Bucket } = {},
): Promise<{ head: Head; items: number; kinds: Record<string, number>; files: number }> {
  const all = options.steps ?? steps;
  const wanted = new Tally();
  const head = await eachItem(path, all, (item) => wanted.add(item));
  for await (const _ of itemsOf(client, table, 1)) {
    throw new Trouble('not-empty', `Bảng ${table} đã có dữ liệu. Chỉ nhập được vào bảng trống; chưa ghi gì.`);
  }
  options.before?.(head);
  let waiting: Item[] = [];
  const write = async () => {
    const items = waiting;
    waiting = [];
    const batches = Array.from({ length: Math.ceil(items.length / 25) }, (_, i) =>
      items.slice(i * 25, i * 25 + 25),
    );
    await Promise.all(batches.map((batch) => writeBatch(client, table, batch)));
  };
  await eachItem(path, all, async (item) => {
    waiting.push(item);
    if (waiting.length >= 100) await write();
  });
  await write();
  const { bucket = noBucket } = options;
  let files = 0;
  await eachFile(path, async (file, content) => {
    await bucket.write(file, content);
    await contentOf(bucket, file);
    files += 1;
  });
  const found = new Tally();
  for await (const item of itemsOf(client, table)) found.add(item);
  if (found.items !== wanted.items || found.content() !== wanted.content()) {
    throw new Trouble(
      'damaged',
      `Bảng ${table} sau khi nhập khác với tệp lưu trữ (${found.items} so với ${wanted.items} mục). Hãy xóa bảng rồi nhập lại.`,
    );
  }
  return { head, items: found.items, kinds: found.kinds, files };
}

async function eachItem(
  path: string,
  all: readonly Step[],
  use: (item: Item) => void | Promise<void>,
): Promise<Head> {
  let head: Head | undefined;
  for await (const value of readArchive(path)) {
    if (!head) head = value as Head;
    else if (!isPiece(value)) for (const item of forward(value as Item, head.schema, all)) await use(item);
  }
  return head!;
}

async function eachFile(
  path: string,
  use: (file: Expected, content: Uint8Array) => Promise<void>,
): Promise<void> {
  const files = new Files();
  const take = async (whole: [Expected, Buffer] | undefined) => whole && use(...whole);
  for await (const value of readArchive(path)) {
    if (isPiece(value)) await take(files.add(value));
    else if (!('format' in value)) files.expect(value);
  }
  await take(files.end());
}

async function* itemsOf(client: DynamoDBClient, table: string, limit?: number): AsyncGenerator<Item> {
  let ExclusiveStartKey: Item | undefined;
  do {
    const page = await client.send(
      new ScanCommand({
        TableName: table,
        ConsistentRead: true,
        ...(ExclusiveStartKey ? { ExclusiveStartKey } : {}),
        ...(limit ? { Limit: limit } : {}),
      }),
    );
    yield* page.Items ?? [];
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
}

async function writeBatch(client: DynamoDBClient, table: string, items: Item[]): Promise<void> {
  let left = items.map((Item) => ({ PutRequest: { Item } }));
  for (let attempt = 1; left.length > 0; attempt += 1) {
    const answer = await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: left } }));
    left = (answer.UnprocessedItems?.[table] ?? []) as typeof left;
    if (left.length > 0) await sleep(Math.min(2000, 25 * 2 ** attempt) * Math.random());
  }
}
