import { type Catalog, catalogRow } from '@tddh/core/catalog';
import { assignmentRow } from '@tddh/core/change';
import { commit, put } from '@tddh/core/commit';
import type { Db } from '@tddh/core/db';
import type { DocumentEvent } from '@tddh/core/documentevents';
import { documentRow } from '@tddh/core/enter';
import type { Document } from '@tddh/domain/document';
import type { Actor } from '@tddh/domain/person';
import type { Settings } from '@tddh/domain/settings';
import type { SamplePerson } from './catalog.ts';
import type { History } from './live.ts';

/** A row as the table holds it. */
export type Item = Record<string, unknown>;
/** What ElectroDB makes of a put. */
interface Put {
  params: () => object;
}
const itemOf = (put: Put) => (put.params() as { Item: Item }).Item;

/** The rows of a catalog, and the mark that the product was set up. */
export function catalogItems(db: Db, catalog: Catalog, administrator: Actor): Item[] {
  const { units, fields, types, settings, office } = catalog;
  return [
    ...units.map((unit) => catalogRow(db, 'unit', unit.id, unit)),
    ...fields.map((field) => catalogRow(db, 'field', field.id, field)),
    ...types.map((type) => catalogRow(db, 'type', type.id, type)),
    catalogRow(db, 'settings', 'settings', settings),
    catalogRow(db, 'office', 'office', office),
    db.unique.put({ kind: 'setup', value: 'first', owner: administrator.id }),
  ].map(itemOf);
}

/** The rows of people, all with one password. */
export function peopleItems(db: Db, people: readonly SamplePerson[], passwordHash: string): Item[] {
  return people.flatMap((person) => [
    itemOf(db.unique.put({ kind: 'username', value: person.username, owner: person.id })),
    itemOf(db.people.put({ personId: person.id, unitId: person.unitId, data: { ...person, passwordHash } })),
  ]);
}

/** The rows of a document: itself, the key that no other may have, and its history. */
export function documentItems(db: Db, document: Document, by: Actor): Item[] {
  const { id, name, role, unitId } = by;
  const event: DocumentEvent = {
    ...{ documentId: document.id, revision: 1, type: 'issued' },
    ...{ on: document.enteredOn, at: document.enteredAt, by: { id, name, role, unitId } },
  };
  return [
    itemOf(db.documents.put(documentRow(document))),
    itemOf(db.unique.put({ kind: 'document', value: document.uniqueKey!, owner: document.id })),
    itemOf(db.file.put({ documentId: document.id, revision: 1, data: event })),
  ];
}

/**
 * The rows of an assignment and its history. None goes to the outbox: of what is past nobody is told.
 */
export function historyItems(db: Db, { assignment, events }: History, settings: Settings): Item[] {
  return [
    itemOf(db.assignments.put(assignmentRow(assignment, settings))),
    ...events.map((event) =>
      itemOf(db.history.put({ assignmentId: event.assignmentId, revision: event.revision, data: event })),
    ),
  ];
}

/**
 * Writes rows that nobody else writes, 100 in a transaction, one after the other: on the embedded engine each
 * request is one write to the disk, so that this takes a quarter of the time of batches of 25.
 */
export async function writeItems(db: Db, items: readonly Item[]): Promise<void> {
  for (let i = 0; i < items.length; i += 100) {
    const part = items.slice(i, i + 100);
    await commit(
      db,
      part.map((Item) => put({ TableName: db.table, Item })),
    );
  }
}
