import { createHash, randomBytes } from 'node:crypto';
import type { Actor } from '@tddh/domain/person';
import { Refusal } from '@tddh/domain/refusal';
import type { Db } from './db.ts';
import { nobodysHash, verifyPassword } from './password.ts';
import { personNamed, personOf } from './people.ts';
import type { Person } from './peoplerows.ts';

/** Seconds that a session lasts at most. */
export const sessionSeconds = 12 * 3600;
const windowSeconds = 15 * 60;
const mostPerAccount = 5;
const mostPerAddress = 50;

/**
 * Signs a person in with a new session; the token goes to the browser, its hash to the table.
 * @param address the viewer's address, as the ground tells it (never a header that a client can set)
 * @throws Refusal `bad_credentials`; `locked` or `too_many_attempts` with the seconds to wait: only failures count
 */
export async function signIn(
  db: Db,
  input: { username: string; password: string },
  address: string,
  now: Date,
): Promise<{ person: Person; token: string }> {
  const account = `account#${input.username}`;
  const place = `address#${address}`;
  if ((await failuresOf(db, place, now)) >= mostPerAddress) throw tooMany('too_many_attempts', now);
  // Counted before the password is looked at, so that many guesses at once count as many.
  if ((await countFailure(db, account, now)) > mostPerAccount) throw tooMany('locked', now);
  const person = await personNamed(db, input.username);
  const right = await verifyPassword(input.password, person?.passwordHash ?? nobodysHash);
  if (!person || person.disabled || !right) {
    await countFailure(db, place, now);
    throw new Refusal(
      'bad_credentials',
      'Tên đăng nhập hoặc mật khẩu không đúng. Hãy kiểm tra rồi nhập lại.',
    );
  }
  await forgetFailure(db, account, now);
  return { person, token: await openSession(db, person.id, now) };
}

/** A new session of a person. @returns the token, which is kept nowhere but in the browser */
export async function openSession(db: Db, personId: string, now: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = Math.floor(now.getTime() / 1000) + sessionSeconds;
  await db.sessions
    .create({ tokenHash: hashOf(token), personId, createdAt: now.toISOString(), expiresAt })
    .go();
  return token;
}

/** The person of a session's token; undefined where the session ended or the person may not enter any more. */
export async function personOfSession(db: Db, token: string, now: Date): Promise<Person | undefined> {
  const { data } = await db.sessions.get({ tokenHash: hashOf(token) }).go({ consistent: true });
  if (!data || data.expiresAt * 1000 <= now.getTime()) return undefined;
  const person = await personOf(db, data.personId);
  if (!person || person.disabled || data.createdAt <= (person.signedOutAt ?? '')) return undefined;
  return person;
}

/** Ends a session. */
export async function signOut(db: Db, token: string): Promise<void> {
  await db.sessions.delete({ tokenHash: hashOf(token) }).go();
}

/** What the rules see of a person. */
export function actorOf({ id, name, role, unitId, fields }: Person): Actor {
  return { id, name, role, unitId, fields };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function windowOf(now: Date): { window: string; left: number; end: number } {
  const seconds = Math.floor(now.getTime() / 1000);
  const start = seconds - (seconds % windowSeconds);
  return { window: String(start), left: start + windowSeconds - seconds, end: start + windowSeconds };
}

function tooMany(code: 'locked' | 'too_many_attempts', now: Date): Refusal {
  const { left } = windowOf(now);
  const minutes = Math.ceil(left / 60);
  return new Refusal(code, `Đăng nhập sai quá nhiều lần. Hãy thử lại sau ${minutes} phút.`, [], left);
}

async function failuresOf(db: Db, subject: string, now: Date): Promise<number> {
  const { window } = windowOf(now);
  const { data } = await db.attempts.get({ subject, window }).go({ consistent: true });
  return data?.failures ?? 0;
}

/** Counts a failure. @returns how many there are now in this window */
async function countFailure(db: Db, subject: string, now: Date): Promise<number> {
  const { window, end } = windowOf(now);
  const { data } = await db.attempts
    .upsert({ subject, window, expiresAt: end + windowSeconds })
    .add({ failures: 1 })
    .go({ response: 'all_new' });
  return data.failures ?? 1;
}

async function forgetFailure(db: Db, subject: string, now: Date): Promise<void> {
  const { window } = windowOf(now);
  await db.attempts.patch({ subject, window }).subtract({ failures: 1 }).go();
}
