import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { sign } from '@tddh/functions/signed';
import type { Line } from './bench.ts';
import { Province } from './province.ts';

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
      for (let n = 0; !ended; n += 1) {
        // Read after the wait: what other senders counted meanwhile would be lost.
        const one = await posted(province.base, secret, `${sender}-${n}`);
        accepted += one;
      }
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
  const headers = await sign([secret], { id, at: new Date(), body });
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
