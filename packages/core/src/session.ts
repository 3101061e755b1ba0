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
  await refuseAfter(db, account, mostPerAccount, now, 'locked');
  await refuseAfter(db, place, mostPerAddress, now, 'too_many_attempts');
  const person = await personNamed(db, input.username);
  const right = await verifyPassword(input.password, person?.passwordHash ?? nobodysHash);
  if (!person || person.disabled || !right) {
    await Promise.all([countFailure(db, account, now), countFailure(db, place, now)]);
    throw new Refusal(
      'bad_credentials',
      'Tên đăng nhập hoặc mật khẩu không đúng. Hãy kiểm tra rồi nhập lại.',
    );
  }
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
  const { data } = await db.sessions.get({ tokenHash: hashOf(token) }).go();
  if (!data || data.expiresAt * 1000 <= now.getTime()) return undefined;
  const person = await personOf(db, data.personId);
  return person?.disabled ? undefined : person;
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

async function refuseAfter(
  db: Db,
  subject: string,
  most: number,
  now: Date,
  code: 'locked' | 'too_many_attempts',
): Promise<void> {
  const { window, left } = windowOf(now);
  const { data } = await db.attempts.get({ subject, window }).go({ consistent: true });
  if ((data?.failures ?? 0) < most) return;
  const minutes = Math.ceil(left / 60);
  throw new Refusal(code, `Đăng nhập sai quá nhiều lần. Hãy thử lại sau ${minutes} phút.`, [], left);
}

async function countFailure(db: Db, subject: string, now: Date): Promise<void> {
  const { window, end } = windowOf(now);
  await db.attempts
    .upsert({ subject, window, expiresAt: end + windowSeconds })
    .add({ failures: 1 })
    .go();
}
