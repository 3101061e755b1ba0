import { apply } from '@tddh/domain/apply';
import type { Day, Instant } from '@tddh/domain/day';
import type { Document } from '@tddh/domain/document';
import type { AssignmentEvent, EventData, EventType, Initial } from '@tddh/domain/events';
import { type LegacyRow, legacyMark } from '@tddh/domain/legacy';
import { sameWriting } from '@tddh/domain/number';
import type { Task } from '@tddh/domain/task';
import { kindOf } from '@tddh/domain/transfer';
import type { Catalog } from './catalog.ts';
import { assignmentRow } from './change.ts';
import { Conflict, commit, put, type Write } from './commit.ts';
import { factsOf, loadDocument, plannedId, plannedOf } from './complete.ts';
import type { Desk } from './desk.ts';
import type { DocumentEvent } from './documentevents.ts';
import { documentRow } from './enter.ts';
import { lineWrites } from './lines.ts';

/** Items of one transaction. */
const most = 100;

/** A task of a document by what its rows say of it. */
export const taskKey = ({ content, dueOn, assignedOn }: Pick<Task, 'content' | 'dueOn' | 'assignedOn'>) =>
  [sameWriting(content), dueOn, assignedOn].join('|');

/** The first hour of work of a day: old data knows days only. */
export const instant = (on: Day): Instant => `${on}T01:00:00.000Z`;

/** How many assignments the plan of a document has. */
export const plannedRows = ({ tasks }: Document) => tasks.reduce((n, { leads }) => n + leads.length, 0);

/**
 * Writes a document with its assignments in one transaction, so that it stands whole or not at all. Where it has more
 * rows than a transaction holds, the document comes first and counts what follows in chunks; broken off, it goes on
 * with the rows that it lacks.
 * @param stands true where the document is there already and lacks rows
 */
export async function storeLegacy(
  desk: Desk,
  document: Document,
  rows: readonly LegacyRow[],
  catalog: Catalog,
  stands: boolean,
): Promise<void> {
  const there = new Set(stands ? (await plannedOf(desk.db, document)).map(({ id }) => id) : []);
  let rest = rows.flatMap((row) => {
    const task = document.tasks.find(
      (one) => taskKey(one) === taskKey(row) && one.leads.includes(row.agencyId),
    );
    if (!task || there.has(plannedId(document.id, task.id, row.agencyId, 'lead'))) return [];
    return [assignmentWrites(desk, initialOf(document, task, row, catalog), row, catalog)];
  });
  let { made } = document;
  let head = stands ? undefined : headWrites(desk, document, catalog);
  while (rest.length > 0 || head) {
    const part = fitting(rest, most - (head?.length ?? 1));
    const counted = made + part.length;
    const first = head ? head.map((write) => write(counted)) : [countWrite(desk, document.id, made, counted)];
    try {
      await commit(desk.db, [...first, ...part.flat()]);
    } catch (error) {
      const fresh = error instanceof Conflict && (await loadDocument(desk.db, document.id));
      if (!fresh || (!head && fresh.made === made)) throw error;
      return storeLegacy(desk, fresh, rows, catalog, true);
    }
    rest = rest.slice(part.length);
    head = undefined;
    made = counted;
  }
}

/** The first pieces that hold so many items together. */
function fitting(pieces: readonly Write[][], room: number): Write[][] {
  let left = room;
  const end = pieces.findIndex((piece) => {
    left -= piece.length;
    return left < 0;
  });
  return pieces.slice(0, end < 0 ? pieces.length : end);
}

function countWrite({ db }: Desk, documentId: string, from: number, to: number): Write {
  const counted = db.documents
    .patch({ documentId })
    .set({ made: to })
    .where((attr, op) => op.eq(attr.made, from))
    .params();
  return { Update: counted as NonNullable<Write['Update']> };
}

/** The document itself, its number, its history and its line of the register; `made` is what comes with it. */
function headWrites({ db, actor }: Desk, document: Document, catalog: Catalog): ((made: number) => Write)[] {
  const { id, name, role, unitId } = actor;
  const { enteredOn: on, enteredAt: at } = document;
  const event: DocumentEvent = {
    ...{ documentId: document.id, revision: 1, type: 'issued', on, at },
    ...{ by: { id, name, role, unitId }, reason: legacyMark },
  };
  const others = [
    put(db.unique.create({ kind: 'document', value: document.uniqueKey!, owner: document.id }).params()),
    put(db.file.create({ documentId: document.id, revision: 1, data: event }).params()),
    ...lineWrites(db, document, undefined, catalog.office.province),
  ];
  return [
    (made) => put(db.documents.create(documentRow({ ...document, made })).params()),
    ...others.map((write) => () => write),
  ];
}

function assignmentWrites(desk: Desk, initial: Initial, row: LegacyRow, { settings }: Catalog): Write[] {
  const { db } = desk;
  const events = eventsOf(desk, initial, row);
  const after = events.reduce(apply, undefined as ReturnType<typeof apply> | undefined)!;
  return [
    put(db.assignments.create(assignmentRow(after, settings)).params()),
    ...events.map((event) =>
      put(
        db.history
          .create({ assignmentId: event.assignmentId, revision: event.revision, data: event })
          .params(),
      ),
    ),
  ];
}

function initialOf(document: Document, task: Task, row: LegacyRow, catalog: Catalog): Initial {
  const unit = catalog.units.find(({ id }) => id === row.agencyId)!;
  return {
    id: plannedId(document.id, task.id, unit.id, 'lead'),
    ...{
      documentId: document.id,
      taskId: task.id,
      taskNumber: task.number,
      content: task.content,
      role: 'lead',
    },
    ...{ agencyId: unit.id, agencyName: unit.name, agencyKind: kindOf(unit) },
    ...{ departmentId: document.departmentId, departmentName: document.departmentName },
    ...{
      fieldId: document.fieldId,
      document: factsOf(document),
      assignedOn: row.assignedOn,
      status: 'assigned',
    },
    dues: [{ dueOn: row.dueOn, on: row.assignedOn, kind: 'assigned' }],
    ...{ reports: [], extensions: [], pauses: [], questions: [], corrections: [] },
  };
}

/** The dated history of a row. What was confirmed without a day of report was reported on the day it was confirmed. */
function eventsOf({ actor }: Desk, initial: Initial, row: LegacyRow): AssignmentEvent[] {
  const { id, name, role, unitId } = actor;
  const by = { id, name, role, unitId };
  let revision = 0;
  const event = <T extends EventType>(
    type: T,
    on: Day,
    from: AssignmentEvent['from'],
    to: AssignmentEvent['to'],
    data: EventData[T],
  ) => {
    revision += 1;
    const head = {
      assignmentId: initial.id,
      revision,
      on,
      at: instant(on),
      by,
      from,
      to,
      reason: legacyMark,
    };
    return { ...head, type, data } as unknown as AssignmentEvent;
  };
  const reportedOn = row.reportedOn ?? row.confirmedOn;
  const events = [event('assigned', row.assignedOn, null, 'assigned', { initial })];
  if (reportedOn) {
    const report = {
      ...{ id: 'rep_1', on: reportedOn, countedOn: reportedOn, result: legacyMark, by: id, byOffice: true },
      ...(row.reference ? { documentNumber: row.reference, documentDate: reportedOn } : {}),
    };
    events.push(event('reported', reportedOn, 'assigned', 'reported', { report }));
  }
  if (row.confirmedOn) events.push(event('confirmed', row.confirmedOn, 'reported', 'done', {}));
  return events;
}
