import { createHash } from 'node:crypto';
import { type Keep, keptAnswer } from '@tddh/core/keep';
import { invalid, Refusal } from '@tddh/domain/refusal';
import type { Context } from 'hono';
import type { Env } from './context.ts';

const keptSeconds = 86_400;

/**
 * What to keep of a request that names an `Idempotency-Key`, and what an earlier one with this key made.
 * @throws Refusal `invalid`, `idempotency_mismatch`
 */
export async function once<T>(c: Context<Env>): Promise<{ keep?: Keep; before?: T }> {
  const key = c.req.header('idempotency-key');
  if (key === undefined) return {};
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw invalid('Idempotency-Key', 'Khóa Idempotency-Key gồm 1 đến 200 ký tự ASCII.');
  }
  const desk = c.get('desk');
  const now = Math.floor(desk.now.getTime() / 1000);
  const bodyHash = createHash('sha256')
    .update(`${c.req.method} ${c.req.path}\n${await c.req.text()}`)
    .digest('hex');
  const keep: Keep = { personId: desk.actor.id, key, bodyHash, now, expiresAt: now + keptSeconds };
  const before = await keptAnswer<T>(desk, keep);
  return before === undefined ? { keep } : { keep, before };
}

/**
 * Runs a write that may have a twin with the same key under way: where the twin was first, what it made stands for
 * the refusal that this one met.
 */
export async function orTwin<T>(
  c: Context<Env>,
  keep: Keep | undefined,
  write: () => Promise<T>,
  again: (made: T) => Promise<T> = async (made) => made,
): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const made = keep && error instanceof Refusal && (await keptAnswer<T>(c.get('desk'), keep));
    if (made) return again(made);
    throw error;
  }
}

/** The revision that `If-Match` demands. @throws Refusal `invalid` */
export function revisionOf(c: Context<Env>): number | undefined {
  const header = c.req.header('if-match');
  if (header === undefined || header === '*') return undefined;
  const revision = Number(/^(?:W\/)?"?(\d{1,9})"?$/.exec(header.trim())?.[1]);
  if (Number.isNaN(revision)) throw invalid('If-Match', 'If-Match là số lần sửa (revision) của nhiệm vụ.');
  return revision;
}
