import { changeRule } from '@tddh/core/recurring';
import { ruleChange } from '@tddh/domain/recurring';
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import type { Env } from '../context.ts';
import { body } from '../input.ts';
import { documentView } from './documents.ts';

const says = (summary: string) => describeRoute({ tags: ['Văn bản'], summary });

/** Recurring tasks: changing the rule, or ending it. */
export const recurringRoutes = new Hono<Env>().post(
  '/documents/:id/recurring',
  says('Đổi hoặc kết thúc định kỳ của một nhiệm vụ'),
  body(ruleChange),
  async (c) => {
    const document = await changeRule(c.get('desk'), c.req.param('id'), c.req.valid('json'));
    c.get('ground').ring();
    return c.json({ document: documentView(document) });
  },
);
