import type { DocumentType, FieldOfWork, Unit } from '@tddh/domain/agency';
import type { Day } from '@tddh/domain/day';
import { Refusal } from '@tddh/domain/refusal';
import { defaultSettings, type Settings } from '@tddh/domain/settings';
import type { Db } from './db.ts';

/** What the whole product looks up: units, fields, types, settings, and the Office itself. */
export interface Catalog {
  /** In the order of the official list. */
  units: Unit[];
  fields: FieldOfWork[];
  types: DocumentType[];
  settings: Settings;
  office: Office;
}

/** The Office that runs this product. */
export interface Office {
  province: string;
  name: string;
  /** The day on which the product was taken into use: no assignment is older. */
  since: Day;
}

type Kind = 'unit' | 'field' | 'type' | 'settings' | 'office';
const shelf = 'catalog';
const fresh = 5_000;
const caches = new WeakMap<Db, { until: number; catalog: Promise<Catalog> }>();

/** The catalog, one query; kept for 5 s, so that another process's change shows within that time. */
export function catalogOf(db: Db): Promise<Catalog> {
  const kept = caches.get(db);
  if (kept && kept.until > Date.now()) return kept.catalog;
  const catalog = load(db);
  caches.set(db, { until: Date.now() + fresh, catalog });
  catalog.catch(() => caches.delete(db));
  return catalog;
}

async function load(db: Db): Promise<Catalog> {
  const { data } = await db.kept.query.shelf({ shelf }).go({ pages: 'all' });
  const of = <T>(kind: Kind) => data.filter((r) => r.name.startsWith(`${kind}#`)).map((r) => r.data as T);
  return {
    units: of<Unit>('unit').sort((a, b) => a.ordinal - b.ordinal || a.name.localeCompare(b.name, 'vi')),
    fields: of<FieldOfWork>('field'),
    types: of<DocumentType>('type'),
    settings: { ...defaultSettings, ...of<Partial<Settings>>('settings')[0] },
    office: of<Office>('office')[0] ?? { province: '', name: 'Văn phòng UBND tỉnh', since: '2023-01-01' },
  };
}

/** The rows of a catalog, for a write. */
export function catalogRow(db: Db, kind: Kind, id: string, data: object) {
  caches.delete(db);
  return db.kept.put({ shelf, name: `${kind}#${id}`, data });
}

/** The unit of an id. @throws Refusal `invalid` where there is none */
export function unitOf(catalog: Catalog, id: string, path: string): Unit {
  const unit = catalog.units.find((u) => u.id === id);
  if (unit) return unit;
  const message = `Không có đơn vị “${id}” trong danh mục. Hãy chọn đơn vị từ danh sách.`;
  throw new Refusal('invalid', message, [{ path, message }]);
}
