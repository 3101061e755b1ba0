import type { Assignment } from '@tddh/domain/assignment';
import { canIssue, type Document, type DocumentChange, dayFaults, refuseSecret } from '@tddh/domain/document';
import { mayDo } from '@tddh/domain/permission';
import { isAgencyRole } from '@tddh/domain/person';
import { recurringFaults } from '@tddh/domain/recurring';
import { invalid, Refusal } from '@tddh/domain/refusal';
import { carried, carriedOut, type NewTask } from '@tddh/domain/task';
import { type Catalog, catalogOf } from './catalog.ts';
import { assignmentsOf, loadDocument, settle } from './complete.ts';
import type { Desk } from './desk.ts';
import type { DocumentEvent } from './documentevents.ts';
import {
  commitDocument,
  eventOf,
  fieldFor,
  keyOf,
  lostRace,
  numbered,
  ordered,
  refuseFaults,
  taskFaults,
  typeOf,
  unitFaults,
} from './enter.ts';
import { broughtFiles } from './filelinks.ts';

/**
 * Completes a draft (giving number and day issues it) or corrects a document. An issued one keeps its day; tasks
 * given for it are added to its plan.
 * @param revision the revision that the caller has seen, where the change holds for that one only
 * @throws Refusal `not_found`, `forbidden`, `invalid`, `document_exists`, `lost_race`
 */
export async function changeDocument(
  desk: Desk,
  documentId: string,
  input: DocumentChange,
  revision?: number,
): Promise<Document> {
  const [loaded, catalog] = await Promise.all([loadDocument(desk.db, documentId), catalogOf(desk.db)]);
  if (!loaded || isAgencyRole(desk.actor.role)) throw documentNotFound();
  if (!mayDo(desk.actor, 'enter', loaded.departmentId)) {
    throw new Refusal('forbidden', 'Chỉ chuyên viên, trưởng phòng của phòng đã nhập được sửa văn bản này.');
  }
  const secret = refuseSecret(input);
  if (secret) throw secret;
  if (revision !== undefined && revision !== loaded.revision) throw lostRace();
  const before = await settle(desk, loaded);
  const changed = merge(catalog, desk, before, input);
  const issues = before.status === 'draft' && !input.draft && canIssue(changed);
  const issued = issues || before.status === 'issued';
  const document: Document = {
    ...changed,
    ...keyOf(changed),
    status: issued ? 'issued' : 'draft',
    tasks: ordered(changed.tasks, issued, desk.today),
    revision: before.revision + 1,
  };
  refuseFaults(document.status === 'issued' ? taskFaults(plain(document), document.noTask) : []);
  const event: DocumentEvent = {
    ...eventOf(desk, document, issues ? 'issued' : 'changed'),
    ...(input.reason ? { reason: input.reason } : {}),
    before: replaced(before, document),
  };
  await commitDocument(desk, document, before, event);
  return settle(desk, document);
}

function merge(catalog: Catalog, desk: Desk, before: Document, input: DocumentChange): Document {
  const draft = before.status === 'draft';
  if (!draft && input.issuedOn !== undefined && input.issuedOn !== before.issuedOn) {
    throw invalid('issuedOn', 'Ngày ban hành chỉ sửa được khi văn bản còn là bản nháp.');
  }
  if (!draft && input.number === null) throw invalid('number', 'Văn bản đã giao việc phải có số, ký hiệu.');
  const given = input.tasks ?? (draft ? plain(before) : []);
  const issuedOn = input.issuedOn === undefined ? before.issuedOn : input.issuedOn;
  refuseFaults([
    ...dayFaults(issuedOn, given, desk.today),
    ...recurringFaults(given, desk.today),
    ...unitFaults(catalog, given, issuedOn, desk.today),
  ]);
  const field = input.field === undefined ? undefined : fieldFor(catalog, desk.actor, input.field);
  const type = input.type === undefined ? undefined : typeOf(catalog, input.type);
  const tasks = input.tasks
    ? draft
      ? carriedOut(numbered(carried(before.tasks, input.tasks)), before.national)
      : [...before.tasks, ...carriedOut(numbered(input.tasks, before.tasks.length), before.national)]
    : before.tasks;
  const { uniqueKey: _, noTask: had, ...kept } = before;
  const noTask = input.noTask ?? (tasks.length > 0 ? undefined : had);
  return {
    ...kept,
    ...(input.number === undefined ? {} : { number: input.number }),
    ...{ issuedOn, tasks },
    ...(input.issuer === undefined ? {} : { issuer: input.issuer }),
    ...(input.subject === undefined ? {} : { subject: input.subject }),
    ...(input.signer === undefined ? {} : { signer: input.signer }),
    ...(type ? { type: type.id, typeName: type.name } : {}),
    ...(field ? { fieldId: field.id } : {}),
    ...(noTask ? { noTask: true } : {}),
  };
}

function plain(document: Document): NewTask[] {
  return document.tasks.map(({ content, leads, supports, dueOn, recurring }) => ({
    ...{ content, dueOn, leads: [...leads], supports: [...supports] },
    ...(recurring ? { recurring } : {}),
  }));
}

function replaced(before: Document, after: Document): Partial<Document> {
  const keys = ['number', 'issuedOn', 'issuer', 'type', 'subject', 'fieldId', 'signer', 'noTask'] as const;
  return Object.fromEntries(keys.filter((k) => before[k] !== after[k]).map((k) => [k, before[k] ?? null]));
}

/** A document with its assignments, history and national due days; an agency sees it only where it has a part, and only its own part. */
export async function readDocument(desk: Desk, documentId: string) {
  const { db, actor } = desk;
  const [found, file] = await Promise.all([
    loadDocument(db, documentId),
    db.file.query.file({ documentId }).go({ pages: 'all' }),
  ]);
  if (!found) throw documentNotFound();
  const [assignments, files] = await Promise.all([
    assignmentsOf(db, found),
    broughtFiles(db, found.files ?? []),
  ]);
  if (!isAgencyRole(actor.role)) {
    const refs = found.tasks.flatMap((task) => task.national ?? []);
    const view = () => import('./national/view.ts');
    const national = refs.length > 0 ? await (await view()).nationalDues(db, refs) : {};
    return { document: found, assignments, history: file.data.map((row) => row.data), national, files };
  }
  const own = assignments.filter((a) => a.agencyId === actor.unitId);
  if (own.length === 0) throw documentNotFound();
  return { document: ownPart(found, actor.unitId, own), assignments: own, history: [], national: {}, files };
}

/** The document as an agency sees it: its own tasks, without the other units. */
function ownPart(document: Document, unitId: string, own: readonly Assignment[]): Document {
  const tasks = document.tasks
    .filter((task) => own.some((a) => a.taskId === task.id))
    .map((task) => ({
      ...task,
      leads: task.leads.filter((unit) => unit === unitId),
      supports: task.supports.filter((unit) => unit === unitId),
    }));
  return { ...document, tasks };
}

/** The refusal of a document that is not there, or must not be seen. */
export function documentNotFound(): Refusal {
  return new Refusal(
    'not_found',
    'Không tìm thấy văn bản này, hoặc đơn vị bạn không có nhiệm vụ trong văn bản.',
  );
}
