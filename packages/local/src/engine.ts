import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { end, type Identity, identify, isAlive, signalTo } from './process.ts';
import { explain, Trouble } from './trouble.ts';

/** The embedded DynamoDB: a binary that speaks the wire protocol over SQLite. */
export interface Engine {
  /** Where the real SDK client reaches it. */
  endpoint: string;
  pid: number;
  /** Settles when the engine ended without being asked to. */
  failed: Promise<Trouble>;
  /** Ends it and waits until it is gone, at most 4 s. */
  stop(): Promise<void>;
}

/** What stands in `DATA_DIR/engine.json` while an engine runs. */
interface Mark extends Identity {
  port: number;
}

/** The path of the engine's binary for this platform; `DYNOXIDE_BIN` wins. Throws Trouble `platform`. */
export function engineBinary(platform = process.platform, arch: string = process.arch): string {
  if (process.env.DYNOXIDE_BIN) return process.env.DYNOXIDE_BIN;
  const name = platform === 'win32' ? 'dynoxide.exe' : 'dynoxide';
  try {
    return createRequire(import.meta.url).resolve(`@dynoxide/${platform}-${arch}/${name}`);
  } catch {
    throw new Trouble(
      'platform',
      `Không có bộ máy dữ liệu đi kèm cho hệ ${platform}-${arch}. Hãy đặt DYNOXIDE_BIN tới tệp chạy dynoxide của máy này, ` +
        'hoặc đặt AWS_ENDPOINT_URL_DYNAMODB tới một máy chủ DynamoDB có sẵn.',
    );
  }
}

/**
 * Starts the engine, in memory for tests or on the file of a data folder. The folder must be claimed by the caller;
 * an engine that a killed product left behind is ended first, after its identity was checked.
 * Throws Trouble where the platform, the file or the disk does not allow it.
 */
export async function startEngine(options: { memory: true } | { dataDir: string }): Promise<Engine> {
  const dataDir = 'dataDir' in options ? options.dataDir : undefined;
  const binary = engineBinary();
  if (dataDir) await endOrphan(dataDir);
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    try {
      return await launch(binary, port, dataDir);
    } catch (error) {
      const lostPort = error instanceof Trouble && error.code === 'port-busy';
      if (!lostPort || attempt === 5) throw error;
    }
  }
}

/** The endpoint of the engine that serves the folder now; undefined where none runs. */
export function findEngine(dataDir: string): string | undefined {
  const mark = readMark(dataDir);
  return mark && isAlive(mark) ? `http://127.0.0.1:${mark.port}` : undefined;
}

async function launch(binary: string, port: number, dataDir: string | undefined): Promise<Engine> {
  const log = dataDir && join(dataDir, 'engine.log');
  const errors = log ? openSync(log, 'w') : 'pipe';
  const args = ['--host', '127.0.0.1', '--port', String(port)];
  if (dataDir) args.push('--db-path', join(dataDir, 'table.db'));
  // Its own process group: Ctrl-C reaches the product, which ends the engine last.
  const child = spawn(binary, args, { detached: true, stdio: ['ignore', 'ignore', errors] });
  if (typeof errors === 'number') closeSync(errors);
  const said = collect(child, log);
  const gone = new Promise<string>((done) => {
    child.once('error', (error) => done(String(error)));
    child.once('exit', (code, signal) => done(`${said()} (${signal ?? code})`));
  });
  const { pid } = child;
  if (pid === undefined) throw failure(await gone, dataDir);
  const identity = identify(pid);
  if (dataDir) writeFileSync(markPath(dataDir), JSON.stringify({ ...identity, port } satisfies Mark));
  const release = dataDir ? () => {} : endWithParent(pid);
  const endpoint = `http://127.0.0.1:${port}`;
  const problem = await Promise.race([gone, answers(endpoint)]);
  if (problem !== undefined) {
    release();
    if (dataDir) rmSync(markPath(dataDir), { force: true });
    await end(identity);
    throw failure(problem, dataDir);
  }
  return {
    endpoint,
    pid,
    failed: gone.then((text) => failure(text, dataDir)),
    stop: async () => {
      release();
      await end(identity);
      if (dataDir) rmSync(markPath(dataDir), { force: true });
    },
  };
}

/** What the engine wrote to its standard error, at most the last 4,000 characters. */
function collect(child: ChildProcess, log: string | undefined): () => string {
  let text = '';
  child.stderr?.setEncoding('utf8').on('data', (part: string) => {
    text = (text + part).slice(-4000);
  });
  return () => (log ? readText(log).slice(-4000) : text).trim();
}

/** Waits until the engine answers; answers undefined, or what is wrong after 15 s. */
async function answers(endpoint: string): Promise<string | undefined> {
  const until = Date.now() + 15_000;
  const headers = {
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-target': 'DynamoDB_20120810.ListTables',
    'x-amz-date': '20200101T000000Z',
    authorization:
      'AWS4-HMAC-SHA256 Credential=local/20200101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
  };
  while (Date.now() < until) {
    try {
      const answer = await fetch(endpoint, { method: 'POST', headers, body: '{}' });
      const text = await answer.text();
      if (answer.ok) return undefined;
      if (answer.status >= 500) return text;
    } catch {
      // Not listening yet.
    }
    await sleep(10);
  }
  return 'no answer within 15 s';
}

/** An engine in memory must not outlive its tests: a watcher ends it when this process is gone, killed or not. */
function endWithParent(pid: number): () => void {
  const atExit = () => signalTo(pid, 'SIGKILL');
  process.once('exit', atExit);
  const watcher =
    process.platform === 'win32'
      ? undefined
      : spawn('/bin/sh', ['-c', `cat >/dev/null; kill -9 ${pid}`], {
          detached: true,
          stdio: ['pipe', 'ignore', 'ignore'],
        });
  watcher?.unref();
  return () => {
    process.off('exit', atExit);
    if (watcher?.pid) signalTo(-watcher.pid, 'SIGKILL');
  };
}

/** Ends the engine that a killed product left on the folder, if it is still that very process. */
export async function endOrphan(dataDir: string): Promise<void> {
  const mark = readMark(dataDir);
  if (mark) await end(mark);
  rmSync(markPath(dataDir), { force: true });
}

function failure(text: string, dataDir: string | undefined): Trouble {
  if (/already in use/i.test(text)) return new Trouble('port-busy', 'Cổng của bộ máy dữ liệu đang bận.');
  const known = explain(text, dataDir ?? '(bộ nhớ)');
  return (
    known ?? new Trouble('engine-failed', `Bộ máy dữ liệu dừng bất ngờ: ${text.trim() || 'không rõ lý do'}`)
  );
}

function markPath(dataDir: string): string {
  return join(dataDir, 'engine.json');
}

function readMark(dataDir: string): Mark | undefined {
  try {
    return JSON.parse(readFileSync(markPath(dataDir), 'utf8')) as Mark;
  } catch {
    return undefined;
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
