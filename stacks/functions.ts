import { join } from 'node:path';
import { indexes } from '@tddh/core/table';
import {
  type FunctionName,
  type FunctionWiring,
  fileActions,
  filePrefix,
  keptKeys,
  tableActions,
  wiring,
} from '@tddh/functions/wiring';
import { Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import type { IEventBus } from 'aws-cdk-lib/aws-events';
import { Effect, type IRole, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
} from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { deadLetters, feed, startsOf } from './queues.ts';

/** What a function stands on, apart from its wiring. */
export interface Base {
  stack: Stack;
  /** Folder of the built bundles, one folder per function. */
  bundles: string;
  table: string;
  /** The parameter in which a secret stands, by the secret's name. */
  parameter: (secret: string) => string;
  bus: IEventBus;
  /** Name of the bucket of files. */
  files: string;
  /** Values of the environment variables that the wiring names; what is not given is not set. */
  environment: Readonly<Record<string, string | undefined>>;
  logDays: RetentionDays;
  concurrency: Partial<Record<FunctionName, number>>;
}

/** A function as built, with the queue of its dead letters where something else than a request starts it. */
export interface Built {
  fn: LambdaFunction;
  dead?: Queue;
  /** Where events wait for a function that gets them in batches. */
  queue?: Queue;
}

/** Builds one function of the wiring with a role of its own that may do what the wiring says and nothing else. */
export function buildFunction(base: Base, name: FunctionName): Built {
  const { stack } = base;
  const wired: FunctionWiring = wiring.functions[name];
  const id = name[0]!.toUpperCase() + name.slice(1);
  const logGroup = new LogGroup(stack, `${id}Logs`, {
    retention: base.logDays,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  const role = new Role(stack, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  logGroup.grantWrite(role);
  for (const statement of tableStatements(stack, base.table, wired)) role.addToPolicy(statement);
  for (const statement of fileStatements(stack, base.files, wired)) role.addToPolicy(statement);
  if (wired.bus === 'put') base.bus.grantPutEventsTo(role);
  if (wired.secrets) role.addToPolicy(secretStatement(base, wired.secrets));
  const starts = startsOf(name);
  const dead = starts ? deadLetters(stack, `${id}Dead`) : undefined;
  const environment = Object.fromEntries(
    wired.environment.flatMap((key) => {
      const value = base.environment[key];
      return value === undefined ? [] : [[key, value]];
    }),
  );
  const fn = new LambdaFunction(stack, id, {
    code: Code.fromAsset(join(base.bundles, wired.file), { exclude: ['*.map'] }),
    handler: 'index.handler',
    runtime: new Runtime('nodejs24.x', Runtime.NODEJS_22_X.family, { supportsInlineCode: true }),
    architecture: Architecture.ARM_64,
    memorySize: wired.memory,
    timeout: Duration.seconds(wired.timeout),
    environment,
    role,
    logGroup,
    loggingFormat: LoggingFormat.JSON,
    ...(base.concurrency[name] === undefined ? {} : { reservedConcurrentExecutions: base.concurrency[name] }),
    ...(dead && starts && !starts.batch
      ? { retryAttempts: starts.retries, maxEventAge: Duration.hours(6), onFailure: new SqsDestination(dead) }
      : {}),
  });
  if (!dead) return { fn };
  return starts?.batch ? { fn, dead, queue: feed(stack, id, { fn, dead }, wired, starts) } : { fn, dead };
}

/** The role with which a schedule starts its function, and nothing else. */
export function starterRole(stack: Stack, id: string, { fn, dead }: Built): IRole {
  const role = new Role(stack, id, {
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    }),
  });
  role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [fn.functionArn] }));
  dead?.grantSendMessages(role);
  return role.withoutPolicyUpdates();
}

/** Reads the named parameters; the account's own key of Systems Manager decrypts them without a grant. */
function secretStatement({ stack, parameter }: Base, secrets: readonly string[]): PolicyStatement {
  const arnOf = (secret: string) =>
    stack.formatArn({ service: 'ssm', resource: 'parameter', resourceName: parameter(secret).slice(1) });
  return new PolicyStatement({ actions: ['ssm:GetParameter'], resources: secrets.map(arnOf) });
}

/** Read, write, and delete only under the keys that the wiring names; what only grows is refused by name besides. */
function tableStatements(stack: Stack, table: string, wired: FunctionWiring): PolicyStatement[] {
  const arn = stack.formatArn({ service: 'dynamodb', resource: 'table', resourceName: table });
  const onItems = tableActions[wired.table].filter((action) => action !== 'Query');
  const statements = [
    new PolicyStatement({ actions: onItems.map((action) => `dynamodb:${action}`), resources: [arn] }),
    new PolicyStatement({
      actions: ['dynamodb:Query'],
      resources: [arn, ...Object.values(indexes).map((index) => `${arn}/index/${index}`)],
    }),
  ];
  if (wired.deletes.length > 0) {
    statements.push(
      new PolicyStatement({
        effect: Effect.ALLOW,
        actions: ['dynamodb:DeleteItem'],
        resources: [arn],
        conditions: {
          'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': wired.deletes.map((key) => `${key}*`) },
        },
      }),
    );
  }
  for (const [action, keys] of Object.entries(keptKeys)) {
    statements.push(
      new PolicyStatement({
        effect: Effect.DENY,
        actions: [`dynamodb:${action}`],
        resources: [arn],
        conditions: {
          'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': keys.map((key) => `${key}*`) },
        },
      }),
    );
  }
  return statements;
}

/** Files under their one prefix. Who may list is told that a file is missing; others, only that they may not read it. */
function fileStatements(stack: Stack, bucket: string, wired: FunctionWiring): PolicyStatement[] {
  if (!wired.files) return [];
  const actions = fileActions[wired.files].map((action) => `s3:${action}`);
  const arn = `arn:${stack.partition}:s3:::${bucket}`;
  const list = new PolicyStatement({ actions: ['s3:ListBucket'], resources: [arn] });
  return [
    new PolicyStatement({ actions, resources: [`${arn}/${filePrefix}*`] }),
    ...(wired.files === 'use' ? [list] : []),
  ];
}
