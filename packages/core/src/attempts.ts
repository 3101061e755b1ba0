import { Refusal } from '@tddh/domain/refusal';
import { knownSettings } from './catalog.ts';
import type { Db } from './db.ts';

/** The window in which failures count, in seconds: the time for which an account is locked (a setting). */
function windowOf(db: Db, now: Date): { window: string; left: number; end: number } {
  const length = knownSettings(db).lockMinutes * 60;
  const seconds = Math.floor(now.getTime() / 1000);
  const start = seconds - (seconds % length);
  return { window: String(start), left: start + length - seconds, end: start + length };
}

/** The refusal of who failed too often, with the seconds to wait. */
export function tooMany(db: Db, code: 'locked' | 'too_many_attempts', now: Date): Refusal {
  const { left } = windowOf(db, now);
  const minutes = Math.ceil(left / 60);
  return new Refusal(code, `Đăng nhập sai quá nhiều lần. Hãy thử lại sau ${minutes} phút.`, [], left);
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
  if ((await countFailure(db, account, now)) > knownSettings(db).failures) throw tooMany(db, 'locked', now);
  return () => forgetFailure(db, account, now);
}
