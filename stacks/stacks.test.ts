import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tableDefinition, ttlAttribute } from '@tddh/core/table';
import { pageHeaders, wiring } from '@tddh/functions/wiring';
import { App, Aspects } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildStacks } from './index.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
let data: Template;
let app: Template;
let findings: string[];

beforeAll(() => {
  // The deployed file is the file that stands built; this builds it where it is stale.
  execFileSync(process.execPath, [join(root, 'packages/local/bin/build.mjs'), 'functions', 'stacks'], {
    stdio: 'pipe',
  });
  const pages = mkdtempSync(join(tmpdir(), 'tddh-pages-'));
  mkdirSync(join(pages, 'assets'));
  writeFileSync(join(pages, 'index.html'), '<!doctype html>');
  writeFileSync(join(pages, 'assets/index-abc.js'), '1');
  const made = new App({ outdir: mkdtempSync(join(tmpdir(), 'tddh-synth-')), analyticsReporting: false });
  const settings = { alarmEmail: 'truc@example.test' };
  const stacks = buildStacks(made, { stage: 'test', root, settings, pages });
  Aspects.of(made).add(new AwsSolutionsChecks());
  findings = made.synth().stacks.flatMap((stack) => stack.messages.map(({ id, entry }) => `${id}: ${entry.data}`));
  data = Template.fromStack(stacks.data);
  app = Template.fromStack(stacks.app);
}, 120_000);

test('cdk-nag finds nothing that is not accepted with a reason', () => {
  expect(findings.filter((finding) => finding.includes('AwsSolutions'))).toEqual([]);
});

describe('the data stack', () => {
  test('holds the table that the code describes, kept and recoverable', () => {
    const definition = tableDefinition('test-tddh');
    data.hasResource('AWS::DynamoDB::Table', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        ...definition,
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        SSESpecification: { SSEEnabled: true },
        TimeToLiveSpecification: { AttributeName: ttlAttribute, Enabled: true },
      },
    });
  });

  test('exports nothing that would lock a name', () => {
    expect(data.toJSON().Outputs).toBeUndefined();
    expect(JSON.stringify(app.toJSON())).not.toContain('Fn::ImportValue');
  });
});

describe('the app stack and the wiring', () => {
  test('agree on every function', () => {
    // And the one that lays out the pages.
    app.resourceCountIs('AWS::Lambda::Function', Object.keys(wiring.functions).length + 1);
    for (const [name, wired] of Object.entries(wiring.functions)) {
      app.hasResourceProperties('AWS::Lambda::Function', {
        Handler: 'index.handler',
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        Timeout: wired.timeout,
        MemorySize: wired.memory,
        Role: { 'Fn::GetAtt': [Match.stringLikeRegexp(`^${capital(name)}Role`), 'Arn'] },
        Environment: { Variables: Match.objectLike({ TABLE_NAME: 'test-tddh' }) },
      });
    }
  });

  test('agree on every schedule: expression, zone, target, retries, dead letters', () => {
    app.resourceCountIs('AWS::Scheduler::Schedule', Object.keys(wiring.schedules).length);
    for (const schedule of Object.values(wiring.schedules)) {
      const target = capital(schedule.target);
      app.hasResourceProperties('AWS::Scheduler::Schedule', {
        ScheduleExpression: schedule.at,
        ScheduleExpressionTimezone: schedule.zone,
        State: 'ENABLED',
        Target: {
          Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp(`^${target}`), 'Arn'] },
          RetryPolicy: { MaximumRetryAttempts: schedule.retries },
          DeadLetterConfig: { Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp(`^${target}Dead`), 'Arn'] } },
        },
      });
    }
  });

  test('agree on every rule: pattern, target, retries, dead letters', () => {
    app.resourceCountIs('AWS::Events::Rule', Object.keys(wiring.rules).length);
    for (const rule of Object.values(wiring.rules)) {
      app.hasResourceProperties('AWS::Events::Rule', {
        EventBusName: { Ref: Match.stringLikeRegexp('^Bus') },
        EventPattern: rule.pattern,
        Targets: [
          {
            Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp(`^${capital(rule.target)}`), 'Arn'] },
            RetryPolicy: { MaximumRetryAttempts: rule.retries },
            DeadLetterConfig: {
              Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp(`^${capital(rule.target)}Dead`), 'Arn'] },
            },
          },
        ],
      });
    }
  });

  test('send every path under /api to the API', () => {
    app.hasResourceProperties('AWS::ApiGatewayV2::Route', { RouteKey: 'ANY /api/{proxy+}' });
    app.hasResourceProperties('AWS::ApiGatewayV2::Integration', { PayloadFormatVersion: '2.0' });
  });
});

function capital(name: string): string {
  return name[0]!.toUpperCase() + name.slice(1);
}
