import { periodFor, statistics, trend } from '@tddh/core/statistics';
import { signingQuery } from '@tddh/domain/signing';
import { statisticsQuery } from '@tddh/domain/statistics';
import { type Context, Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import type { InferInput, InferOutput } from 'valibot';
import * as v from 'valibot';
import type { Env } from '../context.ts';
import { type fileTypes, sendFile } from '../download.ts';
import { query } from '../input.ts';
import { appendixPaper } from '../paper.ts';

const says = (summary: string) => describeRoute({ tags: ['Số liệu'], summary });

/** A table, and who signs its paper where that is not what the settings say. */
const paperQuery = v.strictObject({ ...statisticsQuery.entries, ...signingQuery });

interface Asked {
  in: { query: InferInput<typeof paperQuery> };
  out: { query: InferOutput<typeof paperQuery> };
}

/** The door of the appendix as a file. */
const file = (ending: keyof typeof fileTypes) => async (c: Context<Env, string, Asked>) => {
  const asked = c.req.valid('query');
  const desk = c.get('desk');
  const period = periodFor(asked, desk.today);
  const [table, points] = await Promise.all([statistics(desk, period, asked.by), trend(desk, period)]);
  const paper = await appendixPaper(c as Context<Env>, ending, table, { trend: points, signing: asked });
  return sendFile(c as Context, paper.bytes, paper);
};

/** The appendix on paper, and how it came about month by month. */
export const paperRoutes = new Hono<Env>()
  .get('/statistics.xlsx', says('Phụ lục dạng Excel'), query(statisticsQuery), file('xlsx'))
  .get('/statistics.docx', says('Phụ lục dạng Word'), query(paperQuery), file('docx'))
  .get('/statistics.csv', says('Phụ lục dạng CSV'), query(statisticsQuery), file('csv'))
  .get('/statistics/trend', says('Diễn biến theo tháng'), query(statisticsQuery), async (c) => {
    const desk = c.get('desk');
    return c.json({ points: await trend(desk, periodFor(c.req.valid('query'), desk.today)) });
  });
