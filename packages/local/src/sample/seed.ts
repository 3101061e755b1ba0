import type { Db } from '@tddh/core/db';
import { hashPassword } from '@tddh/core/password';
import { office } from './catalog.ts';
import { sampleData } from './sample.ts';
import { catalogItems, documentItems, historyItems, peopleItems, writeItems } from './store.ts';

/** The password of every sample account (contracts.md). */
export const samplePassword = 'theo-doi-dieu-hanh';

/** Writes the whole sample into an empty table. Run again it writes the same rows. */
export async function seedSample(db: Db): Promise<void> {
  const { units, fields, types, people, settings, documents, histories } = sampleData();
  const byId = new Map(people.map((p) => [p.id, p]));
  const catalog = {
    units: [...units],
    fields: [...fields],
    types: [...types],
    settings,
    successions: [],
    office,
  };
  await writeItems(db, [
    ...peopleItems(db, people, await hashPassword(samplePassword)),
    ...documents.flatMap((d) => documentItems(db, d, byId.get(d.enteredBy)!)),
    ...histories.flatMap((h) => historyItems(db, h, settings)),
    ...catalogItems(db, catalog, people[0]!),
  ]);
}
