import { catalogOf } from '@tddh/core/catalog';
import { newId } from '@tddh/core/desk';
import { viewOf } from '@tddh/core/people';
import { openSession, sessionSeconds, signIn, signOut } from '@tddh/core/session';
import { needsSetup, setUp } from '@tddh/core/setup';
import { firstSetup, signIn as signInSchema } from '@tddh/domain/person';
import { type Context, Hono } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import { describeRoute } from 'hono-openapi';
import { addressOf, type Env } from '../context.ts';
import { cookieName } from '../guard.ts';
import { body } from '../input.ts';

const says = (summary: string) => describeRoute({ tags: ['Phiên'], summary });

/** The cookie of a session: not for scripts, not for other sites, and over TLS only where there is TLS. */
function give(c: Context<Env>, token: string): void {
  const secure = new URL(c.req.url).protocol === 'https:' || c.req.header('x-forwarded-proto') === 'https';
  setCookie(c, cookieName, token, {
    ...{ httpOnly: true, sameSite: 'Lax', path: '/', maxAge: sessionSeconds },
    secure,
  });
}

/** Signing in and out, who is signed in, and the first visit of an empty system. */
export const sessionRoutes = new Hono<Env>()
  .get('/setup', says('Hệ thống đã cài đặt chưa'), async (c) =>
    c.json({ needed: await needsSetup(c.get('ground').db) }),
  )
  .post('/setup', says('Lần mở đầu tiên: tạo quản trị hệ thống'), body(firstSetup), async (c) => {
    const { db, now, today } = c.get('ground');
    const person = await setUp(db, c.req.valid('json'), today(), newId);
    give(c, await openSession(db, person.id, now()));
    return c.json({ person: viewOf(person, await catalogOf(db)) }, 201);
  })
  .post('/session', says('Đăng nhập'), body(signInSchema), async (c) => {
    const { db, now } = c.get('ground');
    const { person, token } = await signIn(db, c.req.valid('json'), addressOf(c), now());
    give(c, token);
    return c.json({ person: viewOf(person, await catalogOf(db)) });
  })
  .get('/session', says('Ai đang đăng nhập'), async (c) => {
    const { db, sample, today } = c.get('ground');
    const catalog = await catalogOf(db);
    const { province, name } = catalog.office;
    return c.json({
      ...{ person: viewOf(c.get('person'), catalog), today: today(), sample },
      ...{ office: { province, name }, since: catalog.office.since },
    });
  })
  .delete('/session', says('Đăng xuất'), async (c) => {
    await signOut(c.get('ground').db, c.get('token'));
    deleteCookie(c, cookieName, { path: '/' });
    return c.json({ ok: true });
  });
