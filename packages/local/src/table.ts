import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceInUseException,
  ResourceNotFoundException,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { tableDefinition } from '@tddh/core/table';
import { wiring } from '@tddh/functions/wiring';
import { endOrphan, findEngine, startEngine } from './engine.ts';
import { claim, holder, prepare } from './folder.ts';
import { readState, type State } from './state.ts';
import { explain, type Trouble } from './trouble.ts';

/** A table that this process may use; the environment names it for the SDK clients. */
export interface OpenTable {
  /** Settles when the table's engine ended unasked; never for a table that is not ours. */
  failed: Promise<Trouble>;
  stop(): Promise<void>;
}

/**
 * Opens the table of a data folder for this process alone: claims the folder, starts the engine on its file, makes
 * the table where there is none. Where `AWS_ENDPOINT_URL_DYNAMODB` is set already, uses that and starts no engine.
 * `check` is called with the folder's state before anything is started, to refuse what does not fit.
 */
export async function openTable(
  dataDir: string,
  check: (state: State | undefined) => void,
): Promise<OpenTable> {
  prepare(dataDir);
  const release = claim(dataDir);
  try {
    const state = readState(dataDir);
    check(state);
    const given = process.env.AWS_ENDPOINT_URL_DYNAMODB;
    await endOrphan(dataDir);
    if (!given && state && !state.filled) removeTable(dataDir);
    const engine = given ? undefined : await startEngine({ dataDir });
    if (engine) process.env.AWS_ENDPOINT_URL_DYNAMODB = engine.endpoint;
    const stop = async () => {
      await engine?.stop();
      release();
    };
    localIdentity();
    await ensureTable().catch(async (error) => {
      await stop();
      throw explain(String(error), dataDir) ?? error;
    });
    return { failed: engine?.failed ?? new Promise(() => {}), stop };
  } catch (error) {
    release();
    throw error;
  }
}

/**
 * Points the SDK at the table of a data folder for one short job: at the engine that serves it now, else at one
 * of its own on the stored file.
 */
export async function joinTable(
  dataDir: string,
  check: (state: State | undefined) => void,
): Promise<OpenTable> {
  const running = holder(dataDir) && findEngine(dataDir);
  if (!running || process.env.AWS_ENDPOINT_URL_DYNAMODB) return openTable(dataDir, check);
  check(readState(dataDir));
  process.env.AWS_ENDPOINT_URL_DYNAMODB = running;
  localIdentity();
  return { failed: new Promise(() => {}), stop: async () => {} };
}

/**
 * The SDK asks for a region and keys. The table's engine checks none; the store of files believes only who signs with
 * them, so that they are made anew by each process. Set ones stay.
 */
export function localIdentity(environment: NodeJS.ProcessEnv = process.env): void {
  environment.AWS_REGION ??= 'ap-southeast-1';
  if (environment.AWS_ACCESS_KEY_ID === undefined && environment.AWS_PROFILE === undefined) {
    environment.AWS_ACCESS_KEY_ID = 'local';
    environment.AWS_SECRET_ACCESS_KEY = randomBytes(24).toString('hex');
  }
  environment.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
}

/** Makes the table that the environment names, where there is none. */
export async function ensureTable(client = new DynamoDBClient({})): Promise<void> {
  const TableName = process.env.TABLE_NAME || wiring.table;
  try {
    await client.send(new DescribeTableCommand({ TableName }));
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException)) throw error;
    await client.send(new CreateTableCommand(tableDefinition(TableName))).catch((failure) => {
      if (!(failure instanceof ResourceInUseException)) throw failure;
    });
    await waitUntilTableExists({ client, maxWaitTime: 60, minDelay: 1 }, { TableName });
  } finally {
    client.destroy();
  }
}

/** Removes a table whose sample was only half written. */
function removeTable(dataDir: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(join(dataDir, `table.db${end}`), { force: true });
}
