import { randomUUID } from 'node:crypto';
import { appendFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { RuleWiring } from '@tddh/functions/wiring';
import { type Delivery, hand } from './batch.ts';
import type { BusEvent, Targets } from './event.ts';
import { type Journal, openJournal } from './journal.ts';
import { matches } from './pattern.ts';
import { listener } from './putevents.ts';

export interface DeadLetter {
  rule: string;
  event: BusEvent;
  attempts: number;
  error: string;
  at: string;
}

export interface Bus {
  /** For `AWS_ENDPOINT_URL_EVENTBRIDGE`. */
  endpoint: string;
  /** What this process gave up, oldest first; with a data folder it also stands in `dead.jsonl`. */
  dead(): DeadLetter[];
  /** Returns when nothing waits for a delivery or a retry. */
  idle(): Promise<void>;
  /** Takes no more events, lets what runs end, and keeps what waits for the next start. */
  stop(): Promise<void>;
}

export interface BusOptions {
  name: string;
  rules: Readonly<Record<string, RuleWiring>>;
  targets: Targets;
  /** Where accepted events and dead letters are kept; without it in memory only. */
  dataDir?: string;
  /** Milliseconds before the first retry; doubled each time, at most a minute. */
  pause?: number;
}

/** Deliveries at a time. */
const lanes = 8;

/** Starts a local event bus that takes PutEvents from the real SDK client and applies the rules of the wiring. */
export async function startBus(options: BusOptions): Promise<Bus> {
  const { dataDir, rules, targets, pause = 1000 } = options;
  const journal: Journal<Delivery> | undefined = dataDir
    ? await openJournal<Delivery>(join(dataDir, 'bus.jsonl'))
    : undefined;
  const dead: DeadLetter[] = [];
  const waiting: Delivery[] = [];
  const running = new Set<Promise<void>>();
  const sleepers = new Set<() => void>();
  const idlers: (() => void)[] = [];
  let stopping = false;

  function fill(): void {
    while (!stopping && running.size < lanes) {
      const next = waiting.shift();
      if (!next) break;
      const work = deliver([next, ...companions(next)]).finally(() => {
        running.delete(work);
        fill();
      });
      running.add(work);
    }
    if (running.size === 0 && (stopping || waiting.length === 0)) for (const wake of idlers.splice(0)) wake();
  }

  /** What waits for the same queue, as far as a batch holds it. */
  function companions({ rule }: Delivery): Delivery[] {
    const room = (rules[rule]?.batch ?? 1) - 1;
    const found = waiting.filter((one) => one.rule === rule).slice(0, room);
    for (const one of found) waiting.splice(waiting.indexOf(one), 1);
    return found;
  }

  async function deliver(deliveries: Delivery[]): Promise<void> {
    const { rule: name } = deliveries[0]!;
    const rule = rules[name];
    const target = rule && targets[rule.target];
    let left = deliveries;
    for (let attempt = 1; ; attempt++) {
      if (!rule || !target) return bury(left, 0, () => `no target for rule ${name}`);
      const failed = await hand(target, left, rule.batch !== undefined);
      for (const { key } of left) if (!failed.has(key)) await journal?.done(key);
      left = left.filter(({ key }) => failed.has(key));
      if (left.length === 0) return;
      if (attempt > rule.retries) return bury(left, attempt, ({ key }) => failed.get(key) ?? '');
      await rest(Math.min(pause * 2 ** (attempt - 1), 60_000));
      // What still waits is in the journal; the next start delivers it.
      if (stopping) return;
    }
  }

  async function bury(
    deliveries: readonly Delivery[],
    attempts: number,
    why: (delivery: Delivery) => string,
  ): Promise<void> {
    for (const delivery of deliveries) {
      const { rule, event, key } = delivery;
      const letter = { rule, event, attempts, error: why(delivery), at: new Date().toISOString() };
      dead.push(letter);
      console.error(`dead letter: rule ${rule}, event ${event.id}: ${letter.error}`);
      if (dataDir) await appendFile(join(dataDir, 'dead.jsonl'), `${JSON.stringify(letter)}\n`);
      await journal?.done(key);
    }
  }

  function rest(milliseconds: number): Promise<void> {
    return new Promise((done) => {
      const wake = () => {
        clearTimeout(timer);
        sleepers.delete(wake);
        done();
      };
      const timer = setTimeout(wake, milliseconds);
      sleepers.add(wake);
      if (stopping) wake();
    });
  }

  async function accept(events: BusEvent[]): Promise<void> {
    const deliveries = events.flatMap((event) =>
      Object.entries(rules)
        .filter(([, rule]) => matches(rule.pattern, { ...event }))
        .map(([rule]) => ({ key: `${event.id}/${rule}`, rule, event })),
    );
    if (deliveries.length > 0) await journal?.add(deliveries);
    waiting.push(...deliveries);
    fill();
  }

  const server = createServer(listener({ name: options.name, newId: randomUUID, accept }));
  const port = await listen(server);
  waiting.push(...(journal?.left ?? []));
  fill();

  const idle = () =>
    new Promise<void>((done) => {
      idlers.push(done);
      fill();
    });
  return {
    endpoint: `http://127.0.0.1:${port}`,
    dead: () => [...dead],
    idle,
    stop: async () => {
      const closed = new Promise((done) => server.close(done));
      server.closeIdleConnections();
      stopping = true;
      for (const wake of [...sleepers]) wake();
      await idle();
      server.closeAllConnections();
      await closed;
      await journal?.close();
    },
  };
}

function listen(server: ReturnType<typeof createServer>): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      done(typeof address === 'object' && address ? address.port : 0);
    });
  });
}
