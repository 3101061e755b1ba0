import { feedbackAnswer, feedbackFilter, newFeedback } from '@tddh/domain/feedback';
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import type { Env } from '../context.ts';
import { body, query } from '../input.ts';
import { revisionOf } from '../once.ts';

const says = (summary: string) => describeRoute({ tags: ['Góp ý'], summary });

/** The help desk of phòng HC-QT: everybody sends, administrators answer. Its work is loaded where it is asked for. */
export const feedbackRoutes = new Hono<Env>()
  .get('/feedback', says('Góp ý của tôi, hoặc của mọi người'), query(feedbackFilter), async (c) => {
    const { listFeedback } = await import('@tddh/core/feedback');
    return c.json(await listFeedback(c.get('desk'), c.req.valid('query')));
  })
  .post('/feedback', says('Gửi góp ý'), body(newFeedback), async (c) => {
    const { sendFeedback } = await import('@tddh/core/feedback');
    return c.json({ feedback: await sendFeedback(c.get('desk'), c.req.valid('json')) }, 201);
  })
  .post('/feedback/:id/answer', says('Trả lời góp ý'), body(feedbackAnswer), async (c) => {
    const { answerFeedback } = await import('@tddh/core/feedback');
    const { desk } = c.var;
    const answered = answerFeedback(desk, c.req.param('id'), c.req.valid('json'), revisionOf(c));
    return c.json({ feedback: await answered });
  });
