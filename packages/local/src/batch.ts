import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { BusEvent, Target } from './event.ts';

/** An event on its way to the target of a rule. */
export interface Delivery {
  key: string;
  rule: string;
  event: BusEvent;
}

/**
 * Hands deliveries of one rule to its target: one as it is, or those of a queue in a batch.
 * @returns why each that failed did so, by its key
 */
export async function hand(
  target: Target,
  deliveries: readonly Delivery[],
  queued: boolean,
): Promise<Map<string, string>> {
  try {
    if (queued)
      return failures(deliveries, (await target(batchOf(deliveries))) as SQSBatchResponse | undefined);
    await target(deliveries[0]!.event);
    return new Map();
  } catch (error) {
    return new Map(deliveries.map(({ key }) => [key, String(error)]));
  }
}

/**
 * What a function told of a batch: nothing named is all done; a name that the batch does not hold fails all of it.
 * Source: AWS Lambda Developer Guide, "Handling errors for an SQS event source", success and failure conditions.
 */
function failures(deliveries: readonly Delivery[], told: SQSBatchResponse | undefined): Map<string, string> {
  const named = (told?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier);
  const known = new Set(deliveries.map(({ key }) => key));
  const failed = named.every((key) => known.has(key)) ? named : [...known];
  return new Map(failed.map((key) => [key, 'named in batchItemFailures']));
}

/** The batch as Lambda hands it out of a queue into which EventBridge put the events. */
export function batchOf(deliveries: readonly Delivery[]): SQSEvent {
  return { Records: deliveries.map(recordOf) };
}

function recordOf({ key, rule, event }: Delivery): SQSRecord {
  const sent = String(Date.parse(event.time));
  return {
    messageId: key,
    receiptHandle: key,
    body: JSON.stringify(event),
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: sent,
      SenderId: 'events.amazonaws.com',
      ApproximateFirstReceiveTimestamp: sent,
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: `arn:aws:sqs:${event.region}:${event.account}:${rule}`,
    awsRegion: event.region,
  };
}
