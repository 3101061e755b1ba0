import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { Publish } from '@tddh/core/relay';
import { wiring } from './wiring.ts';

/** Tells EventBridge (or the yard's bus, by `AWS_ENDPOINT_URL_EVENTBRIDGE`), up to 10 events a request. */
export function publisher(environment: Record<string, string | undefined> = process.env): Publish {
  const client = new EventBridgeClient({});
  const EventBusName = environment.BUS_NAME || wiring.bus;
  return async (events) => {
    const answer = await client.send(
      new PutEventsCommand({
        Entries: events.map(({ type, at, detail }) => ({
          ...{ EventBusName, Source: wiring.source, DetailType: type, Time: new Date(at) },
          Detail: JSON.stringify(detail),
        })),
      }),
    );
    return events.filter((_, i) => answer.Entries?.[i]?.ErrorCode).map((event) => event.id);
  };
}
