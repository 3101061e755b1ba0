import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { Db } from '@tddh/core/db';
import { openDesk } from '@tddh/core/desk';
import { askFileOut, readFileOut } from '@tddh/core/fileouts';
import { personNamed } from '@tddh/core/people';
import { actorOf, openSession } from '@tddh/core/session';
import { tableDefinition } from '@tddh/core/table';
import { startEngine } from '@tddh/local/engine';
import { startStore } from '@tddh/local/files/store';
import { fill } from '@tddh/local/fill';
import { requestEvent } from '@tddh/local/lambda/events';
import type { Line } from './bench.ts';

/** What a fresh process of the built function needs for a job: megabytes at its peak, milliseconds, and what it did. */
const job = `
  const { handler } = await import(process.env.FILEOUT);
  const begun = Date.now();
  const report = await handler();
  const { maxRSS } = process.resourceUsage();
  console.log(JSON.stringify({ done: report.done, MB: Math.round(maxRSS / 1024), ms: Date.now() - begun }));
`;

/** What a fresh process of the built API needs for one request: megabytes at its peak, milliseconds, and its answer. */
const program = `
  const { handler } = await import(process.env.API);
  const begun = Date.now();
  const answer = await handler(JSON.parse(process.env.EVENT), {});
  const { maxRSS } = process.resourceUsage();
  const body = answer.isBase64Encoded ? Buffer.from(answer.body, 'base64').length : answer.body.length;
  console.log(JSON.stringify({ status: answer.statusCode, bytes: body, MB: Math.round(maxRSS / 1024), ms: Date.now() - begun }));
`;

/** An export of 20,000 assignments by the built API: its memory, its time and its size. */
export const exports = {
  says: 'a list of so many assignments as Excel: by the built API, and as a job, each in a process of its own',
  async run(): Promise<Line[]> {
    const engine = await startEngine({ memory: true });
    try {
      const lines: Line[] = [];
      for (const assignments of [1_000, 20_000]) lines.push(...(await measure(engine.endpoint, assignments)));
      return lines;
    } finally {
      await engine.stop();
    }
  },
};

type Figures = Record<string, number>;

async function measure(endpoint: string, assignments: number): Promise<Line[]> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region: 'ap-southeast-1', credentials });
  const table = `exports${assignments}`;
  await client.send(new CreateTableCommand(tableDefinition(table)));
  const db = new Db(client, table);
  await fill(db, { assignments, days: 200, units: 27, seed: 1, today: '2023-11-30' });
  const leader = (await personNamed(db, 'chutich'))!;
  const token = await openSession(db, leader.id, new Date());
  const event = requestEvent('GET', '/api/assignments.xlsx', { cookies: [`tddh=${token}`] });
  const env = {
    ...{ API: join(process.cwd(), 'functions/dist/api/index.mjs'), EVENT: JSON.stringify(event) },
    FILEOUT: join(process.cwd(), 'functions/dist/fileout/index.mjs'),
    ...{ TABLE_NAME: table, TODAY: '2023-11-30', AWS_ENDPOINT_URL_DYNAMODB: endpoint },
    ...{ AWS_REGION: 'ap-southeast-1', AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' },
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  };
  const direct = { what: `${assignments} assignments`, ...run(program, env) };
  const folder = mkdtempSync(join(tmpdir(), 'exports-'));
  Object.assign(process.env, {
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_REGION: 'local',
  });
  const store = await startStore(folder);
  try {
    const desk = openDesk(db, actorOf(leader), '2023-11-30');
    const filter = { clock: 'report', basis: 'assigned', scope: 'new', limit: 200 } as const;
    const { id } = await askFileOut(desk, filter, 'http://127.0.0.1');
    const of = await runLater(job, { ...env, AWS_REGION: 'local', AWS_ENDPOINT_URL_S3: store.endpoint });
    const { rows, bytes } = await readFileOut(desk, id);
    return [direct, { what: `${assignments} as a job`, ...of, rows, bytes: bytes ?? 0 }];
  } finally {
    await store.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The last line that a program printed. */
function run(text: string, env: Record<string, string>): Figures {
  const told = execFileSync(process.execPath, ['--input-type=module', '-e', text], { env, encoding: 'utf8' });
  return JSON.parse(told.trim().split('\n').at(-1)!) as Figures;
}

/** As `run`, while this process goes on: the job sends its file to the store that stands here. */
async function runLater(text: string, env: Record<string, string>): Promise<Figures> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', text], {
    env,
  });
  return JSON.parse(stdout.trim().split('\n').at(-1)!) as Figures;
}
