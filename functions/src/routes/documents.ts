import { catalogOf } from '@tddh/core/catalog';
import { loadDocument, plannedOf, settle } from '@tddh/core/complete';
import type { Desk } from '@tddh/core/desk';
import { changeDocument, readDocument } from '@tddh/core/documents';
import { enterDocument } from '@tddh/core/enter';
import { itemOf } from '@tddh/core/item';
import { listDocuments } from '@tddh/core/registry';
import type { Assignment } from '@tddh/domain/assignment';
import { type Document, documentChange, enteredDocument } from '@tddh/domain/document';
import { documentFilter } from '@tddh/domain/filter';
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import type { Env } from '../context.ts';
import { body, query } from '../input.ts';
import { once, orTwin } from '../once.ts';

const says = (summary: string) => describeRoute({ tags: ['Văn bản'], summary });

/** A document without its inner bookkeeping. */
export function documentView({ made: _, uniqueKey: __, ...seen }: Document) {
  return seen;
}

async function items(desk: Desk, list: readonly Assignment[]) {
  const { settings, units } = await catalogOf(desk.db);
  const { calendar } = settings;
  return list.map((a) =>
    itemOf(a, { today: desk.today, asOf: desk.today, clock: 'report', calendar, units }),
  );
}

/** Entering, completing and correcting documents, and their register. */
export const documentRoutes = new Hono<Env>()
  .get('/documents', says('Sổ văn bản'), query(documentFilter), async (c) =>
    c.json(await listDocuments(c.get('desk'), c.req.valid('query'))),
  )
  .post('/documents', says('Nhập văn bản và giao nhiệm vụ'), body(enteredDocument), async (c) => {
    const desk = c.get('desk');
    const { keep, before } = await once<Document>(c);
    const write = () => enterDocument(desk, c.req.valid('json'), keep);
    const again = async (made: Document) => settle(desk, (await loadDocument(desk.db, made.id)) ?? made);
    const document = before ? await again(before) : await orTwin(c, keep, write, again);
    c.get('ground').ring();
    const assignments = await items(desk, await plannedOf(desk.db, document));
    return c.json({ document: documentView(document), assignments }, 201);
  })
  .get('/documents/:id', says('Một văn bản với nhiệm vụ và lịch sử'), async (c) => {
    const desk = c.get('desk');
    const { document, assignments, ...more } = await readDocument(desk, c.req.param('id'));
    const list = await items(desk, assignments);
    return c.json({ document: documentView(document), assignments: list, ...more });
  })
  .patch('/documents/:id', says('Hoàn thiện bản nháp, hoặc sửa văn bản'), body(documentChange), async (c) => {
    const desk = c.get('desk');
    const document = await changeDocument(desk, c.req.param('id'), c.req.valid('json'));
    c.get('ground').ring();
    const assignments = await items(desk, await plannedOf(desk.db, document));
    return c.json({ document: documentView(document), assignments });
  });
