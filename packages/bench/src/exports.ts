import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { Db } from '@tddh/core/db';
import { personNamed } from '@tddh/core/people';
import { openSession } from '@tddh/core/session';
import { tableDefinition } from '@tddh/core/table';
import { startEngine } from '@tddh/local/engine';
import { fill } from '@tddh/local/fill';
import { requestEvent } from '@tddh/local/lambda/events';
import type { Line } from './bench.ts';

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
  says: 'a list of so many assignments as Excel, by the built API in a process of its own',
  async run(): Promise<Line[]> {
    const engine = await startEngine({ memory: true });
    try {
      const lines: Line[] = [];
      for (const assignments of [1_000, 20_000]) lines.push(await measure(engine.endpoint, assignments));
      return lines;
    } finally {
      await engine.stop();
    }
  },
};

async function measure(endpoint: string, assignments: number): Promise<Line> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region: 'ap-southeast-1', credentials });
  const table = `exports${assignments}`;
  await client.send(new CreateTableCommand(tableDefinition(table)));
  const db = new Db(client, table);
  await fill(db, { assignments, days: 200, units: 27, seed: 1, today: '2023-11-30' });
  const token = await openSession(db, (await personNamed(db, 'chutich'))!.id, new Date());
  const event = requestEvent('GET', '/api/assignments.xlsx', { cookies: [`tddh=${token}`] });
  const env = {
    ...{ API: join(process.cwd(), 'functions/dist/api/index.mjs'), EVENT: JSON.stringify(event) },
    ...{ TABLE_NAME: table, TODAY: '2023-11-30', AWS_ENDPOINT_URL_DYNAMODB: endpoint },
    ...{ AWS_REGION: 'ap-southeast-1', AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' },
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  };
  const told = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    env,
    encoding: 'utf8',
  });
  return { what: `${assignments} assignments`, ...JSON.parse(told.trim().split('\n').at(-1)!) };
}
