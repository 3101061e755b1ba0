import { owesFactor } from '@tddh/core/account';
import { audit, nobody } from '@tddh/core/audit';
import { catalogOf } from '@tddh/core/catalog';
import { newId } from '@tddh/core/desk';
import { viewOf } from '@tddh/core/people';
import { idleMinutesOf, lockSession, openSession, signOut, unlock } from '@tddh/core/session';
import { needsSetup, setUp } from '@tddh/core/setup';
import { signIn } from '@tddh/core/signin';
import { access, firstSetup, signIn as signInSchema } from '@tddh/domain/person';
import { Refusal } from '@tddh/domain/refusal';
import { Hono } from 'hono';
import { deleteCookie, getCookie } from 'hono/cookie';
import { describeRoute } from 'hono-openapi';
import * as v from 'valibot';
import type { Env } from '../context.ts';
import { give, placeOf } from '../cookie.ts';
import { deskFor } from '../ground.ts';
import { cookieNameOf } from '../guard.ts';
import { body } from '../input.ts';

const says = (summary: string) => describeRoute({ tags: ['Phiên'], summary });

/** Signing in and out, who is signed in, and the first visit of an empty system. */
export const sessionRoutes = new Hono<Env>()
  .get('/setup', says('Hệ thống đã cài đặt chưa'), async (c) => {
    const { db, training } = c.get('ground');
    return c.json({ needed: await needsSetup(db), ...(training ? { training } : {}) });
  })
  .post('/setup', says('Lần mở đầu tiên: tạo quản trị hệ thống'), body(firstSetup), async (c) => {
    const { db, now, today } = c.get('ground');
    const person = await setUp(db, c.req.valid('json'), { today: today(), now: now(), newId });
    give(c, await openSession(db, person.id, now(), placeOf(c)));
    return c.json({ person: viewOf(person, await catalogOf(db)) }, 201);
  })
  .post('/session', says('Đăng nhập'), body(signInSchema), async (c) => {
    const ground = c.get('ground');
    const earlier = getCookie(c, cookieNameOf(ground));
    const { person, token } = await signIn(
      deskFor(ground, nobody),
      c.req.valid('json'),
      placeOf(c),
      ground.owed,
    ).catch((error) => {
      // The letter that opens an unused account waits for no schedule.
      if (error instanceof Refusal && error.code === 'account_stale') ground.ring('mail');
      throw error;
    });
    // What this browser had before is over: no session is carried across a sign-in.
    if (earlier) await signOut(ground.db, earlier);
    give(c, token);
    return c.json({ person: viewOf(person, await catalogOf(ground.db)) });
  })
  .post('/session/unlock', says('Mở phiên đã khóa'), body(access.unlock), async (c) => {
    const ground = c.get('ground');
    const desk = deskFor(ground, nobody);
    const { password } = c.req.valid('json');
    const { token } = await unlock(desk, getCookie(c, cookieNameOf(ground)) ?? '', password, placeOf(c));
    give(c, token);
    return c.json({ ok: true });
  })
  .post('/session/lock', says('Khóa phiên'), body(v.strictObject({})), async (c) => {
    await lockSession(c.get('ground').db, c.get('token'), c.get('ground').now());
    return c.json({ ok: true });
  })
  .get('/session', says('Ai đang đăng nhập'), async (c) => {
    const { db, sample, today, owed, training, trainingOrigin } = c.get('ground');
    const catalog = await catalogOf(db);
    const idleMinutes = idleMinutesOf(c.get('person'), catalog.settings);
    const owes = owesFactor(c.get('person'), catalog.settings, owed);
    const { province, name } = catalog.office;
    return c.json({
      ...{ person: viewOf(c.get('person'), catalog), today: today(), sample },
      ...{ office: { province, name }, since: catalog.office.since },
      ...(training ? { training } : {}),
      ...(trainingOrigin && !training ? { trainingOrigin } : {}),
      ...(catalog.settings.decimalComma ? { decimalComma: true as const } : {}),
      ...{ idleMinutes, ...(owes ? { owes: 'factor' as const } : {}) },
    });
  })
  .delete('/session', says('Đăng xuất'), async (c) => {
    await signOut(c.get('ground').db, c.get('token'));
    await audit(c.get('desk'), { act: 'signed-out', subject: c.get('person').id });
    deleteCookie(c, cookieNameOf(c.get('ground')), { path: '/' });
    return c.json({ ok: true });
  });
