import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { CreateTableCommand, DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { Db } from '@tddh/core/db';
import { linkOf } from '@tddh/core/national/links';
import { takePackage } from '@tddh/core/national/packages';
import { workInbound } from '@tddh/core/national/work';
import { tableDefinition } from '@tddh/core/table';
import { actors, aDocument, testDesk } from '@tddh/core/testing';
import { pdf } from '@tddh/domain/filesamples';
import { createApp } from '@tddh/functions/app';
import { entered, memoryStore, testApi } from '@tddh/functions/testing';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { startStore } from '../files/store.ts';
import { golden } from '../sample/golden.ts';
import { samplePassword, seedSample } from '../sample/seed.ts';
import { loadArchive, writeArchive } from './archive.ts';
import { type Bucket, openBucket } from './bucket.ts';
import { canonical, type Item } from './format.ts';
import { forward, schemaOf } from './migrations.ts';

const client = new DynamoDBClient({
  endpoint: inject('endpoint'),
  region: 'ap-southeast-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
});
const folder = mkdtempSync(join(tmpdir(), 'tddh-archive-'));
const archive = join(folder, 'sample.gz');
const facts = { mode: 'sample', lastOn: '2023-11-30', at: '2023-11-30T10:00:00.000Z' } as const;
let tables = 0;

async function newTable(): Promise<string> {
  tables += 1;
  const name = `archive-${process.pid}-${tables}`;
  await client.send(new CreateTableCommand(tableDefinition(name)));
  return name;
}

/** Every item of a table, in one order. */
async function itemsOf(table: string): Promise<string[]> {
  const items: string[] = [];
  let ExclusiveStartKey: Item | undefined;
  do {
    const page = await client.send(
      new ScanCommand({ TableName: table, ...(ExclusiveStartKey ? { ExclusiveStartKey } : {}) }),
    );
    items.push(...(page.Items ?? []).map(canonical));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return items.sort();
}

/** A changed copy of the archive's text. */
function changed(name: string, change: (text: string) => string): string {
  const path = join(folder, name);
  writeFileSync(path, gzipSync(change(gunzipSync(readFileSync(archive)).toString())));
  return path;
}

describe('an archive', () => {
  let source: string;
  let restored: string;
  beforeAll(async () => {
    source = await newTable();
    await seedSample(new Db(client, source));
    await writeArchive(client, source, archive, facts);
  }, 60_000);

  test('of the sample, loaded into an empty table, gives every item again', async () => {
    restored = await newTable();
    const { head, items, kinds } = await loadArchive(client, restored, archive);
    expect(head).toMatchObject({ ...facts, schema: schemaOf() });
    expect(kinds).toMatchObject({ document: 148 });
    expect(items).toBeGreaterThan(2000);
    expect(await itemsOf(restored)).toEqual(await itemsOf(source));
  });

  test('brings the product back as it was on that day, whatever happened since: the rehearsal of a restore', async () => {
    const app = createApp({
      db: new Db(client, restored),
      today: () => '2023-11-30',
      sample: true,
      owed: false,
    });
    const body = JSON.stringify({ username: 'hcqt', password: samplePassword });
    const headers = { 'content-type': 'application/json' };
    const signedIn = await app.request('/api/session', { method: 'POST', body, headers });
    const cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!;
    const path = '/api/statistics?from=2023-04-15&to=2023-11-30&clock=confirmation';
    const answer = await app.request(path, { headers: { cookie } });
    const { rows, total } = (await answer.json()) as { rows: unknown[]; total: { columns: number[] } };
    expect(rows).toHaveLength(golden.length);
    expect(total.columns.slice(0, 3)).toEqual([247, 50, 46]);
  });

  test.each([
    ['cut short', () => changed('cut.gz', (text) => text.slice(0, text.length / 2))],
    [
      'cut before its last line',
      () => changed('foot.gz', (text) => text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1)),
    ],
    ['with one letter changed', () => changed('byte.gz', (text) => text.replace('"Sở', '"Sớ'))],
    [
      'without one item',
      () =>
        changed('item.gz', (text) =>
          text
            .split('\n')
            .filter((_, i) => i !== 9)
            .join('\n'),
        ),
    ],
    ['of a newer version', () => changed('newer.gz', (text) => text.replace('"version":2', '"version":99'))],
    ['of a newer schema', () => changed('schema.gz', (text) => text.replace('"schema":1', '"schema":99'))],
    ['that is something else', () => changed('else.gz', () => '{"hello":1}\n')],
    ['that is not there', () => join(folder, 'nowhere.gz')],
  ])('%s is refused, and nothing is written', async (_, make) => {
    const target = await newTable();
    await expect(loadArchive(client, target, make())).rejects.toMatchObject({
      name: 'Trouble',
      code: 'bad-archive',
    });
    expect(await itemsOf(target)).toEqual([]);
  });

  test('cut or changed as a file is refused too', async () => {
    const target = await newTable();
    const bytes = readFileSync(archive);
    const cut = join(folder, 'raw-cut.gz');
    writeFileSync(cut, bytes.subarray(0, bytes.length - 10));
    const flipped = join(folder, 'raw-flip.gz');
    const middle = Math.floor(bytes.length / 2);
    writeFileSync(flipped, bytes.with(middle, (bytes[middle] ?? 0) ^ 1));
    for (const path of [cut, flipped]) {
      await expect(loadArchive(client, target, path)).rejects.toMatchObject({ code: 'bad-archive' });
    }
    expect(await itemsOf(target)).toEqual([]);
  });

  test('goes into an empty table only', async () => {
    await expect(loadArchive(client, source, archive)).rejects.toMatchObject({ code: 'not-empty' });
  });

  test('is not written where a row and its history disagree, and leaves no half file', async () => {
    const { db, ask } = await testApi(inject('endpoint'));
    const { assignments } = await entered(ask, aDocument());
    const path = join(folder, 'torn.gz');
    const [{ assignmentId = '', data } = {}] = (
      await db.history.query.life({ assignmentId: assignments[0]!.id }).go()
    ).data;
    await db.history.create({ assignmentId, revision: 9, data: data! }).go();
    await expect(writeArchive(client, db.table, path, facts)).rejects.toMatchObject({ code: 'changed' });
    expect(() => readFileSync(path)).toThrow();
    expect(() => readFileSync(`${path}.part`)).toThrow();
  });

  test('of a living table, with its outbox, sessions and notices, comes back whole', async () => {
    const { db, ask } = await testApi(inject('endpoint'));
    await entered(ask, aDocument());
    const path = join(folder, 'living.gz');
    const foot = await writeArchive(client, db.table, path, facts);
    expect(foot.kinds).toMatchObject({ outbox: expect.any(Number), session: expect.any(Number) });
    const target = await newTable();
    await loadArchive(client, target, path);
    expect(await itemsOf(target)).toEqual(await itemsOf(db.table));
  });
});

describe('an archive with files', () => {
  const content = Buffer.concat([Buffer.from(pdf), Buffer.alloc(2_000_000, 'x')]);
  const path = join(folder, 'files.gz');
  let api: Awaited<ReturnType<typeof testApi>>;
  let id: string;
  const bucketOf = (stored: Map<string, Uint8Array>): Bucket => ({
    read: async (file) => stored.get(file),
    write: async (file, bytes) => void stored.set(file.id, bytes),
  });

  beforeAll(async () => {
    api = await testApi(inject('endpoint'));
    const send = async (name: string, bytes: Uint8Array) => {
      const { json } = await api.ask('agency', 'POST', '/api/files', { name, size: bytes.length });
      api.stored.set(json.file.id, bytes);
      return json.file.id as string;
    };
    const { assignments } = await entered(api.ask, aDocument());
    id = await send('lon.pdf', content);
    const files = [id, await send('nho.pdf', pdf)];
    const report = { result: 'Xong', files };
    const answer = await api.ask('agency', 'POST', `/api/assignments/${assignments[0]!.id}/report`, report);
    expect(answer.status).toBe(200);
    await send('khong-gui.pdf', pdf);
  });

  test('carries the content of what is attached, and only that, and gives it back byte by byte', async () => {
    const foot = await writeArchive(client, api.db.table, path, facts, bucketOf(api.stored));
    expect(foot.files).toEqual({ count: 2, bytes: content.length + pdf.length });
    const restored = new Map<string, Uint8Array>();
    const target = await newTable();
    const loaded = await loadArchive(client, target, path, { bucket: bucketOf(restored) });
    expect(loaded.files).toBe(2);
    expect(Buffer.from(restored.get(id)!).equals(content)).toBe(true);
    expect(restored.size).toBe(2);
    expect(await itemsOf(target)).toEqual(await itemsOf(api.db.table));
  });

  test('carries the package whole in which a national document came, once, however many rows tell of it', async () => {
    const { db, stored } = await testApi(inject('endpoint'));
    const desk = { ...testDesk(db, actors.admin), store: memoryStore(stored) };
    await db.kept.put({ shelf: 'links', name: 'national', data: { land: 'draft' } }).go();
    const from = { id: 'VPCP', name: 'Văn phòng Chính phủ' };
    const head = {
      ...{ documentId: 'goi-1', from, number: '9/VPCP-TH', issuedOn: '2023-06-10', type: 'Công văn' },
      ...{ subject: 'Về việc một', business: 0, concerns: [] },
    };
    await takePackage(desk, await linkOf(db), 'p1', '<edXML>một gói</edXML>', head);
    await workInbound(desk);
    const whole = join(folder, 'package.gz');
    const foot = await writeArchive(client, db.table, whole, facts, bucketOf(stored));
    expect(foot.files?.count).toBe(1);
    expect(foot.kinds).toMatchObject({ inbound: 1, message: 1 });
    const restored = new Map<string, Uint8Array>();
    await loadArchive(client, await newTable(), whole, { bucket: bucketOf(restored) });
    expect([...restored.values()].map(String)).toEqual(['<edXML>một gói</edXML>']);
    stored.clear();
    const lost = writeArchive(client, db.table, join(folder, 'lost.gz'), facts, bucketOf(stored));
    await expect(lost).rejects.toMatchObject({ code: 'damaged' });
  });

  test('goes through the calls of S3 to the folder of one server', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'tddh-restore-'));
    Object.assign(process.env, {
      ...{ AWS_REGION: 'ap-southeast-1', AWS_ACCESS_KEY_ID: 'x', AWS_SECRET_ACCESS_KEY: 'y' },
    });
    const store = await startStore(dataDir);
    process.env.AWS_ENDPOINT_URL_S3 = store.endpoint;
    await loadArchive(client, await newTable(), path, { bucket: openBucket() });
    delete process.env.AWS_ENDPOINT_URL_S3;
    await store.stop();
    expect(readFileSync(join(dataDir, 'files', id)).equals(content)).toBe(true);
  });

  test.each([
    ['with a byte of a file changed', (text: string) => text.replace('"bytes":"JVBE', '"bytes":"JVBF')],
    [
      'without a piece of a file',
      (text: string) => {
        const lines = text.split('\n');
        const at = lines.findIndex((line) => line.startsWith('{"bytes"'));
        return lines.filter((_, i) => i !== at).join('\n');
      },
    ],
  ])('%s is refused, and nothing is written', async (_, change) => {
    const bad = join(folder, 'bad-file.gz');
    writeFileSync(bad, gzipSync(change(gunzipSync(readFileSync(path)).toString())));
    const [target, stored] = [await newTable(), new Map<string, Uint8Array>()];
    const load = loadArchive(client, target, bad, { bucket: bucketOf(stored) });
    await expect(load).rejects.toMatchObject({ code: 'bad-archive' });
    expect([await itemsOf(target), stored.size]).toEqual([[], 0]);
  });

  test('is not written where the content of a file is lost or changed', async () => {
    for (const stored of [new Map(), new Map([...api.stored, [id, Buffer.from('%PDF-khac')]])]) {
      const write = writeArchive(client, api.db.table, join(folder, 'lost.gz'), facts, bucketOf(stored));
      await expect(write).rejects.toMatchObject({ code: 'damaged' });
    }
  });
});

describe('schemas', () => {
  const rename = (item: Item): Item[] => {
    const { old, ...rest } = item;
    return [old ? { ...rest, fresh: old } : rest];
  };
  const split = (item: Item): Item[] => [item, { ...item, copy: { BOOL: true } }];

  test('an item goes forward through every step after its own schema', () => {
    const item = { pk: { S: 'a' }, old: { S: 'x' } };
    expect(forward(item, 1, [rename, split])).toEqual([
      { pk: { S: 'a' }, fresh: { S: 'x' } },
      { pk: { S: 'a' }, fresh: { S: 'x' }, copy: { BOOL: true } },
    ]);
    expect(forward(item, 2, [rename, split])).toHaveLength(2);
    expect(forward(item, 3, [rename, split])).toEqual([item]);
    expect(() => forward(item, 4, [rename, split])).toThrow('mới hơn');
  });

  test('an archive of an older schema is brought forward while it is loaded', async () => {
    const { db, ask } = await testApi(inject('endpoint'));
    await entered(ask, aDocument());
    const older = join(folder, 'older.gz');
    await writeArchive(client, db.table, older, facts);
    const target = await newTable();
    const mark = (item: Item): Item[] => [{ ...item, marked: { BOOL: true } }];
    await loadArchive(client, target, older, { steps: [mark] });
    const items = await itemsOf(target);
    expect(items.every((item) => item.includes('"marked":{"BOOL":true}'))).toBe(true);
  });
});
