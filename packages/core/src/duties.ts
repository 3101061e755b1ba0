import type { Duties } from '@tddh/domain/person';
import { invalid } from '@tddh/domain/refusal';
import { auditWrite } from './audit.ts';
import { catalogOf, changedSince } from './catalog.ts';
import { Conflict, commit } from './commit.ts';
import { at, type Desk } from './desk.ts';
import { peopleOf, personOf, refuseMisplaced, refuseUnlessAdmin, viewOf } from './people.ts';
import type { Person } from './peoplerows.ts';
import { adminGuard, differences } from './personchange.ts';
import { personNotFound, personPut } from './personrow.ts';
import { all, openOfDepartment } from './sources.ts';

/** What one person would hand over to another. */
export interface DutiesLeft {
  fields: { id: string; name: string; open: number }[];
  role: Person['role'];
  /** Other people who may take it over: of the same unit. */
  others: { id: string; name: string; role: Person['role'] }[];
}

/** The fields that a person follows, each with its open assignments, and who may take over. */
export async function dutiesOf(desk: Desk, personId: string): Promise<DutiesLeft> {
  refuseUnlessAdmin(desk);
  const person = await personOf(desk.db, personId);
  if (!person) throw personNotFound();
  const catalog = await catalogOf(desk.db);
  const fields = catalog.fields.filter((field) => person.fields.includes(field.id));
  const departments = [...new Set(fields.map((field) => field.departmentId))];
  const open = (await Promise.all(departments.map((id) => all(openOfDepartment(desk.db, id))))).flat();
  const people = await peopleOf(desk.db, person.unitId);
  return {
    fields: fields.map(({ id, name }) => ({ id, name, open: open.filter((a) => a.fieldId === id).length })),
    role: person.role,
    others: people
      .filter((one) => one.id !== personId && !one.disabled)
      .map(({ id, name, role }) => ({ id, name, role })),
  };
}

/** The role that goes from hand to hand, and with it being the chief. */
const standingOfOffice = ({ role, chief }: Person): Pick<Person, 'role' | 'chief'> => ({ role, chief });

/**
 * Hands a person's fields, and where wanted the role and the account, over to another person of the same unit, in one
 * transaction over what was read of both.
 * @throws Refusal `forbidden`, `not_found`, `invalid`, `revision_changed`
 */
export async function handOverDuties(desk: Desk, personId: string, input: Duties) {
  refuseUnlessAdmin(desk);
  const [from, to, catalog] = await Promise.all([
    personOf(desk.db, personId),
    personOf(desk.db, input.to),
    catalogOf(desk.db),
  ]);
  if (!from) throw personNotFound();
  if (!to || to.disabled || to.id === from.id) {
    throw invalid('to', 'Hãy chọn một người khác đang hoạt động để nhận bàn giao.');
  }
  if (to.unitId !== from.unitId) throw invalid('to', 'Người nhận phải cùng đơn vị với người bàn giao.');
  if (input.role && (from.role === 'admin' || to.role === 'admin')) {
    throw invalid('role', 'Vai trò quản trị không bàn giao ở đây. Hãy sửa từng người.');
  }
  const receiver: Person = {
    ...to,
    fields: [...new Set([...to.fields, ...from.fields])],
    ...(input.role ? standingOfOffice(from) : {}),
  };
  const giver: Person = {
    ...from,
    fields: [],
    ...(input.role ? standingOfOffice(to) : {}),
    ...(input.disable ? { disabled: true, signedOutAt: at(desk) } : {}),
  };
  refuseMisplaced(catalog, receiver);
  try {
    await commit(desk.db, [
      personPut(desk.db, giver, from.revision),
      personPut(desk.db, receiver, to.revision),
      ...(await adminGuard(desk, catalog, from, giver)),
      auditWrite(desk, {
        ...{ act: 'handed-over', subject: from.id },
        detail: `→ ${to.id}: ${differences(from, giver)} | ${differences(to, receiver)}`,
      }),
    ]);
  } catch (error) {
    throw error instanceof Conflict ? changedSince('Một trong hai người này') : error;
  }
  return {
    from: viewOf({ ...giver, revision: (from.revision ?? 0) + 1 }, catalog),
    to: viewOf({ ...receiver, revision: (to.revision ?? 0) + 1 }, catalog),
  };
}
