import { auditLog, auditPart } from '@tddh/core/audit';
import { type AuditFilter, auditFilter } from '@tddh/domain/audit';
import { type Context, Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import type { Env } from '../context.ts';
import { fileTypes, sendFile } from '../download.ts';
import { query } from '../input.ts';

const says = (summary: string) => describeRoute({ tags: ['Nhật ký'], summary });

/** A part of the log as a file; where there is more, `x-cursor` names the place where the next one begins. */
async function part(c: Context<Env>, filter: AuditFilter, ending: 'xlsx' | 'csv'): Promise<Response> {
  const { lines, cursor, notes } = await auditPart(c.get('desk'), filter);
  const { auditCsv, auditSheet } = await import('@tddh/forms/audit');
  const bytes = ending === 'csv' ? auditCsv(lines) : await auditSheet(lines, notes);
  if (cursor) c.header('x-cursor', cursor);
  return sendFile(c, bytes, { name: `Nhật ký hệ thống.${ending}`, type: fileTypes[ending] });
}

/** The audit log, for the administrator. */
export const auditRoutes = new Hono<Env>()
  .get('/audit', says('Nhật ký hệ thống'), query(auditFilter), async (c) => {
    const { rows, cursor } = await auditLog(c.get('desk'), c.req.valid('query'));
    return c.json({ items: rows, cursor });
  })
  .get('/audit.xlsx', says('Nhật ký, tệp Excel, từng phần 10.000 dòng'), query(auditFilter), (c) =>
    part(c, c.req.valid('query'), 'xlsx'),
  )
  .get('/audit.csv', says('Nhật ký, tệp CSV, từng phần 10.000 dòng'), query(auditFilter), (c) =>
    part(c, c.req.valid('query'), 'csv'),
  );
