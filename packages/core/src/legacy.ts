import { createHash } from 'node:crypto';
import { apply } from '@tddh/domain/apply';
import type { Day, Instant } from '@tddh/domain/day';
import type { Document } from '@tddh/domain/document';
import type { AssignmentEvent, EventData, EventType, Initial } from '@tddh/domain/events';
import { type LegacyRow, legacyDayFaults, legacyMark } from '@tddh/domain/legacy';
import { sameWriting } from '@tddh/domain/number';
import { type Fault, Refusal } from '@tddh/domain/refusal';
import { isSecret } from '@tddh/domain/secrecy';
import type { Task } from '@tddh/domain/task';
import { kindOf } from '@tddh/domain/transfer';
import { type Catalog, catalogOf, catalogRow } from './catalog.ts';
import { assignmentRow } from './change.ts';
import { commit, put, type Write } from './commit.ts';
import { factsOf, loadDocument, plannedId } from './complete.ts';
import type { Desk } from './desk.ts';
import type { DocumentEvent } from './documentevents.ts';
import { documentRow, keyOf, refuseFaults, typeOf } from './enter.ts';
import { lineWrites } from './lines.ts';
import { refuseUnlessAdmin } from './people.ts';
import { each } from './sources.ts';

/** What became of the rows of one document. */
export interface LegacyOutcome {
  number: string;
  rows: number;
  outcome: 'new' | 'same';
}

/**
 * Takes over what the old software kept, as dated history marked so: documents, their tasks, and for each lead unit
 * when it was assigned, reported and confirmed. Nobody is told of what is past. Ids follow from the rows, so that a
 * batch sent again, or broken off, changes nothing more.
 * @param check true only looks the rows through
 * @throws Refusal `forbidden`, `invalid` with a fault for each row (`rows.3.dueOn`): then nothing was written
 */
export async function importLegacy(
  desk: Desk,
  rows: readonly LegacyRow[],
  check: boolean,
): Promise<LegacyOutcome[]> {
  refuseUnlessAdmin(desk);
  const catalog = await catalogOf(desk.db);
  const groups = [...groupsOf(rows).entries()];
  refuseFaults(rows.flatMap((row, i) => faultsOf(row, i, catalog, desk.today)));
  refuseFaults(groups.flatMap(([, group]) => twiceFaults(group)));
  const found = await each(groups, 6, async ([key, group]) => {
    const own = group.map(({ row }) => row);
    const made = documentOf(desk, key, own, catalog);
    const before = await loadDocument(desk.db, made.id);
    const taken = before ? undefined : await takenBy(desk, made);
    const faults = taken ? group.map(({ at }) => ({ path: `rows.${at}.number`, message: taken })) : [];
    return { made, own, faults, fresh: !before };
  });
  refuseFaults(found.flatMap(({ faults }) => faults));
  if (!check) {
    await each(found, 6, async ({ made, own, fresh }) => {
      if (fresh) await store(desk, made, own, catalog);
    });
    await sinceThen(desk, rows, catalog);
  }
  return found.map(({ made, own, fresh }) => ({
    ...{ number: made.number!, rows: own.length, outcome: fresh ? 'new' : 'same' },
  }));
}

interface Placed {
  at: number;
  row: LegacyRow;
}

function groupsOf(rows: readonly LegacyRow[]): Map<string, Placed[]> {
  const groups = new Map<string, Placed[]>();
  rows.forEach((row, at) => {
    const key = [sameWriting(row.number), row.issuedOn, sameWriting(row.issuer)].join('|');
    groups.set(key, [...(groups.get(key) ?? []), { at, row }]);
  });
  return groups;
}

function faultsOf(row: LegacyRow, at: number, catalog: Catalog, today: Day): Fault[] {
  const faults: Fault[] = [];
  const say = (field: keyof LegacyRow, message: string) =>
    faults.push({ path: `rows.${at}.${field}`, message });
  const unit = (id: string) => catalog.units.find((one) => one.id === id);
  if (unit(row.agencyId)?.kind === 'leadership' || !unit(row.agencyId))
    say('agencyId', 'Không có đơn vị này trong danh mục.');
  if (unit(row.departmentId)?.kind !== 'department')
    say('departmentId', 'Không có phòng này trong danh mục.');
  else if (!catalog.fields.some((field) => field.departmentId === row.departmentId))
    say('departmentId', 'Phòng này chưa có lĩnh vực nào. Hãy thêm lĩnh vực ở trang Quản trị.');
  for (const { field, message } of legacyDayFaults(row, today)) say(field, message);
  if (isSecret(row.subject) || isSecret(row.content))
    say('subject', 'Văn bản có độ mật không được chuyển vào hệ thống này.');
  try {
    typeOf(catalog, row.type);
  } catch (error) {
    if (error instanceof Refusal) say('type', error.message);
  }
  return faults;
}

/** A task is given to a unit once. */
function twiceFaults(group: readonly Placed[]): Fault[] {
  const seen = new Set<string>();
  return group.flatMap(({ at, row }) => {
    const key = `${taskKey(row)}|${row.agencyId}`;
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [
      { path: `rows.${at}.agencyId`, message: 'Dòng này lặp lại: đơn vị đã có nhiệm vụ này trong tệp.' },
    ];
  });
}

const taskKey = ({ content, dueOn, assignedOn }: Pick<Task, 'content' | 'dueOn' | 'assignedOn'>) =>
  [sameWriting(content), dueOn, assignedOn].join('|');

async function takenBy({ db }: Desk, made: Document): Promise<string | undefined> {
  const { data } = await db.unique.get({ kind: 'document', value: made.uniqueKey! }).go();
  return data && data.owner !== made.id
    ? `Văn bản ${made.number} đã được nhập trong hệ thống này.`
    : undefined;
}

function documentOf(desk: Desk, key: string, rows: readonly LegacyRow[], catalog: Catalog): Document {
  const [first] = rows;
  if (!first) throw new Error('a document has rows');
  const { number, issuedOn, issuer, subject, departmentId } = first;
  const type = typeOf(catalog, first.type);
  const enteredOn = rows.map((row) => row.assignedOn).sort()[0]!;
  const tasks: Task[] = [];
  const places = new Map<string, number>();
  for (const row of rows) {
    const place = places.get(taskKey(row));
    const task = place === undefined ? undefined : tasks[place];
    if (task) tasks[place!] = { ...task, leads: [...task.leads, row.agencyId] };
    else {
      const n = tasks.length + 1;
      places.set(taskKey(row), tasks.length);
      const { content, dueOn, assignedOn } = row;
      tasks.push({ id: `t${n}`, number: n, content, leads: [row.agencyId], supports: [], dueOn, assignedOn });
    }
  }
  const id = `doc_${createHash('sha256').update(key).digest('hex').slice(0, 24)}`;
  return {
    ...{ id, number, issuedOn, issuer, subject, type: type.id, typeName: type.name, departmentId },
    fieldId: catalog.fields.find((field) => field.departmentId === departmentId)!.id,
    departmentName: catalog.units.find((unit) => unit.id === departmentId)!.name,
    ...{ status: 'issued', tasks, ...keyOf({ number, issuedOn, issuer }), made: rows.length },
    ...{ enteredOn, enteredAt: instant(enteredOn), enteredBy: desk.actor.id, revision: 1 },
  };
}

const instant = (on: Day): Instant => `${on}T01:00:00.000Z`;

/** Writes the assignments first and their document last: until it stands, the batch can simply be sent again. */
async function store(
  desk: Desk,
  document: Document,
  rows: readonly LegacyRow[],
  catalog: Catalog,
): Promise<void> {
  const { db, actor } = desk;
  const writes = rows.map((row) => {
    const task = document.tasks.find(
      (one) => one.leads.includes(row.agencyId) && taskKey(one) === taskKey(row),
    )!;
    const events = eventsOf(desk, initialOf(document, task, row, catalog), row);
    const after = events.reduce(apply, undefined as ReturnType<typeof apply> | undefined)!;
    return [
      put(db.assignments.put(assignmentRow(after, catalog.settings)).params()),
      ...events.map((event) =>
        put(
          db.history
            .put({ assignmentId: event.assignmentId, revision: event.revision, data: event })
            // Over a row of a batch that was broken off, and over no other history.
            .where((row, op) => `${op.notExists(row.data)} OR ${op.contains(row.data, legacyMark as never)}`)
            .params(),
        ),
      ),
    ];
  });
  for (let at = 0; at < writes.length; at += 20) await commit(db, writes.slice(at, at + 20).flat());
  const { id, name, role, unitId } = actor;
  const event: DocumentEvent = {
    ...{
      documentId: document.id,
      revision: 1,
      type: 'issued',
      on: document.enteredOn,
      at: document.enteredAt,
    },
    ...{ by: { id, name, role, unitId }, reason: legacyMark },
  };
  const last: Write[] = [
    put(db.documents.create(documentRow(document)).params()),
    put(db.unique.create({ kind: 'document', value: document.uniqueKey!, owner: document.id }).params()),
    put(db.file.create({ documentId: document.id, revision: 1, data: event }).params()),
    ...lineWrites(db, document, undefined, catalog.office.province),
  ];
  await commit(db, last);
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

/** The Office's figures begin with the oldest assignment. */
async function sinceThen({ db }: Desk, rows: readonly LegacyRow[], { office }: Catalog): Promise<void> {
  const first = rows.map(({ assignedOn }) => assignedOn).sort()[0]!;
  if (first < office.since) await catalogRow(db, 'office', 'office', { ...office, since: first }).go();
}
