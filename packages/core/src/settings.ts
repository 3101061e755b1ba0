import { type Settings, type SettingsChange, settingsFrom } from '@tddh/domain/settings';
import { catalogEntry, catalogPut, changedSince, forgetCatalog } from './catalog.ts';
import { Conflict, commit } from './commit.ts';
import type { Db } from './db.ts';
import type { Desk } from './desk.ts';
import { refuseUnlessAdmin } from './people.ts';

/** The settings as they stand, read consistently. */
export async function settingsOf(db: Db): Promise<Settings> {
  return settingsFrom(await catalogEntry<Partial<Settings>>(db, 'settings', 'settings'));
}

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

/** Writes a part of the settings over the revision that was read. @throws Refusal `revision_changed` */
export async function storeSettings(desk: Desk, part: Partial<Settings>, seen?: number): Promise<Settings> {
  const { db } = desk;
  const before = (await catalogEntry<Partial<Settings>>(db, 'settings', 'settings')) ?? {};
  if (seen !== undefined && seen !== (before.revision ?? 0)) throw changedSince('Thiết lập');
  const given = Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined));
  const after = { ...before, ...given };
  try {
    await commit(db, [catalogPut(db, 'settings', 'settings', after, before.revision)]);
  } catch (error) {
    throw error instanceof Conflict ? changedSince('Thiết lập') : error;
  }
  forgetCatalog(db);
  return settingsFrom({ ...after, revision: (before.revision ?? 0) + 1 });
}
