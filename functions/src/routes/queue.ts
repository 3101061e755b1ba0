import { queueByTask } from '@tddh/core/queue';
import { queueFilter } from '@tddh/domain/filter';
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import type { Env } from '../context.ts';
import { query } from '../input.ts';

const summary = 'Báo cáo chờ xác nhận, gộp theo nhiệm vụ, cũ nhất trước';

/** What waits for the Office's decision, by task. */
export const queueRoutes = new Hono<Env>().get(
  '/queue',
  describeRoute({ tags: ['Chờ xác nhận'], summary }),
  query(queueFilter),
  async (c) => c.json(await queueByTask(c.get('desk'), c.req.valid('query'))),
);
