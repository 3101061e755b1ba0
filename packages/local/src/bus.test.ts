import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import type { SQSEvent, SQSRecord } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Bus, type BusOptions, startBus } from './bus.ts';
import type { BusEvent, Target } from './event.ts';

const rules: BusOptions['rules'] = {
  notify: {
    pattern: { source: ['tddh'], 'detail-type': [{ prefix: 'assignment.' }] },
    target: 'notify',
    retries: 3,
  },
};
const good: PutEventsRequestEntry = {
  Source: 'tddh',
  DetailType: 'assignment.confirmed',
  Detail: '{"assignmentId":"asg_1"}',
  EventBusName: 'tddh',
};
const buses: Bus[] = [];
let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tddh-bus-'));
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(async () => {
  for (const bus of buses.splice(0)) await bus.stop();
  rmSync(dataDir, { recursive: true, force: true });
  vi.restoreAllMocks();
});

async function start(
  notify: (event: BusEvent) => Promise<unknown>,
  more: Partial<BusOptions> = {},
): Promise<Bus> {
  const targets = { notify: notify as Target };
  const bus = await startBus({ name: 'tddh', rules, targets, pause: 1, ...more });
  buses.push(bus);
  return bus;
}

function put(bus: Bus, ...entries: PutEventsRequestEntry[]) {
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
  const client = new EventBridgeClient({
    endpoint: bus.endpoint,
    region: 'ap-southeast-1',
    credentials,
    maxAttempts: 1,
  });
  return client.send(new PutEventsCommand({ Entries: entries }));
}

describe('the local bus', () => {
  test('hands an event of the real client to the target of the rule that matches', async () => {
    const got: BusEvent[] = [];
    const bus = await start(async (event) => got.push(event));
    const answer = await put(bus, { ...good, Time: new Date('2023-11-30T01:02:03Z'), Resources: ['asg_1'] });
    await bus.idle();
    expect(answer.FailedEntryCount).toBe(0);
    expect(got).toEqual([
      {
        version: '0',
        id: answer.Entries?.[0]?.EventId,
        source: 'tddh',
        'detail-type': 'assignment.confirmed',
        account: '000000000000',
        time: '2023-11-30T01:02:03Z',
        region: expect.any(String),
        resources: ['asg_1'],
        detail: { assignmentId: 'asg_1' },
      },
    ]);
  });

  test('leaves alone what no rule names', async () => {
    const target = vi.fn(async () => {});
    const bus = await start(target);
    await put(bus, { ...good, DetailType: 'person.added' }, { ...good, Source: 'aws.s3' });
    await bus.idle();
    expect(target).not.toHaveBeenCalled();
  });

  test('tries a target that throws again, until it succeeds', async () => {
    let calls = 0;
    const bus = await start(async () => {
      calls += 1;
      if (calls < 3) throw new Error('not yet');
    });
    await put(bus, good);
    await bus.idle();
    expect(calls).toBe(3);
    expect(bus.dead()).toEqual([]);
  });

  test('gives up after the retries of the wiring and keeps a dead letter', async () => {
    const target = vi.fn(async () => {
      throw new Error('never');
    });
    const bus = await start(target, { dataDir });
    await put(bus, good);
    await bus.idle();
    expect(target).toHaveBeenCalledTimes(4);
    expect(bus.dead()).toMatchObject([{ rule: 'notify', attempts: 4, error: 'Error: never' }]);
    const kept = readFileSync(join(dataDir, 'dead.jsonl'), 'utf8').trim().split('\n');
    expect(kept.map((line) => JSON.parse(line))).toEqual(bus.dead());
  });

  test('delivers after the next start what was accepted and not delivered', async () => {
    const first = await start(() => Promise.reject(new Error('down')), { dataDir, pause: 60_000 });
    await put(first, good, { ...good, Detail: '{"assignmentId":"asg_2"}' });
    await first.stop();
    const got: unknown[] = [];
    const second = await start(async (event) => got.push(event.detail), { dataDir });
    await second.idle();
    expect(got).toEqual([{ assignmentId: 'asg_1' }, { assignmentId: 'asg_2' }]);
    await second.stop();
    const third = await start(async (event) => got.push(event.detail), { dataDir });
    await third.idle();
    expect(got).toHaveLength(2);
  });

  test('hands the events of a queue out in batches, and of a batch only those again that are named as failed', async () => {
    const batches: string[][] = [];
    const numberOf = ({ body }: SQSRecord) => (JSON.parse(body) as { detail: { n: number } }).detail.n;
    const notify: Target = async (event) => {
      const { Records } = event as SQSEvent;
      batches.push(Records.map((record) => String(numberOf(record))));
      const bad = Records.filter(
        (record) => numberOf(record) === 2 || (numberOf(record) === 3 && batches.length < 2),
      );
      return { batchItemFailures: bad.map(({ messageId }) => ({ itemIdentifier: messageId })) };
    };
    const queued = { notify: { ...rules.notify!, batch: 10 } };
    const first = await start(() => Promise.reject(new Error('down')), {
      rules: queued,
      dataDir,
      pause: 60_000,
    });
    await put(first, ...[1, 2, 3, 4].map((n) => ({ ...good, Detail: JSON.stringify({ n }) })));
    await first.stop();
    const bus = await start(notify as never, { rules: queued, dataDir });
    await bus.idle();
    expect(batches).toEqual([['1', '2', '3', '4'], ['2', '3'], ['2'], ['2']]);
    expect(bus.dead()).toMatchObject([{ rule: 'notify', attempts: 4, event: { detail: { n: 2 } } }]);
  });

  test.each([
    ['throws', () => Promise.reject(new Error('down')), 4],
    [
      'names a record that it was not given',
      async () => ({ batchItemFailures: [{ itemIdentifier: '?' }] }),
      4,
    ],
    ['names none', async () => ({ batchItemFailures: [] }), 1],
    ['answers nothing', async () => undefined, 1],
  ])(
    'a function of a queue that %s: the whole batch comes as often as Lambda would hand it out',
    async (_, answer, runs) => {
      const notify = vi.fn(answer);
      const bus = await start(notify, { rules: { notify: { ...rules.notify!, batch: 10 } } });
      await put(bus, good);
      await bus.idle();
      expect(notify).toHaveBeenCalledTimes(runs);
      expect(bus.dead()).toHaveLength(runs > 1 ? 1 : 0);
    },
  );

  test('lets a delivery that runs end before it stops', async () => {
    let ended = false;
    const bus = await start(async () => {
      await new Promise((done) => setTimeout(done, 100));
      ended = true;
    });
    await put(bus, good);
    await bus.stop();
    expect(ended).toBe(true);
  });

  test('refuses single entries as the service does', async () => {
    const bus = await start(async () => {});
    const answer = await put(
      bus,
      good,
      { ...good, Detail: 'no json' },
      { ...good, EventBusName: 'other' },
      { ...good, Source: undefined },
      { ...good, DetailType: undefined },
    );
    expect(answer.FailedEntryCount).toBe(4);
    expect(answer.Entries?.map((entry) => entry.ErrorCode)).toEqual([
      undefined,
      'MalformedDetail',
      'ResourceNotFoundException',
      'InvalidArgument',
      'InvalidArgument',
    ]);
  });

  test('refuses more than ten entries and a call of over 1 MB', async () => {
    const bus = await start(async () => {});
    await expect(put(bus, ...Array.from({ length: 11 }, () => good))).rejects.toThrow(/1 to 10/);
    const big = { ...good, Detail: JSON.stringify({ text: 'x'.repeat(1024 * 1024) }) };
    await expect(put(bus, big)).rejects.toThrow(/limit/);
  });
});
