import { periodFor, statistics } from '@tddh/core/statistics';
import { statisticsQuery } from '@tddh/domain/statistics';
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import type { Env } from '../context.ts';
import { query } from '../input.ts';

const summary = 'Phụ lục: cột (1) đến (17), theo kỳ và ngày chốt số liệu';

/** The appendix. */
export const statisticsRoutes = new Hono<Env>().get(
  '/statistics',
  describeRoute({ tags: ['Số liệu'], summary }),
  query(statisticsQuery),
  async (c) => {
    const asked = c.req.valid('query');
    const period = periodFor(asked, c.get('desk').today);
    return c.json(await statistics(c.get('desk'), period, asked.by));
  },
);
