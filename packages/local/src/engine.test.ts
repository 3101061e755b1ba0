import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CreateTableCommand, DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { build } from 'esbuild';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Engine, engineBinary, findEngine, startEngine } from './engine.ts';
import { identify, isAlive } from './process.ts';

let dataDir: string;
const running: Engine[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tddh-engine-'));
});
afterEach(async () => {
  for (const engine of running.splice(0)) await engine.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(options: Parameters<typeof startEngine>[0]): Promise<Engine> {
  const engine = await startEngine(options);
  running.push(engine);
  return engine;
}

function client(endpoint: string): DynamoDBClient {
  return new DynamoDBClient({
    endpoint,
    region: 'local',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
}

async function createTable(endpoint: string): Promise<void> {
  await client(endpoint).send(
    new CreateTableCommand({
      TableName: 'lists',
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
    }),
  );
}

async function tables(endpoint: string): Promise<string[] | undefined> {
  return (await client(endpoint).send(new ListTablesCommand({}))).TableNames;
}

describe('the embedded table engine', () => {
  test('serves the real SDK client in memory and is gone after stop', async () => {
    const engine = await start({ memory: true });
    await createTable(engine.endpoint);
    expect(await tables(engine.endpoint)).toEqual(['lists']);
    const identity = identify(engine.pid);
    await engine.stop();
    expect(isAlive(identity)).toBe(false);
    // A second stop finds nothing left of it, also once its watcher has been reaped.
    await sleep(100);
    await engine.stop();
  });

  test('keeps its file from one start to the next, and stops within a second', async () => {
    const first = await start({ dataDir });
    await createTable(first.endpoint);
    const before = Date.now();
    await first.stop();
    expect(Date.now() - before).toBeLessThan(1000);
    expect(findEngine(dataDir)).toBeUndefined();
    const second = await start({ dataDir });
    expect(await tables(second.endpoint)).toEqual(['lists']);
    expect(findEngine(dataDir)).toBe(second.endpoint);
  });

  test('ends the engine that a killed product left behind, and serves what it had written', async () => {
    const orphan = await start({ dataDir });
    await createTable(orphan.endpoint);
    const identity = identify(orphan.pid);
    const next = await start({ dataDir });
    expect(isAlive(identity)).toBe(false);
    expect(next.pid).not.toBe(orphan.pid);
    expect(await tables(next.endpoint)).toEqual(['lists']);
  });

  test('never ends another process that got the number of a dead engine', async () => {
    const stranger = spawn('sleep', ['30']);
    try {
      writeFileSync(
        join(dataDir, 'engine.json'),
        JSON.stringify({ pid: stranger.pid, mark: 'an earlier start', port: 1 }),
      );
      expect(findEngine(dataDir)).toBeUndefined();
      await start({ dataDir });
      expect(isAlive(identify(stranger.pid ?? 0))).toBe(true);
    } finally {
      stranger.kill();
    }
  });

  test('tells when it ends unasked', async () => {
    const engine = await start({ dataDir });
    process.kill(engine.pid, 'SIGKILL');
    expect((await engine.failed).code).toBe('engine-failed');
  });

  test('an engine in memory ends with a parent that was killed', async () => {
    const program = join(dataDir, 'parent.mjs');
    await build({
      stdin: {
        contents: `import { startEngine } from './engine.ts';
          startEngine({ memory: true }).then((engine) => console.log(engine.pid));`,
        resolveDir: import.meta.dirname,
      },
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile: program,
    });
    const parent = spawn(process.execPath, [program], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, DYNOXIDE_BIN: engineBinary() },
    });
    const line = await new Promise((done) => parent.stdout.once('data', done));
    const identity = identify(Number(String(line)));
    expect(isAlive(identity)).toBe(true);
    parent.kill('SIGKILL');
    for (let i = 0; i < 200 && isAlive(identity); i++) await sleep(20);
    expect(isAlive(identity)).toBe(false);
  });
});

describe('a start that cannot succeed says why, in Vietnamese', () => {
  test('a platform without a binary names both ways out', () => {
    expect(() => engineBinary('sunos' as NodeJS.Platform, 'sparc')).toThrow(
      /DYNOXIDE_BIN.*AWS_ENDPOINT_URL_DYNAMODB/,
    );
  });

  test('DYNOXIDE_BIN wins over the package', () => {
    process.env.DYNOXIDE_BIN = '/opt/dynoxide';
    try {
      expect(engineBinary()).toBe('/opt/dynoxide');
    } finally {
      delete process.env.DYNOXIDE_BIN;
    }
  });

  test('a damaged data file', async () => {
    writeFileSync(join(dataDir, 'table.db'), Buffer.alloc(20_000, 7));
    await expect(startEngine({ dataDir })).rejects.toMatchObject({ code: 'damaged', message: /bị hỏng/ });
  });

  test('a data file whose pages are damaged', async () => {
    const engine = await start({ dataDir });
    await createTable(engine.endpoint);
    await engine.stop();
    const bytes = readFileSync(join(dataDir, 'table.db'));
    bytes.fill(0xee, 2048);
    writeFileSync(join(dataDir, 'table.db'), bytes);
    await expect(startEngine({ dataDir })).rejects.toMatchObject({ code: 'damaged' });
  });

  test('a binary that is none', async () => {
    process.env.DYNOXIDE_BIN = join(dataDir, 'none');
    try {
      await expect(startEngine({ memory: true })).rejects.toMatchObject({ code: 'engine-failed' });
    } finally {
      delete process.env.DYNOXIDE_BIN;
    }
  });

  test.skipIf(!has('sqlite3'))(
    'a data file that another program holds',
    async () => {
      const engine = await start({ dataDir });
      await engine.stop();
      const holder = spawn('sqlite3', [join(dataDir, 'table.db')], { stdio: ['pipe', 'ignore', 'ignore'] });
      holder.stdin?.write('begin exclusive;\n');
      await sleep(300);
      try {
        await expect(startEngine({ dataDir })).rejects.toMatchObject({ code: 'locked', message: /khóa/ });
      } finally {
        holder.kill('SIGKILL');
      }
    },
    15_000,
  );
});

function has(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
