import { refuseUnlessAdmin } from '@tddh/core/people';
import { Refusal } from '@tddh/domain/refusal';
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as v from 'valibot';
import type { Env } from '../context.ts';
import { body } from '../input.ts';

const says = (summary: string) => describeRoute({ tags: ['Tập huấn'], summary });

/** What only the training mode has. */
export const trainingRoutes = new Hono<Env>().post(
  '/training/over',
  says('Làm lại tập huấn từ dữ liệu mẫu'),
  body(v.strictObject({})),
  async (c) => {
    refuseUnlessAdmin(c.get('desk'));
    const { training, startOver } = c.get('ground');
    if (!training || !startOver)
      throw new Refusal('not_found', 'Chỉ chế độ tập huấn chạy trên máy chủ này mới làm lại từ đầu được.');
    await startOver();
    return c.json({ ok: true });
  },
);
