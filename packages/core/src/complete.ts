import { apply } from '@tddh/domain/apply';
import type { Assignment, DocumentFacts } from '@tddh/domain/assignment';
import { assign } from '@tddh/domain/decide';
import type { Document } from '@tddh/domain/document';
import type { Initial } from '@tddh/domain/events';
import { firstOf } from '@tddh/domain/recurring';
import { kindOf } from '@tddh/domain/transfer';
import { type Catalog, catalogOf } from './catalog.ts';
import { assignmentPut, change, recordWrites } from './change.ts';
import { Conflict, commit, put, type Write } from './commit.ts';
import type { Db } from './db.ts';
import { at, type Desk } from './desk.ts';

/** So many assignments are made in one transaction: each is three or four rows, and a transaction holds 100. */
const chunk = 24;

/**
 * Makes what the document's plan still lacks, and lets its assignments take over what was corrected in it. Run
 * again, or twice at once, it changes nothing more: the relay calls it for what a crash left.
 */
export async function settle(desk: Desk, document: Document): Promise<Document> {
  if (document.status !== 'issued') return document;
  const catalog = await catalogOf(desk.db);
  const made = await makeAssignments(desk, document, catalog);
  if (made.revision > 1) await spread(desk, made);
  return made;
}

/** Makes the assignments of the plan in chunks; each transaction also counts them in the document. */
async function makeAssignments(desk: Desk, document: Document, catalog: Catalog): Promise<Document> {
  let at = document;
  for (;;) {
    const rest = planned(at, catalog).slice(at.made, at.made + chunk);
    if (rest.length === 0) return at;
    try {
      await commit(desk.db, chunkWrites(desk, at, rest, catalog));
      at = { ...at, made: at.made + rest.length };
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      const fresh = await loadDocument(desk.db, document.id);
      if (!fresh || fresh.made === at.made) throw error;
      at = fresh;
    }
  }
}

function chunkWrites(desk: Desk, document: Document, initials: Initial[], catalog: Catalog): Write[] {
  const { db } = desk;
  const context = {
    actor: desk.actor,
    today: desk.today,
    now: at(desk),
    settings: catalog.settings,
    newId: () => desk.newId('asg'),
  };
  const counted = db.documents
    .patch({ documentId: document.id })
    .set({ made: document.made + initials.length })
    .where((attr, op) => op.eq(attr.made, document.made))
    .params();
  return [
    { Update: counted as NonNullable<Write['Update']> },
    ...initials.flatMap((initial) => {
      const event = assign(initial, context);
      const made = apply(undefined, event);
      return [put(assignmentPut(db, made, catalog.settings, 0)), ...recordWrites(db, [event], made)];
    }),
  ];
}

/** The assignments of a document's plan: in the order of tasks, then leads, then supports; ids follow from the plan. */
function planned(document: Document, catalog: Catalog): Initial[] {
  return document.tasks.flatMap((task) => {
    const assignedOn = task.assignedOn ?? document.enteredOn;
    return (['lead', 'support'] as const).flatMap((role) =>
      (role === 'lead' ? task.leads : task.supports).map((unitId): Initial => {
        const unit = catalog.units.find((u) => u.id === unitId);
        return {
          id: plannedId(document.id, task.id, unitId, role),
          ...{
            documentId: document.id,
            taskId: task.id,
            taskNumber: task.number,
            content: task.content,
            role,
          },
          ...{
            agencyId: unitId,
            agencyName: unit?.name ?? unitId,
            agencyKind: unit ? kindOf(unit) : 'agency',
          },
          ...{ departmentId: document.departmentId, departmentName: document.departmentName },
          fieldId: document.fieldId,
          ...(document.signer ? { signer: document.signer } : {}),
          ...(task.national ? { national: task.national } : {}),
          document: factsOf(document),
          assignedOn,
          status: 'assigned',
          dues: [{ dueOn: task.dueOn, on: assignedOn, kind: 'assigned' }],
          ...{ reports: [], extensions: [], pauses: [], questions: [], corrections: [] },
          ...(task.recurring && task.dueOn ? { recurring: firstOf(task.recurring, task.dueOn) } : {}),
        };
      }),
    );
  });
}

/** The id of an assignment follows from (document, task, unit, role), so that a chunk run twice makes one. */
export function plannedId(
  documentId: string,
  taskId: string,
  unitId: string,
  role: 'lead' | 'support',
): string {
  return `asg_${documentId.slice(4)}.${taskId}.${unitId}.${role === 'lead' ? 'l' : 's'}`;
}

/** What an assignment copies of its document. */
export function factsOf(d: Document): DocumentFacts {
  return {
    ...{ id: d.id, number: d.number ?? '', issuedOn: d.issuedOn ?? d.enteredOn },
    ...{ subject: d.subject, issuer: d.issuer, type: d.typeName },
  };
}

/** Lets every assignment of a document take over its facts, field and signer. */
async function spread(desk: Desk, document: Document): Promise<void> {
  const body = {
    document: factsOf(document),
    ...{ fieldId: document.fieldId, departmentId: document.departmentId },
    departmentName: document.departmentName,
    ...(document.signer ? { signer: document.signer } : {}),
  };
  for (const a of await assignmentsOf(desk.db, document)) {
    if (a.closed) continue;
    const recurring = document.tasks.find((task) => task.id === a.taskId)?.recurring;
    await change(desk, a.id, { verb: 'follow', body: recurring ? { ...body, recurring } : body });
  }
}

/** All assignments of a document: in the order of tasks, then leads, then supports. */
export async function assignmentsOf(db: Db, document: Pick<Document, 'id' | 'tasks'>): Promise<Assignment[]> {
  const { data } = await db.assignments.query.byDocument({ documentId: document.id }).go({ pages: 'all' });
  const place = (a: Assignment) => {
    const task = document.tasks.find((t) => t.id === a.taskId);
    const at = (a.role === 'lead' ? task?.leads : task?.supports)?.indexOf(a.agencyId) ?? -1;
    return a.taskNumber * 1000 + (a.role === 'lead' ? 0 : 500) + (at < 0 ? 499 : at);
  };
  return data.map((row) => row.data).sort((a, b) => place(a) - place(b));
}

/** The assignments that a document's plan made, read consistently, in the plan's order. */
export async function plannedOf(db: Db, document: Document): Promise<Assignment[]> {
  if (document.status !== 'issued') return [];
  const ids = document.tasks.flatMap((task) => [
    ...task.leads.map((unit) => plannedId(document.id, task.id, unit, 'lead')),
    ...task.supports.map((unit) => plannedId(document.id, task.id, unit, 'support')),
  ]);
  if (ids.length === 0) return [];
  const { data } = await db.assignments
    .get(ids.map((assignmentId) => ({ assignmentId })))
    .go({ consistent: true, preserveBatchOrder: true });
  return data.flatMap((row) => (row ? [row.data] : []));
}

/** All assignments of a document, read consistently: those of its plan, and those that followed them. */
export async function assignmentsNow(db: Db, document: Document): Promise<Assignment[]> {
  const found = await plannedOf(db, document);
  for (let next = found; next.length > 0; ) {
    const known = new Set(found.map((a) => a.id));
    const ids = next.flatMap((a) => [a.successorId, a.recurring?.nextId]);
    const fresh = [...new Set(ids.filter((id) => id !== undefined && !known.has(id)))] as string[];
    if (fresh.length === 0) break;
    const { data } = await db.assignments
      .get(fresh.map((assignmentId) => ({ assignmentId })))
      .go({ consistent: true });
    next = data.map((row) => row.data).filter((a) => a.documentId === document.id);
    found.push(...next);
  }
  return found;
}

/** The document of an id, read consistently. */
export async function loadDocument(db: Db, documentId: string): Promise<Document | undefined> {
  const { data } = await db.documents.get({ documentId }).go({ consistent: true });
  return data ? { ...data.data, made: data.made, revision: data.revision } : undefined;
}
