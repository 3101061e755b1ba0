import type { FieldOfWork, Unit } from '@tddh/domain/agency';
import { type Assignment, isOpen } from '@tddh/domain/assignment';
import type { Document } from '@tddh/domain/document';
import { invalid, Refusal } from '@tddh/domain/refusal';
import { auditWrite } from './audit.ts';
import { catalogOf, catalogPut } from './catalog.ts';
import { load, notFound, perform } from './change.ts';
import { loadDocument } from './complete.ts';
import type { Desk } from './desk.ts';
import { commitDocument, eventOf } from './enter.ts';
import { type Moved, result } from './moving.ts';
import { refuseUnlessAdmin } from './people.ts';
import { all, each, openOfDepartment } from './sources.ts';
import { fieldNow, over } from './units.ts';

/** What still follows another department than the one to which its field belongs. */
export interface FieldLeft {
  field: FieldOfWork;
  /** Ids of the open assignments that do not follow the field's department yet, oldest due day first. */
  assignments: { id: string; content: string; departmentName: string; status: Assignment['status'] }[];
  /** Drafts in the field that other departments entered: they go along. */
  drafts: { id: string; subject: string; departmentName: string }[];
}

/**
 * Gives a field to another department: what is entered from now on goes there. Its open assignments follow in a
 * batch; closed ones stay with the department that confirmed them.
 * @throws Refusal `forbidden`, `not_found`, `invalid`, `revision_changed`
 */
export async function handOverField(
  desk: Desk,
  fieldId: string,
  departmentId: string,
  seen?: number,
): Promise<FieldOfWork> {
  refuseUnlessAdmin(desk);
  const field = await fieldNow(desk, fieldId, seen);
  const { units } = await catalogOf(desk.db);
  if (!units.some((u) => u.id === departmentId && u.kind === 'department' && !u.validTo)) {
    throw invalid('departmentId', 'Hãy chọn một phòng của Văn phòng đang có hiệu lực.');
  }
  if (departmentId === field.departmentId) {
    throw invalid('departmentId', 'Lĩnh vực đã thuộc phòng này.');
  }
  const after = { ...field, departmentId };
  const detail = `${field.departmentId} → ${departmentId}`;
  const entry = auditWrite(desk, { act: 'handed-over', subject: fieldId, detail });
  await over(desk, [catalogPut(desk.db, 'field', fieldId, after, field.revision), entry], 'Lĩnh vực này');
  return { ...after, revision: (field.revision ?? 0) + 1 };
}

/** What a field's handover to `departmentId` moves, or, without one, what it has still to move. */
export async function fieldLeft(desk: Desk, fieldId: string, departmentId?: string): Promise<FieldLeft> {
  refuseUnlessAdmin(desk);
  const field = await fieldNow(desk, fieldId);
  const home = departmentId ?? field.departmentId;
  const { units } = await catalogOf(desk.db);
  const others = units.filter((u) => u.kind === 'department' && u.id !== home);
  const open = (await each(others, 4, (u) => all(openOfDepartment(desk.db, u.id)))).flat();
  const drafts = await each(others, 4, (u) => draftsOf(desk, u.id));
  return {
    field,
    assignments: open
      .filter((a) => a.fieldId === fieldId)
      .map(({ id, content, departmentName, status }) => ({ id, content, departmentName, status })),
    drafts: drafts
      .flat()
      .filter((d) => d.fieldId === fieldId)
      .map(({ id, subject, departmentName }) => ({ id, subject, departmentName })),
  };
}

async function draftsOf(desk: Desk, departmentId: string) {
  const { data } = await desk.db.documents.query.byDepartment({ departmentId }).go({ pages: 'all' });
  return data.map((row) => row.data).filter((d) => d.status === 'draft');
}

/**
 * Lets open assignments and drafts of a field follow it to its department: each in a transaction of its own, so that
 * the batch may die anywhere and be run again; what follows already is left as it is.
 * @param ids of assignments and drafts, at most 100
 */
export async function followField(desk: Desk, fieldId: string, ids: readonly string[]): Promise<Moved[]> {
  refuseUnlessAdmin(desk);
  const field = await fieldNow(desk, fieldId);
  const { units } = await catalogOf(desk.db);
  const home = units.find((u) => u.id === field.departmentId)!;
  return each(ids, 4, (id) =>
    result(id, () => (id.startsWith('doc_') ? bring(desk, id, field, home) : follow(desk, id, field, home))),
  );
}

async function follow(desk: Desk, id: string, field: FieldOfWork, home: Unit) {
  const a = await load(desk.db, id);
  if (!a) throw notFound();
  if (a.fieldId !== field.id) throw new Refusal('state_forbids', 'Nhiệm vụ này đã thuộc lĩnh vực khác.');
  if (!isOpen(a)) throw new Refusal('state_forbids', 'Nhiệm vụ đã kết thúc: giữ ở phòng đã theo dõi.');
  await bring(desk, a.documentId, field, home);
  const body = {
    ...{ document: a.document, fieldId: a.fieldId, handover: true },
    ...{ departmentId: home.id, departmentName: home.name },
    reason: `Bàn giao lĩnh vực ${field.name}`,
  };
  const { events } = await perform(desk, id, { verb: 'follow', body });
  return { done: events.length > 0 };
}

/** The document follows as well, so that the new department may correct it; nothing where it does already. */
async function bring(desk: Desk, documentId: string, field: FieldOfWork, home: Unit) {
  const before = await loadDocument(desk.db, documentId);
  if (!before || before.fieldId !== field.id || before.departmentId === home.id) return { done: false };
  const document: Document = {
    ...before,
    ...{ departmentId: home.id, departmentName: home.name, revision: before.revision + 1 },
  };
  const event = {
    ...eventOf(desk, document, 'changed'),
    reason: `Bàn giao lĩnh vực ${field.name}`,
    before: { departmentName: before.departmentName },
  };
  try {
    await commitDocument(desk, document, before, event);
  } catch (error) {
    // Another row of the batch brought it meanwhile: then it is where it belongs.
    const now = error instanceof Refusal ? await loadDocument(desk.db, documentId) : undefined;
    if (now?.departmentId !== home.id) throw error;
  }
  return { done: true };
}
