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
import { changePersonRow, personPut } from './personrow.ts';

/**
 * Changes a person. Role, unit and fields hold from the next request on; who is disabled is out at once, and is not
 * let in again by an old session when enabled. The last administrator stays one. There is one Chief of the Office at
 * most: who becomes the chief takes it over.
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
  let earlier: Person[] = [];
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
      earlier = after.chief && !before.chief ? await chiefsOf(desk, catalog, personId) : [];
      return after;
    },
    (before, after) => [
      ...guard,
      ...earlier.flatMap((one) => chiefLeft(desk, one)),
      auditWrite(desk, { act: 'person-changed', subject: personId, detail: differences(before, after) }),
    ],
  );
  return viewOf(person, catalog);
}

/** What changed of a person's name, rights and address, for the audit log: `role officer → admin; disabled - → true`. */
export function differences(before: Person, after: Person): string {
  const show = (value: unknown) => (Array.isArray(value) ? value.join(',') : String(value ?? '-')) || '-';
  const keys = ['name', 'role', 'unitId', 'fields', 'email', 'disabled', 'chief'] as const;
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
  if (change.chief && after.role !== 'office-leader') {
    throw invalid('chief', 'Chánh Văn phòng là một lãnh đạo Văn phòng. Hãy chọn vai trò đó trước.');
  }
  if (!after.chief || after.role !== 'office-leader') delete after.chief;
  if (disabled === false) delete after.disabled;
  if (disabled) {
    after.disabled = true;
    after.signedOutAt = now;
  }
  return after;
}

/** The others who are marked as the chief, each read again by its key: the index may lag behind. */
async function chiefsOf(desk: Desk, catalog: Catalog, personId: string): Promise<Person[]> {
  const places = catalog.units.filter((unit) => unit.kind === 'leadership');
  const people = (await Promise.all(places.map((unit) => peopleOf(desk.db, unit.id)))).flat();
  const marked = people.filter((one) => one.id !== personId && one.chief);
  const sure = await Promise.all(marked.map((one) => personOf(desk.db, one.id)));
  return sure.filter((one) => one?.chief === true) as Person[];
}

/** The writes by which somebody is the chief no more. */
function chiefLeft(desk: Desk, before: Person): Write[] {
  const { chief: _, ...after } = before;
  return [
    personPut(desk.db, after, before.revision),
    auditWrite(desk, {
      ...{ act: 'person-changed', subject: before.id },
      detail: differences(before, after),
    }),
  ];
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
