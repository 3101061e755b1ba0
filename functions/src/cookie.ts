import { knownSettings } from '@tddh/core/catalog';
import type { Place } from '@tddh/core/session';
import type { Context } from 'hono';
import { setCookie } from 'hono/cookie';
import { addressOf, type Env } from './context.ts';
import { cookieNameOf } from './guard.ts';

/** The cookie of a session: not for scripts, not for other sites, and over TLS only where there is TLS. */
export function give(c: Context<Env>, token: string): void {
  const secure = new URL(c.req.url).protocol === 'https:' || c.req.header('x-forwarded-proto') === 'https';
  const maxAge = knownSettings(c.get('ground').db).sessionHours * 3600;
  setCookie(c, cookieNameOf(c.get('ground')), token, {
    ...{ httpOnly: true, sameSite: 'Lax', path: '/', maxAge },
    secure,
  });
}

/** From where a session is used: the viewer's address, and what the browser says that it is. */
export function placeOf(c: Context<Env>): Place {
  const agent = c.req.header('user-agent')?.replace(/[^\x20-\x7e]/g, '');
  return { address: addressOf(c), ...(agent ? { agent } : {}) };
}
