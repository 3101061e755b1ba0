import type { newPerson } from '@tddh/domain/person';
import type * as v from 'valibot';
import { auditWrite } from './audit.ts';
import { catalogOf } from './catalog.ts';
import type { Desk } from './desk.ts';
import { hashPassword } from './password.ts';
import {
  commitPerson,
  type PersonView,
  refuseMisplaced,
  refuseOver,
  refuseUnlessAdmin,
  viewOf,
} from './people.ts';
import type { Person } from './peoplerows.ts';

/** Adds a person. @throws Refusal `forbidden`, `invalid`, `name_taken` */
export async function addPerson(desk: Desk, input: v.InferOutput<typeof newPerson>): Promise<PersonView> {
  refuseUnlessAdmin(desk);
  const catalog = await catalogOf(desk.db);
  refuseMisplaced(catalog, input);
  refuseOver(catalog, input.unitId, desk.today);
  const { password, ...rest } = input;
  const person: Person = { id: desk.newId('per'), ...rest, passwordHash: await hashPassword(password) };
  const detail = `${input.username}: ${input.role} ${input.unitId}`;
  await commitPerson(
    desk.db,
    person,
    [],
    [auditWrite(desk, { act: 'person-added', subject: person.id, detail })],
  );
  return viewOf(person, catalog);
}
