import { catalogOf } from '@tddh/core/catalog';
import { at } from '@tddh/core/desk';
import { markRead, noticesOf } from '@tddh/core/notices';
import { listPeople } from '@tddh/core/people';
import { addPerson } from '@tddh/core/personadd';
import { addField, addUnit } from '@tddh/core/setup';
import { newField, newUnit } from '@tddh/domain/agency';
import { newPerson } from '@tddh/domain/person';
import { signingOf } from '@tddh/domain/signing';
import { id } from '@tddh/domain/text';
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as v from 'valibot';
import type { Env } from '../context.ts';
import { body, query } from '../input.ts';

const says = (summary: string) => describeRoute({ tags: ['Danh mục'], summary });

/** Units, fields, types, people, and what a person is told. */
export const officeRoutes = new Hono<Env>()
  .get('/health', says('Hệ thống đang chạy'), (c) => c.json({ ok: true }))
  .get('/catalog', says('Đơn vị, lĩnh vực, loại văn bản, lịch làm việc'), async (c) => {
    const { units, fields, types, settings, office } = await catalogOf(c.get('ground').db);
    const papers = signingOf(settings, office.province);
    return c.json({ units, fields, types, calendar: settings.calendar, papers });
  })
  .get('/units', says('Đơn vị, theo thứ tự chính thức'), async (c) =>
    c.json({ items: (await catalogOf(c.get('ground').db)).units }),
  )
  .post('/units', says('Thêm đơn vị'), body(newUnit), async (c) =>
    c.json({ unit: await addUnit(c.get('desk'), c.req.valid('json')) }, 201),
  )
  .post('/fields', says('Thêm lĩnh vực'), body(newField), async (c) =>
    c.json({ field: await addField(c.get('desk'), c.req.valid('json')) }, 201),
  )
  .get('/people', says('Người dùng'), query(v.strictObject({ unit: v.optional(id) })), async (c) =>
    c.json({ items: await listPeople(c.get('desk'), c.req.valid('query').unit, c.get('ground').owed) }),
  )
  .post('/people', says('Thêm người dùng, mời qua thư'), body(newPerson), async (c) => {
    const person = await addPerson(c.get('desk'), c.req.valid('json'));
    c.get('ground').ring('mail');
    return c.json({ person }, 201);
  })
  .get('/notifications', says('Thông báo của tôi'), async (c) => c.json(await noticesOf(c.get('desk'))))
  .post('/notifications/read', says('Đánh dấu đã đọc'), body(v.strictObject({})), async (c) => {
    const desk = c.get('desk');
    await markRead(desk.db, desk.actor.id, at(desk));
    return c.json({ ok: true });
  });
