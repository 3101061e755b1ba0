import { documentBatch } from '@tddh/domain/document';
import { legacyRows } from '@tddh/domain/legacy';
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import type { Env } from '../context.ts';
import { body } from '../input.ts';

const says = (summary: string) => describeRoute({ tags: ['Nhập từ bảng'], summary });

/** Documents of a sheet, and the history that the old software kept: looked through, then taken over in batches. */
export const importRoutes = new Hono<Env>()
  .post('/imports/documents', says('Nhập nhiều văn bản một lần'), body(documentBatch), async (c) => {
    const { importDocuments } = await import('@tddh/core/imports');
    const results = await importDocuments(c.get('desk'), c.req.valid('json'));
    c.get('ground').ring();
    return c.json({ results });
  })
  .post('/imports/legacy', says('Chuyển dữ liệu từ phần mềm cũ'), body(legacyRows), async (c) => {
    const { importLegacy } = await import('@tddh/core/legacy');
    const { rows, check } = c.req.valid('json');
    return c.json({ results: await importLegacy(c.get('desk'), rows, check) });
  });
