import { Refusal } from '@tddh/domain/refusal';
import { isStale } from '@tddh/domain/standing';
import { auditRefused, countFailure, failuresOf, guess, tooMany } from './attempts.ts';
import { audit } from './audit.ts';
import { catalogOf } from './catalog.ts';
import { at, type Desk } from './desk.ts';
import { useCode } from './factor.ts';
import { sendOpening } from './opening.ts';
import { nobodysHash, verifyPassword } from './password.ts';
import { personNamed } from './people.ts';
import type { Person } from './peoplerows.ts';
import { changePersonRow } from './personrow.ts';
import { actorOf, openSession, type Place } from './session.ts';

const mostPerAddress = 50;

export interface Credentials {
  username: string;
  password: string;
  /** A code of the second factor, or a recovery code. */
  code?: string;
}

/**
 * Signs a person in with a new session; the token goes to the browser, its hash to the table. Recorded either way;
 * what comes after a lock is counted, and recorded at the 1st, 10th, 100th ... try.
 * @param owed whether unused accounts must be reactivated (not in the sample)
 * @throws Refusal `bad_credentials`; `factor_needed` where the password was right and a code is owed; `account_stale`;
 * `locked` or `too_many_attempts` with the seconds to wait: only failures count
 */
export async function signIn(
  desk: Desk,
  input: Credentials,
  place: Place,
  owed = false,
): Promise<{ person: Person; token: string }> {
  const person = await personNamed(desk.db, input.username);
  try {
    const entered = await admit(desk, person, input, place, owed);
    const token = await openSession(desk.db, entered.id, desk.now, place);
    await audit(
      { ...desk, actor: actorOf(entered) },
      { act: 'signed-in', subject: entered.id, detail: place.address ?? '' },
    );
    return { person: entered, token };
  } catch (error) {
    await auditRefused(desk, error, input.username, place, person?.id);
    throw error;
  }
}

async function admit(
  desk: Desk,
  person: Person | undefined,
  input: Credentials,
  place: Place,
  owed: boolean,
) {
  const { db, now } = desk;
  const { settings } = await catalogOf(db);
  const from = `address#${place.address ?? 'unknown'}`;
  if ((await failuresOf(db, from, now)) >= mostPerAddress) {
    const over = (await countFailure(db, from, now)) - mostPerAddress;
    throw tooMany(db, 'too_many_attempts', now, over);
  }
  const right = await guess(db, input.username, now);
  const known = await verifyPassword(input.password, person?.passwordHash ?? nobodysHash);
  if (!person || person.disabled || !known) {
    await countFailure(db, from, now);
    throw new Refusal(
      'bad_credentials',
      'Tên đăng nhập hoặc mật khẩu không đúng. Hãy kiểm tra rồi nhập lại.',
    );
  }
  if (person.factor && !input.code) {
    await right();
    throw new Refusal('factor_needed', 'Nhập mã 6 số trong ứng dụng xác thực, hoặc một mã dự phòng.');
  }
  let entered = person;
  if (person.factor && input.code) {
    try {
      entered = await useCode(desk, person, input.code);
    } catch (error) {
      await countFailure(db, from, now);
      throw error;
    }
  }
  await right();
  if (owed && isStale(person, now, settings.staleDays)) throw await stale(desk, person);
  // The day of the last use is enough: not every sign-in changes the row.
  if (entered.usedAt?.slice(0, 10) === at(desk).slice(0, 10)) return entered;
  return changePersonRow(db, person.id, (before) => ({ ...before, usedAt: at(desk) }));
}

async function stale(desk: Desk, person: Person): Promise<Refusal> {
  if (!person.email) {
    return new Refusal(
      'account_stale',
      'Tài khoản lâu không dùng nên cần kích hoạt lại, nhưng chưa có địa chỉ thư. Hãy báo phòng HC-QT.',
    );
  }
  await sendOpening(desk, person, 'reactivate');
  return new Refusal(
    'account_stale',
    'Tài khoản lâu không dùng nên cần kích hoạt lại. Một thư vừa được gửi tới hộp thư của bạn: mở liên kết trong thư rồi đăng nhập.',
  );
}
