import { audit } from '@tddh/core/audit';
import type { Act } from '@tddh/domain/audit';
import { Refusal } from '@tddh/domain/refusal';
import type { Context } from 'hono';
import type { Env } from './context.ts';

/** Writes that the audit log records, by method and path; the first group names whom or what it concerns. */
const recorded: readonly (readonly [RegExp, Act])[] = [
  [/^POST \/api\/people$/, 'person-added'],
  [/^PATCH \/api\/people\/([^/]+)$/, 'person-changed'],
  [/^POST \/api\/(?:people|fields)\/([^/]+)\/(?:handover|follow)$/, 'handed-over'],
  [/^(?:POST|PATCH) \/api\/(?:units|fields|successions)(?:\/([^/]+))?(?:\/\w+)?$/, 'unit-changed'],
  [/^PATCH \/api\/(?:settings|calendar)$/, 'settings-changed'],
  [/^(?:POST|PATCH) \/api\/integrations\/national/, 'national-changed'],
  [/^POST \/api\/(?:imports\/\w+|register\/import|campaigns\/([^/]+)\/apply)$/, 'imported'],
];

/**
 * Records what a request did, after it was done: that it was refused for want of permission, that a file went out, or
 * that people, units or settings changed. Of a body nothing is recorded but the names of its fields.
 */
export async function record(c: Context<Env>): Promise<void> {
  const desk = c.get('desk');
  const { method, path } = c.req;
  if (c.error) {
    const refused = c.error instanceof Refusal && c.error.code === 'forbidden';
    if (refused) await audit(desk, { act: 'refused', detail: `${method} ${path}` });
    return;
  }
  if (!c.res.ok) return;
  if (c.res.headers.get('content-disposition')?.startsWith('attachment')) {
    return audit(desk, { act: 'exported', detail: path + new URL(c.req.url).search });
  }
  for (const [pattern, act] of recorded) {
    const found = pattern.exec(`${method} ${path}`);
    if (!found) continue;
    const subject = found[1];
    const detail = `${path}: ${await fieldsOf(c)}`;
    return audit(desk, { act, ...(subject ? { subject } : {}), detail });
  }
}

async function fieldsOf(c: Context<Env>): Promise<string> {
  const body: unknown = await c.req.json().catch(() => undefined);
  return body && typeof body === 'object' ? Object.keys(body).join(', ') : '';
}
