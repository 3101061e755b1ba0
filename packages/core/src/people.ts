import { type Day, showDay } from '@tddh/domain/day';
import { mayDo } from '@tddh/domain/permission';
import { isAgencyRole, kindOfRole } from '@tddh/domain/person';
import { invalid, Refusal } from '@tddh/domain/refusal';
import { type Standing, standingOf } from '@tddh/domain/standing';
import { type Catalog, catalogOf, unitOf } from './catalog.ts';
import { Conflict, commit, put, type Write } from './commit.ts';
import type { Db } from './db.ts';
import type { Desk } from './desk.ts';
import type { Person } from './peoplerows.ts';

/** A person as others may see them. */
export interface PersonView {
  id: string;
  name: string;
  username: string;
  role: Person['role'];
  unit: { id: string; name: string };
  fields: readonly string[];
  email?: string;
  disabled?: true;
  /** True for the Chief of the Office, to whom the longest waits are escalated. */
  chief?: true;
  revision: number;
}

/** A person as an administrator sees them: with how the account stands. */
export interface PersonListed extends PersonView {
  standing?: Standing;
  usedAt?: string;
  invitedAt?: string;
  /** True where a second factor is set. */
  factor?: true;
}

/** The people of a unit. */
export async function peopleOf(db: Db, unitId: string): Promise<Person[]> {
  const { data } = await db.people.query.byUnit({ unitId }).go({ pages: 'all' });
  return data.map((row) => row.data);
}

/** The person of an id. */
export async function personOf(db: Db, personId: string): Promise<Person | undefined> {
  const { data } = await db.people.get({ personId }).go({ consistent: true });
  return data?.data;
}

/** The person of a sign-in name. */
export async function personNamed(db: Db, username: string): Promise<Person | undefined> {
  const { data } = await db.unique.get({ kind: 'username', value: username }).go();
  return data ? personOf(db, data.owner) : undefined;
}

/** A person without the secret parts. */
export function viewOf(person: Person, catalog: Catalog): PersonView {
  const { id, name, username, role, unitId, fields, email } = person;
  const unit = catalog.units.find((u) => u.id === unitId);
  return {
    ...{ id, name, username, role, unit: { id: unitId, name: unit?.name ?? '' }, fields },
    ...(email ? { email } : {}),
    ...(person.disabled ? { disabled: true as const } : {}),
    ...(person.chief ? { chief: true as const } : {}),
    revision: person.revision ?? 0,
  };
}

/**
 * People, of one unit or of all; for those who administer or follow. How an account stands is told to administrators.
 * @param owed whether unused accounts grow stale (not in the sample)
 */
export async function listPeople(desk: Desk, unitId?: string, owed = false): Promise<PersonListed[]> {
  if (!mayDo(desk.actor, 'read-people')) {
    throw new Refusal('forbidden', 'Bạn không có quyền xem danh sách người dùng.');
  }
  const catalog = await catalogOf(desk.db);
  const units = unitId ? [unitId] : catalog.units.map((u) => u.id);
  const people = await Promise.all(units.map((unit) => peopleOf(desk.db, unit)));
  const tells = mayDo(desk.actor, 'administer');
  const days = owed ? catalog.settings.staleDays : undefined;
  return people.flat().map((person) => ({
    ...viewOf(person, catalog),
    ...(tells ? accessOf(person, desk.now, days) : {}),
  }));
}

/** How a person's account stands, for the administrator. */
function accessOf(person: Person, now: Date, days: number | undefined): Omit<PersonListed, keyof PersonView> {
  const { usedAt, invitedAt, factor } = person;
  return {
    standing: standingOf(person, now, days),
    ...(usedAt ? { usedAt } : {}),
    ...(invitedAt ? { invitedAt } : {}),
    ...(factor ? { factor: true } : {}),
  };
}

/** Refuses a role in a unit of another kind, and fields that are not there. @throws Refusal `invalid` */
export function refuseMisplaced(catalog: Catalog, person: Pick<Person, 'role' | 'unitId' | 'fields'>): void {
  const unit = unitOf(catalog, person.unitId, 'unitId');
  if (unit.kind !== kindOfRole(person.role)) {
    throw invalid('unitId', 'Vai trò này không thuộc loại đơn vị đã chọn.');
  }
  if (isAgencyRole(person.role)) return;
  const known = new Set(catalog.fields.map((f) => f.id));
  const at = person.fields.findIndex((f) => !known.has(f));
  if (at >= 0) throw invalid(`fields.${at}`, 'Lĩnh vực này không có trong danh mục.');
}

/** Refuses a unit that is over: nobody begins there. @throws Refusal `invalid` */
export function refuseOver(catalog: Catalog, unitId: string, today: Day): void {
  const { name, validTo } = unitOf(catalog, unitId, 'unitId');
  if (validTo !== undefined && validTo < today) {
    throw invalid(
      'unitId',
      `“${name}” đã hết hiệu lực từ sau ngày ${showDay(validTo)}. Hãy chọn đơn vị kế thừa.`,
    );
  }
}

/** Writes a new person with the row that makes the sign-in name unique. @throws Refusal `name_taken` */
export async function commitPerson(
  db: Db,
  person: Person,
  before: Write[],
  after: Write[] = [],
): Promise<void> {
  const writes = [
    ...before,
    put(db.unique.create({ kind: 'username', value: person.username, owner: person.id }).params()),
    put(db.people.create({ personId: person.id, unitId: person.unitId, data: person }).params()),
    ...after,
  ];
  try {
    await commit(db, writes);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    if (error.index < before.length) {
      throw new Refusal('already_set_up', 'Hệ thống đã được cài đặt. Hãy đăng nhập.');
    }
    const message = `Tên đăng nhập “${person.username}” đã có người dùng. Hãy chọn tên khác.`;
    throw new Refusal('name_taken', message, [{ path: 'username', message }]);
  }
}

/** Refuses everybody but the administrator. */
export function refuseUnlessAdmin(desk: Desk): void {
  if (!mayDo(desk.actor, 'administer')) {
    throw new Refusal('forbidden', 'Chỉ quản trị hệ thống (phòng HC-QT) được làm việc này.');
  }
}
