import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Line } from './bench.ts';
import { Province, readyOf } from './province.ts';

const programs = fileURLToPath(new URL('../../local/bin/run.mjs', import.meta.url));

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

/** 1,000 national tasks through five kills and a national side that misbehaves in every fifth answer. */
export const national = {
  says: '1,000 national tasks in, worked and reported back, with 20 % trouble and 5 kills',
  run: async (): Promise<Line[]> => {
    const counted = await ordeal({ documents: 100, tasksEach: 10, kills: 5, trouble: 20 });
    return Object.entries(counted).map(([what, value]) => ({ what, value }));
  },
};
