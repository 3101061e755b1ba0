import { expect, test } from 'vitest';
import { isStale, standingOf } from './standing.ts';

const now = new Date('2023-06-15T02:00:00Z');
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString();

test('an account is stale after its days unused, counted from its making where nobody ever used it', () => {
  expect(isStale({ usedAt: ago(45), addedAt: ago(400) }, now, 45)).toBe(false);
  expect(isStale({ usedAt: ago(46) }, now, 45)).toBe(true);
  expect(isStale({ addedAt: ago(46) }, now, 45)).toBe(true);
  expect(isStale({ addedAt: ago(10) }, now, 45)).toBe(false);
  expect(isStale({}, now, 45)).toBe(false);
});

test.each([
  [{ usedAt: ago(1) }, 'active'],
  [{ addedAt: ago(1) }, 'new'],
  [{}, 'new'],
  [{ addedAt: ago(2), invitedAt: ago(1) }, 'invited'],
  [{ addedAt: ago(90), invitedAt: ago(60) }, 'invited'],
  [{ invitedAt: ago(9), usedAt: ago(2) }, 'active'],
  [{ invitedAt: ago(1), usedAt: ago(50) }, 'stale'],
  [{ invitedAt: ago(1), usedAt: ago(2) }, 'active'],
  [{ usedAt: ago(50) }, 'stale'],
  [{ usedAt: ago(50), invitedAt: ago(1), disabled: true }, 'disabled'],
] as const)('%o stands as %s', (account, standing) => {
  expect(standingOf(account, now, 45)).toBe(standing);
});

test('where accounts never grow stale, an old one is in use or new', () => {
  expect(standingOf({ usedAt: ago(500) }, now, undefined)).toBe('active');
  expect(standingOf({ addedAt: ago(500) }, now, undefined)).toBe('new');
});
