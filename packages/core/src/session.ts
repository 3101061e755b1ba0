import { createHash, randomBytes } from 'node:crypto';
import type { Actor } from '@tddh/domain/person';
import { Refusal } from '@tddh/domain/refusal';
import type { Settings } from '@tddh/domain/settings';
import { auditRefused, guess } from './attempts.ts';
import { audit } from './audit.ts';
import { catalogOf, knownSettings } from './catalog.ts';
import type { Db } from './db.ts';
import type { Desk } from './desk.ts';
import { verifyPassword } from './password.ts';
import { personOf } from './people.ts';
import type { Person } from './peoplerows.ts';

/** A session is touched at most so often, so that reading costs no write. */
const touchMilliseconds = 60_000;

/** Where a session is used from, for its owner to know it again. */
export interface Place {
  address?: string;
  agent?: string;
}

/** What a token opens: the person, and whether the session is locked for want of use. */
export interface Opened {
  person: Person;
  locked: boolean;
}

/** A new session of a person. @returns the token, which is kept nowhere but in the browser */
export async function openSession(
  db: Db,
  personId: string,
  now: Date,
  place: Place = {},
  end?: number,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = end ?? Math.floor(now.getTime() / 1000) + knownSettings(db).sessionHours * 3600;
  const createdAt = now.toISOString();
  const { address, agent } = place;
  await db.sessions
    .create({
      ...{ tokenHash: hashOf(token), personId, createdAt, seenAt: createdAt, expiresAt },
      ...(address ? { address } : {}),
      ...(agent ? { agent: agent.slice(0, 300) } : {}),
    })
    .go();
  return token;
}

/**
 * Who a session's token stands for; undefined where the session ended or the person may not enter any more. A session
 * in which nothing was done for some minutes (a setting) is locked.
 * @param active whether this request is something that the person does, and not the page by itself
 */
export async function personOfSession(
  db: Db,
  token: string,
  now: Date,
  active = true,
): Promise<Opened | undefined> {
  const found = await liveSession(db, token, now);
  if (!found) return undefined;
  const { session, person } = found;
  const { settings } = await catalogOf(db);
  const idle = now.getTime() - Date.parse(session.seenAt ?? session.createdAt);
  const locked = Boolean(session.lockedAt) || idle > idleMinutesOf(person, settings) * 60_000;
  if (active && !locked && idle > touchMilliseconds) {
    await db.sessions.patch({ tokenHash: session.tokenHash }).set({ seenAt: now.toISOString() }).go();
  }
  return { person, locked };
}

/** Minutes without doing anything after which the session of a person locks. */
export function idleMinutesOf(person: Pick<Person, 'role'>, settings: Settings): number {
  return person.role === 'admin' ? settings.adminIdleMinutes : settings.idleMinutes;
}

async function liveSession(db: Db, token: string, now: Date) {
  const { data: session } = await db.sessions.get({ tokenHash: hashOf(token) }).go({ consistent: true });
  if (!session || session.expiresAt * 1000 <= now.getTime()) return undefined;
  const person = await personOf(db, session.personId);
  if (!person || person.disabled || session.createdAt <= (person.signedOutAt ?? '')) return undefined;
  return { session, person };
}

/** Locks a session: only the password opens it again. */
export async function lockSession(db: Db, token: string, now: Date): Promise<void> {
  await db.sessions
    .patch({ tokenHash: hashOf(token) })
    .set({ lockedAt: now.toISOString() })
    .go();
}

/**
 * Opens a locked session by the password, under a new token; its end stays. Recorded either way, as signing in is.
 * @throws Refusal `unauthenticated` where the session is over, `bad_credentials`, `locked`
 */
export async function unlock(desk: Desk, token: string, password: string, place: Place) {
  const { db, now } = desk;
  const found = await liveSession(db, token, now);
  if (!found) throw new Refusal('unauthenticated', 'Phiên đã hết. Hãy đăng nhập lại.');
  const { session, person } = found;
  try {
    const right = await guess(db, person.username, now);
    if (!(await verifyPassword(password, person.passwordHash))) {
      throw new Refusal('bad_credentials', 'Mật khẩu không đúng. Hãy nhập lại.');
    }
    await right();
  } catch (error) {
    await auditRefused(desk, error, person.username, place, person.id);
    throw error;
  }
  const next = await openSession(db, person.id, now, place, session.expiresAt);
  await db.sessions.delete({ tokenHash: session.tokenHash }).go();
  await audit({ ...desk, actor: actorOf(person) }, { act: 'unlocked', subject: person.id });
  return { person, token: next };
}

/** The sessions of a person that are not over, latest first; `mine` is the one that asks. */
export async function sessionsOf(db: Db, person: Person, token: string, now: Date) {
  const { data } = await db.sessions.query
    .byPerson({ personId: person.id })
    .go({ pages: 'all', order: 'desc' });
  const live = data.filter(
    (one) => one.expiresAt * 1000 > now.getTime() && one.createdAt > (person.signedOutAt ?? ''),
  );
  return live.map(({ tokenHash, createdAt, seenAt, expiresAt, address, agent }) => ({
    ...{ id: tokenHash.slice(0, 24), createdAt, seenAt: seenAt ?? createdAt },
    ...{ endsAt: new Date(expiresAt * 1000).toISOString(), mine: tokenHash === hashOf(token) },
    ...(address ? { address } : {}),
    ...(agent ? { agent } : {}),
  }));
}

/** Ends one session of a person. @throws Refusal `not_found` */
export async function endSession(db: Db, personId: string, id: string): Promise<void> {
  const { data } = await db.sessions.query.byPerson({ personId }).go({ pages: 'all' });
  const found = data.find(({ tokenHash }) => tokenHash.slice(0, 24) === id);
  if (!found) throw new Refusal('not_found', 'Không tìm thấy phiên này. Hãy tải lại trang.');
  await db.sessions.delete({ tokenHash: found.tokenHash }).go();
}

/** Ends a session. */
export async function signOut(db: Db, token: string): Promise<void> {
  await db.sessions.delete({ tokenHash: hashOf(token) }).go();
}

/** What the rules see of a person. */
export function actorOf({ id, name, role, unitId, fields }: Person): Actor {
  return { id, name, role, unitId, fields };
}

/** What stands in the table for a secret that only a browser or a letter holds. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
