import { randomBytes } from 'node:crypto';
import { invalid, Refusal } from '@tddh/domain/refusal';
import { countFailure, tooMany } from './attempts.ts';
import { auditWrite } from './audit.ts';
import { catalogOf } from './catalog.ts';
import { Conflict, commit, put, type Write } from './commit.ts';
import { at, type Desk } from './desk.ts';
import { mailWrite, originMark } from './mail.ts';
import { hashPassword, leastOf, refuseShort, verifyPassword } from './password.ts';
import { personNamed, personOf, refuseUnlessAdmin } from './people.ts';
import type { Person } from './peoplerows.ts';
import { changePersonRow, personNotFound } from './personrow.ts';
import { hashOf } from './session.ts';

/** What a mailed link opens: a new password, the loss of the second factor, an unused account, a first password. */
export type OpeningKind = 'password' | 'factor' | 'reactivate' | 'invite';

interface Opening {
  kind: OpeningKind;
  personId: string;
  until: string;
  usedAt?: string;
}

const shelf = 'opening';
const mostAsked = 20;

/** The page that a link opens; the token stands behind `#`, so that no server and no log is told it. */
const page = '/lien-ket';

const subjects: Record<OpeningKind, string> = {
  password: 'Đặt lại mật khẩu',
  factor: 'Gỡ xác thực hai lớp',
  reactivate: 'Kích hoạt lại tài khoản',
  invite: 'Mời sử dụng phần mềm Theo dõi điều hành',
};

/**
 * Mails a link of this kind: random, its hash in the table, for one use and a while. At most one letter in five
 * minutes for a person and kind.
 * @returns the revision of the person since then
 */
export async function sendOpening(
  desk: Desk,
  person: Person,
  kind: OpeningKind,
): Promise<number | undefined> {
  const { settings } = await catalogOf(desk.db);
  const minutes = kind === 'invite' ? settings.inviteDays * 1440 : settings.linkMinutes;
  const { token, write } = newLink(desk, person.id, kind, minutes);
  const slot = kind === 'invite' ? at(desk) : String(Math.floor(desk.now.getTime() / 300_000));
  const lasts = kind === 'invite' ? `${settings.inviteDays} ngày` : `${minutes} phút`;
  const text = [
    `Kính gửi ${person.name},`,
    kind === 'invite'
      ? `Bạn được cấp tài khoản “${person.username}”. Mở liên kết dưới đây để đặt mật khẩu đầu tiên.`
      : `Có yêu cầu “${subjects[kind].toLowerCase()}” cho tài khoản “${person.username}”. Nếu không phải bạn yêu cầu, hãy bỏ qua thư này.`,
    `${originMark}${page}#${token}`,
    `Liên kết dùng một lần, trong ${lasts}. Đừng chuyển thư này cho người khác.`,
  ].join('\n\n');
  const key = `${kind}-${person.id}-${slot}`;
  const writes = [
    mailWrite(desk, { key, personId: person.id, kind: 'access', subject: subjects[kind], text }),
    write,
    auditWrite(desk, { act: 'link-sent', subject: person.id, detail: kind }),
  ];
  if (kind === 'invite') return invited(desk, person.id, writes);
  try {
    await commit(desk.db, writes);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
  }
  return person.revision;
}

/** A new link of a person: its token, and the write that makes it open something for so many minutes. */
function newLink(desk: Desk, personId: string, kind: OpeningKind, minutes: number) {
  const token = randomBytes(32).toString('base64url');
  const until = new Date(desk.now.getTime() + minutes * 60_000);
  const data: Opening = { kind, personId, until: until.toISOString() };
  const expiresAt = Math.floor(until.getTime() / 1000) + 86_400;
  const write = put(desk.db.kept.create({ shelf, name: hashOf(token), data, expiresAt }).params());
  return { token, write };
}

/** Notes on the person's row that an invitation went out, with what makes it one. */
async function invited(desk: Desk, personId: string, writes: Write[]): Promise<number | undefined> {
  const { revision } = await changePersonRow(
    desk.db,
    personId,
    (before) => ({ ...before, invitedAt: at(desk) }),
    () => writes,
  );
  return revision;
}

/**
 * Somebody asks for a link. The answer never says whether there is such an account.
 * @throws Refusal `too_many_attempts` for an address that asks too often
 */
export async function askOpening(
  desk: Desk,
  username: string,
  kind: 'password' | 'factor',
  address: string,
): Promise<void> {
  const asked = await countFailure(desk.db, `asked#${address}`, desk.now);
  if (asked > mostAsked) throw tooMany(desk.db, 'too_many_attempts', desk.now);
  const person = await personNamed(desk.db, username);
  if (!person?.email || person.disabled || (kind === 'factor' && !person.factor)) return;
  await sendOpening(desk, person, kind);
}

/**
 * Invites a person, or one who lost everything, to set a password.
 * @returns the revision of the person since then
 * @throws Refusal `forbidden`, `not_found`, `state_forbids`, `invalid`
 */
export async function invite(desk: Desk, personId: string): Promise<number | undefined> {
  const person = await invitable(desk, personId);
  if (!person.email) throw invalid('email', 'Người này chưa có địa chỉ thư. Hãy ghi địa chỉ thư trước.');
  return sendOpening(desk, person, 'invite');
}

/**
 * Makes the link of an invitation to be handed over by the administrator: for who has no mailbox, or none that works.
 * @returns the token, shown once, the days for which it opens, and the revision of the person since then
 * @throws Refusal `forbidden`, `not_found`, `state_forbids`
 */
export async function inviteByHand(desk: Desk, personId: string) {
  const person = await invitable(desk, personId);
  const { inviteDays: days } = (await catalogOf(desk.db)).settings;
  const { token, write } = newLink(desk, person.id, 'invite', days * 1440);
  const entry = auditWrite(desk, { act: 'link-made', subject: person.id });
  const revision = await invited(desk, person.id, [write, entry]);
  return { token, days, revision };
}

async function invitable(desk: Desk, personId: string): Promise<Person> {
  refuseUnlessAdmin(desk);
  const person = await personOf(desk.db, personId);
  if (!person) throw personNotFound();
  if (!person.disabled) return person;
  throw new Refusal('state_forbids', 'Tài khoản đã vô hiệu hóa. Hãy kích hoạt lại trước.');
}

const badLink = () =>
  new Refusal('bad_link', 'Liên kết không đúng, đã dùng hoặc đã hết hạn. Hãy yêu cầu một liên kết mới.');

async function read(desk: Desk, token: string) {
  const { data } = await desk.db.kept.get({ shelf, name: hashOf(token) }).go({ consistent: true });
  const opening = data?.data as Opening | undefined;
  if (!opening || opening.usedAt || opening.until <= at(desk)) throw badLink();
  const person = await personOf(desk.db, opening.personId);
  if (!person || person.disabled) throw badLink();
  return { opening, person, expiresAt: data?.expiresAt };
}

/** What a link is for. @throws Refusal `bad_link` */
export async function readOpening(desk: Desk, token: string) {
  const { opening, person } = await read(desk, token);
  const { kind, until } = opening;
  const { settings } = await catalogOf(desk.db);
  const least = leastOf(settings, kind === 'password' && Boolean(person.factor));
  const asks =
    kind === 'factor' ? (person.short ? 'both' : 'current') : kind === 'reactivate' ? 'nothing' : 'new';
  return { kind, until, name: person.name, username: person.username, least, asks } as const;
}

/**
 * Uses a link up, and does what it is for, in one transaction: of two at once one succeeds. A new password, and a
 * second factor taken away, end every session.
 * @throws Refusal `bad_link`, `invalid`
 */
export async function useOpening(desk: Desk, token: string, given: { password?: string; current?: string }) {
  const { opening, person, expiresAt } = await read(desk, token);
  const { kind } = opening;
  if (kind === 'factor') await refuseWrong(desk, person, given.current ?? '');
  const renews = kind === 'password' || kind === 'invite' || (kind === 'factor' && person.short === true);
  const { settings } = await catalogOf(desk.db);
  const password = given.password ?? '';
  if (renews) refuseShort(password, leastOf(settings, kind === 'password' && Boolean(person.factor)));
  const passwordHash = renews ? await hashPassword(password) : person.passwordHash;
  const name = hashOf(token);
  const used = put(
    desk.db.kept
      .put({
        shelf,
        name,
        data: { ...opening, usedAt: at(desk) },
        revision: 1,
        ...(expiresAt ? { expiresAt } : {}),
      })
      .where((attr, op) => op.notExists(attr.revision))
      .params(),
  );
  await changePersonRow(
    desk.db,
    person.id,
    async (before) => {
      await read(desk, token);
      const { factor, short, ...rest } = before;
      const keeps = kind !== 'factor' && kind !== 'invite' && factor;
      const isShort = renews ? password.length < settings.passwordLength : short;
      return {
        ...rest,
        ...{ passwordHash, usedAt: at(desk) },
        ...(keeps ? { factor } : {}),
        ...(isShort ? { short: true } : {}),
        ...(kind === 'reactivate' ? {} : { signedOutAt: at(desk) }),
      };
    },
    () => [
      used,
      auditWrite(desk, {
        act: kind === 'reactivate' ? 'reactivated' : 'link-used',
        subject: person.id,
        detail: kind,
      }),
    ],
  );
  return { kind, username: person.username };
}

async function refuseWrong(desk: Desk, person: Person, password: string): Promise<void> {
  const failed = await countFailure(desk.db, `opening#${person.id}`, desk.now);
  if (failed > 5) throw tooMany(desk.db, 'too_many_attempts', desk.now);
  if (await verifyPassword(password, person.passwordHash)) return;
  const message = 'Mật khẩu hiện tại không đúng.';
  throw new Refusal('wrong_password', message, [{ path: 'current', message }]);
}
