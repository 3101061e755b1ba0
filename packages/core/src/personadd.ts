import type { newPerson } from '@tddh/domain/person';
import type * as v from 'valibot';
import { auditWrite } from './audit.ts';
import { catalogOf } from './catalog.ts';
import { at, type Desk } from './desk.ts';
import { sendOpening } from './opening.ts';
import { hashPassword, nobodysHash, refuseShort } from './password.ts';
import {
  commitPerson,
  type PersonView,
  refuseMisplaced,
  refuseOver,
  refuseUnlessAdmin,
  viewOf,
} from './people.ts';
import type { Person } from './peoplerows.ts';

/**
 * Adds a person. Who is given no password opens the account by an invitation, which is mailed at once.
 * @throws Refusal `forbidden`, `invalid`, `name_taken`
 */
export async function addPerson(desk: Desk, input: v.InferOutput<typeof newPerson>): Promise<PersonView> {
  refuseUnlessAdmin(desk);
  const catalog = await catalogOf(desk.db);
  refuseMisplaced(catalog, input);
  refuseOver(catalog, input.unitId, desk.today);
  if (input.password) refuseShort(input.password, catalog.settings.passwordLength);
  const { password, email, ...rest } = input;
  const person: Person = {
    ...{ id: desk.newId('per'), ...rest, addedAt: at(desk) },
    ...(email ? { email } : {}),
    passwordHash: password ? await hashPassword(password) : nobodysHash,
  };
  const detail = `${input.username}: ${input.role} ${input.unitId}`;
  await commitPerson(
    desk.db,
    person,
    [],
    [auditWrite(desk, { act: 'person-added', subject: person.id, detail })],
  );
  if (!password) await sendOpening(desk, person, 'invite');
  return viewOf(person, catalog);
}
