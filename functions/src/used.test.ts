import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from './store.ts';
import { asFunction, faultsOfUse } from './used.ts';
import { type Use, usesOf } from './uses.ts';

let folder: string;
Object.assign(process.env, { AWS_REGION: 'x', AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' });
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tddh-used-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const told = (...uses: (Use & { by: string })[]) => {
  writeFileSync(join(folder, '1.jsonl'), uses.map((use) => `${JSON.stringify(use)}\n`).join(''));
  return faultsOfUse(folder).faults;
};

test('what a function is granted is no fault, and what it does is known', () => {
  const deleted = '$tddh#tokenhash_x';
  const uses = [{ action: 'dynamodb:Query' }, { action: 'dynamodb:DeleteItem', deleted }];
  expect(told(...uses.map((use) => ({ by: 'api', ...use })))).toEqual([]);
  expect(faultsOfUse(folder).used.get('api')).toEqual(new Set(['dynamodb:Query', 'dynamodb:DeleteItem']));
});

test('an action of any service, or a key to delete under, that a function is not granted is told', () => {
  const deleted = '$tddh#tokenhash_x';
  expect(told({ by: 'notify', action: 'dynamodb:DeleteItem', deleted })).toEqual([
    'notify deleted under $tddh#tokenhash_x, which it is not granted',
    'notify used dynamodb:DeleteItem, which it is not granted',
  ]);
  for (const action of ['dynamodb:Scan', 's3:DeleteObject', 'ssm:PutParameter', 'sqs:SendMessage']) {
    expect(told({ by: 'api', action })).toEqual([`api used ${action}, which it is not granted`]);
  }
});

test('whoever deletes history is told, whether a function or not; a function, too, that writes over it', () => {
  const deleted = '$tddh#assignmentid_asg_1';
  const harms = '$tddh#assignmentid_';
  expect(told({ by: '-', action: 'dynamodb:DeleteItem', deleted, harms })).toEqual([
    `- used dynamodb:DeleteItem on history: ${harms}`,
  ]);
  expect(told({ by: '-', action: 'dynamodb:PutItem', harms })).toEqual([]);
  expect(told({ by: 'api', action: 'dynamodb:PutItem', harms })).toEqual([
    `api used dynamodb:PutItem on history: ${harms}`,
  ]);
});

test('each part of a transaction is a use; a row that only grows is known by its key, however it is written', () => {
  const history = { pk: '$tddh#assignmentid_asg_1', sk: '$life#history_1#revision_000001' };
  const asSent = { pk: { S: '$tddh#auditmonth_2023-06' }, sk: { S: '$audit_1#at_x' } };
  const now = { pk: '$tddh#assignmentid_asg_1', sk: '$life#assignment_1' };
  const items = [
    { Put: { Item: history, ConditionExpression: 'attribute_not_exists(pk)' } },
    { Put: { Item: history } },
    { Put: { Item: now } },
    { Update: { Key: now } },
    { Update: { Key: { pk: '$tddh#documentid_doc_1', sk: '$file#document_1' } } },
    { Update: { Key: { pk: '$tddh#documentid_doc_1', sk: '$file#file_1#revision_000001' } } },
    { Delete: { Key: asSent } },
  ];
  expect(usesOf('dynamodb', 'TransactWriteItems', { TransactItems: items })).toEqual([
    { action: 'dynamodb:PutItem' },
    { action: 'dynamodb:PutItem', harms: '$tddh#assignmentid_' },
    { action: 'dynamodb:PutItem' },
    { action: 'dynamodb:UpdateItem', harms: '$tddh#assignmentid_' },
    { action: 'dynamodb:UpdateItem' },
    { action: 'dynamodb:UpdateItem', harms: '$tddh#documentid_' },
    { action: 'dynamodb:DeleteItem', deleted: '$tddh#auditmonth_2023-06', harms: '$tddh#auditmonth_' },
  ]);
});

test('a link that a function signs is noted as its use, though somebody else follows it', async () => {
  const store = openStore({ AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:9', FILES_BUCKET: 'b' });
  await asFunction('api', () => store.upload('fil_1', { size: 1, type: 'application/pdf' }));
  const noted = readFileSync(join(process.env.USED_FOLDER!, `${process.pid}.jsonl`), 'utf8');
  expect(noted).toContain('{"by":"api","action":"s3:PutObject"}');
});
