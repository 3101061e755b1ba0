import type { EventBridgeEvent, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { logger } from './log.ts';

/**
 * Works every event of a batch by itself, beside the others. Those that failed are logged and named in the answer: the
 * queue hands only them out again, and one bad event holds up no other.
 * @param work must do no harm when an event comes again
 */
export async function eachOf<T>(
  { Records }: SQSEvent,
  work: (event: EventBridgeEvent<string, T>) => Promise<unknown>,
): Promise<SQSBatchResponse> {
  const failed = await Promise.all(
    Records.map(async ({ messageId, body }) => {
      try {
        await work(JSON.parse(body) as EventBridgeEvent<string, T>);
        return [];
      } catch (error) {
        // What is no JSON stands in the message of its error.
        const reason = error instanceof SyntaxError ? 'no JSON' : String(error);
        logger.error('an event of a batch failed', { messageId, reason });
        return [{ itemIdentifier: messageId }];
      }
    }),
  );
  return { batchItemFailures: failed.flat() };
}
