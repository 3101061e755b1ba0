import { tableDefinition, ttlAttribute } from '@tddh/core/table';
import { type FunctionName, wiring } from '@tddh/functions/wiring';
import { App, Aspects, Stack } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks } from 'cdk-nag';
import { beforeAll, describe, expect, test } from 'vitest';
import kept from './kept.json' with { type: 'json' };
import { capital, named, ofType, type Resource, type Synthesised, synthesise } from './testing.ts';

let made: Synthesised;
const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const bucketName = {
  'Fn::Join': ['', ['test-tddh-files-', { Ref: 'AWS::AccountId' }, '-', { Ref: 'AWS::Region' }]],
};
const functionId = (name: string) => named(made.app, 'AWS::Lambda::Function', capital(name))[0];
const queueId = (name: string) => named(made.app, 'AWS::SQS::Queue', `${capital(name)}Queue`)[0];
const deadId = (name: string) => named(made.app, 'AWS::SQS::Queue', `${capital(name)}Dead`)[0];

beforeAll(() => {
  made = synthesise();
}, 120_000);

describe('the data stack', () => {
  test('holds the table that the code describes: on demand, recoverable, protected, encrypted, expiring', () => {
    expect(made.data.Table).toMatchObject({
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        ...tableDefinition('test-tddh'),
        BillingMode: 'PAY_PER_REQUEST',
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        SSESpecification: { SSEEnabled: true },
        TimeToLiveSpecification: { AttributeName: ttlAttribute, Enabled: true },
      },
    });
  });

  test('holds a bucket of files: closed, encrypted, versioned, written only over TLS and from our own page', () => {
    const [[id, bucket] = ['', undefined], ...more] = ofType(made.data, 'AWS::S3::Bucket');
    expect(more).toEqual([]);
    expect(bucket?.Properties).toMatchObject({
      PublicAccessBlockConfiguration: {
        ...{ BlockPublicAcls: true, BlockPublicPolicy: true },
        ...{ IgnorePublicAcls: true, RestrictPublicBuckets: true },
      },
      VersioningConfiguration: { Status: 'Enabled' },
      LifecycleConfiguration: {
        Rules: [{ Status: 'Enabled', NoncurrentVersionExpiration: { NoncurrentDays: 90 } }],
      },
    });
    expect(bucket?.Properties.BucketEncryption).toBeDefined();
    expect(bucket?.Properties.CorsConfiguration.CorsRules).toEqual([
      {
        AllowedMethods: ['PUT'],
        AllowedOrigins: ['https://theodoi.example.test'],
        AllowedHeaders: ['content-type', 'if-none-match'],
        MaxAge: 3600,
      },
    ]);
    const [[, policy]] = ofType(made.data, 'AWS::S3::BucketPolicy') as [[string, Resource]];
    expect(policy.Properties.Bucket).toEqual({ Ref: id });
    expect(policy.Properties.PolicyDocument.Statement).toMatchObject([
      { Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
    ]);
  });

  test('exports nothing that would lock a name', () => {
    expect(made.text).not.toContain('"Export"');
    expect(made.text).not.toContain('Fn::ImportValue');
  });

  test('keeps what holds data where it was committed before: same id, same name, never deleted', () => {
    for (const { stack, id, type, name } of kept) {
      const resource = made[stack as 'data' | 'app'][id];
      expect(resource).toMatchObject({
        Type: type,
        DeletionPolicy: 'Retain',
        UpdateReplacePolicy: 'Retain',
        Properties: name,
      });
    }
    const holders = [
      ...ofType(made.data, 'AWS::DynamoDB::Table'),
      ...ofType(made.app, 'AWS::DynamoDB::Table'),
      ...ofType(made.data, 'AWS::S3::Bucket'),
    ];
    expect(holders.map(([id]) => id)).toEqual(kept.map(({ id }) => id));
  });
});

describe('the app stack and the wiring', () => {
  test('agree on every function and its environment', () => {
    const ids = Object.keys(wiring.functions).map(functionId);
    const all = ofType(made.app, 'AWS::Lambda::Function').map(([id]) => id);
    // One more, which lays out the pages.
    expect(all.filter((id) => !ids.includes(id))).toEqual([expect.stringMatching(/^Publish/)]);
    for (const [name, wired] of Object.entries(wiring.functions)) {
      const { Properties } = made.app[functionId(name)]!;
      expect(Properties).toMatchObject({
        Handler: 'index.handler',
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        Timeout: wired.timeout,
        MemorySize: wired.memory,
        Role: arnOf(named(made.app, 'AWS::IAM::Role', `${capital(name)}Role`)[0]),
      });
      expect(Properties.TracingConfig).toBeUndefined();
      expect(Object.keys(Properties.Environment.Variables).sort()).toEqual([...wired.environment].sort());
    }
    const { Variables } = made.app[functionId('api')]!.Properties.Environment;
    expect(Variables).toMatchObject({
      TABLE_NAME: 'test-tddh',
      BUS_NAME: 'test-tddh',
      FILES_BUCKET: bucketName,
      PUBLIC_ORIGIN: 'https://theodoi.example.test',
      TODAY: '2023-11-30',
      SAMPLE: '1',
      TRAINING: '1',
      TRAINING_ORIGIN: 'https://taphuan.example.test',
    });
    // What holds back in training must know that it is training.
    for (const name of ['mail', 'deliver'] as const)
      expect(made.app[functionId(name)]!.Properties.Environment.Variables.TRAINING).toBe('1');
  });

  test('agree on every schedule: expression, zone, target, retries, dead letters', () => {
    const found = ofType(made.app, 'AWS::Scheduler::Schedule').map(([, { Properties }]) => Properties);
    expect(found).toHaveLength(Object.keys(wiring.schedules).length);
    for (const { at, zone, target, retries } of Object.values(wiring.schedules)) {
      const own = found.filter((one) => one.Target.Arn['Fn::GetAtt'][0] === functionId(target));
      const schedule = own.find((one) => one.ScheduleExpression === at);
      expect(schedule).toMatchObject({
        ScheduleExpressionTimezone: zone,
        State: 'ENABLED',
        Target: {
          RetryPolicy: { MaximumRetryAttempts: retries },
          DeadLetterConfig: { Arn: arnOf(deadId(target)) },
        },
      });
    }
  });

  test('agree on every rule: pattern, target, retries, dead letters; and the bus keeps an archive', () => {
    expect(ofType(made.app, 'AWS::Events::Rule')).toHaveLength(Object.keys(wiring.rules).length);
    for (const [name, { pattern, target, retries, batch }] of Object.entries(wiring.rules)) {
      const [, { Properties }] = named(made.app, 'AWS::Events::Rule', `Rule${capital(name)}`);
      const direct = { Arn: arnOf(functionId(target)), RetryPolicy: { MaximumRetryAttempts: retries } };
      expect(Properties.EventPattern).toEqual(pattern);
      expect(Properties.Targets).toMatchObject([
        {
          ...(batch ? { Arn: arnOf(queueId(target)) } : direct),
          DeadLetterConfig: { Arn: arnOf(deadId(target)) },
        },
      ]);
    }
    expect(ofType(made.app, 'AWS::Events::Archive')).toHaveLength(1);
  });

  test('agree on every queue: only its rule writes, the function gets batches and names what failed, then dead letters', () => {
    const queued = Object.entries(wiring.rules).filter(([, { batch }]) => batch);
    expect(queued.length).toBeGreaterThan(0);
    const sources = ofType(made.app, 'AWS::Lambda::EventSourceMapping').map(([, one]) => one.Properties);
    expect(sources).toHaveLength(queued.length);
    for (const [rule, { target, retries, batch }] of queued) {
      expect(sources).toContainEqual({
        ...{ FunctionName: { Ref: functionId(target) }, EventSourceArn: arnOf(queueId(target)) },
        ...{ BatchSize: batch, FunctionResponseTypes: ['ReportBatchItemFailures'] },
      });
      expect(made.app[queueId(target)]!.Properties).toEqual({
        SqsManagedSseEnabled: true,
        VisibilityTimeout: 6 * wiring.functions[target].timeout,
        MessageRetentionPeriod: 4 * 86_400,
        RedrivePolicy: { deadLetterTargetArn: arnOf(deadId(target)), maxReceiveCount: retries + 1 },
      });
      const [ruleId] = named(made.app, 'AWS::Events::Rule', `Rule${capital(rule)}`);
      const policies = ofType(made.app, 'AWS::SQS::QueuePolicy').map(([, one]) => one.Properties);
      const own = policies.find((one) => one.Queues[0].Ref === queueId(target));
      expect(own.PolicyDocument.Statement).toMatchObject([
        { Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
        {
          Effect: 'Allow',
          Principal: { Service: 'events.amazonaws.com' },
          Condition: { ArnEquals: { 'aws:SourceArn': arnOf(ruleId) } },
        },
      ]);
      // A function that is started both ways would get two kinds of events.
      const starts = [...Object.values(wiring.schedules), ...Object.values(wiring.rules)];
      expect(starts.filter((start) => start.target === target)).toHaveLength(1);
    }
  });

  test('agree on what a failed run of a schedule or a rule comes to: retried, then a dead letter', () => {
    const rules = Object.values(wiring.rules).filter(({ batch }) => !batch);
    const started = [...Object.values(wiring.schedules), ...rules];
    const configs = ofType(made.app, 'AWS::Lambda::EventInvokeConfig').map(([, one]) => one.Properties);
    for (const { target, retries } of started) {
      expect(configs).toContainEqual(
        expect.objectContaining({
          FunctionName: { Ref: functionId(target) },
          MaximumRetryAttempts: retries,
          DestinationConfig: { OnFailure: { Destination: arnOf(deadId(target)) } },
        }),
      );
    }
  });

  test('name only folders of the build and functions that exist', () => {
    const targets = [...Object.values(wiring.schedules), ...Object.values(wiring.rules)].map(
      (one) => one.target,
    );
    const names = Object.keys(wiring.functions) as FunctionName[];
    expect(names).toEqual(expect.arrayContaining(targets));
    expect(made.app[functionId('relay')]!.Properties.ReservedConcurrentExecutions).toBe(1);
  });
});

test('stages of one account do not meet: every name that is ours has the stage in it', () => {
  const names = Object.entries({ ...made.data, ...made.app }).flatMap(([id, { Type, Properties: own }]) => {
    const policy =
      own?.CachePolicyConfig ?? own?.ResponseHeadersPolicyConfig ?? own?.OriginAccessControlConfig;
    const isNamed = /^AWS::(CloudFront|Events::EventBus|DynamoDB|ApiGatewayV2::Api|Budgets|SQS|SNS|S3)/.test(
      Type,
    );
    const name =
      own?.Budget?.BudgetName ??
      own?.TableName ??
      own?.QueueName ??
      own?.BucketName ??
      policy?.Name ??
      own?.Name;
    return isNamed && name ? [[id, JSON.stringify(name)]] : [];
  });
  expect(names.length).toBeGreaterThanOrEqual(8);
  for (const [id, name] of names) expect(name, id).toMatch(/test-?tddh/);
});

describe('what is watched', () => {
  test('alarms tell of a missing sweep, dead letters, a waiting outbox, letters that wait, a receiver that takes nothing, a queue that stands, errors and throttles', () => {
    const alarms = ofType(made.app, 'AWS::CloudWatch::Alarm');
    const names = alarms.map(([id]) => id.replace(/^Alarm|[0-9A-F]{8}$/g, ''));
    expect(names.sort()).toEqual(
      [
        ...[
          'SweepMissing',
          'OutboxAge',
          'DeliveryAge',
          'MailAge',
          'MailGivenUp',
          'MailDead',
          'DigestDead',
          'FileoutDead',
          'ApiErrors',
          'TableThrottled',
          'RelayDead',
          'SweepDead',
          'NotifyDead',
          'ReceiveDead',
          'DeliverDead',
          'NotifyAge',
        ],
        ...Object.keys(wiring.functions).map((name) => `${capital(name)}Throttled`),
      ].sort(),
    );
    const [topic] = named(made.app, 'AWS::SNS::Topic', 'Alarms');
    for (const [, { Properties }] of alarms) expect(Properties.AlarmActions).toEqual([{ Ref: topic }]);
    const alarm = (name: string) => named(made.app, 'AWS::CloudWatch::Alarm', `Alarm${name}`)[1].Properties;
    for (const { target } of [...Object.values(wiring.schedules), ...Object.values(wiring.rules)]) {
      expect(alarm(`${capital(target)}Dead`)).toMatchObject({
        ...{ MetricName: 'ApproximateNumberOfMessagesVisible', Threshold: 1 },
        Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': [deadId(target), 'QueueName'] } }],
      });
    }
    const ours = { Namespace: 'test-tddh', Dimensions: [{ Name: 'service', Value: 'tddh' }] };
    expect(alarm('OutboxAge')).toMatchObject({
      ...ours,
      ...{ MetricName: 'outboxAge', TreatMissingData: 'breaching' },
    });
    expect(alarm('SweepMissing')).toMatchObject({
      ...{ ComparisonOperator: 'LessThanThreshold', Threshold: 1, TreatMissingData: 'breaching' },
    });
    expect(alarm('ApiErrors')).toMatchObject({ MetricName: '5xx', Statistic: 'Sum' });
    const [, subscription] = ofType(made.app, 'AWS::SNS::Subscription')[0]!;
    expect(subscription.Properties).toEqual({
      ...{ Protocol: 'email', Endpoint: 'truc@example.test', TopicArn: { Ref: topic } },
    });
    const [, policy] = ofType(made.app, 'AWS::SNS::TopicPolicy')[0]!;
    expect(policy.Properties.PolicyDocument.Statement).toContainEqual(
      expect.objectContaining({
        Effect: 'Allow',
        Action: 'sns:Publish',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
      }),
    );
    const [, budget] = ofType(made.app, 'AWS::Budgets::Budget')[0]!;
    expect(budget.Properties.Budget.BudgetLimit).toEqual({ Amount: 30, Unit: 'USD' });
    for (const { Subscribers } of budget.Properties.NotificationsWithSubscribers) {
      expect(Subscribers).toEqual([{ SubscriptionType: 'EMAIL', Address: 'truc@example.test' }]);
    }
  });

  test('logs end after a while', () => {
    const groups = ofType(made.app, 'AWS::Logs::LogGroup');
    expect(groups.length).toBe(Object.keys(wiring.functions).length + 2);
    for (const [, { Properties }] of groups) expect(Properties.RetentionInDays).toBe(90);
  });

  test('cdk-nag finds nothing that is not accepted with a reason, and it does look', () => {
    expect(made.findings.filter((finding) => finding.includes('AwsSolutions'))).toEqual([]);
    const careless = new App();
    new Bucket(new Stack(careless, 'Careless'), 'Open');
    Aspects.of(careless).add(new AwsSolutionsChecks());
    const messages = careless.synth().stacks.flatMap((stack) => stack.messages);
    expect(messages.map(({ entry }) => String(entry.data)).join()).toContain('AwsSolutions-S10');
  });
});
