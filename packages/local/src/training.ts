import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DeleteTableCommand, DynamoDBClient, waitUntilTableNotExists } from '@aws-sdk/client-dynamodb';
import { openDb } from '@tddh/core/db';
import { wiring } from '@tddh/functions/wiring';
import { wholeNumber } from './program.ts';
import { trainingPath } from './site.ts';
import { readState, writeState } from './state.ts';
import { ensureTable } from './table.ts';

/**
 * What would lead training to the real table, files, bus, mail server or national side, and what is said of the real
 * product's own address: none of it is taken over.
 */
const foreign = [
  ...['AWS_ENDPOINT_URL_DYNAMODB', 'AWS_ENDPOINT_URL_EVENTBRIDGE', 'AWS_ENDPOINT_URL_S3'],
  ...['TABLE_NAME', 'BUS_NAME', 'FILES_BUCKET', 'SMTP_URL', 'SMTP_URL_PARAMETER'],
  ...['NATIONAL', 'NATIONAL_SECRET', 'TRAINING_ORIGIN', 'TRAINING_PORT'],
];

/** Turns this process into the training mode: a folder of its own below the product's, and no way out. */
export function becomeTraining(dataDir: string, environment: NodeJS.ProcessEnv = process.env): string {
  for (const name of foreign) delete environment[name];
  environment.TRAINING = '1';
  environment.DATA_DIR = join(dataDir, 'training');
  return environment.DATA_DIR;
}

/** The training mode beside the product, as a process of its own that starts when it is first asked for. */
export interface TrainingBeside {
  /** What the page that leads there does: starts it, and answers its address. Absent where this product has none. */
  page?: () => Promise<string>;
  stop(): Promise<void>;
}

/**
 * How the training mode is reached: at `TRAINING_ORIGIN`, on `TRAINING_PORT` behind the same proxy; without either
 * through a page of this product, which people of this machine alone can follow.
 * @param program the built program that `npm start` runs
 */
export function openTraining(program: string, environment: NodeJS.ProcessEnv = process.env): TrainingBeside {
  const { TRAINING, TRAINING_ORIGIN: origin, TRAINING_PORT, PUBLIC_ORIGIN } = environment;
  const elsewhere = origin ? !TRAINING_PORT : Boolean(PUBLIC_ORIGIN);
  if (TRAINING || elsewhere) return { stop: async () => {} };
  const port = wholeNumber('TRAINING_PORT', TRAINING_PORT || '0', 0, 65_535);
  environment.TRAINING_ORIGIN ||= trainingPath;
  let running: { child: ChildProcess; origin: Promise<string> } | undefined;
  return {
    page: async () => {
      running ??= begin(program, port, origin);
      const own = await running.origin;
      return origin || own;
    },
    stop: async () => {
      const { child } = running ?? {};
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      await gone;
    },
  };

  function begin(...args: Parameters<typeof start>) {
    const child = start(...args);
    // One that ended is started again by who asks next.
    child.once('exit', () => {
      running = undefined;
    });
    return { child, origin: originOf(child) };
  }
}

function start(program: string, port: number, origin: string | undefined): ChildProcess {
  const { TODAY: _, PUBLIC_ORIGIN: __, ...rest } = process.env;
  // Not by way of the build: what the product runs is what training runs.
  const code = `const { main } = await import(${JSON.stringify(pathToFileURL(program).href)}); await main(['--training']);`;
  return spawn(process.execPath, ['--input-type=module', '--eval', code], {
    env: { ...rest, PORT: String(port), ...(origin ? { PUBLIC_ORIGIN: origin } : {}) },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
}

function originOf(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let said = '';
    child.stdout?.on('data', (part: Buffer) => {
      said += part;
      const ready = /^ready (http:\/\/127\.0\.0\.1:\d+)$/m.exec(said);
      if (ready?.[1]) done(ready[1]);
    });
    child.once('exit', (code) => fail(new Error(`the training mode ended with ${code}`)));
  });
}

/** Empties the table of a sample and writes the sample anew. Killed in between, the next start does it again. */
export async function startOver(dataDir: string): Promise<void> {
  const state = readState(dataDir);
  if (!state) return;
  writeState(dataDir, { ...state, filled: false });
  const client = new DynamoDBClient({});
  const TableName = process.env.TABLE_NAME || wiring.table;
  await client.send(new DeleteTableCommand({ TableName }));
  await waitUntilTableNotExists({ client, maxWaitTime: 30, minDelay: 1 }, { TableName });
  client.destroy();
  await ensureTable();
  const { seedSample } = await import('./sample/seed.ts');
  await seedSample(openDb());
  writeState(dataDir, { ...state, filled: true });
}
