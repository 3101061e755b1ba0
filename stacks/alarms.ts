import { Duration, type Stack } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Built } from './functions.ts';
import type { Settings } from './settings.ts';

/** What the alarms watch. */
export interface Watched {
  functions: Readonly<Record<string, Built>>;
  api: HttpApi;
  table: string;
  /** Namespace of the functions' own metrics. */
  namespace: string;
}

/** Alarms that a person must act on, mailed to the stage's address, and a budget for the whole month. */
export function buildAlarms(stack: Stack, stage: string, watched: Watched, settings: Settings): void {
  const topic = new Topic(stack, 'Alarms', { enforceSSL: true });
  // The policy that demands TLS takes the place of the usual one, by which alarms of the account may publish.
  topic.addToResourcePolicy(
    new PolicyStatement({
      actions: ['sns:Publish'],
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      resources: [topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    }),
  );
  if (settings.alarmEmail) topic.addSubscription(new EmailSubscription(settings.alarmEmail));
  const { GREATER_THAN_OR_EQUAL_TO_THRESHOLD: atLeast, LESS_THAN_THRESHOLD: below } = ComparisonOperator;
  const watch = (id: string, metric: IMetric, more: Partial<ConstructorParameters<typeof Alarm>[2]>) =>
    new Alarm(stack, `Alarm${id}`, {
      metric,
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: atLeast,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      ...more,
    }).addAlarmAction(new SnsAction(topic));

  const sweep = watched.functions.sweep!.fn;
  const day = { period: Duration.days(1), statistic: 'Sum' };
  watch(
    'SweepMissing',
    new MathExpression({
      expression: 'FILL(runs, 0) - FILL(errors, 0)',
      usingMetrics: { runs: sweep.metricInvocations(day), errors: sweep.metricErrors(day) },
      period: Duration.days(1),
    }),
    {
      comparisonOperator: below,
      treatMissingData: TreatMissingData.BREACHING,
      alarmDescription: 'No sweep of due dates succeeded for a day.',
    },
  );
  for (const [name, { fn, dead, queue }] of Object.entries(watched.functions)) {
    const id = name[0]!.toUpperCase() + name.slice(1);
    watch(`${id}Throttled`, fn.metricThrottles({ period: Duration.minutes(5) }), {
      alarmDescription: `Runs of ${name} were refused for want of concurrency.`,
    });
    if (!dead) continue;
    watch(`${id}Dead`, dead.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5) }), {
      alarmDescription: `${name} gave something up; it lies in its dead-letter queue for 14 days.`,
    });
    if (!queue) continue;
    watch(`${id}Age`, queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(5) }), {
      threshold: 1800,
      alarmDescription: `Events wait for more than 30 minutes in the queue of ${name}.`,
    });
  }
  watch(
    'OutboxAge',
    new Metric({
      namespace: watched.namespace,
      metricName: 'outboxAge',
      dimensionsMap: { service: 'tddh' },
      statistic: 'Maximum',
      period: Duration.minutes(5),
    }),
    {
      threshold: 600,
      evaluationPeriods: 3,
      treatMissingData: TreatMissingData.BREACHING,
      alarmDescription: 'Events wait for more than 10 minutes in the outbox, or the relay does not run.',
    },
  );
  watch(
    'DeliveryAge',
    new Metric({
      namespace: watched.namespace,
      metricName: 'deliveryAge',
      dimensionsMap: { service: 'tddh' },
      statistic: 'Maximum',
      period: Duration.minutes(15),
    }),
    {
      threshold: 7200,
      alarmDescription: 'The national side has not taken a message of ours for more than 2 hours.',
    },
  );
  const ofMail = (metricName: string, statistic: string) =>
    new Metric({
      ...{ namespace: watched.namespace, metricName, statistic, period: Duration.minutes(15) },
      dimensionsMap: { service: 'tddh' },
    });
  watch('MailAge', ofMail('mailAge', 'Maximum'), {
    threshold: 7200,
    alarmDescription: 'Letters wait for more than 2 hours: the mail server does not take them.',
  });
  watch('MailGivenUp', ofMail('mailDead', 'Sum'), {
    alarmDescription: 'A letter was given up; it stands on the page Outgoing mail, to be sent again.',
  });
  watch('ApiErrors', watched.api.metricServerError({ period: Duration.minutes(5), statistic: 'Sum' }), {
    threshold: 5,
    alarmDescription: 'The API answered 5xx at least 5 times in 5 minutes.',
  });
  watch(
    'TableThrottled',
    new MathExpression({
      expression: 'FILL(reads, 0) + FILL(writes, 0)',
      usingMetrics: Object.fromEntries(
        ['reads', 'writes'].map((kind) => [
          kind,
          new Metric({
            namespace: 'AWS/DynamoDB',
            metricName: kind === 'reads' ? 'ReadThrottleEvents' : 'WriteThrottleEvents',
            dimensionsMap: { TableName: watched.table },
            statistic: 'Sum',
            period: Duration.minutes(5),
          }),
        ]),
      ),
      period: Duration.minutes(5),
    }),
    { alarmDescription: 'The table refused requests for want of capacity.' },
  );
  buildBudget(stack, stage, settings);
}

/** Warns at 80 % and at a forecast of 100 % of the month's budget; only where there is an address to warn. */
function buildBudget(stack: Stack, stage: string, { alarmEmail, budget = 20 }: Settings): void {
  if (!alarmEmail) return;
  const subscribers = [{ subscriptionType: 'EMAIL', address: alarmEmail }];
  const warning = (notificationType: string, threshold: number) => ({
    notification: {
      notificationType,
      comparisonOperator: 'GREATER_THAN',
      threshold,
      thresholdType: 'PERCENTAGE',
    },
    subscribers,
  });
  new CfnBudget(stack, 'Budget', {
    budget: {
      budgetName: `${stage}-tddh`,
      budgetType: 'COST',
      timeUnit: 'MONTHLY',
      budgetLimit: { amount: budget, unit: 'USD' },
    },
    notificationsWithSubscribers: [warning('ACTUAL', 80), warning('FORECASTED', 100)],
  });
}
