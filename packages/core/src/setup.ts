import {
  type DocumentType,
  type FieldOfWork,
  type newField,
  type newUnit,
  standardTypes,
  type Unit,
} from '@tddh/domain/agency';
import type { firstSetup } from '@tddh/domain/person';
import { invalid } from '@tddh/domain/refusal';
import type * as v from 'valibot';
import { auditWrite } from './audit.ts';
import { catalogOf, catalogRow } from './catalog.ts';
import { commit, put } from './commit.ts';
import type { Db } from './db.ts';
import type { Desk } from './desk.ts';
import { hashPassword } from './password.ts';
import { commitPerson, refuseUnlessAdmin } from './people.ts';
import type { Person } from './peoplerows.ts';

const mark = { kind: 'setup', value: 'first' };

/** True while nobody has set the product up. */
export async function needsSetup(db: Db): Promise<boolean> {
  const { data } = await db.unique.get(mark).go({ consistent: true });
  return !data;
}

/**
 * The first visit of an empty system: makes the administrator with phòng HC-QT, and the leadership's units. One of
 * two visitors at once wins.
 * @throws Refusal `already_set_up`
 */
export async function setUp(
  db: Db,
  input: v.InferOutput<typeof firstSetup>,
  { today, now, newId }: Pick<Desk, 'today' | 'now' | 'newId'>,
): Promise<Person> {
  const admin: Person = {
    ...{
      id: newId('per'),
      name: input.name,
      username: input.username,
      role: 'admin',
      unitId: 'hcqt',
      fields: [],
    },
    passwordHash: await hashPassword(input.password),
    ...{ addedAt: now.toISOString(), usedAt: now.toISOString() },
  };
  const office = { province: input.province, name: 'Văn phòng UBND tỉnh', since: today };
  await commitPerson(db, admin, [
    put(db.unique.create({ ...mark, owner: admin.id }).params()),
    put(catalogRow(db, 'office', 'office', office).params()),
    ...firstUnits.map((unit) => put(catalogRow(db, 'unit', unit.id, unit).params())),
    ...standardTypes.map((type: DocumentType) => put(catalogRow(db, 'type', type.id, type).params())),
  ]);
  return admin;
}

const firstUnits: readonly Unit[] = [
  unit('hcqt', 'Phòng Hành chính - Quản trị', 'Phòng HC-QT', 'department', 900),
  unit('ldvp', 'Lãnh đạo Văn phòng', 'Lãnh đạo VP', 'leadership', 910),
  unit('ldubnd', 'Lãnh đạo UBND tỉnh', 'Lãnh đạo UBND', 'leadership', 911),
];

function unit(id: string, name: string, short: string, kind: Unit['kind'], ordinal: number): Unit {
  return { id, name, short, kind, ordinal, isOffice: false };
}

/** Adds a unit. @throws Refusal `forbidden`, `invalid` where the name is taken */
export async function addUnit(desk: Desk, input: v.InferOutput<typeof newUnit>): Promise<Unit> {
  refuseUnlessAdmin(desk);
  const { units } = await catalogOf(desk.db);
  if (units.some((u) => u.name === input.name)) throw invalid('name', 'Đã có đơn vị mang tên này.');
  const same = units.filter((u) => u.kind === input.kind);
  const added: Unit = {
    id: desk.newId('unit'),
    ...{ name: input.name, short: input.short ?? input.name, kind: input.kind },
    ordinal: input.ordinal ?? Math.max(0, ...same.map((u) => u.ordinal)) + 1,
    isOffice: input.isOffice ?? false,
  };
  const entry = auditWrite(desk, { act: 'unit-changed', subject: added.id, detail: `+ ${added.name}` });
  await commit(desk.db, [put(catalogRow(desk.db, 'unit', added.id, added).params()), entry]);
  return added;
}

/** Adds a field to a department. @throws Refusal `forbidden`, `invalid` */
export async function addField(desk: Desk, input: v.InferOutput<typeof newField>): Promise<FieldOfWork> {
  refuseUnlessAdmin(desk);
  const { units } = await catalogOf(desk.db);
  if (!units.some((u) => u.id === input.departmentId && u.kind === 'department')) {
    throw invalid('departmentId', 'Hãy chọn một phòng của Văn phòng.');
  }
  const added: FieldOfWork = { id: desk.newId('fld'), ...input };
  const entry = auditWrite(desk, { act: 'unit-changed', subject: added.id, detail: `+ ${added.name}` });
  await commit(desk.db, [put(catalogRow(desk.db, 'field', added.id, added).params()), entry]);
  return added;
}
