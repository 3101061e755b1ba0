import type { Desk } from '@tddh/core/desk';
import type { Person } from '@tddh/core/peoplerows';
import type { Context } from 'hono';
import type { Ground } from './ground.ts';

/** What the middleware gives to a route. `desk` and `person` stand wherever a session is demanded. */
export interface Env {
  Variables: { ground: Ground; requestId: string; desk: Desk; person: Person; token: string };
}

/**
 * The viewer's address: what the distribution tells beside its key, else API Gateway's source address or the
 * socket's; never a header that a client can set.
 */
export function addressOf(c: Context<Env>): string {
  const { originKey } = c.get('ground');
  const told = originKey && c.req.header('x-origin-key') === originKey && c.req.header('x-viewer-address');
  if (told) return told;
  const env = c.env as
    | {
        requestContext?: { http?: { sourceIp?: string } };
        incoming?: { socket?: { remoteAddress?: string } };
      }
    | undefined;
  return env?.requestContext?.http?.sourceIp ?? env?.incoming?.socket?.remoteAddress ?? 'unknown';
}
