import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startProduct } from '../bin/product.mjs';
import { findEngine } from './engine.ts';
import { holder } from './folder.ts';
import { readState } from './state.ts';

const bin = (name: string) => fileURLToPath(new URL(`../bin/${name}.mjs`, import.meta.url));
let dataDir: string;
/** A folder that the product has filled with its sample: for what is not about the filling. */
const sample = mkdtempSync(join(tmpdir(), 'tddh-sample-'));
const onSample = () => cpSync(sample, dataDir, { recursive: true });
const started: ChildProcess[] = [];

beforeAll(async () => {
  expect(
    spawnSync(process.execPath, [bin('build'), 'functions', 'local', 'web'], { stdio: 'inherit' }).status,
  ).toBe(0);
  await (await startProduct({ dataDir: sample })).stop();
}, 120_000);
afterAll(() => rmSync(sample, { recursive: true, force: true }));
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tddh-server-'));
});
afterEach(async () => {
  for (const child of started.splice(0)) await stop(child);
  rmSync(dataDir, { recursive: true, force: true });
});

function environment(more: Record<string, string> = {}): NodeJS.ProcessEnv {
  const { TODAY: _, AWS_ENDPOINT_URL_DYNAMODB: __, ...rest } = process.env;
  return { ...rest, PORT: '0', DATA_DIR: dataDir, ...more };
}

interface Running {
  child: ChildProcess;
  origin: string;
  /** Milliseconds until it was ready. */
  took: number;
}

/** Starts the product and waits until it says that it serves; fails with what it said instead. */
async function start(args: string[] = [], more: Record<string, string> = {}): Promise<Running> {
  const begun = Date.now();
  const child = spawn(process.execPath, [bin('start'), ...args], { env: environment(more), stdio: 'pipe' });
  started.push(child);
  let said = '';
  const origin = await new Promise<string>((done, fail) => {
    child.stdout.on('data', (part) => {
      said += part;
      const ready = /^ready (http:\/\/127\.0\.0\.1:\d+)$/m.exec(said);
      if (ready?.[1]) done(ready[1]);
    });
    child.stderr.on('data', (part) => {
      said += part;
    });
    child.once('exit', (code) => fail(new Error(`ended with ${code}: ${said}`)));
  });
  return { child, origin, took: Date.now() - begun };
}

async function stop(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<number> {
  const begun = Date.now();
  if (child.exitCode === null && child.signalCode === null) {
    const gone = new Promise((done) => child.once('exit', done));
    child.kill(signal);
    await gone;
  }
  return Date.now() - begun;
}

function run(args: string[], more: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin('run'), ...args], {
    env: environment(more),
    encoding: 'utf8',
  });
  return { status, said: stderr, lines: stdout.trim().split('\n') };
}

async function signIn(
  origin: string,
  username: string,
): Promise<(path: string, body?: unknown) => Promise<Response>> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ username, password: 'theo-doi-dieu-hanh' });
  const answer = await fetch(`${origin}/api/session`, { method: 'POST', headers, body });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  return (path, sent) =>
    sent === undefined
      ? fetch(origin + path, { headers: { cookie } })
      : fetch(origin + path, { method: 'POST', headers: { ...headers, cookie }, body: JSON.stringify(sent) });
}

const document = {
  number: '1234/UBND-TH',
  issuedOn: '2023-11-30',
  issuer: 'UBND tỉnh',
  type: 'Công văn',
  subject: 'Rà soát việc thực hiện nhiệm vụ được giao',
  tasks: [{ content: 'Báo cáo kết quả rà soát', leads: ['skhdt'], supports: [], dueOn: '2023-11-30' }],
};

describe('npm start', () => {
  test('serves the sample, keeps what was written through a kill, and stops within 5 s', async () => {
    const first = await start();
    expect(first.took).toBeLessThan(15_000);
    expect((await fetch(`${first.origin}/api/health`)).status).toBe(200);
    expect(await (await fetch(`${first.origin}/van-ban`)).text()).toContain('<!doctype html>');
    const officer = await signIn(first.origin, 'tonghop');
    expect((await officer('/api/documents', document)).status).toBe(201);
    const engine = findEngine(dataDir);
    first.child.kill('SIGKILL');
    await stop(first.child);
    // The engine outlives a kill; the next start ends it before it opens the file.
    expect(findEngine(dataDir)).toBe(engine);
    const second = await start();
    expect(findEngine(dataDir)).not.toBe(engine);
    const again = await signIn(second.origin, 'tonghop');
    const found = await (await again('/api/documents?number=1234/UBND-TH')).json();
    expect(found).toMatchObject({ items: [{ number: '1234/UBND-TH', taskCount: 1 }] });
    expect(await stop(second.child)).toBeLessThan(5000);
    expect(second.child.exitCode).toBe(0);
    expect([findEngine(dataDir), holder(dataDir)]).toEqual([undefined, undefined]);
  }, 90_000);

  test('starts empty, asks for an administrator, and is on the real clock', async () => {
    const { origin, child } = await start(['--empty']);
    expect(await (await fetch(`${origin}/api/setup`)).json()).toEqual({ needed: true });
    expect(await stop(child, 'SIGINT')).toBeLessThan(5000);
    const state = readState(dataDir);
    expect(state).toMatchObject({ mode: 'empty', filled: true, lastOn: state?.sweptOn });
    await expect(start()).rejects.toThrow(/dữ liệu thật/);
  }, 60_000);

  test('a stop while it starts leaves nothing running, and the next start fills the sample anew', async () => {
    const child = spawn(process.execPath, [bin('start')], { env: environment(), stdio: 'ignore' });
    started.push(child);
    while (readState(dataDir)?.filled !== false) await sleep(5);
    expect(await stop(child)).toBeLessThan(5000);
    expect([findEngine(dataDir), holder(dataDir)]).toEqual([undefined, undefined]);
    expect(readState(dataDir)?.filled).toBe(false);
    const officer = await signIn((await start()).origin, 'tonghop');
    const { total } = (await (
      await officer('/api/statistics?from=2023-04-15&to=2023-11-30&clock=confirmation')
    ).json()) as { total: { columns: number[] } };
    expect(total.columns[0]).toBe(247);
  }, 90_000);

  test('a second start on the same folder, a busy port, a wrong day and unknown words are clear errors', async () => {
    onSample();
    const { origin } = await start();
    await expect(start()).rejects.toThrow(/ended with 1: Lỗi: Thư mục dữ liệu .*tiến trình \d+/);
    const port = new URL(origin).port;
    await expect(start([], { PORT: port, DATA_DIR: `${dataDir}-2` })).rejects.toThrow(
      new RegExp(`Lỗi: Cổng ${port}`),
    );
    await expect(start([], { PORT: 'web', DATA_DIR: `${dataDir}-2` })).rejects.toThrow(
      /ended with 2: .*PORT là "web"/,
    );
    await expect(start(['--full'])).rejects.toThrow(/ended with 2: .*--empty/);
    expect((await fetch(`${origin}/api/health`)).status).toBe(200);
    await stop(started[0]!);
    await expect(start([], { TODAY: '2023-11-29' })).rejects.toThrow(/30\/11\/2023/);
    await expect(start([], { TODAY: '2023-02-31' })).rejects.toThrow(
      /ended with 2: .*không phải là một ngày/,
    );
  }, 90_000);

  test('a damaged data file is a clear error, and nothing of it is touched', async () => {
    onSample();
    await stop((await start()).child);
    const path = join(dataDir, 'table.db');
    const bytes = readFileSync(path).fill(0x41, 0, 4096);
    writeFileSync(path, bytes);
    await expect(start()).rejects.toThrow(/ended with 1: Lỗi: Tệp dữ liệu .* bị hỏng/);
    expect(readFileSync(path).equals(bytes)).toBe(true);
    rmSync(path);
  }, 60_000);
});

describe('a running product', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    'stops with its children when npm alone gets %s',
    async (signal) => {
      onSample();
      const cwd = fileURLToPath(new URL('../../..', import.meta.url));
      const child = spawn('npm', ['start'], { cwd, env: environment(), stdio: 'pipe', detached: true });
      started.push(child);
      await new Promise<void>((done) => {
        child.stdout.on('data', (part) => /^ready /m.test(String(part)) && done());
      });
      expect(await stop(child, signal)).toBeLessThan(5000);
      expect([findEngine(dataDir), holder(dataDir)]).toEqual([undefined, undefined]);
    },
    90_000,
  );

  test('ends with a clear error when its table engine is gone', async () => {
    onSample();
    const { child } = await start();
    let said = '';
    child.stderr?.on('data', (part) => {
      said += part;
    });
    const { pid } = JSON.parse(readFileSync(join(dataDir, 'engine.json'), 'utf8')) as { pid: number };
    const gone = new Promise((done) => child.once('exit', done));
    process.kill(pid, 'SIGKILL');
    expect(await gone).toBe(1);
    expect(said).toMatch(/Lỗi: Bộ máy dữ liệu dừng bất ngờ/);
    expect(holder(dataDir)).toBeUndefined();
  }, 60_000);
});

describe('npm run sweep', () => {
  test('marks once what is late, on the running table and on the stored one', async () => {
    onSample();
    const { child, origin } = await start();
    const officer = await signIn(origin, 'tonghop');
    expect((await officer('/api/documents', document)).status).toBe(201);
    const first = run(['sweep', '--day', '2023-12-01']);
    expect(first).toMatchObject({ status: 0 });
    const counts = JSON.parse(first.lines.at(-1) ?? '');
    expect(counts.marked).toBeGreaterThan(0);
    expect(JSON.parse(run(['sweep', '--day', '2023-12-01']).lines.at(-1) ?? '').marked).toBe(0);
    expect(readState(dataDir)?.lastOn).toBe('2023-12-01');
    await stop(child);
    const stored = run(['sweep', '--day', '2023-12-01']);
    expect(stored.status).toBe(0);
    expect(JSON.parse(stored.lines.at(-1) ?? '').marked).toBe(0);
    expect([findEngine(dataDir), holder(dataDir)]).toEqual([undefined, undefined]);
  }, 90_000);

  test('asks for a day of the calendar and for data', () => {
    expect(run(['sweep'])).toMatchObject({ status: 2, said: expect.stringMatching(/Thiếu ngày.*--day/) });
    expect(run(['sweep', '--day', '2023-02-31'])).toMatchObject({
      status: 2,
      said: expect.stringMatching(/không phải/),
    });
    expect(run(['sweep', '--date', '1'])).toMatchObject({
      status: 2,
      said: expect.stringMatching(/Không hiểu/),
    });
    expect(run(['sweep', '--day', '2023-12-01'])).toMatchObject({
      status: 2,
      said: expect.stringMatching(/npm start/),
    });
    expect(run(['dance'])).toMatchObject({ status: 2, said: expect.stringMatching(/sweep, .*fill/) });
  });
});

describe('npm run fill', () => {
  test('fills a new folder, the same for a seed', () => {
    const size = ['--assignments', '200', '--days', '60', '--units', '9', '--seed', '7'];
    const first = run(['fill', ...size]);
    expect(first).toMatchObject({ status: 0 });
    expect(JSON.parse(first.lines.at(-1) ?? '')).toMatchObject({ assignments: 200, today: '2023-11-30' });
    expect(run(['fill', ...size], { DATA_DIR: `${dataDir}-2` }).lines).toEqual(first.lines);
    rmSync(`${dataDir}-2`, { recursive: true });
  }, 60_000);

  test('refuses a size that makes no sense', () => {
    const fill = (...args: string[]) => run(['fill', '--days', '9', '--units', '9', ...args]);
    expect(fill()).toMatchObject({ status: 2, said: expect.stringMatching(/--assignments chưa có/) });
    expect(fill('--assignments', '0')).toMatchObject({ status: 2, said: expect.stringMatching(/từ 1 đến/) });
    expect(fill('--assignments', 'mười')).toMatchObject({ status: 2, said: expect.stringMatching(/"mười"/) });
  });
});
