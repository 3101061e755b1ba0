import { refuseUnlessAdmin } from '@tddh/core/people';
import { lettersOf, sendAgain } from '@tddh/core/post';
import { choose, preferencesOf } from '@tddh/core/preferences';
import { preferencesChange } from '@tddh/domain/notice';
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as v from 'valibot';
import type { Env } from '../context.ts';
import { body } from '../input.ts';

const says = (summary: string) => describeRoute({ tags: ['Thư và thông báo'], summary });
const key = v.pipe(v.string('Khóa thư phải là chữ.'), v.minLength(1), v.maxLength(300, 'Khóa thư quá dài.'));
const again = v.strictObject({
  keys: v.pipe(
    v.array(key, 'Cần danh sách khóa thư.'),
    v.minLength(1, 'Chọn ít nhất một thư.'),
    v.maxLength(100),
  ),
});

/** How a person is told, and for the administrator the letters that wait or were given up. */
export const postRoutes = new Hono<Env>()
  .get('/preferences', says('Cách nhận thông báo của tôi'), async (c) => {
    const ways = await preferencesOf(c.get('desk'));
    return c.json({ ways, email: c.get('person').email ?? null });
  })
  .patch('/preferences', says('Chọn cách nhận thông báo của tôi'), body(preferencesChange), async (c) => {
    const ways = await choose(c.get('desk'), c.req.valid('json'));
    return c.json({ ways, email: c.get('person').email ?? null });
  })
  .get('/mail', says('Thư chờ gửi và thư không gửi được'), async (c) => {
    refuseUnlessAdmin(c.get('desk'));
    return c.json(await lettersOf(c.get('desk')));
  })
  .post('/mail/again', says('Gửi lại thư không gửi được'), body(again), async (c) => {
    refuseUnlessAdmin(c.get('desk'));
    const count = await sendAgain(c.get('desk'), c.req.valid('json').keys);
    c.get('ground').ring('mail');
    return c.json({ count });
  });
