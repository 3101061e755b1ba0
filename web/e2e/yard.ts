import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { patience } from './product.ts';

/** The text of the latest letter to an address whose subject has these words, as the trap took it; waits for it. */
export async function letterTo(dataDir: string, address: string, subject: string): Promise<string> {
  const folder = join(dataDir, 'mail');
  const found = () => {
    const names = readdirSync(folder).filter((name) => /^\d+\.json$/.test(name));
    const letters = names
      .sort()
      .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Letter);
    return letters.findLast((one) => one.to.includes(address) && one.subject.includes(subject))?.text;
  };
  await expect.poll(found, { timeout: patience }).toBeDefined();
  return found() ?? '';
}
interface Letter {
  to: string[];
  subject: string;
  text: string;
}

/** Lets so many days pass over an account in which nobody used it: the table's row says when it was used last. */
export async function unusedFor(dataDir: string, username: string, days: number): Promise<void> {
  const names = { '#data': 'data' };
  let from: object | undefined;
  let found: { pk: object; sk: object } | undefined;
  do {
    const page: { Items: { pk: object; sk: object }[]; LastEvaluatedKey?: object } = await table(
      dataDir,
      'Scan',
      {
        ...{ FilterExpression: '#data.username = :username', ExpressionAttributeNames: names },
        ExpressionAttributeValues: { ':username': { S: username } },
        ...(from ? { ExclusiveStartKey: from } : {}),
      },
    );
    found = page.Items[0];
    from = page.LastEvaluatedKey;
  } while (!found && from);
  if (!found) throw new Error(`no account ${username}`);
  await table(dataDir, 'UpdateItem', {
    ...{ Key: { pk: found.pk, sk: found.sk }, ExpressionAttributeNames: names },
    UpdateExpression: 'SET #data.usedAt = :at',
    ExpressionAttributeValues: { ':at': { S: new Date(Date.now() - days * 86_400_000).toISOString() } },
  });
}

/** Lets so many days pass since a lane of the national link began to wait: it is due again, and its next failure parks it. */
export async function waitedFor(dataDir: string, lane: string, days: number): Promise<void> {
  const found: { Items: { pk: object; sk: object }[] } = await table(dataDir, 'Query', {
    ...{
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: `$tddh#lane_${lane}`.toLowerCase() } },
    },
  });
  const row = found.Items.find((one) => 'nextAt' in one);
  if (!row) throw new Error(`no lane ${lane}`);
  await table(dataDir, 'UpdateItem', {
    ...{ Key: { pk: row.pk, sk: row.sk }, UpdateExpression: 'SET since = :at, nextAt = :at' },
    ExpressionAttributeValues: { ':at': { S: new Date(Date.now() - days * 86_400_000).toISOString() } },
  });
}

/** One call of the embedded table, which looks at no signature. */
async function table<T>(dataDir: string, call: string, body: object): Promise<T> {
  const { port } = JSON.parse(readFileSync(join(dataDir, 'engine.json'), 'utf8')) as { port: number };
  const credential = 'AWS4-HMAC-SHA256 Credential=local/20260101/ap-southeast-1/dynamodb/aws4_request';
  const answer = await fetch(`http://127.0.0.1:${port}/`, {
    method: 'POST',
    headers: {
      ...{ 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `DynamoDB_20120810.${call}` },
      ...{ 'x-amz-date': '20260101T000000Z' },
      authorization: `${credential}, SignedHeaders=host;x-amz-date, Signature=0`,
    },
    body: JSON.stringify({ TableName: 'tddh', ...body }),
  });
  if (!answer.ok) throw new Error(`${call}: ${await answer.text()}`);
  return (await answer.json()) as T;
}
