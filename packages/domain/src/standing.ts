import type { Instant } from './day.ts';

/** How an account stands: in use, made and never used, invited and not yet come, unused for too long, disabled. */
export const standings = ['active', 'new', 'invited', 'stale', 'disabled'] as const;
export type Standing = (typeof standings)[number];

/** What of an account tells how it stands. */
export interface AccountFacts {
  disabled?: boolean | undefined;
  /** When it was made; none for accounts older than this fact. */
  addedAt?: Instant | undefined;
  /** When the last invitation was sent. */
  invitedAt?: Instant | undefined;
  /** When it was used last, to the day; none before the first use. */
  usedAt?: Instant | undefined;
}

/**
 * Whether an account has lain unused for more than `days` days: since its last use, or since it was made where nobody
 * ever used it. Mail and work still reach it; signing in asks for reactivation first.
 */
export function isStale({ usedAt, addedAt }: AccountFacts, now: Date, days: number): boolean {
  const since = usedAt ?? addedAt;
  return since !== undefined && since < new Date(now.getTime() - days * 86_400_000).toISOString();
}

/**
 * How an account stands now.
 * @param days after which an unused one is stale; undefined where accounts never are (the sample)
 */
export function standingOf(account: AccountFacts, now: Date, days: number | undefined): Standing {
  if (account.disabled) return 'disabled';
  if (account.invitedAt && !account.usedAt) return 'invited';
  if (days !== undefined && isStale(account, now, days)) return 'stale';
  return account.usedAt ? 'active' : 'new';
}
