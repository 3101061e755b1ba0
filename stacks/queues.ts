import { type FunctionName, type FunctionWiring, wiring } from '@tddh/functions/wiring';
import { Duration, type Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping, type Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';

/** How what starts a function does so: attempts after the first, and events of a batch where a queue feeds it. */
interface Starts {
  retries: number;
  batch?: number;
}

/** What the schedules and rules that start a function say of it; undefined where only requests start it. */
export function startsOf(name: FunctionName): Starts | undefined {
  const all: (Starts & { target: FunctionName })[] = [
    ...Object.values(wiring.schedules),
    ...Object.values(wiring.rules),
  ];
  const starts = all.filter(({ target }) => target === name);
  if (starts.length === 0) return undefined;
  const batch = starts.find((start) => start.batch)?.batch;
  return { retries: Math.max(...starts.map(({ retries }) => retries)), ...(batch ? { batch } : {}) };
}

/**
 * A queue that feeds a function with batches. A run that is refused for want of concurrency must not count as a
 * failure of the events: they stay hidden for six times its longest, as the Lambda Developer Guide asks.
 */
export function feed(
  stack: Stack,
  id: string,
  { fn, dead }: { fn: LambdaFunction; dead: Queue },
  { timeout }: FunctionWiring,
  { retries, batch }: Starts,
): Queue {
  const queue = new Queue(stack, `${id}Queue`, {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    visibilityTimeout: Duration.seconds(6 * timeout),
    retentionPeriod: Duration.days(4),
    deadLetterQueue: { queue: dead, maxReceiveCount: retries + 1 },
  });
  fn.addToRolePolicy(
    new PolicyStatement({
      actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
      resources: [queue.queueArn],
    }),
  );
  const source = new EventSourceMapping(stack, `${id}Source`, {
    target: fn,
    eventSourceArn: queue.queueArn,
    ...(batch ? { batchSize: batch } : {}),
    reportBatchItemFailures: true,
  });
  // Lambda looks at once whether it may read the queue.
  source.node.addDependency(fn.role!);
  return queue;
}

/** A queue for what failed for good, kept as long as AWS keeps it. */
export function deadLetters(stack: Stack, id: string): Queue {
  return new Queue(stack, id, {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
}
