import { createServer } from 'node:http';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { getRequestListener } from '@hono/node-server';
import { Db } from '@tddh/core/db';
import { type Desk, newId } from '@tddh/core/desk';
import { deliver } from '@tddh/core/national/deliver';
import { changeLink } from '@tddh/core/national/links';
import { wake } from '@tddh/core/national/queue';
import { workInbound } from '@tddh/core/national/work';
import { relay } from '@tddh/core/relay';
import { actors, testDb } from '@tddh/core/testing';
import { createApp } from '@tddh/functions/app';
import { tell } from '@tddh/functions/axis';
import { logger } from '@tddh/functions/log';
import { memoryStore } from '@tddh/functions/testing';
import { vi } from 'vitest';
import { startSimulator } from './simulator.ts';

const today = '2023-06-15';
const secretOf = (words: string) => `whsec_${Buffer.from(words).toString('base64')}`;
const inbound = secretOf('khoa-cua-phia-quoc-gia-thu-1');
const outbound = secretOf('khoa-cua-phia-tinh-thu-2');

/** What the simulator tells of itself. */
export interface State {
  sent: Record<'documents' | 'tasks' | 'sent' | 'again' | 'refused', number>;
  spoiled: { how: string; status: number }[];
  taken: Record<'taken' | 'repeated' | 'refused' | 'disordered' | 'troubled', number>;
  tasks: Record<string, { id: string; type: string; status: string }[]>;
}

/** A life of our side: it may die at any request to the table, and what it began stands as it is. */
export interface Life {
  db: Db;
  desk: (who?: keyof typeof actors) => Desk;
  /** Dies at the request after so many more. */
  dieAfter(requests: number): void;
  dead: () => boolean;
}

/** What is thrown by everything that a dead life still tries. */
class Dead extends Error {}
export const isDead = (error: unknown): boolean =>
  error instanceof Dead || (error as { cause?: unknown } | undefined)?.cause instanceof Dead;

/**
 * Both sides of the link over HTTP: the simulator, and the API with what works its queues, on a table of their own.
 * The clock of dates stands, and moves where something waits for an attempt or a lease: nobody waits for minutes.
 */
export async function bothSides(endpoint: string, { share = 0, seed = 1 } = {}) {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date() });
  // What a dead life fails at is no news.
  logger.setLogLevel('SILENT');
  const pass = (ms: number) => void vi.setSystemTime(Date.now() + Math.max(1, Math.ceil(ms)));
  const { table } = await testDb(endpoint);

  function newLife(): Life {
    let left = Number.POSITIVE_INFINITY;
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    const client = new DynamoDBClient({ endpoint, region: 'ap-southeast-1', credentials });
    const db = new Db(client, table, { sleep: async (ms) => pass(ms), random: () => 0 });
    db.client.middlewareStack.add(
      (next) => async (args) => {
        if (left < 0) throw new Dead('dead');
        left -= 1;
        const answer = await next(args);
        // It dies after the table has done what was asked, before it hears of it.
        if (left < 0) throw new Dead('dead');
        return answer;
      },
      { step: 'initialize' },
    );
    const desk = (who: keyof typeof actors = 'admin') => {
      pass(1);
      return { db, actor: actors[who], today, now: new Date(), newId };
    };
    const dieAfter = (requests: number) => {
      left = requests;
    };
    return { db, desk, dieAfter, dead: () => left < 0 };
  }

  let life = newLife();
  let listener = listenerOf(life);
  const server = createServer((request, response) => {
    const mine = life;
    if (mine.dead()) return void request.socket.destroy();
    response.once('finish', () => mine.dead() && request.socket.destroy());
    void listener(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  const simulator = await startSimulator({
    ...{ port: 0, province: `http://127.0.0.1:${port}`, inbound, outbound, share, seed },
    ...{ today: '2023-06-10', agencies: ['snv', 'stc'] },
  });
  const there = `http://127.0.0.1:${simulator.port}`;
  await changeLink(life.desk(), 'national', {
    ...{ fieldId: 'noichinh', land: 'at-once', target: `${there}/hook`, allowPrivate: true },
  });
  const ask = async <T>(path: string, body?: object): Promise<T> => {
    const answer = await fetch(there + path, body ? { method: 'POST', body: JSON.stringify(body) } : {});
    if (!answer.ok) throw new Error(await answer.text());
    return (await answer.json()) as T;
  };

  return {
    pass,
    life: () => life,
    /** A killed product starts again, when its claims and leases have ended. */
    revive() {
      pass(61_000);
      life = newLife();
      listener = listenerOf(life);
    },
    issue: (documents: number, tasks: number) => ask<{ tasks: string[] }>('/issue', { documents, tasks }),
    confuse: () => ask<object>('/confuse', {}),
    misbehave: (how: { tells?: string[]; hears?: string[] }) => ask<object>('/misbehave', how),
    state: () => ask<State>('/state'),
    work: (at: Life = life) => workInbound(at.desk()),
    /** What the relay, the bus and the deliver function do: wake what was told, and send what is due within so many seconds. */
    async send(seconds: number, at: Life = life) {
      const report = await relay(at.desk(), async (events) => {
        const lanes = events
          .map(({ detail }) => (detail as { lane?: string }).lane)
          .filter((l) => l !== undefined);
        for (const lane of new Set(lanes)) await wake(at.db, lane, new Date());
        return [];
      });
      const until = Date.now() + seconds * 1000;
      const sent = await deliver(
        at.desk(),
        (link, message) => tell(link, [outbound], message, { timeout: 400 }),
        until,
      );
      return { told: report.told, ...sent };
    },
    async stop() {
      await simulator.stop();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      logger.setLogLevel('INFO');
      vi.useRealTimers();
    },
  };
}

function listenerOf({ db }: Life) {
  const app = createApp({
    ...{ db, now: () => new Date(), today: () => today, owed: false, store: memoryStore(new Map()) },
    secret: async (name) => (name === 'NATIONAL_SECRET' ? inbound : undefined),
  });
  return getRequestListener(app.fetch);
}
