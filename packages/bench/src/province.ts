import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { signalTo } from '@tddh/local/process';

const launcher = fileURLToPath(new URL('../../local/bin/start.mjs', import.meta.url));
const password = 'theo-doi-dieu-hanh';

/** The address that a program says it serves at. @throws Error where it ends before it says so */
export async function readyOf(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((done, fail) => {
    const hear = (part: Buffer) => {
      said += part;
      const ready = /^ready (http:\S+)$/m.exec(said);
      if (ready) done(ready[1]!);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code, signal) => fail(new Error(`ended (${code ?? signal}) before ready:\n${said}`)));
  });
}

/** The product on a folder and a port of its own: it can be killed and started again, and asked until it answers. */
export class Province {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'tddh-national-'));
  base = '';
  private child: ChildProcess | undefined;
  private readonly cookies = new Map<string, string>();

  async start(secret: string): Promise<void> {
    const env = { ...process.env, NATIONAL_SECRET: secret, DATA_DIR: this.dataDir, TODAY: '2023-11-30' };
    this.child = spawn(process.execPath, [launcher], {
      detached: true,
      env: { ...env, PORT: this.base ? new URL(this.base).port : '0', AWS_ENDPOINT_URL_DYNAMODB: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.base = await readyOf(this.child);
  }

  /** SIGKILL to everything at once: the server's group, and the engine in its own. */
  async kill(): Promise<void> {
    const child = this.child;
    this.child = undefined;
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((done) => child.once('exit', done));
    const { pid } = JSON.parse(readFileSync(join(this.dataDir, 'engine.json'), 'utf8')) as { pid: number };
    signalTo(-child.pid, 'SIGKILL');
    signalTo(pid, 'SIGKILL');
    await gone;
  }

  /** Asks as somebody until the product answers; what the state forbids was done by an earlier try. */
  async call<T>(who: string, method: string, path: string, body?: unknown): Promise<T> {
    for (;;) {
      try {
        const cookie = this.cookies.get(who) ?? (await this.signIn(who));
        const answer = await fetch(this.base + path, {
          method,
          headers: { 'content-type': 'application/json', cookie },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        const json = (await answer.json()) as T & { code?: string };
        if (answer.ok || json.code === 'state_forbids') return json;
        if (answer.status < 500 && answer.status !== 409)
          throw new Refused(`${path}: ${JSON.stringify(json)}`);
      } catch (error) {
        if (error instanceof Refused) throw error;
      }
      await sleep(200);
    }
  }

  private async signIn(who: string): Promise<string> {
    const answer = await fetch(`${this.base}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: who, password }),
    });
    const cookie = answer.headers.get('set-cookie')?.split(';')[0];
    if (!answer.ok || !cookie) throw new Error(`${who} cannot sign in: ${answer.status}`);
    this.cookies.set(who, cookie);
    return cookie;
  }
}

class Refused extends Error {}
