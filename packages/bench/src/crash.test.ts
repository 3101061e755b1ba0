import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { assignmentsOf, loadDocument } from '@tddh/core/complete';
import { Db } from '@tddh/core/db';
import { replay } from '@tddh/domain/apply';
import { eventId } from '@tddh/domain/events';
import { signalTo } from '@tddh/local/process';
import { afterAll, expect, test } from 'vitest';

const kills = 10;
const launcher = fileURLToPath(new URL('../../local/bin/start.mjs', import.meta.url));
const dataDir = mkdtempSync(join(tmpdir(), 'crash-'));
let running: ChildProcess | undefined;

/** Starts the whole product on the folder and waits until it serves. */
async function start(): Promise<string> {
  const child = spawn(process.execPath, [launcher], {
    detached: true,
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir, TODAY: '2023-11-30', AWS_ENDPOINT_URL_DYNAMODB: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running = child;
  let said = '';
  return new Promise((done, fail) => {
    const hear = (chunk: Buffer) => {
      said += chunk;
      const ready = /^ready (http:\S+)$/m.exec(said);
      if (ready) done(ready[1]!);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code, signal) => fail(new Error(`ended (${code ?? signal}) before ready:\n${said}`)));
  });
}

function engineMark(): { pid: number; port: number } {
  return JSON.parse(readFileSync(join(dataDir, 'engine.json'), 'utf8')) as { pid: number; port: number };
}

/** SIGKILL to everything at once: the server's group, and the engine in its own. */
async function killAll(): Promise<void> {
  const child = running;
  running = undefined;
  if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((done) => child.once('exit', done));
  const { pid } = engineMark();
  signalTo(-child.pid, 'SIGKILL');
  signalTo(pid, 'SIGKILL');
  await gone;
}

afterAll(async () => {
  await killAll();
  rmSync(dataDir, { recursive: true, force: true });
});

const cookies = new Map<string, string>();
async function call(base: string, who: string, method: string, path: string, body?: unknown) {
  const response = await fetch(base + path, {
    method,
    headers: { 'content-type': 'application/json', cookie: cookies.get(who) ?? '' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const cookie = response.headers.get('set-cookie')?.split(';')[0];
  if (cookie) cookies.set(who, cookie);
  return { status: response.status, json: (await response.json()) as Record<string, never> };
}

/** What the product acknowledged: documents by number, and the revision of each assignment. */
const documents = new Map<string, string>();
const revisions = new Map<string, number>();
let next = 1;

interface Made {
  document: { id: string };
  assignments: { id: string; agency: { id: string }; revision: number }[];
}

/** Enters documents and reports and confirms their assignments, until the product is gone or `most` are entered. */
async function work(base: string, most = Number.POSITIVE_INFINITY): Promise<void> {
  for (let entered = 0; entered < most; entered += 1) {
    const number = `${9000 + next++}/UBND-TH`;
    const task = {
      content: 'Rà soát, báo cáo',
      leads: ['skhdt', 'sct', 'snv'],
      supports: ['stc'],
      dueOn: '2023-12-20',
    };
    const document = {
      number,
      issuedOn: '2023-11-29',
      issuer: 'UBND tỉnh',
      type: 'Công văn',
      subject: 'Về rà soát',
      tasks: [task, task, task],
    };
    const made = await call(base, 'tonghop', 'POST', '/api/documents', document);
    expect(made.status).toBe(201);
    const { document: kept, assignments } = made.json as unknown as Made;
    documents.set(number, kept.id);
    for (const a of assignments) revisions.set(a.id, a.revision);
    for (const a of assignments.filter((one) => one.agency.id === 'skhdt')) {
      const report = { result: 'Xong', documentNumber: '1/BC', documentDate: '2023-11-30' };
      await acknowledge(call(base, 'donvi01', 'POST', `/api/assignments/${a.id}/report`, report), a.id);
      await acknowledge(call(base, 'truongphong01', 'POST', `/api/assignments/${a.id}/confirm`, {}), a.id);
    }
  }
}

async function acknowledge(answer: ReturnType<typeof call>, id: string): Promise<void> {
  const { status, json } = await answer;
  expect(status).toBe(200);
  revisions.set(id, (json as unknown as { assignment: { revision: number } }).assignment.revision);
}

/** The table of the running product, past its doors. */
function openTable(): Db {
  const endpoint = `http://127.0.0.1:${engineMark().port}`;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return new Db(new DynamoDBClient({ endpoint, region: 'ap-southeast-1', credentials }), 'tddh');
}

/** Rows of the documents that this test entered. */
async function ownDocuments(db: Db) {
  const { data } = await db.documents.query.byDepartment({ departmentId: 'ptonghop' }).go({ pages: 'all' });
  return data.filter((row) => Number.parseInt(row.data.number ?? '', 10) >= 9000);
}

/** True where every document has all the assignments of its plan: 3 tasks, 3 leads and a support each. */
async function wholePlans(): Promise<boolean> {
  return (await ownDocuments(openTable())).every((row) => row.made === 12);
}

/** Every acknowledged write is there, and no change is half done. */
async function verify(): Promise<{ assignments: number; events: number }> {
  const db = openTable();
  const own = await ownDocuments(db);
  const stored = new Map(own.map((row) => [row.data.number, row.documentId]));
  for (const [number, id] of documents) expect(stored.get(number), number).toBe(id);
  let assignments = 0;
  let events = 0;
  for (const row of own) {
    const document = (await loadDocument(db, row.documentId))!;
    const all = await assignmentsOf(db, document);
    expect(all, `${document.number} is whole`).toHaveLength(document.made);
    for (const a of all) {
      const history = await db.history.query.life({ assignmentId: a.id }).go({ pages: 'all' });
      const told = history.data.map((one) => one.data);
      expect(JSON.parse(JSON.stringify(replay(told)))).toEqual(JSON.parse(JSON.stringify(a)));
      expect(a.revision).toBe(told.length);
      expect(a.revision).toBeGreaterThanOrEqual(revisions.get(a.id) ?? 0);
      const outbox = await db.outbox.get(told.map((event) => ({ eventId: eventId(event) }))).go();
      expect(outbox.data).toHaveLength(told.length);
      assignments += 1;
      events += told.length;
    }
  }
  return { assignments, events };
}

test(`the whole product, killed ${kills} times while it writes, loses no acknowledged write and leaves no half change`, async () => {
  for (let kill = 1; kill <= kills; kill += 1) {
    const base = await start();
    if (cookies.size === 0) {
      for (const username of ['tonghop', 'truongphong01', 'donvi01']) {
        const signedIn = await call(base, username, 'POST', '/api/session', {
          username,
          password: 'theo-doi-dieu-hanh',
        });
        expect(signedIn.status).toBe(200);
      }
    } else await verify();
    const before = documents.size;
    const workers = [1, 2, 3].map(() => work(base).catch((error: Error) => error));
    while (documents.size < before + 2) await sleep(5);
    await sleep((kill * 37) % 150);
    await killAll();
    for (const error of await Promise.all(workers)) expect(error).toBeInstanceOf(TypeError);
  }
  const base = await start();
  expect((await verify()).assignments).toBeGreaterThan(kills * 10);
  // The next write rings the relay, which finishes what a kill left of a document's plan.
  await work(base, 1);
  await expect.poll(wholePlans, { timeout: 20_000, interval: 200 }).toBe(true);
}, 180_000);
