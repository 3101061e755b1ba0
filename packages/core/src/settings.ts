import { type Settings, type SettingsChange, settingsFrom } from '@tddh/domain/settings';
import { auditWrite } from './audit.ts';
import { catalogEntry, catalogPut, changedSince, forgetCatalog, settingsOf } from './catalog.ts';
import { Conflict, commit } from './commit.ts';
import type { Desk } from './desk.ts';
import { refuseUnlessAdmin } from './people.ts';

/** The settings, for the page that changes them. @throws Refusal `forbidden` */
export async function readSettings(desk: Desk): Promise<Settings> {
  refuseUnlessAdmin(desk);
  return settingsOf(desk.db);
}

/**
 * Changes figures of the settings.
 * @param seen the revision that the page has read; another one refuses
 * @throws Refusal `forbidden`, `revision_changed`
 */
export async function changeSettings(desk: Desk, change: SettingsChange, seen?: number): Promise<Settings> {
  refuseUnlessAdmin(desk);
  return storeSettings(desk, change, seen);
}

/** What changed, for the audit log: `extensions 1 → 2`. */
function told(before: Partial<Settings>, given: Partial<Settings>): string {
  const was = settingsFrom(before) as unknown as Record<string, unknown>;
  return Object.entries(given)
    .map(([name, value]) => `${name} ${String(was[name])} → ${String(value)}`)
    .join('; ');
}

/** Writes a part of the settings over the revision that was read. @throws Refusal `revision_changed` */
export async function storeSettings(
  desk: Desk,
  part: Partial<Settings>,
  seen?: number,
  detail?: string,
): Promise<Settings> {
  const { db } = desk;
  const before = (await catalogEntry<Partial<Settings>>(db, 'settings', 'settings')) ?? {};
  if (seen !== undefined && seen !== (before.revision ?? 0)) throw changedSince('Thiết lập');
  const given = Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined));
  const after = { ...before, ...given };
  try {
    await commit(db, [
      catalogPut(db, 'settings', 'settings', after, before.revision),
      auditWrite(desk, { act: 'settings-changed', detail: detail ?? told(before, given) }),
    ]);
  } catch (error) {
    throw error instanceof Conflict ? changedSince('Thiết lập') : error;
  }
  forgetCatalog(db);
  return settingsFrom({ ...after, revision: (before.revision ?? 0) + 1 });
}
