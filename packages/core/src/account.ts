import type { Settings } from '@tddh/domain/settings';
import { auditWrite } from './audit.ts';
import { catalogOf } from './catalog.ts';
import { at, type Desk } from './desk.ts';
import { own } from './factor.ts';
import { hashPassword, leastOf, refuseShort } from './password.ts';
import type { Person } from './peoplerows.ts';
import { changePersonRow } from './personrow.ts';

/** True for who owes a second factor and has none: nothing else is open until it is set. */
export function owesFactor(
  person: Pick<Person, 'role' | 'factor'>,
  settings: Settings,
  owed: boolean,
): boolean {
  return owed && settings.adminFactor && person.role === 'admin' && !person.factor;
}

/** What a person sees of the own account. */
export function accountOf(person: Person, settings: Settings) {
  const { factor, email, usedAt } = person;
  return {
    ...{
      factor: Boolean(factor),
      recovery: factor?.recovery.length ?? 0,
      least: leastOf(settings, Boolean(factor)),
    },
    ...(email ? { email } : {}),
    ...(usedAt ? { usedAt } : {}),
  };
}

/** Changes one's own password; every session ends. @throws Refusal `wrong_password`, `invalid`, `locked` */
export async function changePassword(desk: Desk, current: string, password: string): Promise<void> {
  const person = await own(desk, current);
  const { settings } = await catalogOf(desk.db);
  refuseShort(password, leastOf(settings, Boolean(person.factor)));
  const passwordHash = await hashPassword(password);
  await changePersonRow(
    desk.db,
    person.id,
    ({ short: _, ...before }) => ({
      ...{ ...before, passwordHash, signedOutAt: at(desk) },
      ...(password.length < settings.passwordLength ? { short: true as const } : {}),
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
