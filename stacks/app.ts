import {
  doorbell,
  type FunctionName,
  type FunctionWiring,
  type Pattern,
  wiring,
} from '@tddh/functions/wiring';
import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps, TimeZone } from 'aws-cdk-lib';
import { type CfnStage, HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Archive, EventBus, Match, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget, SqsQueue as QueueTarget } from 'aws-cdk-lib/aws-events-targets';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { Construct } from 'constructs';
import { buildAlarms } from './alarms.ts';
import { type Built, buildFunction, starterRole } from './functions.ts';
import { acceptFindings } from './nag.ts';
import { filesBucketOf, namesOf, parameterOf, type Settings } from './settings.ts';
import { buildDistribution, type Pages, Publishing } from './web.ts';

export interface AppProps extends StackProps, Pages {
  stage: string;
  settings: Settings;
  /** Folder of the built bundles, one folder per function. */
  bundles: string;
}

/** What runs: the functions of the wiring, the API before them, the bus, its rules and the schedules. */
export class AppStack extends Stack {
  constructor(scope: Construct, id: string, props: AppProps) {
    super(scope, id, props);
    const { stage, settings } = props;
    const names = namesOf(stage);
    const table = settings.table ?? names.table;
    const bus = new EventBus(this, 'Bus', { eventBusName: names.bus });
    new Archive(this, 'Archive', {
      sourceEventBus: bus,
      // What may be told again: not the doorbell.
      eventPattern: { source: [wiring.source], detailType: Match.anythingBut(doorbell) },
      retention: Duration.days(90),
    });
    const publishing = new Publishing(this, props);
    const base = {
      stack: this,
      bundles: props.bundles,
      table,
      parameter: (secret: string) => parameterOf(stage, secret),
      bus,
      files: filesBucketOf(this, stage),
      logDays: settings.logDays ?? 90,
      concurrency: settings.relayConcurrency === undefined ? {} : { relay: settings.relayConcurrency },
      environment: {
        TABLE_NAME: table,
        BUS_NAME: names.bus,
        FILES_BUCKET: filesBucketOf(this, stage),
        PUBLIC_ORIGIN: settings.domain && `https://${settings.domain.name}`,
        TODAY: settings.training?.today,
        SAMPLE: settings.training && '1',
        TRAINING: settings.training && '1',
        TRAINING_ORIGIN: settings.trainingOrigin,
        ORIGIN_KEY: publishing.originKey,
        MAIL_FROM: settings.mailFrom,
        ...Object.fromEntries(secrets.map((name) => [`${name}_PARAMETER`, parameterOf(stage, name)])),
        POWERTOOLS_METRICS_NAMESPACE: names.metrics,
      },
    };
    const functions = Object.fromEntries(
      Object.keys(wiring.functions).map((name) => [name, buildFunction(base, name as FunctionName)]),
    ) as Record<FunctionName, Built>;
    this.schedules(functions);
    this.rules(bus, functions);
    const api = this.api(functions.api);
    const distribution = buildDistribution(this, publishing, api, {
      settings,
      files: filesBucketOf(this, stage),
    });
    buildAlarms(this, stage, { functions, api, table, namespace: names.metrics }, settings);
    const host = settings.domain?.name ?? distribution.distributionDomainName;
    // Known only now: the distribution stands before the API, so that the API itself cannot be told.
    functions.mail.fn.addEnvironment('LINK_ORIGIN', `https://${host}`);
    acceptFindings(this);
    new CfnOutput(this, 'Address', { value: `https://${host}` });
    new CfnOutput(this, 'PointDomainAt', { value: distribution.distributionDomainName });
  }

  private schedules(functions: Record<FunctionName, Built>): void {
    for (const [name, { at, zone, target, retries }] of Object.entries(wiring.schedules)) {
      const { fn, dead } = functions[target];
      const role = starterRole(this, `Schedule${capital(name)}Role`, functions[target]);
      new Schedule(this, `Schedule${capital(name)}`, {
        schedule: ScheduleExpression.expression(at, TimeZone.of(zone)),
        target: new LambdaInvoke(fn, {
          role,
          retryAttempts: retries,
          maxEventAge: Duration.hours(6),
          ...(dead ? { deadLetterQueue: dead } : {}),
        }),
      });
    }
  }

  private rules(bus: EventBus, functions: Record<FunctionName, Built>): void {
    for (const [name, { pattern, target, retries }] of Object.entries(wiring.rules)) {
      const { fn, dead, queue } = functions[target];
      const given = dead ? { deadLetterQueue: dead } : {};
      new Rule(this, `Rule${capital(name)}`, {
        eventBus: bus,
        eventPattern: patternOf(pattern),
        targets: [
          queue
            ? new QueueTarget(queue, given)
            : new LambdaTarget(fn, { retryAttempts: retries, maxEventAge: Duration.hours(24), ...given }),
        ],
      });
    }
  }

  /** Every method and path under /api to the one function; what it answers is answered unchanged. */
  private api({ fn }: Built): HttpApi {
    const api = new HttpApi(this, 'HttpApi', { apiName: this.stackName, createDefaultStage: true });
    api.addRoutes({
      path: '/api/{proxy+}',
      methods: [HttpMethod.ANY],
      integration: new HttpLambdaIntegration('ApiIntegration', fn),
    });
    const logs = new LogGroup(this, 'AccessLogs', { retention: 90, removalPolicy: RemovalPolicy.RETAIN });
    const stage = api.defaultStage!.node.defaultChild as CfnStage;
    // No address and no query: neither who asked nor what they searched for.
    stage.accessLogSettings = {
      destinationArn: logs.logGroupArn,
      format: JSON.stringify({
        at: '$context.requestTime',
        requestId: '$context.requestId',
        method: '$context.httpMethod',
        path: '$context.path',
        status: '$context.status',
        latency: '$context.responseLatency',
        error: '$context.integrationErrorMessage',
      }),
    };
    stage.defaultRouteSettings = { throttlingBurstLimit: 200, throttlingRateLimit: 100 };
    return api;
  }
}

/** Every secret of the wiring. */
const secrets = Object.values<FunctionWiring>(wiring.functions).flatMap((wired) => wired.secrets ?? []);

const capital = (name: string) => name[0]!.toUpperCase() + name.slice(1);

/** The wiring's pattern in CDK's words. */
function patternOf(pattern: Pattern) {
  const { 'detail-type': detailType, ...others } = pattern;
  return { ...others, ...(detailType ? { detailType } : {}) } as Record<string, string[]>;
}
