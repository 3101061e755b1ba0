import { dutiesOf, handOverDuties } from '@tddh/core/duties';
import { removeFactorOf } from '@tddh/core/factor';
import { invite, inviteByHand } from '@tddh/core/opening';
import { changePerson } from '@tddh/core/personchange';
import { duties, lost, personChange } from '@tddh/domain/person';
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as v from 'valibot';
import type { Env } from '../context.ts';
import { body } from '../input.ts';
import { revisionOf } from '../once.ts';

const says = (summary: string) => describeRoute({ tags: ['Quản trị'], summary });

const nothing = v.strictObject({});

/** People, as the administrator changes them. */
export const peopleRoutes = new Hono<Env>()
  .patch(
    '/people/:id',
    says('Sửa, vô hiệu hóa hoặc kích hoạt lại một người dùng'),
    body(personChange),
    async (c) => {
      const person = await changePerson(c.get('desk'), c.req.param('id'), c.req.valid('json'), revisionOf(c));
      return c.json({ person });
    },
  )
  .get('/people/:id/handover', says('Những gì một người đang theo dõi'), async (c) =>
    c.json(await dutiesOf(c.get('desk'), c.req.param('id'))),
  )
  .post('/people/:id/handover', says('Bàn giao cho người khác'), body(duties), async (c) =>
    c.json(await handOverDuties(c.get('desk'), c.req.param('id'), c.req.valid('json'))),
  )
  .post('/people/:id/invite', says('Mời qua thư, đặt lại mật khẩu'), body(nothing), async (c) => {
    const revision = await invite(c.get('desk'), c.req.param('id'));
    c.get('ground').ring('mail');
    return c.json({ revision }, 202);
  })
  .post('/people/:id/link', says('Tạo liên kết đặt mật khẩu để trao tay'), body(nothing), async (c) =>
    c.json(await inviteByHand(c.get('desk'), c.req.param('id'))),
  )
  .post('/people/:id/factor/remove', says('Gỡ xác thực hai lớp của người làm mất'), body(lost), async (c) => {
    const revision = await removeFactorOf(c.get('desk'), c.req.param('id'), c.req.valid('json').reason);
    c.get('ground').ring('mail');
    return c.json({ revision });
  });
