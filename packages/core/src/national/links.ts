import { defaultLink, type Link, type LinkChange } from '@tddh/domain/link';
import { invalid } from '@tddh/domain/refusal';
import { catalogOf } from '../catalog.ts';
import type { Db } from '../db.ts';
import type { Desk } from '../desk.ts';
import { refuseUnlessAdmin } from '../people.ts';

const shelf = 'links';

/** The link of an id, with its defaults where nobody configured it. */
export async function linkOf(db: Db, id: string = defaultLink.id): Promise<Link> {
  const { data } = await db.kept.get({ shelf, name: id }).go({ consistent: true });
  const stored = (data?.data as Partial<Link> | undefined) ?? {};
  return { ...defaultLink, ...stored, statuses: { ...defaultLink.statuses, ...stored.statuses }, id };
}

/** Changes a link. @throws Refusal `forbidden`, `invalid` where a unit or a field is not in the catalog */
export async function changeLink(desk: Desk, id: string, change: LinkChange): Promise<Link> {
  refuseUnlessAdmin(desk);
  const [before, catalog] = await Promise.all([linkOf(desk.db, id), catalogOf(desk.db)]);
  if (change.fieldId && !catalog.fields.some((f) => f.id === change.fieldId)) {
    throw invalid('fieldId', 'Lĩnh vực này không có trong danh mục.');
  }
  const stranger = change.codes?.findIndex(({ unitId }) => !catalog.units.some((u) => u.id === unitId)) ?? -1;
  if (stranger >= 0) throw invalid(`codes.${stranger}.unitId`, 'Đơn vị này không có trong danh mục.');
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const { target, ...rest } = { ...before, ...given };
  const statuses = { ...before.statuses, ...change.statuses };
  const after = { ...rest, ...(target ? { target } : {}), statuses } as Link;
  await desk.db.kept.put({ shelf, name: id, data: after }).go();
  return after;
}
