import type { Publish } from '@tddh/core/relay';
import { logger } from './log.ts';
import { doorbell, filebell, lanebell, mailbell, wiring } from './wiring.ts';

/**
 * Who is rung: the relay, which looks into the outbox, who sends the letters of the queue, who writes long files, or
 * who tells the national side.
 */
export type Bell = 'relay' | 'mail' | 'fileout' | 'deliver';

const bells: Readonly<Record<Bell, string>> = {
  relay: doorbell,
  mail: mailbell,
  fileout: filebell,
  deliver: lanebell,
};

/** What is made when it is first asked for, and then kept. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Tells EventBridge (or the yard's bus, by `AWS_ENDPOINT_URL_EVENTBRIDGE`), up to 10 events a request. */
export function publisher(environment: Record<string, string | undefined> = process.env): Publish {
  const sdk = once(() => import('@aws-sdk/client-eventbridge'));
  const client = once(async () => new (await sdk()).EventBridgeClient({}));
  const EventBusName = environment.BUS_NAME || wiring.bus;
  return async (events) => {
    const [{ PutEventsCommand }, bus] = await Promise.all([sdk(), client()]);
    const answer = await bus.send(
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

/**
 * Rings the relay (or who sends mail, or writes files) by an event, and tells when it was rung: Lambda stops between requests, so a request waits for it.
 * A bell that fails is logged and nothing more, since the schedule looks every minute.
 */
export function bell(environment: Record<string, string | undefined> = process.env) {
  const publish = publisher(environment);
  let ringing: Promise<unknown> = Promise.resolve();
  return {
    ring: (whom: Bell = 'relay') => {
      const event = { id: '', type: bells[whom], at: new Date().toISOString(), detail: {} };
      const one = publish([event]).catch((error) => logger.warn('bell', { reason: String(error) }));
      ringing = Promise.all([ringing, one]);
    },
    rung: () => ringing,
  };
}
