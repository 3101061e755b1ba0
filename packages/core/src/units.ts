import type { FieldOfWork, Unit, UnitChange } from '@tddh/domain/agency';
import { invalid, Refusal } from '@tddh/domain/refusal';
import { auditWrite } from './audit.ts';
import { catalogEntry, catalogOf, catalogPut, changedSince, forgetCatalog } from './catalog.ts';
import { Conflict, commit, type Write } from './commit.ts';
import type { Desk } from './desk.ts';
import { refuseUnlessAdmin } from './people.ts';

/**
 * Changes how a unit is written, its place, code and days of validity. A new official name is a succession.
 * @param seen the revision that the page has read; another one refuses
 * @throws Refusal `forbidden`, `not_found`, `invalid`, `revision_changed`
 */
export async function changeUnit(
  desk: Desk,
  unitId: string,
  change: UnitChange,
  seen?: number,
): Promise<Unit> {
  refuseUnlessAdmin(desk);
  const before = await catalogEntry<Unit>(desk.db, 'unit', unitId);
  if (!before) throw new Refusal('not_found', 'Không tìm thấy đơn vị này. Hãy tải lại danh sách.');
  if (seen !== undefined && seen !== (before.revision ?? 0)) throw changedSince('Đơn vị này');
  const { units, successions } = await catalogOf(desk.db);
  const { code, validFrom, validTo, ...plain } = change;
  const after: Unit = {
    ...before,
    ...Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined)),
    ...(code === undefined ? {} : { code: code ?? undefined }),
    ...(validFrom === undefined ? {} : { validFrom: validFrom ?? undefined }),
    ...(validTo === undefined ? {} : { validTo: validTo ?? undefined }),
  };
  if (units.some((one) => one.id !== unitId && one.name === after.name)) {
    throw invalid('name', 'Đã có đơn vị mang tên này.');
  }
  if (after.code && units.some((one) => one.id !== unitId && one.code === after.code)) {
    throw invalid('code', 'Mã định danh này đã thuộc một đơn vị khác.');
  }
  if (after.validFrom && after.validTo && after.validFrom > after.validTo) {
    throw invalid('validTo', 'Ngày hết hiệu lực không được trước ngày có hiệu lực.');
  }
  if (after.validTo !== before.validTo && successions.some((s) => involves(s, unitId))) {
    throw invalid('validTo', 'Hiệu lực của đơn vị này do quyết định sắp xếp đã ghi quy định.');
  }
  const entry = auditWrite(desk, { act: 'unit-changed', subject: unitId, detail: JSON.stringify(change) });
  await over(desk, [catalogPut(desk.db, 'unit', unitId, after, before.revision), entry], 'Đơn vị này');
  return { ...after, revision: (before.revision ?? 0) + 1 };
}

function involves(
  { kind, from, to }: { kind: string; from: readonly string[]; to: readonly string[] },
  unitId: string,
) {
  return kind !== 'rename' && (from.includes(unitId) || to.includes(unitId));
}

/** Changes the name of a field. @throws Refusal `forbidden`, `not_found`, `invalid`, `revision_changed` */
export async function changeField(
  desk: Desk,
  fieldId: string,
  change: { name: string },
  seen?: number,
): Promise<FieldOfWork> {
  refuseUnlessAdmin(desk);
  const before = await fieldNow(desk, fieldId, seen);
  const { fields } = await catalogOf(desk.db);
  if (fields.some((one) => one.id !== fieldId && one.name === change.name)) {
    throw invalid('name', 'Đã có lĩnh vực mang tên này.');
  }
  const after = { ...before, ...change };
  const entry = auditWrite(desk, { act: 'unit-changed', subject: fieldId, detail: JSON.stringify(change) });
  await over(desk, [catalogPut(desk.db, 'field', fieldId, after, before.revision), entry], 'Lĩnh vực này');
  return { ...after, revision: (before.revision ?? 0) + 1 };
}

/** A field as it stands, read consistently. @throws Refusal `not_found`, `revision_changed` */
export async function fieldNow(desk: Desk, fieldId: string, seen?: number): Promise<FieldOfWork> {
  const field = await catalogEntry<FieldOfWork>(desk.db, 'field', fieldId);
  if (!field) throw new Refusal('not_found', 'Không tìm thấy lĩnh vực này. Hãy tải lại danh sách.');
  if (seen !== undefined && seen !== (field.revision ?? 0)) throw changedSince('Lĩnh vực này');
  return field;
}

/** Commits writes of the catalog; this process sees them at once. @throws Refusal `revision_changed` */
export async function over(desk: Desk, writes: Write[], what: string): Promise<void> {
  try {
    await commit(desk.db, writes);
  } catch (error) {
    throw error instanceof Conflict ? changedSince(what) : error;
  } finally {
    forgetCatalog(desk.db);
  }
}
