import { dutiesOf, handOverDuties } from '@tddh/core/duties';
import { changePerson } from '@tddh/core/personchange';
import { duties, personChange } from '@tddh/domain/person';
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import type { Env } from '../context.ts';
import { body } from '../input.ts';
import { revisionOf } from '../once.ts';

const says = (summary: string) => describeRoute({ tags: ['Quản trị'], summary });

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
  );
