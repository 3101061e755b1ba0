import { changeField, changeUnit } from '@tddh/core/units';
import { fieldChange, unitChange } from '@tddh/domain/agency';
import { page } from '@tddh/domain/filter';
import { newSuccession } from '@tddh/domain/succession';
import { id } from '@tddh/domain/text';
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as v from 'valibot';
import type { Env } from '../context.ts';
import { body, query } from '../input.ts';
import { revisionOf } from '../once.ts';

// Seldom used: loaded by the first who asks.
const handover = () => import('@tddh/core/handover');
const moving = () => import('@tddh/core/moving');
const successions = () => import('@tddh/core/successions');
const says = (summary: string) => describeRoute({ tags: ['Đơn vị'], summary });
const rows = v.strictObject({
  moves: v.pipe(
    v.array(v.strictObject({ id, to: v.optional(id) }), 'Cần danh sách dòng.'),
    v.minLength(1, 'Chọn ít nhất một dòng.'),
    v.maxLength(100, 'Mỗi lần tối đa 100 dòng.'),
  ),
});

const ids = v.strictObject({
  ids: v.pipe(
    v.array(id, 'Cần danh sách mã.'),
    v.minLength(1, 'Chọn ít nhất một dòng.'),
    v.maxLength(100, 'Mỗi lần tối đa 100 dòng.'),
  ),
});

/** Units, fields and the reorganisations of units. */
export const unitRoutes = new Hono<Env>()
  .patch('/units/:id', says('Sửa đơn vị'), body(unitChange), async (c) => {
    const unit = await changeUnit(c.get('desk'), c.req.param('id'), c.req.valid('json'), revisionOf(c));
    return c.json({ unit });
  })
  .patch('/fields/:id', says('Sửa lĩnh vực'), body(fieldChange), async (c) => {
    const field = await changeField(c.get('desk'), c.req.param('id'), c.req.valid('json'), revisionOf(c));
    return c.json({ field });
  })
  .get(
    '/fields/:id/handover',
    says('Nhiệm vụ đang mở sẽ theo lĩnh vực sang phòng khác'),
    query(v.strictObject({ to: v.optional(id) })),
    async (c) =>
      c.json(await (await handover()).fieldLeft(c.get('desk'), c.req.param('id'), c.req.valid('query').to)),
  )
  .post(
    '/fields/:id/handover',
    says('Giao lĩnh vực cho phòng khác'),
    body(v.strictObject({ departmentId: id })),
    async (c) => {
      const { departmentId } = c.req.valid('json');
      const field = await (await handover()).handOverField(
        c.get('desk'),
        c.req.param('id'),
        departmentId,
        revisionOf(c),
      );
      return c.json({ field });
    },
  )
  .post('/fields/:id/follow', says('Chuyển nhiệm vụ đang mở theo lĩnh vực'), body(ids), async (c) => {
    const results = await (await handover()).followField(
      c.get('desk'),
      c.req.param('id'),
      c.req.valid('json').ids,
    );
    c.get('ground').ring();
    return c.json({ results });
  })
  .get('/successions', says('Sắp xếp đơn vị'), async (c) =>
    c.json(await (await successions()).listSuccessions(c.get('desk'))),
  )
  .post('/successions', says('Ghi một quyết định sắp xếp đơn vị'), body(newSuccession), async (c) =>
    c.json(
      { succession: await (await successions()).recordSuccession(c.get('desk'), c.req.valid('json')) },
      201,
    ),
  )
  .get(
    '/successions/:id/moves',
    says('Nhiệm vụ đang mở sẽ chuyển theo quyết định sắp xếp'),
    query(v.strictObject(page)),
    async (c) =>
      c.json(await (await successions()).movesOf(c.get('desk'), c.req.param('id'), c.req.valid('query'))),
  )
  .post('/successions/:id/moves', says('Chuyển nhiệm vụ đang mở'), body(rows), async (c) => {
    const results = await (await moving()).moveAssignments(
      c.get('desk'),
      c.req.param('id'),
      c.req.valid('json').moves,
    );
    c.get('ground').ring();
    return c.json({ results });
  })
  .get('/successions/:id/people', says('Người dùng sẽ chuyển theo quyết định sắp xếp'), async (c) =>
    c.json(await (await successions()).peopleToMove(c.get('desk'), c.req.param('id'))),
  )
  .post('/successions/:id/people', says('Chuyển người dùng'), body(rows), async (c) =>
    c.json({
      results: await (await moving()).movePeople(c.get('desk'), c.req.param('id'), c.req.valid('json').moves),
    }),
  );
