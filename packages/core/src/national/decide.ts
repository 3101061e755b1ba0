import { isOpen } from '@tddh/domain/assignment';
import type { Document } from '@tddh/domain/document';
import type { Link } from '@tddh/domain/link';
import { type Held, heldOf, taskOf } from '@tddh/domain/meeting';
import type { Difference, NationalDocument } from '@tddh/domain/national';
import { mayDo } from '@tddh/domain/permission';
import { invalid, Refusal } from '@tddh/domain/refusal';
import { catalogOf } from '../catalog.ts';
import { change } from '../change.ts';
import { assignmentsOf, loadDocument } from '../complete.ts';
import type { Desk } from '../desk.ts';
import { changeDocument } from '../documents.ts';
import { linkOf } from './links.ts';
import { followAgain, keep, meet, meetingOf, openDifferences } from './meet.ts';
import type { Meeting } from './rows.ts';
import { tasksOf, theirsOf, unitNow } from './sides.ts';
import { viewAt } from './view.ts';

/** A difference that waits for a person. */
export interface OpenDifference extends Difference {
  stream: string;
  documentId: string;
  documentNumber: string;
  subject: string;
  departmentId: string;
  departmentName: string;
  /** True of a draft, whose tasks are changed on its own page. */
  draft: boolean;
}

const most = 100;

/** What people of this desk's department (all, for the administrator and office-leaders) have to decide. */
export async function differencesFor(desk: Desk): Promise<OpenDifference[]> {
  if (!mayDo(desk.actor, 'read-all')) {
    throw new Refusal('forbidden', 'Việc đối chiếu với hệ thống quốc gia do Văn phòng làm.');
  }
  const link = await linkOf(desk.db);
  const { data } = await desk.db.meetings.query
    .byAttention({ attention: 'difference' })
    .go({ limit: most, pages: 1 });
  const found = await Promise.all(
    data.map(async ({ data: meeting }) => {
      const [theirs, document] = await Promise.all([
        viewAt(desk.db, meeting.stream),
        meeting.documentId ? loadDocument(desk.db, meeting.documentId) : undefined,
      ]);
      if (!theirs.document || !document) return [];
      const { stream } = meeting;
      const { id: documentId, number, subject, departmentId, departmentName, status } = document;
      const head = {
        ...{ stream, documentId, documentNumber: number ?? '', subject, departmentId, departmentName },
        draft: status === 'draft',
      };
      const open = await openDifferences(desk, link, meeting, theirs.document);
      return open.map((difference) => ({ ...head, ...difference }));
    }),
  );
  const officer = desk.actor.role === 'officer' || desk.actor.role === 'department-head';
  return found.flat().filter((d) => !officer || d.departmentId === desk.actor.unitId);
}

/**
 * Decides a difference: ours stays as it is, or theirs is taken over as the deciding person's own change.
 * @throws Refusal `not_found`, `forbidden`, `state_forbids` where theirs has changed meanwhile, `invalid` where this
 *   difference cannot be taken over at once
 */
export async function decideDifference(
  desk: Desk,
  stream: string,
  { path, theirs, take }: { path: string; theirs: string | null; take: boolean },
): Promise<void> {
  const link = await linkOf(desk.db);
  const [row, view] = await Promise.all([meetingOf(desk.db, stream), viewAt(desk.db, stream)]);
  const document = row?.data.documentId ? await loadDocument(desk.db, row.data.documentId) : undefined;
  if (!row || !document || !view.document) throw new Refusal('not_found', 'Không có khác biệt này.');
  if (!mayDo(desk.actor, 'enter', document.departmentId)) {
    throw new Refusal('forbidden', 'Phòng theo dõi văn bản này quyết định khác biệt với hệ thống quốc gia.');
  }
  const open = await openDifferences(desk, link, row.data, view.document);
  if (!open.some((d) => d.path === path && d.theirs === theirs)) {
    throw new Refusal('state_forbids', 'Khác biệt này đã được xử lý hoặc bản quốc gia đã đổi. Hãy tải lại.');
  }
  if (take) {
    await takeTheirs(desk, document, view.document, path);
    await followAgain(desk, stream, await partsOf(desk, link, view.document, path));
  } else await keepOurs(desk, row.data, row.revision, { path, theirs });
  await meet(desk, link, stream);
}

/** The national side's word on the parts of a difference. */
async function partsOf(desk: Desk, link: Link, theirs: NationalDocument, path: string): Promise<Held> {
  const catalog = await catalogOf(desk.db);
  const tasks = tasksOf(link, catalog, theirs);
  if ('code' in tasks) return {};
  const told = heldOf(theirsOf(theirs, tasks, unitNow(catalog, desk.today)));
  const whole = path.endsWith('.missing') ? path.slice(0, -'missing'.length) : undefined;
  return Object.fromEntries(
    Object.entries(told).filter(([part]) => part === path || (whole && taskOf(part) === whole)),
  );
}

async function keepOurs(
  desk: Desk,
  meeting: Meeting,
  revision: number,
  { path, theirs }: { path: string; theirs: string | null },
): Promise<void> {
  const kept = [
    ...meeting.kept.filter((k) => k.path !== path),
    { path, theirs, by: desk.actor.id, on: desk.today },
  ];
  if (await keep(desk, { ...meeting, kept }, { revision }, 'difference')) return;
  throw new Refusal('lost_race', 'Có người vừa quyết định khác biệt này. Hãy tải lại.');
}

async function takeTheirs(
  desk: Desk,
  document: Document,
  theirs: NationalDocument,
  path: string,
): Promise<void> {
  const reason = `Theo hệ thống quốc gia, phiên bản ${theirs.version}`;
  const [, taskId = '', what = ''] = /^tasks\.(.+)\.(\w+)$/.exec(path) ?? [];
  const their = theirs.tasks.find((t) => t.taskId === taskId);
  if (!their) {
    const key = path as 'number' | 'issuedOn' | 'issuer' | 'subject';
    await changeDocument(desk, document.id, {
      [key]: theirs[key],
      reason,
      draft: document.status === 'draft',
    });
    return;
  }
  if (what === 'missing') return add(desk, document, theirs, taskId, reason);
  const task = document.tasks.find((t) => t.national?.taskId === taskId);
  if (document.status === 'draft' || !task || !['content', 'dueOn'].includes(what)) {
    throw invalid('take', 'Khác biệt này hãy sửa trên trang văn bản hoặc nhiệm vụ, rồi quay lại đây.');
  }
  for (const a of await assignmentsOf(desk.db, document)) {
    if (a.taskId !== task.id || !isOpen(a)) continue;
    if (what === 'content') {
      await change(desk, a.id, { verb: 'correct', body: { fields: { content: their.content }, reason } });
    } else {
      await change(desk, a.id, { verb: 'redue', body: { dueOn: their.dueOn!, reference: theirs.number } });
    }
  }
}

/** Adds the task that the province does not have yet. */
async function add(desk: Desk, document: Document, theirs: NationalDocument, taskId: string, reason: string) {
  const [link, catalog] = await Promise.all([linkOf(desk.db), catalogOf(desk.db)]);
  const tasks = tasksOf(link, catalog, theirs);
  if ('code' in tasks)
    throw invalid('take', `Chưa biết mã đơn vị ${tasks.about}. Hãy khai báo mã rồi làm lại.`);
  const added = tasks.filter((t) => t.national.taskId === taskId);
  const standing = document.tasks.map(({ content, leads, supports, dueOn, national }) => ({
    ...{ content, leads: [...leads], supports: [...supports], dueOn },
    ...(national ? { national } : {}),
  }));
  const draft = document.status === 'draft';
  await changeDocument(desk, document.id, { tasks: draft ? [...standing, ...added] : added, reason, draft });
}
