import { changeEach, type Order, type RowResult } from '@tddh/core/bulk';
import { bulk, reportOf } from '@tddh/domain/bulk';
import type { Command } from '@tddh/domain/verbs';
import { type Context, Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import type { Env } from '../context.ts';
import { body } from '../input.ts';
import { once } from '../once.ts';

const says = (summary: string) => describeRoute({ tags: ['Nhiệm vụ'], summary });

/** Takes one verb on many assignments, once per key. */
async function many(c: Context<Env>, ids: readonly string[], command: (id: string) => Command) {
  const { keep, before } = await once<{ results: RowResult[] }>(c);
  const orders = [...new Set(ids)].map((id): Order => ({ id, command: command(id) }));
  const answer = before ?? (await changeEach(c.get('desk'), orders, keep));
  c.get('ground').ring();
  return c.json(answer);
}

/** Verbs on many assignments at once, with a result per row. */
export const bulkRoutes = new Hono<Env>()
  .post('/assignments/confirm', says('Xác nhận nhiều nhiệm vụ, kết quả từng dòng'), body(bulk.confirm), (c) =>
    many(c, c.req.valid('json').ids, () => ({ verb: 'confirm', body: {} })),
  )
  .post('/assignments/return', says('Trả lại nhiều báo cáo, kết quả từng dòng'), body(bulk.return), (c) => {
    const { ids, ...returned } = c.req.valid('json');
    return many(c, ids, () => ({ verb: 'return', body: returned }));
  })
  .post('/assignments/remind', says('Đôn đốc nhiều đơn vị, kết quả từng dòng'), body(bulk.remind), (c) => {
    const { ids, ...reminded } = c.req.valid('json');
    return many(c, ids, () => ({ verb: 'remind', body: reminded }));
  })
  .post('/assignments/report', says('Ghi nhiều báo cáo giấy, kết quả từng dòng'), body(bulk.report), (c) => {
    const reported = c.req.valid('json');
    return many(c, reported.ids, (id) => ({ verb: 'report', body: reportOf(reported, id) }));
  });
