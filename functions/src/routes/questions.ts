import { asksOf } from '@tddh/core/asks';
import { unitQuestions } from '@tddh/core/questions';
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import type { Env } from '../context.ts';

const says = (summary: string) => describeRoute({ tags: ['Nhiệm vụ'], summary });

/** What was asked and answered on the work of the person's own unit; what waits for this person of the Office. */
export const questionRoutes = new Hono<Env>()
  .get('/questions', says('Hỏi và trả lời trên các việc đang làm của đơn vị'), async (c) =>
    c.json({ items: await unitQuestions(c.get('desk')) }),
  )
  .get('/asks', says('Đề nghị gia hạn, chuyển đơn vị và câu hỏi đang chờ người này'), async (c) =>
    c.json({ items: await asksOf(c.get('desk')) }),
  );
