import type { FieldOfWork } from '@tddh/domain/agency';
import type { Day } from '@tddh/domain/day';
import {
  canIssue,
  type Document,
  dayFaults,
  type EnteredDocument,
  refuseSecret,
} from '@tddh/domain/document';
import { parseNumber, sameWriting, uniqueKey } from '@tddh/domain/number';
import { mayDo } from '@tddh/domain/permission';
import type { Actor } from '@tddh/domain/person';
import { recurringFaults } from '@tddh/domain/recurring';
import { type Fault, invalid, Refusal } from '@tddh/domain/refusal';
import { assignedTask, carriedOut, type NewTask, type Task } from '@tddh/domain/task';
import { type Catalog, catalogOf } from './catalog.ts';
import { Conflict, commit, put, type Write } from './commit.ts';
import { settle } from './complete.ts';
import type { Db } from './db.ts';
import { at, type Desk } from './desk.ts';
import type { DocumentEvent } from './documentevents.ts';
import { attachWrites } from './files.ts';
import { type Keep, keptWrite } from './keep.ts';
import { lineWrites } from './lines.ts';
import { unitFault } from './unitfault.ts';

/** What is entered; only the link says which national document it is. */
type Entered = EnteredDocument & Pick<Document, 'national'>;

/**
 * Enters a document with its tasks; assigns at once unless it is to stay a draft or lacks number or day.
 * One transaction writes the document, the row that makes its number unique, its history and its outbox row; the
 * assignments follow in chunks, and the request ends when all stand. Files that came with it become its own.
 * @throws Refusal `forbidden`, `secret_document`, `invalid` (with paths), `document_exists`, `bad_file`
 */
export async function enterDocument(desk: Desk, input: Entered, keep?: Keep): Promise<Document> {
  const made = newDocumentOf(desk, await catalogOf(desk.db), input);
  const files = [...new Set(input.files ?? [])];
  const document = files.length > 0 ? { ...made, files } : made;
  const issued = document.status === 'issued';
  const event = eventOf(desk, document, issued ? 'issued' : 'entered');
  const origin = input.package && { way: 'package' as const, ...input.package };
  const holder = { documentId: document.id, ...(origin ? { origin } : {}) };
  await commitDocument(desk, document, undefined, event, [
    ...(await attachWrites(desk, files, holder)),
    ...(keep ? [keptWrite(desk.db, keep, document)] : []),
  ]);
  return issued ? settle(desk, document) : document;
}

/**
 * The document that an input makes, not yet written.
 * @throws Refusal `forbidden`, `secret_document`, `invalid` (with paths)
 */
export function newDocumentOf(desk: Desk, catalog: Catalog, input: Entered): Document {
  const secret = refuseSecret(input);
  if (secret) throw secret;
  const field = fieldFor(catalog, desk.actor, input.field);
  const department = catalog.units.find((u) => u.id === field.departmentId)!;
  const type = typeOf(catalog, input.type);
  refuseFaults([
    ...dayFaults(input.issuedOn, input.tasks, desk.today),
    ...recurringFaults(input.tasks, desk.today),
    ...unitFaults(catalog, input.tasks, input.issuedOn, desk.today),
    ...taskFaults(input.tasks, input.noTask, input.draft),
  ]);
  const issued = !input.draft && canIssue(input);
  const tasks = ordered(carriedOut(numbered(input.tasks), input.national), issued, desk.today);
  return {
    id: desk.newId('doc'),
    ...{ number: input.number, issuedOn: input.issuedOn, issuer: input.issuer, subject: input.subject },
    ...{ type: type.id, typeName: type.name, fieldId: field.id },
    ...{ departmentId: department.id, departmentName: department.name },
    ...(input.signer ? { signer: input.signer } : {}),
    status: issued ? 'issued' : 'draft',
    ...(input.noTask ? { noTask: true } : {}),
    tasks,
    ...(input.national ? { national: input.national } : {}),
    ...keyOf(input),
    made: 0,
    ...{ enteredOn: desk.today, enteredAt: at(desk), enteredBy: desk.actor.id },
    revision: 1,
  };
}

/** Writes a document over the revision that was read (none for a new one), its unique row, history and outbox. */
export async function commitDocument(
  desk: Desk,
  document: Document,
  before: Document | undefined,
  event: DocumentEvent,
  more: Write[] = [],
): Promise<void> {
  const { db } = desk;
  const unique: Write[] = [];
  if (document.uniqueKey !== before?.uniqueKey) {
    if (document.uniqueKey) unique.push(put(uniqueRow(db, document).params()));
    if (before?.uniqueKey) {
      unique.push({
        Delete: db.unique.delete({ kind: 'document', value: before.uniqueKey }).params() as never,
      });
    }
  }
  const writes = [
    ...unique,
    put(documentPut(db, document, before)),
    put(db.file.create({ documentId: document.id, revision: event.revision, data: event }).params()),
    put(db.outbox.create(outboxRow(event, document)).params()),
    ...lineWrites(db, document, before, (await catalogOf(db)).office.province),
    ...more,
  ];
  try {
    await commit(db, writes);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    if (document.uniqueKey && unique.length > 0 && error.index === 0) throw await exists(db, document);
    throw lostRace();
  }
}

/** The refusal of a change to a document that somebody else changed meanwhile. */
export function lostRace(): Refusal {
  return new Refusal(
    'lost_race',
    'Có người vừa cập nhật văn bản này trước bạn nên thao tác chưa được ghi. Hãy tải lại để xem tình trạng mới nhất.',
  );
}

async function exists(db: Db, document: Document): Promise<Refusal> {
  const { data } = await db.unique.get({ kind: 'document', value: document.uniqueKey! }).go();
  const message = `Văn bản ${document.number} của ${document.issuer} đã có trong hệ thống. Hãy mở văn bản đó để bổ sung nhiệm vụ.`;
  return new Refusal('document_exists', message, [
    { path: 'number', message },
    ...(data ? [{ path: 'document', message: data.owner }] : []),
  ]);
}

const uniqueRow = (db: Db, document: Document) =>
  db.unique.create({ kind: 'document', value: document.uniqueKey!, owner: document.id });

function documentPut(db: Db, document: Document, before: Document | undefined): object {
  const row = documentRow(document);
  return before
    ? db.documents
        .put(row)
        .where((attr, op) => `${op.eq(attr.revision, before.revision)} AND ${op.eq(attr.made, before.made)}`)
        .params()
    : db.documents.create(row).params();
}

/** A document as its row. */
export function documentRow({ made, revision, ...data }: Document) {
  return {
    documentId: data.id,
    departmentId: data.departmentId,
    enteredOn: data.enteredOn,
    month: data.enteredOn.slice(0, 7),
    numberKey: data.number ? numberKey(data.number) : '-',
    made,
    revision,
    data,
  };
}

/** Number and symbol folded, for look-up. */
export function numberKey(number: string): string {
  return sameWriting(parseNumber(number)?.written ?? number);
}

function outboxRow(event: DocumentEvent, document: Document) {
  const eventId = `${document.id}.${event.revision}`;
  return {
    ...{ eventId, queue: 'bus', at: event.at, type: `document.${event.type}` },
    detail: {
      ...{ eventId, documentId: document.id, departmentId: document.departmentId, fieldId: document.fieldId },
      ...{ on: event.on, at: event.at, by: event.by, title: document.subject.slice(0, 200) },
      documentNumber: document.number ?? '',
    },
  };
}

/** The history row of what a person did to a document. */
export function eventOf(desk: Desk, document: Document, type: DocumentEvent['type']): DocumentEvent {
  const { id, name, role, unitId } = desk.actor;
  return {
    ...{ documentId: document.id, revision: document.revision, type },
    ...{ on: desk.today, at: at(desk), by: { id, name, role, unitId } },
  };
}

/** The unique key of a document, once number and day are given. */
export function keyOf(d: Pick<Document, 'number' | 'issuedOn' | 'issuer'>): { uniqueKey?: string } {
  if (!canIssue(d)) return {};
  return { uniqueKey: uniqueKey(d.issuer, parseNumber(d.number!)!, d.issuedOn!) };
}

/** The field of an entry: the one that is named, which must be of the own department, or the person's first. */
export function fieldFor(catalog: Catalog, actor: Actor, wanted: string | undefined): FieldOfWork {
  const own = catalog.fields.filter((f) => f.departmentId === actor.unitId);
  const first = wanted ?? actor.fields.find((id) => own.some((f) => f.id === id)) ?? own[0]?.id;
  const field = catalog.fields.find((f) => f.id === first);
  if (!mayDo(actor, 'enter', field?.departmentId)) {
    if (field || !mayDo(actor, 'enter')) {
      throw new Refusal(
        'forbidden',
        'Chỉ chuyên viên, trưởng phòng được nhập văn bản, trong lĩnh vực của phòng mình.',
      );
    }
  }
  if (!field) throw invalid('field', 'Lĩnh vực này không có trong danh mục. Hãy chọn lĩnh vực từ danh sách.');
  return field;
}

/** The type of a name, an abbreviation or an id. */
export function typeOf(catalog: Catalog, written: string) {
  const wanted = sameWriting(written);
  const type = catalog.types.find(
    (t) =>
      t.id === written || sameWriting(t.name) === wanted || (t.abbreviation && t.abbreviation === written),
  );
  if (!type)
    throw invalid(
      'type',
      'Loại văn bản này không có trong danh mục (ví dụ: Công văn, Quyết định, Kế hoạch).',
    );
  return type;
}

/** Tasks in order, each with an id unique in its document. */
export function numbered(tasks: readonly NewTask[], after = 0): Task[] {
  return tasks.map((task, i) => ({ id: `t${after + i + 1}`, number: after + i + 1, ...task }));
}

/** Tasks of an issued document are assigned on the day on which they are first part of it. */
export function ordered(tasks: readonly Task[], issued: boolean, today: Day): readonly Task[] {
  return issued ? tasks.map((task) => assignedTask(task, today)) : tasks;
}

/** What is wrong with the units of tasks: those that are not there, or were not valid on the document's day. */
export function unitFaults(
  catalog: Catalog,
  tasks: readonly NewTask[],
  issuedOn: Day | null,
  today: Day,
): Fault[] {
  return tasks.flatMap((task, i) =>
    (['leads', 'supports'] as const).flatMap((role) =>
      task[role].flatMap((unit, j) => {
        const message = unitFault(catalog, unit, issuedOn ?? today, today);
        return message ? [{ path: `tasks.${i}.${role}.${j}`, message }] : [];
      }),
    ),
  );
}

/** A document orders tasks, or somebody answers that it orders none. */
export function taskFaults(tasks: readonly NewTask[], noTask?: boolean, draft?: boolean): Fault[] {
  const message = noTask
    ? 'Văn bản ghi “không giao nhiệm vụ” thì không kèm nhiệm vụ.'
    : 'Ghi ít nhất một nhiệm vụ, hoặc chọn “không giao nhiệm vụ”.';
  return (noTask ? tasks.length > 0 : tasks.length === 0 && !draft) ? [{ path: 'tasks', message }] : [];
}

/** Refuses with all faults at once. */
export function refuseFaults(faults: readonly Fault[]): void {
  const [first] = faults;
  if (first) throw new Refusal('invalid', first.message, faults);
}
