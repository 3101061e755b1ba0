import { Refusal } from '@tddh/domain/refusal';
import { audit } from './audit.ts';
import { knownSettings } from './catalog.ts';
import type { Db } from './db.ts';
import type { Desk } from './desk.ts';

/** The window in which failures count, in seconds: the time for which an account is locked (a setting). */
function windowOf(db: Db, now: Date): { window: string; left: number; end: number } {
  const length = knownSettings(db).lockMinutes * 60;
  const seconds = Math.floor(now.getTime() / 1000);
  const start = seconds - (seconds % length);
  return { window: String(start), left: start + length - seconds, end: start + length };
}

/** A refusal of who failed too often. */
export class TooMany extends Refusal {
  /** How often it was tried in this window beyond what is allowed, from 1. */
  readonly over: number;
  constructor(code: 'locked' | 'too_many_attempts', seconds: number, over: number) {
    const minutes = Math.ceil(seconds / 60);
    super(code, `Đăng nhập sai quá nhiều lần. Hãy thử lại sau ${minutes} phút.`, [], seconds);
    this.over = over;
  }

  /**
   * Whether this try is recorded: the 1st beyond the limit, the 10th, the 100th ... A door that is hammered writes a
   * handful of entries a window, and the last of them tells how hard.
   */
  get told(): boolean {
    return /^10*$/.test(String(this.over));
  }
}

/** The refusal of who failed too often, with the seconds to wait. */
export function tooMany(db: Db, code: 'locked' | 'too_many_attempts', now: Date, over = 1): TooMany {
  return new TooMany(code, windowOf(db, now).left, over);
}

/** How many failures of a subject there are in this window. */
export async function failuresOf(db: Db, subject: string, now: Date): Promise<number> {
  const { window } = windowOf(db, now);
  const { data } = await db.attempts.get({ subject, window }).go({ consistent: true });
  return data?.failures ?? 0;
}

/** Counts a failure. @returns how many there are now in this window */
export async function countFailure(db: Db, subject: string, now: Date): Promise<number> {
  const { window, end } = windowOf(db, now);
  const { data } = await db.attempts
    .upsert({ subject, window, expiresAt: end + 3600 })
    .add({ failures: 1 })
    .go({ response: 'all_new' });
  return data.failures ?? 1;
}

/** Takes one failure back: it was none. */
export async function forgetFailure(db: Db, subject: string, now: Date): Promise<void> {
  const { window } = windowOf(db, now);
  await db.attempts.patch({ subject, window }).subtract({ failures: 1 }).go();
}

/**
 * Lets one guess at a person's secret through, counted before it is looked at, so that many at once count as many.
 * @returns what takes the guess back where it was right
 * @throws Refusal `locked`
 */
export async function guess(db: Db, username: string, now: Date): Promise<() => Promise<void>> {
  const account = `account#${username}`;
  const over = (await countFailure(db, account, now)) - knownSettings(db).failures;
  if (over > 0) throw tooMany(db, 'locked', now, over);
  return () => forgetFailure(db, account, now);
}

/** Records that somebody was not let in, unless it is one of the many tries that are only counted. */
export async function auditRefused(
  desk: Desk,
  error: unknown,
  username: string,
  place: { address?: string },
  personId?: string,
): Promise<void> {
  if (!(error instanceof Refusal) || error.code === 'factor_needed') return;
  if (error instanceof TooMany && !error.told) return;
  const times = error instanceof TooMany ? ` · lần thứ ${error.over} sau khi khóa` : '';
  const detail = `${error.code} · ${username} · ${place.address ?? ''}${times}`;
  const act = error.code === 'locked' ? 'locked-out' : 'sign-in-refused';
  await audit(desk, { act, ...(personId ? { subject: personId } : {}), detail });
}
