import { evaluationEntry, newEvaluation } from '@tddh/domain/evaluation';
import { mirrorFilter } from '@tddh/domain/mirror';
import { id } from '@tddh/domain/text';
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as v from 'valibot';
import type { Env } from '../context.ts';
import { fileTypes, sendFile } from '../download.ts';
import { body, query } from '../input.ts';
import { revisionOf } from '../once.ts';

const says = (summary: string) => describeRoute({ tags: ['Đánh giá'], summary });
const some = v.strictObject({ units: v.optional(v.pipe(v.array(id), v.maxLength(500))) });
const work = () => import('@tddh/core/evaluations');

/** Rounds in which units say how the product serves them. Their work is loaded where it is asked for. */
export const evaluationRoutes = new Hono<Env>()
  .get('/evaluations', says('Các đợt đánh giá'), async (c) =>
    c.json(await (await work()).listEvaluations(c.get('desk'))),
  )
  .post('/evaluations', says('Mở một đợt đánh giá'), body(newEvaluation), async (c) => {
    const { openEvaluation } = await work();
    return c.json({ round: await openEvaluation(c.get('desk'), c.req.valid('json')) }, 201);
  })
  .get('/evaluations/:id', says('Một đợt: câu hỏi, ai đã trả lời, ai chưa'), async (c) =>
    c.json(await (await work()).readEvaluation(c.get('desk'), c.req.param('id'))),
  )
  .post('/evaluations/:id/entries', says('Trả lời của một đơn vị'), body(evaluationEntry), async (c) => {
    const { sendEvaluation } = await work();
    const { desk } = c.var;
    const sent = sendEvaluation(desk, c.req.param('id'), c.req.valid('json'), revisionOf(c));
    return c.json({ entry: await sent });
  })
  .post('/evaluations/:id/remind', says('Nhắc đơn vị chưa trả lời'), body(some), async (c) => {
    const [{ evaluations }, { remindRound }] = await Promise.all([work(), import('@tddh/core/reminders')]);
    const { units } = c.req.valid('json');
    const told = await remindRound(c.get('desk'), evaluations, c.req.param('id'), units);
    if (told.letters > 0) c.get('ground').ring('mail');
    return c.json(told);
  })
  .get('/evaluations/:id/report.docx', says('Báo cáo Lãnh đạo Văn phòng'), query(mirrorFilter), async (c) => {
    const [{ usageReport }, { writeUsage }] = await Promise.all([
      import('@tddh/core/usage'),
      import('@tddh/forms/usage'),
    ]);
    const usage = await usageReport(c.get('desk'), c.req.param('id'), c.req.valid('query'));
    const name = `Báo cáo sử dụng ${usage.period.from} đến ${usage.period.to}.docx`;
    return sendFile(c, await writeUsage(usage), { name, type: fileTypes.docx });
  });
