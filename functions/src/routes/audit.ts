import { auditLog } from '@tddh/core/audit';
import { invite } from '@tddh/core/opening';
import { auditFilter } from '@tddh/domain/audit';
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as v from 'valibot';
import type { Env } from '../context.ts';
import { fileTypes, sendFile } from '../download.ts';
import { body, query } from '../input.ts';

const says = (summary: string) => describeRoute({ tags: ['Nhật ký'], summary });
const mostExported = 10_000;

/** The audit log, for the administrator; and the invitation of a person. */
export const auditRoutes = new Hono<Env>()
  .get('/audit', says('Nhật ký hệ thống'), query(auditFilter), async (c) => {
    const { rows, cursor } = await auditLog(c.get('desk'), c.req.valid('query'));
    return c.json({ items: rows, cursor });
  })
  .get('/audit.xlsx', says('Nhật ký hệ thống, tệp Excel'), query(auditFilter), async (c) => {
    const rows = [];
    let cursor: string | undefined;
    do {
      const asked = { ...c.req.valid('query'), limit: 200, ...(cursor ? { cursor } : {}) };
      const page = await auditLog(c.get('desk'), asked);
      rows.push(...page.rows);
      cursor = page.cursor ?? undefined;
    } while (cursor && rows.length < mostExported);
    const { auditSheet } = await import('@tddh/forms/audit');
    return sendFile(c, await auditSheet(rows), { name: 'Nhật ký hệ thống.xlsx', type: fileTypes.xlsx });
  })
  .post('/people/:id/invite', says('Mời qua thư, đặt lại mật khẩu'), body(v.strictObject({})), async (c) => {
    await invite(c.get('desk'), c.req.param('id'));
    c.get('ground').ring('mail');
    return c.json({ ok: true }, 202);
  });
