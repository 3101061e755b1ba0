import type { PersonChange } from '@tddh/domain/person';
import { invalid, Refusal } from '@tddh/domain/refusal';
import { auditWrite } from './audit.ts';
import { type Catalog, catalogOf, changedSince } from './catalog.ts';
import { put, type Write } from './commit.ts';
import { at, type Desk } from './desk.ts';
import {
  type PersonView,
  peopleOf,
  personOf,
  refuseMisplaced,
  refuseOver,
  refuseUnlessAdmin,
  viewOf,
} from './people.ts';
import type { Person } from './peoplerows.ts';
import { changePersonRow } from './personrow.ts';

/**
 * Changes a person. Role, unit and fields hold from the next request on; who is disabled is out at once, and is not
 * let in again by an old session when enabled. The last administrator stays one.
 * @param seen the revision that the page has read; another one refuses
 * @throws Refusal `forbidden`, `not_found`, `invalid`, `revision_changed`, `lost_race`
 */
export async function changePerson(
  desk: Desk,
  personId: string,
  change: PersonChange,
  seen?: number,
): Promise<PersonView> {
  refuseUnlessAdmin(desk);
  const catalog = await catalogOf(desk.db);
  let guard: Write[] = [];
  const person = await changePersonRow(
    desk.db,
    personId,
    async (before) => {
      if (seen !== undefined && seen !== (before.revision ?? 0)) throw changedSince('Người dùng này');
      const after = changed(before, change, at(desk));
      if (change.role !== undefined || change.unitId !== undefined || change.fields !== undefined) {
        refuseMisplaced(catalog, after);
      }
      if (after.unitId !== before.unitId) refuseOver(catalog, after.unitId, desk.today);
      guard = await adminGuard(desk, catalog, before, after);
      return after;
    },
    (before, after) => [
      ...guard,
      auditWrite(desk, { act: 'person-changed', subject: personId, detail: differences(before, after) }),
    ],
  );
  return viewOf(person, catalog);
}

/** What changed of a person's name, rights and address, for the audit log: `role officer → admin; disabled - → true`. */
export function differences(before: Person, after: Person): string {
  const show = (value: unknown) => (Array.isArray(value) ? value.join(',') : String(value ?? '-')) || '-';
  const keys = ['name', 'role', 'unitId', 'fields', 'email', 'disabled'] as const;
  return keys
    .filter((key) => show(before[key]) !== show(after[key]))
    .map((key) => `${key} ${show(before[key])} → ${show(after[key])}`)
    .join('; ');
}

function changed(before: Person, change: PersonChange, now: string): Person {
  const { email, disabled, ...plain } = change;
  const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
  const after: Person = { ...before, ...given };
  if (email !== undefined) after.email = email ?? undefined;
  if (disabled === false) delete after.disabled;
  if (disabled) {
    after.disabled = true;
    after.signedOutAt = now;
  }
  return after;
}

const isAdmin = (person: Person | undefined) => person?.role === 'admin' && !person.disabled;

/**
 * What keeps one administrator: a change that takes one away is refused where no other is left, and goes over a row
 * that every such change counts up, so that two administrators cannot take each other away at once.
 */
export async function adminGuard(
  desk: Desk,
  catalog: Catalog,
  before: Person,
  after: Person,
): Promise<Write[]> {
  if (!isAdmin(before) || isAdmin(after)) return [];
  if (before.id === desk.actor.id && after.disabled) {
    throw invalid('disabled', 'Không thể tự vô hiệu hóa tài khoản đang dùng. Hãy nhờ một quản trị khác.');
  }
  const row = { shelf: 'guard', name: 'admins' };
  const { data: kept } = await desk.db.kept.get(row).go({ consistent: true });
  const departments = catalog.units.filter((unit) => unit.kind === 'department');
  const people = (await Promise.all(departments.map((unit) => peopleOf(desk.db, unit.id)))).flat();
  const others = people.filter((one) => one.id !== before.id && isAdmin(one));
  // The index may lag behind: each is read again by its key.
  const sure = await Promise.all(others.map((one) => personOf(desk.db, one.id)));
  if (!sure.some(isAdmin)) {
    throw new Refusal(
      'state_forbids',
      'Đây là quản trị hệ thống cuối cùng nên không thể vô hiệu hóa hoặc đổi vai trò. Hãy thêm một quản trị khác trước.',
    );
  }
  const revision = (kept?.revision ?? 0) + 1;
  return [
    put(
      desk.db.kept
        .put({ ...row, data: {}, revision })
        .where((attr, op) => (kept ? op.eq(attr.revision, revision - 1) : op.notExists(attr.revision)))
        .params(),
    ),
  ];
}
