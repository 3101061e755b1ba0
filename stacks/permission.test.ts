import { indexes } from '@tddh/core/table';
import {
  type FunctionName,
  type FunctionWiring,
  fileActions,
  grantsOf,
  keptKeys,
  wiring,
} from '@tddh/functions/wiring';
import { beforeAll, expect, test } from 'vitest';
import { capital, named, ofType, type Synthesised, synthesise } from './testing.ts';

interface Statement {
  Action: string | string[];
  Effect: string;
  Resource: unknown;
  Condition?: unknown;
}

let made: Synthesised;

beforeAll(() => {
  made = synthesise();
}, 120_000);

const list = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);

function statementsOf(role: string): Statement[] {
  return ofType(made.app, 'AWS::IAM::Policy')
    .filter(([, { Properties }]) => Properties.Roles.some((one: { Ref: string }) => one.Ref === role))
    .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement as Statement[]);
}

const roleOf = (name: string) => named(made.app, 'AWS::IAM::Role', `${capital(name)}Role`)[0];

/** What Lambda itself does in a function's name: write its log, hand out its queue, bury what failed for good. */
const lambdas = /^(logs:(CreateLogStream|PutLogEvents)|sqs:\w+)$/;

test('each function may do what the wiring says, and nothing more', () => {
  for (const name of Object.keys(wiring.functions) as FunctionName[]) {
    const allowed = statementsOf(roleOf(name)).filter(({ Effect }) => Effect === 'Allow');
    const actions = allowed.flatMap(({ Action }) => list(Action)).filter((one) => !lambdas.test(one));
    expect(actions.sort(), name).toEqual(grantsOf(name).sort());
  }
});

test('history and the audit log are refused by name: nobody may delete there, nor update where all is put', () => {
  for (const name of Object.keys(wiring.functions)) {
    const denied = statementsOf(roleOf(name)).filter(({ Effect }) => Effect === 'Deny');
    const under = (...kinds: string[]) => ({
      'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': kinds.map((kind) => `$tddh#${kind}_*`) },
    });
    expect(denied.map(({ Action, Condition }) => [Action, Condition])).toEqual([
      ['dynamodb:DeleteItem', under('assignmentid', 'documentid', 'auditmonth')],
      ['dynamodb:UpdateItem', under('assignmentid', 'auditmonth')],
    ]);
  }
});

test('each function may do with files what the wiring says, under their prefix, and nobody may delete a version', () => {
  const bucket = ['arn:', { Ref: 'AWS::Partition' }, ':s3:::test-tddh-files-', { Ref: 'AWS::AccountId' }];
  const arn = (end: string) => ({
    'Fn::Join': ['', [...bucket, '-', { Ref: 'AWS::Region' }, end].filter(Boolean)],
  });
  for (const [name, { files }] of Object.entries<FunctionWiring>(wiring.functions)) {
    const onFiles = statementsOf(roleOf(name)).filter(({ Action }) => list(Action)[0]?.startsWith('s3:'));
    const actions = files ? fileActions[files].map((action) => `s3:${action}`) : [];
    expect(onFiles.map(({ Action, Resource }) => [list(Action), Resource])).toEqual([
      ...(actions.length > 0 ? [[actions, arn('/files/*')]] : []),
      ...(files === 'use' ? [[['s3:ListBucket'], arn('')]] : []),
    ]);
  }
});

test('nobody may delete history: only under the keys that the wiring names, never a batch, never a statement', () => {
  const all = ofType(made.app, 'AWS::IAM::Role').flatMap(([id]) => statementsOf(id));
  const allowed = all.filter(({ Effect }) => Effect === 'Allow');
  const deleting = allowed.filter(({ Action }) => list(Action).some((one) => /dynamodb:.*Delete/.test(one)));
  const granted = Object.values(wiring.functions).filter(({ deletes }) => deletes.length > 0);
  expect(deleting.map(({ Condition }) => Condition)).toEqual(
    granted.map(({ deletes }) => ({
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': deletes.map((key) => `${key}*`) },
    })),
  );
  const history = [...keptKeys.DeleteItem, '$tddh#eventid_'].map((key) => `${key}x`);
  for (const key of Object.values(wiring.functions).flatMap(({ deletes }) => deletes)) {
    for (const kept of history) expect(kept.startsWith(key)).toBe(false);
  }
  const actions = all.flatMap(({ Action }) => list(Action));
  expect(actions.filter((one) => /BatchWrite|PartiQL|dynamodb:Scan/.test(one))).toEqual([]);
});

test('a secret is read by those whom the wiring names, each by its own parameter', () => {
  for (const [name, wired] of Object.entries(wiring.functions)) {
    const reads = statementsOf(roleOf(name)).filter(({ Action }) =>
      list(Action).includes('ssm:GetParameter'),
    );
    const named = reads.flatMap(({ Resource }) => list(Resource)).map((one) => JSON.stringify(one));
    expect(named).toHaveLength(wired.secrets?.length ?? 0);
    for (const [i, secret] of (wired.secrets ?? []).entries()) {
      expect(named[i]).toContain(`:parameter/test-tddh/${secret}"`);
      expect(wired.environment).toContain(`${secret}_PARAMETER`);
    }
  }
});

test('a function reads its own queue, and the queue of no other', () => {
  for (const name of Object.keys(wiring.functions)) {
    const fed = Object.values(wiring.rules).some(({ target, batch }) => target === name && batch);
    const onQueues = statementsOf(roleOf(name)).filter(({ Action }) => list(Action).join().includes('sqs:'));
    const reads = onQueues.filter(({ Action }) => list(Action).includes('sqs:ReceiveMessage'));
    expect(reads).toEqual(
      fed
        ? [
            {
              Action: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
              Effect: 'Allow',
              Resource: {
                'Fn::GetAtt': [named(made.app, 'AWS::SQS::Queue', `${capital(name)}Queue`)[0], 'Arn'],
              },
            },
          ]
        : [],
    );
  }
});

test('no action and no resource is a star, and no managed policy is attached', () => {
  for (const [id, { Properties }] of ofType(made.app, 'AWS::IAM::Role')) {
    expect(Properties.ManagedPolicyArns ?? []).toEqual([]);
    for (const { Action, Resource } of statementsOf(id)) {
      for (const action of list(Action)) expect(action).not.toContain('*');
      for (const resource of list(Resource)) expect(resource).not.toBe('*');
      // Only pages and files are named by what they begin with.
      const named = JSON.stringify(Resource).replace('/files/*', '');
      if (!id.startsWith('Publish')) expect(named).not.toContain('*');
    }
  }
});

test('a query reaches the table and its indexes by name', () => {
  const queries = statementsOf(roleOf('api')).find(({ Action }) => list(Action).includes('dynamodb:Query'))!;
  const text = JSON.stringify(queries.Resource);
  for (const index of Object.values(indexes)) expect(text).toContain(`:table/test-tddh/index/${index}"`);
  expect(list(queries.Resource)).toHaveLength(Object.keys(indexes).length + 1);
});

test('a schedule may start its own function and nothing else', () => {
  for (const [name, { target }] of Object.entries(wiring.schedules)) {
    const [fn] = named(made.app, 'AWS::Lambda::Function', capital(target));
    const [role] = named(made.app, 'AWS::IAM::Role', `Schedule${capital(name)}Role`);
    const invokes = statementsOf(role).filter(({ Action }) =>
      list(Action).some((one) => one.startsWith('lambda:')),
    );
    expect(invokes).toEqual([
      { Action: 'lambda:InvokeFunction', Effect: 'Allow', Resource: { 'Fn::GetAtt': [fn, 'Arn'] } },
    ]);
  }
});
