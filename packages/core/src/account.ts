import { invalid } from '@tddh/domain/refusal';
import type { Settings } from '@tddh/domain/settings';
import { auditWrite } from './audit.ts';
import { at, type Desk } from './desk.ts';
import { own } from './factor.ts';
import { hashPassword } from './password.ts';
import type { Person } from './peoplerows.ts';
import { changePersonRow } from './personrow.ts';

/** Characters that a password has at least: fewer where a second factor stands beside it. */
export function leastOf(person: Pick<Person, 'factor'>): number {
  return person.factor ? 8 : 14;
}

/** True for who owes a second factor and has none: nothing else is open until it is set. */
export function owesFactor(
  person: Pick<Person, 'role' | 'factor'>,
  settings: Settings,
  owed: boolean,
): boolean {
  return owed && settings.adminFactor && person.role === 'admin' && !person.factor;
}

/** What a person sees of the own account. */
export function accountOf(person: Person) {
  const { factor, email, usedAt } = person;
  return {
    ...{ factor: Boolean(factor), recovery: factor?.recovery.length ?? 0, least: leastOf(person) },
    ...(email ? { email } : {}),
    ...(usedAt ? { usedAt } : {}),
  };
}

/** Changes one's own password; every session ends. @throws Refusal `wrong_password`, `invalid`, `locked` */
export async function changePassword(desk: Desk, current: string, password: string): Promise<void> {
  const person = await own(desk, current);
  const least = leastOf(person);
  if (password.length < least) throw invalid('password', `Mật khẩu cần ít nhất ${least} ký tự.`);
  const passwordHash = await hashPassword(password);
  await changePersonRow(
    desk.db,
    person.id,
    ({ short: _, ...before }) => ({
      ...{ ...before, passwordHash, signedOutAt: at(desk) },
      ...(password.length < 14 ? { short: true as const } : {}),
    }),
    () => [auditWrite(desk, { act: 'password-changed', subject: person.id })],
  );
}

/** Signs a person out everywhere. */
export async function signOutEverywhere(desk: Desk): Promise<void> {
  await changePersonRow(
    desk.db,
    desk.actor.id,
    (before) => ({ ...before, signedOutAt: at(desk) }),
    () => [auditWrite(desk, { act: 'signed-out-everywhere', subject: desk.actor.id })],
  );
}
