import { mirrorFilter, mirrorRowsFilter } from '@tddh/domain/mirror';
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import type { Env } from '../context.ts';
import { query } from '../input.ts';

const says = (summary: string) => describeRoute({ tags: ['Tình hình Văn phòng'], summary });

/** The Office's own mirror. Its work is loaded where it is asked for. */
export const mirrorRoutes = new Hono<Env>()
  .get('/mirror', says('Tình hình Văn phòng theo phòng và tuần'), query(mirrorFilter), async (c) => {
    const { mirror } = await import('@tddh/core/mirror');
    return c.json(await mirror(c.get('desk'), c.req.valid('query')));
  })
  .get('/mirror/rows', says('Các dòng sau một số, tối đa 1.000'), query(mirrorRowsFilter), async (c) => {
    const { mirrorRows } = await import('@tddh/core/mirrorrows');
    return c.json(await mirrorRows(c.get('desk'), c.req.valid('query')));
  });
