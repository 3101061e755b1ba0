import { addDays, type Day, monthsBetween } from '@tddh/domain/day';
import type { Document } from '@tddh/domain/document';
import type { DocumentFilter } from '@tddh/domain/filter';
import { mayDo } from '@tddh/domain/permission';
import { Refusal } from '@tddh/domain/refusal';
import { fold, matches } from '@tddh/domain/text';
import { catalogOf } from './catalog.ts';
import type { Db } from './db.ts';
import type { Desk } from './desk.ts';
import { numberKey } from './enter.ts';
import { pageOf, type Source } from './paging.ts';

/** A document as a list shows it. */
export interface DocumentItem
  extends Pick<
    Document,
    | 'id'
    | 'number'
    | 'issuedOn'
    | 'issuer'
    | 'typeName'
    | 'subject'
    | 'fieldId'
    | 'departmentId'
    | 'departmentName'
  > {
  status: Document['status'];
  noTask: boolean;
  taskCount: number;
  enteredOn: string;
}

/**
 * A page of documents: of a number, of a department, or of all departments by month; for those who read all.
 * @throws Refusal `forbidden`, `bad_cursor`
 */
export async function listDocuments(desk: Desk, filter: DocumentFilter) {
  if (!mayDo(desk.actor, 'read-all')) {
    throw new Refusal('forbidden', 'Sổ văn bản chỉ dành cho Văn phòng và lãnh đạo.');
  }
  const { cursor, limit, ...asked } = filter;
  const page = await pageOf<Document>(
    desk.db,
    await documentSources(desk, asked),
    (d) =>
      (!asked.department || d.departmentId === asked.department) &&
      (!asked.status || d.status === asked.status) &&
      (!asked.from || d.enteredOn >= asked.from) &&
      (!asked.to || d.enteredOn <= asked.to) &&
      (!asked.q || matches(fold(`${d.number ?? ''} ${d.subject} ${d.issuer}`), asked.q)),
    { purpose: `${desk.actor.id}\ndocuments\n${JSON.stringify(asked)}`, cursor, limit },
  );
  return { items: page.rows.map(documentItem), cursor: page.cursor };
}

async function documentSources(
  { db, today }: Desk,
  asked: Omit<DocumentFilter, 'cursor' | 'limit'>,
): Promise<Source<Document>[]> {
  const { byNumber, byDepartment, byMonth } = db.documents.query;
  if (asked.number) return [source(byNumber({ numberKey: numberKey(asked.number) }))];
  if (asked.department) return [source(byDepartment({ departmentId: asked.department }))];
  const { office } = await catalogOf(db);
  return monthsBetween(asked.from ?? office.since, asked.to ?? today)
    .reverse()
    .map((month) => source(byMonth({ month })));
}

/** The documents that a department entered from `from` to `to`: one range of one index. */
export async function enteredBetween(db: Db, departmentId: string, from: Day, to: Day): Promise<Document[]> {
  const { data } = await db.documents.query
    .byDepartment({ departmentId })
    .between({ enteredOn: from }, { enteredOn: addDays(to, 1) })
    .go({ pages: 'all' });
  return data
    .map((row) => ({ ...row.data, made: row.made, revision: row.revision }))
    .filter(({ enteredOn }) => from <= enteredOn && enteredOn <= to);
}

interface Row {
  data: Omit<Document, 'made' | 'revision'>;
  made: number;
  revision: number;
}
interface Query {
  go: (options: { cursor: string | null; limit: number; pages: 1; order: 'desc' }) => Promise<{
    data: Row[];
    cursor: string | null;
  }>;
}

/** Latest entered first. */
function source(query: Query): Source<Document> {
  return async (cursor, limit) => {
    const page = await query.go({ cursor, limit, pages: 1, order: 'desc' });
    const rows = page.data.map(({ data, made, revision }) => ({ ...data, made, revision }));
    return { rows, cursor: page.cursor };
  };
}

/** The item of a document. */
function documentItem(d: Document): DocumentItem {
  return {
    ...{ id: d.id, number: d.number, issuedOn: d.issuedOn, issuer: d.issuer, typeName: d.typeName },
    ...{ subject: d.subject, fieldId: d.fieldId, departmentId: d.departmentId },
    ...{ departmentName: d.departmentName, status: d.status, noTask: d.noTask ?? false },
    ...{ taskCount: d.tasks.length, enteredOn: d.enteredOn },
  };
}
