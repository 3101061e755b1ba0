import { accountOf, changePassword, owesFactor, signOutEverywhere } from '@tddh/core/account';
import { nobody } from '@tddh/core/audit';
import { knownSettings } from '@tddh/core/catalog';
import { beginFactor, removeFactor, renewCodes, setFactor } from '@tddh/core/factor';
import { askOpening, readOpening, useOpening } from '@tddh/core/opening';
import { endSession, openSession, sessionsOf } from '@tddh/core/session';
import { access } from '@tddh/domain/person';
import { Hono } from 'hono';
import { deleteCookie } from 'hono/cookie';
import { describeRoute } from 'hono-openapi';
import { addressOf, type Env } from '../context.ts';
import { give, placeOf } from '../cookie.ts';
import { deskFor } from '../ground.ts';
import { cookieNameOf } from '../guard.ts';
import { body } from '../input.ts';

const says = (summary: string) => describeRoute({ tags: ['Tài khoản'], summary });

/** The own account: password, second factor, sessions; and the links by mail for who cannot enter. */
export const accountRoutes = new Hono<Env>()
  .get('/account', says('Tài khoản của tôi'), async (c) => {
    const { db, now } = c.get('ground');
    const person = c.get('person');
    const sessions = await sessionsOf(db, person, c.get('token'), now());
    return c.json({ ...accountOf(person, knownSettings(db)), sessions });
  })
  .post('/account/password', says('Đổi mật khẩu'), body(access.password), async (c) => {
    const { current, password } = c.req.valid('json');
    await changePassword(c.get('desk'), current, password);
    const { db, now } = c.get('ground');
    // A moment later, so that it is not among those that the change ended.
    give(c, await openSession(db, c.get('person').id, new Date(now().getTime() + 1), placeOf(c)));
    return c.json({ ok: true });
  })
  .post('/account/factor', says('Bắt đầu bật xác thực hai lớp'), body(access.confirm), async (c) =>
    c.json(await beginFactor(c.get('desk'), c.req.valid('json').current)),
  )
  .post('/account/factor/confirm', says('Bật xác thực hai lớp'), body(access.code), async (c) =>
    c.json({ codes: await setFactor(c.get('desk'), c.req.valid('json').code) }),
  )
  .post('/account/factor/codes', says('Tạo lại mã dự phòng'), body(access.confirm), async (c) =>
    c.json({ codes: await renewCodes(c.get('desk'), c.req.valid('json').current) }),
  )
  .post('/account/factor/remove', says('Tắt xác thực hai lớp'), body(access.confirm), async (c) => {
    const { factor: _, ...without } = c.get('person');
    const { db, owed } = c.get('ground');
    const owes = owesFactor(without, knownSettings(db), owed);
    await removeFactor(c.get('desk'), c.req.valid('json').current, owes);
    return c.json({ ok: true });
  })
  .delete('/sessions', says('Đăng xuất khỏi mọi nơi'), async (c) => {
    await signOutEverywhere(c.get('desk'));
    deleteCookie(c, cookieNameOf(c.get('ground')), { path: '/' });
    return c.json({ ok: true });
  })
  .delete('/sessions/:id', says('Kết thúc một phiên'), async (c) => {
    await endSession(c.get('ground').db, c.get('person').id, c.req.param('id'));
    return c.json({ ok: true });
  })
  .post('/links/ask', says('Xin liên kết qua thư'), body(access.ask), async (c) => {
    const { username, kind } = c.req.valid('json');
    await askOpening(deskFor(c.get('ground'), nobody), username, kind, addressOf(c));
    c.get('ground').ring('mail');
    return c.json({ ok: true }, 202);
  })
  .post('/links/open', says('Liên kết dùng để làm gì'), body(access.link), async (c) =>
    c.json(await readOpening(deskFor(c.get('ground'), nobody), c.req.valid('json').token)),
  )
  .post('/links/use', says('Dùng liên kết'), body(access.use), async (c) => {
    const { token, ...given } = c.req.valid('json');
    return c.json(await useOpening(deskFor(c.get('ground'), nobody), token, given));
  });
