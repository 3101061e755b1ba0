import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sign } from '@tddh/functions/signed';
import type { Line } from './bench.ts';

const launcher = fileURLToPath(new URL('../../local/bin/start.mjs', import.meta.url));
const programs = fileURLToPath(new URL('../../local/bin/run.mjs', import.meta.url));
const password = 'theo-doi-dieu-hanh';

export interface Ordeal {
  documents: number;
  tasksEach: number;
  /** How often the province is killed and started again. */
  kills: number;
  /** Percent of its answers and messages in which the national side misbehaves. */
  trouble: number;
}

interface State {
  taken: Record<'taken' | 'repeated' | 'refused' | 'disordered' | 'troubled', number>;
  sent: Record<string, number>;
  tasks: Record<string, { id: string; type: string; status: string }[]>;
}

/**
 * National tasks in, worked, and reported back, over HTTP between two processes, while the national side misbehaves
 * and the province is killed and started again.
 * @returns what was counted; everything but the counts of trouble must be exact for the link to be right
 */
export async function ordeal({ documents, tasksEach, kills, trouble }: Ordeal) {
  const province = new Province();
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  let national: ChildProcess | undefined;
  try {
    await province.start(secret);
    const link = '/api/integrations/national';
    const { secret: outbound } = await province.call<{ secret: string }>('hcqt', 'POST', `${link}/secrets`, {
      side: 'outbound',
    });
    const { items: units } = await province.call<{ items: Unit[] }>('hcqt', 'GET', '/api/units');
    const agencies = units.filter((u) => u.kind === 'agency');
    const codes = agencies.filter((u) => !u.isOffice).map((u) => u.id);
    const args = ['--port', '0', '--province', province.base, '--documents', '0', '--every', '0'];
    const more = ['--trouble', String(trouble), '--agencies', codes.join(',')];
    national = spawn(process.execPath, [programs, 'national', ...args, ...more], {
      env: { ...process.env, NATIONAL_SECRET: secret, NATIONAL_OUTBOUND_SECRET: outbound },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const there = await readyOf(national);
    await province.call('hcqt', 'PATCH', link, {
      land: 'at-once',
      target: `${there}/hook`,
      allowPrivate: true,
    });

    const began = performance.now();
    const issued: string[] = [];
    let allIssued = false;
    const issuing = (async () => {
      for (let left = documents; left > 0; left -= 5) {
        const body = JSON.stringify({ documents: Math.min(5, left), tasks: tasksEach });
        const answer = await fetch(`${there}/issue`, { method: 'POST', body });
        issued.push(...((await answer.json()) as { tasks: string[] }).tasks);
      }
      allIssued = true;
    })();
    const all = documents * tasksEach;
    const done = new Set<string>();
    const working = workAll(province, agencies, done, () => (allIssued ? issued.length : all));
    // Killed while work comes in, while it is done, and while the last of it is told.
    for (let kill = 0; kill < kills; kill += 1) {
      while (done.size < ((kill + 0.5) * all) / kills) await sleep(50);
      await province.kill();
      await province.start(secret);
    }
    await issuing;
    await working;
    const state = await drained(there, issued);
    const seconds = (performance.now() - began) / 1000;
    const finals = issued.map((task) => state.tasks[task] ?? []);
    return {
      tasks: issued.length,
      'done here': done.size,
      'finished there': finals.filter((told) => told.at(-1)?.type === 'task.completed').length,
      'finished twice': finals.filter((told) => told.filter((m) => m.type === 'task.completed').length > 1)
        .length,
      'told twice': finals.flat().length - new Set(finals.flat().map((m) => m.id)).size,
      'out of order': state.taken.disordered,
      messages: state.taken.taken,
      repeats: state.taken.repeated,
      troubled: state.taken.troubled,
      'refused here': state.sent.refused ?? 0,
      kills,
      seconds: Math.round(seconds),
    };
  } finally {
    national?.kill('SIGTERM');
    await province.kill();
    rmSync(province.dataDir, { recursive: true, force: true });
  }
}

interface Unit {
  id: string;
  kind: string;
  isOffice: boolean;
}
interface Item {
  id: string;
  status: string;
  agency: { id: string };
}

/** Reports and confirms every national assignment that appears, some at a time, until as many are done as there are. */
async function workAll(
  province: Province,
  agencies: readonly Unit[],
  done: Set<string>,
  total: () => number,
): Promise<void> {
  const account = (unit: string) =>
    `donvi${String(agencies.findIndex((u) => u.id === unit) + 1).padStart(2, '0')}`;
  const today = '2023-11-30';
  const work = async ({ id, status, agency }: Item) => {
    if (status !== 'reported') {
      const report = { result: 'Đã hoàn thành', documentNumber: '1/BC', documentDate: today };
      await province.call(account(agency.id), 'POST', `/api/assignments/${id}/report`, report);
    }
    await province.call('chanhvp', 'POST', `/api/assignments/${id}/confirm`, {});
    done.add(id);
  };
  while (done.size < total()) {
    const query = `status=assigned,in-progress,reported&q=VPCP-TH&from=${today}&to=${today}&limit=200`;
    const { items } = await province.call<{ items: Item[] }>('chanhvp', 'GET', `/api/assignments?${query}`);
    const left = [...items];
    const hands = Array.from({ length: 4 }, async () => {
      for (let one = left.shift(); one; one = left.shift()) await work(one);
    });
    await Promise.all(hands);
    if (items.length === 0) await sleep(200);
  }
}

/** What the national side holds once nothing new has come for a while, or after ten minutes. */
async function drained(there: string, issued: readonly string[]): Promise<State> {
  for (let tries = 0; ; tries += 1) {
    const state = (await (await fetch(`${there}/state`)).json()) as State;
    const left = issued.filter((task) => state.tasks[task]?.at(-1)?.type !== 'task.completed');
    if (left.length === 0 || tries > 600) return state;
    await sleep(1000);
  }
}

async function readyOf(child: ChildProcess): Promise<string> {
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
class Province {
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
    if (!child?.pid || child.exitCode !== null) return;
    const gone = new Promise((done) => child.once('exit', done));
    const { pid } = JSON.parse(readFileSync(join(this.dataDir, 'engine.json'), 'utf8')) as { pid: number };
    process.kill(-child.pid, 'SIGKILL');
    process.kill(pid, 'SIGKILL');
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

/**
 * How many signed messages a second are accepted by 16 senders at once, while a person goes on asking for the queue;
 * then the same person beside a receiver that hangs, with work that is owed to it.
 */
async function throughput(): Promise<Line[]> {
  const province = new Province();
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  const deaf = createServer(() => {});
  await new Promise<void>((done) => deaf.listen(0, '127.0.0.1', done));
  try {
    await province.start(secret);
    const link = '/api/integrations/national';
    const quiet = await asked(province, 5000);
    await province.call('hcqt', 'PATCH', link, { land: 'at-once', allowPrivate: true });
    let [accepted, ended] = [0, false];
    const began = performance.now();
    const senders = Array.from({ length: 16 }, async (_, sender) => {
      for (let n = 0; !ended; n += 1) accepted += await posted(province.base, secret, `${sender}-${n}`);
    });
    const busy = await asked(province, 15_000);
    ended = true;
    await Promise.all(senders);
    const rate = accepted / ((performance.now() - began) / 1000);
    await worked(province);
    const { port } = deaf.address() as { port: number };
    await province.call('hcqt', 'POST', `${link}/secrets`, { side: 'outbound' });
    await province.call('hcqt', 'PATCH', link, { target: `http://127.0.0.1:${port}/hook` });
    // Something is owed to it, so that a run begins.
    await posted(province.base, secret, 'last');
    await sleep(2000);
    const dead = await asked(province, 10_000);
    const figures = { quiet, 'while messages come in': busy, 'while the receiver hangs': dead };
    return [
      { what: 'messages accepted a second', value: Math.round(rate) },
      ...Object.entries(figures).flatMap(([when, { median, p95, answered }]) => [
        { what: `queue page, ${when}: median ms`, value: median },
        { what: `queue page, ${when}: p95 ms`, value: p95 },
        { what: `queue page, ${when}: answers`, value: answered },
      ]),
    ];
  } finally {
    await province.kill();
    deaf.closeAllConnections();
    deaf.close();
    rmSync(province.dataDir, { recursive: true, force: true });
  }
}

/** Posts one document of one task, signed. @returns 1 where it was accepted */
async function posted(base: string, secret: string, name: string): Promise<number> {
  const task = { taskId: `T-${name}`, content: `Việc ${name}`, leads: ['snv'], dueOn: '2023-12-31' };
  const head = { number: `${name}/VPCP-TL`, issuedOn: '2023-11-30', issuer: 'Văn phòng Chính phủ' };
  const data = { version: 1, ...head, type: 'Công văn', subject: `Về việc ${name}`, tasks: [task] };
  const id = `through-${name}`;
  const body = JSON.stringify({ id, source: '/bench', type: 'document.issued', subject: `vb-${name}`, data });
  const headers = await sign(secret, { id, at: new Date(), body });
  const answer = await fetch(`${base}/api/integrations/national/events`, { method: 'POST', headers, body });
  await answer.arrayBuffer();
  return answer.status === 202 ? 1 : 0;
}

/** How fast a person's list answers, asked again and again for a while. */
async function asked(province: Province, milliseconds: number) {
  const took: number[] = [];
  const end = performance.now() + milliseconds;
  while (performance.now() < end) {
    const began = performance.now();
    await province.call('chanhvp', 'GET', '/api/assignments?status=reported&limit=50');
    took.push(performance.now() - began);
  }
  took.sort((a, b) => a - b);
  const at = (share: number) => Math.round(took[Math.floor(share * (took.length - 1))] ?? 0);
  return { median: at(0.5), p95: at(0.95), answered: took.length };
}

/** Waits until what came in has been worked, at most two minutes. */
async function worked(province: Province): Promise<void> {
  for (let tries = 0; tries < 120; tries += 1) {
    const { inbound } = await province.call<{ inbound: { waiting: number } }>(
      'hcqt',
      'GET',
      '/api/integrations/national',
    );
    if (inbound.waiting === 0) return;
    await sleep(1000);
  }
}

/** What the inbound door takes a second, and what a receiver that hangs costs everybody else. */
export const inbound = {
  says: 'signed messages accepted a second with the page still answering, and the page beside a dead receiver',
  run: throughput,
};

/** 1,000 national tasks through five kills and a national side that misbehaves in every fifth answer. */
export const national = {
  says: '1,000 national tasks in, worked and reported back, with 20 % trouble and 5 kills',
  run: async (): Promise<Line[]> => {
    const counted = await ordeal({ documents: 100, tasksEach: 10, kills: 5, trouble: 20 });
    return Object.entries(counted).map(([what, value]) => ({ what, value }));
  },
};
