import type { DocumentType, FieldOfWork, Unit } from '@tddh/domain/agency';
import type { Day } from '@tddh/domain/day';
import { Refusal } from '@tddh/domain/refusal';
import { defaultSettings, type Settings, settingsFrom } from '@tddh/domain/settings';
import type { Succession } from '@tddh/domain/succession';
import { put, type Write } from './commit.ts';
import type { Db } from './db.ts';

/** What the whole product looks up: units, fields, types, settings, and the Office itself. */
export interface Catalog {
  /** In the order of the official list. */
  units: Unit[];
  fields: FieldOfWork[];
  types: DocumentType[];
  settings: Settings;
  /** Reorganisations of units, in the order in which they took effect. */
  successions: Succession[];
  office: Office;
}

/** The Office that runs this product. */
export interface Office {
  province: string;
  name: string;
  /** The day on which the product was taken into use: no assignment is older. */
  since: Day;
}

type Kind = 'unit' | 'field' | 'type' | 'settings' | 'office' | 'succession';
const shelf = 'catalog';
const fresh = 5_000;
const caches = new WeakMap<Db, { until: number; catalog: Promise<Catalog> }>();
const known = new WeakMap<Db, Settings>();

/** The settings as this process read them last; the defaults before it did. For what cannot wait for the table. */
export function knownSettings(db: Db): Settings {
  return known.get(db) ?? defaultSettings;
}

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
  const settings = settingsFrom(of<Partial<Settings>>('settings')[0]);
  known.set(db, settings);
  return {
    units: of<Unit>('unit').sort((a, b) => a.ordinal - b.ordinal || a.name.localeCompare(b.name, 'vi')),
    fields: of<FieldOfWork>('field'),
    types: of<DocumentType>('type'),
    settings,
    successions: of<Succession>('succession').sort((a, b) =>
      `${a.on} ${a.recordedAt}` < `${b.on} ${b.recordedAt}` ? -1 : 1,
    ),
    office: of<Office>('office')[0] ?? { province: '', name: 'Văn phòng UBND tỉnh', since: '2023-01-01' },
  };
}

/** The rows of a catalog, for a write. */
export function catalogRow(db: Db, kind: Kind, id: string, data: object) {
  caches.delete(db);
  return db.kept.put({ shelf, name: `${kind}#${id}`, data });
}

/** A row of the catalog, read consistently and past what is kept; undefined where there is none. */
export async function catalogEntry<T>(db: Db, kind: Kind, id: string): Promise<T | undefined> {
  const { data } = await db.kept.get({ shelf, name: `${kind}#${id}` }).go({ consistent: true });
  return data?.data as T | undefined;
}

/** The settings as they stand, read consistently. */
export async function settingsOf(db: Db): Promise<Settings> {
  return settingsFrom(await catalogEntry<Partial<Settings>>(db, 'settings', 'settings'));
}

/** Writes a row over the revision that was read (none: 0); the row carries the next one. */
export function catalogPut(db: Db, kind: Kind, id: string, data: object, read: number | undefined): Write {
  const row = { shelf, name: `${kind}#${id}`, data: { ...data, revision: (read ?? 0) + 1 } };
  return put(
    db.kept
      .put({ ...row, revision: (read ?? 0) + 1 })
      .where((attr, op) => (read ? op.eq(attr.revision, read) : op.notExists(attr.revision)))
      .params(),
  );
}

/** Forgets what is kept of the catalog: called after a write of it, so that this process sees it at once. */
export function forgetCatalog(db: Db): void {
  caches.delete(db);
}

/** What a change of something that somebody else has changed since is told. */
export function changedSince(what: string): Refusal {
  return new Refusal(
    'revision_changed',
    `${what} vừa được người khác sửa. Hãy tải lại để xem bản mới nhất rồi sửa tiếp.`,
  );
}

/** The unit of an id. @throws Refusal `invalid` where there is none */
export function unitOf(catalog: Catalog, id: string, path: string): Unit {
  const unit = catalog.units.find((u) => u.id === id);
  if (unit) return unit;
  const message = `Không có đơn vị “${id}” trong danh mục. Hãy chọn đơn vị từ danh sách.`;
  throw new Refusal('invalid', message, [{ path, message }]);
}
