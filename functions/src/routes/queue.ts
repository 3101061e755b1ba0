import { chasingOf } from '@tddh/core/chasing';
import { queueByTask } from '@tddh/core/queue';
import { queueFilter } from '@tddh/domain/filter';
import { id } from '@tddh/domain/text';
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as v from 'valibot';
import type { Env } from '../context.ts';
import { fileTypes, sendFile } from '../download.ts';
import { query } from '../input.ts';

const says = (summary: string) => describeRoute({ tags: ['Chờ xác nhận'], summary });
const chased = v.strictObject({ agency: id, also: v.optional(id) });

/** What waits for the Office's decision, by task; and the letters to those who have not reported. */
export const queueRoutes = new Hono<Env>()
  .get(
    '/queue',
    says('Báo cáo chờ xác nhận, gộp theo nhiệm vụ, cũ nhất trước'),
    query(queueFilter),
    async (c) => c.json(await queueByTask(c.get('desk'), c.req.valid('query'))),
  )
  .get('/chasing.docx', says('Công văn đôn đốc một đơn vị về nhiệm vụ quá hạn'), query(chased), async (c) => {
    const { agency, also } = c.req.valid('query');
    const facts = await chasingOf(c.get('desk'), agency, also);
    const name = `Công văn đôn đốc - ${facts.unit}.docx`;
    const { writeChasing } = await import('@tddh/forms/chasing');
    return sendFile(c, await writeChasing(facts), { name, type: fileTypes.docx });
  });
