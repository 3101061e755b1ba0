import { owesFactor } from '@tddh/core/account';
import { knownSettings } from '@tddh/core/catalog';
import { actorOf, personOfSession } from '@tddh/core/session';
import { Refusal } from '@tddh/domain/refusal';
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import type { Env } from './context.ts';
import { deskFor, type Ground } from './ground.ts';
import { record } from './record.ts';

/** Name of the session's cookie. A browser tells no port: training beside the product must not sign it out. */
export const cookieNameOf = ({ training }: Pick<Ground, 'training'>): string =>
  training ? 'tddh-training' : 'tddh';

/** What is open without a session, by method and path; everything else is closed (deny by default). */
const openDoors = new Set([
  'GET /api/health',
  'GET /api/setup',
  'POST /api/setup',
  'POST /api/session',
  // Opened by the cookie of a session that is locked, and the password.
  'POST /api/session/unlock',
  // Opened by the token of a letter's link; asking for one tells nothing.
  'POST /api/links/ask',
  'POST /api/links/open',
  'POST /api/links/use',
  'GET /api/openapi.json',
  // Opened by the token of a letter's link.
  'POST /api/report-links/open',
  'POST /api/report-links/report',
  // Opened by its signature.
  'POST /api/integrations/national/events',
]);

/** A webhook carries no cookie: its signature stands for its origin. */
const webhook = '/api/integrations/national/events';

/** What the page asks by itself while nobody does anything: it keeps no session open. */
const unattended = '/api/notifications';

/** What stays open to who owes a second factor. */
const whileOwing = ['/api/session', '/api/account', '/api/sessions'];

/**
 * Demands a session, and makes the desk of the person.
 * @throws Refusal `unauthenticated`; `session_locked` where nothing was done for a while; `factor_owed`
 */
export const session = createMiddleware<Env>(async (c, next) => {
  if (openDoors.has(`${c.req.method} ${c.req.path}`)) return next();
  const ground = c.get('ground');
  const token = getCookie(c, cookieNameOf(ground));
  const active = c.req.path !== unattended;
  const found = token ? await personOfSession(ground.db, token, ground.now(), active) : undefined;
  if (!token || !found)
    throw new Refusal('unauthenticated', 'Bạn chưa đăng nhập hoặc phiên đã hết. Hãy đăng nhập.');
  const leaving = c.req.method === 'DELETE' && c.req.path === '/api/session';
  if (found.locked && !leaving)
    throw new Refusal('session_locked', 'Phiên đã khóa vì lâu không thao tác. Nhập mật khẩu để mở.');
  const { person } = found;
  const owes = owesFactor(person, knownSettings(ground.db), ground.owed);
  if (owes && !whileOwing.some((path) => c.req.path === path || c.req.path.startsWith(`${path}/`)))
    throw new Refusal('factor_owed', 'Quản trị phải bật xác thực hai lớp trước khi làm việc khác.');
  c.set('person', person);
  c.set('token', token);
  c.set('desk', deskFor(ground, actorOf(person)));
  await next();
  await record(c);
});

/**
 * Demands of every write JSON and, from a browser, our own origin: a page of another site can neither read nor forge
 * one. A browser always names the origin of a write; a program that names none carries no cookie of a person unasked.
 * @throws Refusal `wrong_origin`, `not_json`
 */
export const sameOrigin = createMiddleware<Env>(async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD' || c.req.path === webhook) return next();
  const origin = c.req.header('origin');
  const site = c.req.header('sec-fetch-site');
  // What a letter's link opens, opens by its token alone: a cookie that comes along opens nothing.
  const bearer = c.req.path.startsWith('/api/report-links/');
  const foreign = bearer
    ? false
    : origin === undefined
      ? site !== undefined && site !== 'same-origin'
      : !isOurs(c, origin);
  if (foreign) throw new Refusal('wrong_origin', 'Yêu cầu đến từ một trang khác nên bị từ chối.');
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (c.req.method !== 'DELETE' && type !== 'application/json') {
    throw new Refusal('not_json', 'Chỉ nhận nội dung JSON (content-type: application/json).');
  }
  return next();
});

/**
 * True for our origin: the configured one, else the viewer's host that the distribution copies, else the request's
 * own host (whatever the scheme, since a proxy may end TLS before us).
 */
function isOurs(c: Context<Env>, origin: string): boolean {
  const configured = c.get('ground').origin;
  if (configured) return origin === configured;
  const host = c.req.header('x-forwarded-host') ?? c.req.header('host') ?? new URL(c.req.url).host;
  return URL.canParse(origin) && new URL(origin).host === host;
}
