import { randomBytes } from 'node:crypto';
import { invalid, Refusal } from '@tddh/domain/refusal';
import { guess } from './attempts.ts';
import { auditWrite } from './audit.ts';
import { catalogOf, knownSettings } from './catalog.ts';
import { at, type Desk } from './desk.ts';
import { mailWrite, originMark } from './mail.ts';
import { verifyPassword } from './password.ts';
import { personOf, refuseUnlessAdmin } from './people.ts';
import type { Person } from './peoplerows.ts';
import { changePersonRow, personNotFound } from './personrow.ts';
import { hashOf } from './session.ts';

const period = 30;
const recoveryCodes = 10;

/** The step of a TOTP code (RFC 6238), one to either side allowed for slow clocks; undefined where it is wrong. */
async function stepOf(secret: string, code: string, now: Date): Promise<number | undefined> {
  const { Secret, TOTP } = await import('otpauth');
  const totp = new TOTP({ secret: Secret.fromBase32(secret), period });
  const delta = totp.validate({ token: code, timestamp: now.getTime(), window: 1 });
  return delta === null ? undefined : Math.floor(now.getTime() / 1000 / period) + delta;
}

const bad = (message = 'Mã xác thực không đúng hoặc đã dùng. Hãy nhập mã mới nhất.') =>
  new Refusal('bad_credentials', message, [{ path: 'code', message }]);

/**
 * Takes a code of the person's second factor: of the app, each step once, or a recovery code, once. Of two requests
 * with the same code at once one is let in: the row is written over the revision that was read.
 * @throws Refusal `bad_credentials`
 */
export async function useCode(desk: Desk, person: Person, typed: string): Promise<Person> {
  const code = typed.toLowerCase().replace(/[^a-z0-9]/g, '');
  let recovery = false;
  return changePersonRow(
    desk.db,
    person.id,
    async (before) => {
      const { factor } = before;
      if (!factor) throw bad();
      if (/^\d{6}$/.test(code)) {
        const step = await stepOf(factor.secret, code, desk.now);
        if (step === undefined || step <= factor.step) throw bad();
        return { ...before, factor: { ...factor, step } };
      }
      const hash = hashOf(code);
      if (!factor.recovery.includes(hash)) throw bad();
      recovery = true;
      return { ...before, factor: { ...factor, recovery: factor.recovery.filter((one) => one !== hash) } };
    },
    () => (recovery ? [auditWrite(desk, { act: 'recovery-used', subject: person.id })] : []),
  );
}

/**
 * Begins a second factor: a secret that waits for its first code. The password is asked again.
 * @returns the secret and the address of an authenticator app (`otpauth://`), shown once
 */
export async function beginFactor(desk: Desk, password: string): Promise<{ secret: string; uri: string }> {
  const { Secret, TOTP } = await import('otpauth');
  const person = await own(desk, password);
  const secret = new Secret({ size: 20 });
  const { office } = await catalogOf(desk.db);
  const issuer = `Theo dõi điều hành ${office.province}`.trim();
  const uri = new TOTP({ issuer, label: person.username, secret, period }).toString();
  await changePersonRow(desk.db, person.id, (before) => ({ ...before, waiting: secret.base32 }));
  return { secret: secret.base32, uri };
}

/** Sets the second factor by its first code. @returns the recovery codes, shown once; only their hashes are kept */
export async function setFactor(desk: Desk, code: string): Promise<string[]> {
  const codes = newCodes();
  await changePersonRow(
    desk.db,
    desk.actor.id,
    async ({ waiting, ...before }) => {
      if (!waiting) throw invalid('code', 'Hãy bắt đầu lại từ bước quét mã.');
      const step = await stepOf(waiting, code.replace(/\s/g, ''), desk.now);
      if (step === undefined)
        throw invalid('code', 'Mã không đúng. Kiểm tra giờ của điện thoại rồi nhập mã mới.');
      return { ...before, factor: { secret: waiting, step, recovery: codes.map(hashOfCode) } };
    },
    () => [auditWrite(desk, { act: 'factor-set', subject: desk.actor.id })],
  );
  return codes;
}

/** New recovery codes for the old ones. @throws Refusal `bad_credentials`, `state_forbids` */
export async function renewCodes(desk: Desk, password: string): Promise<string[]> {
  await own(desk, password);
  const codes = newCodes();
  await changePersonRow(
    desk.db,
    desk.actor.id,
    (before) => {
      if (!before.factor) throw new Refusal('state_forbids', 'Chưa bật xác thực hai lớp.');
      return { ...before, factor: { ...before.factor, recovery: codes.map(hashOfCode) } };
    },
    () => [auditWrite(desk, { act: 'recovery-renewed', subject: desk.actor.id })],
  );
  return codes;
}

/**
 * Takes one's own second factor away.
 * @throws Refusal `bad_credentials`; `state_forbids` where it is owed, or the password is too short to stand alone
 */
export async function removeFactor(desk: Desk, password: string, owed: boolean): Promise<void> {
  const person = await own(desk, password);
  if (owed) throw new Refusal('state_forbids', 'Quản trị phải dùng xác thực hai lớp nên không tắt được.');
  if (person.short) {
    throw new Refusal(
      'state_forbids',
      `Hãy đổi mật khẩu dài ít nhất ${knownSettings(desk.db).passwordLength} ký tự trước khi tắt xác thực hai lớp.`,
    );
  }
  await changePersonRow(
    desk.db,
    person.id,
    ({ factor: _, ...before }) => before,
    () => [auditWrite(desk, { act: 'factor-removed', subject: person.id })],
  );
}

/**
 * Takes the second factor of somebody who lost it away. Every session of theirs ends, and they are told by mail.
 * @returns the revision of the person since then
 * @throws Refusal `forbidden`, `not_found`; `state_forbids` where there is none, for oneself, or where the password
 * is too short to stand alone
 */
export async function removeFactorOf(desk: Desk, personId: string, reason: string) {
  refuseUnlessAdmin(desk);
  const text = [
    'Kính gửi bạn,',
    'Quản trị hệ thống vừa gỡ xác thực hai lớp của tài khoản này. Nếu không phải bạn yêu cầu, hãy báo ngay phòng HC-QT.',
    `Lý do: ${reason}`,
    `${originMark}/tai-khoan`,
  ].join('\n\n');
  const { revision } = await changePersonRow(
    desk.db,
    personId,
    ({ factor, ...before }) => {
      if (personId === desk.actor.id || !factor || before.short) throw notRemovable(before, factor, desk);
      return { ...before, signedOutAt: at(desk) };
    },
    () => [
      auditWrite(desk, { act: 'factor-removed', subject: personId, detail: reason }),
      mailWrite(desk, {
        ...{ key: `factor-gone-${personId}-${at(desk)}`, personId, kind: 'access' },
        ...{ subject: 'Xác thực hai lớp đã được gỡ', text },
      }),
    ],
  );
  return revision;
}

function notRemovable({ id }: Pick<Person, 'id'>, factor: unknown, desk: Desk): Refusal {
  const say =
    id === desk.actor.id
      ? 'Xác thực hai lớp của chính mình thì tắt ở trang Tài khoản của tôi.'
      : factor
        ? 'Mật khẩu của người này quá ngắn để dùng một mình. Hãy gửi thư mời: người đó đặt mật khẩu mới và xác thực hai lớp được gỡ.'
        : 'Người này chưa bật xác thực hai lớp.';
  return new Refusal('state_forbids', say);
}

/** The person of this desk, who has just given the password again. @throws Refusal `bad_credentials`, `locked` */
export async function own(desk: Desk, password: string): Promise<Person> {
  const person = await personOf(desk.db, desk.actor.id);
  if (!person) throw personNotFound();
  const right = await guess(desk.db, person.username, desk.now);
  if (!(await verifyPassword(password, person.passwordHash))) {
    const message = 'Mật khẩu hiện tại không đúng.';
    throw new Refusal('wrong_password', message, [{ path: 'current', message }]);
  }
  await right();
  return person;
}

/** Letters and digits that nobody takes for one another. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

function newCodes(): string[] {
  return Array.from({ length: recoveryCodes }, () => {
    const text = [...randomBytes(12)].map((byte) => letters[byte % letters.length]).join('');
    return `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`;
  });
}

const hashOfCode = (code: string) => hashOf(code.replaceAll('-', ''));
