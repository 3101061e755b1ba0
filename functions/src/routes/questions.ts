import { unitQuestions } from '@tddh/core/questions';
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import type { Env } from '../context.ts';

/** What was asked and answered on the work of the person's own unit. */
export const questionRoutes = new Hono<Env>().get(
  '/questions',
  describeRoute({ tags: ['Nhiệm vụ'], summary: 'Hỏi và trả lời trên các việc đang làm của đơn vị' }),
  async (c) => c.json({ items: await unitQuestions(c.get('desk')) }),
);
