import { audit } from '@tddh/core/audit';
import type { Act } from '@tddh/domain/audit';
import { Refusal } from '@tddh/domain/refusal';
import type { Context } from 'hono';
import type { Env } from './context.ts';

/**
 * Writes that the audit log records at the door, by method and path; the first group names whom or what it concerns.
 * People, units, settings and the calendar record themselves, in the transaction of the change.
 */
const recorded: readonly (readonly [RegExp, Act])[] = [
  [/^(?:POST|PATCH) \/api\/integrations\/national/, 'national-changed'],
  [/^POST \/api\/(?:imports\/\w+|register\/import|campaigns\/([^/]+)\/apply)$/, 'imported'],
];

/**
 * Records what a request did, after it was done: that it was refused for want of permission, that a file went out, or
 * that the national link was changed or rows were taken in. Of a body nothing is recorded but the names of its fields.
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
    const subject = /\/([a-z]+_\w+)(?=[/.]|$)/.exec(path)?.[1];
    const detail = path + askedFor(c.req.url);
    return audit(desk, { act: 'exported', ...(subject ? { subject } : {}), detail });
  }
  for (const [pattern, act] of recorded) {
    const found = pattern.exec(`${method} ${path}`);
    if (!found) continue;
    const subject = found[1];
    const detail = `${path}: ${await fieldsOf(c)}`;
    return audit(desk, { act, ...(subject ? { subject } : {}), detail });
  }
}

/** The query of an address, without the place in a list: it says nothing to a reader. */
function askedFor(address: string): string {
  const { searchParams } = new URL(address);
  searchParams.delete('cursor');
  return searchParams.size > 0 ? `?${searchParams}` : '';
}

async function fieldsOf(c: Context<Env>): Promise<string> {
  const body: unknown = await c.req.json().catch(() => undefined);
  return body && typeof body === 'object' ? Object.keys(body).join(', ') : '';
}
