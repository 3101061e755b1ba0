import { fileLink } from '@tddh/core/filelinks';
import { announceFile, examineFile } from '@tddh/core/files';
import { newFile } from '@tddh/domain/file';
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import type { Env } from '../context.ts';
import { body } from '../input.ts';

const says = (summary: string) => describeRoute({ tags: ['Tệp'], summary });

/** Files: announced here, sent straight to the store, examined, and downloaded by a short-lived link. */
export const fileRoutes = new Hono<Env>()
  .post('/files', says('Xin đường dẫn tải một tệp lên'), body(newFile), async (c) =>
    c.json(await announceFile(c.get('desk'), c.req.valid('json')), 201),
  )
  .post('/files/:id/examine', says('Kiểm tra nội dung tệp đã tải lên'), async (c) =>
    c.json({ file: await examineFile(c.get('desk'), c.req.param('id')) }),
  )
  .get('/files/:id', says('Tải một tệp của báo cáo về'), async (c) =>
    c.redirect(await fileLink(c.get('desk'), c.req.param('id')), 302),
  );
