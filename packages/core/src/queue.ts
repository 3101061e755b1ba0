import type { Assignment } from '@tddh/domain/assignment';
import type { Day } from '@tddh/domain/day';
import type { QueueFilter } from '@tddh/domain/filter';
import { mayDo } from '@tddh/domain/permission';
import { Refusal } from '@tddh/domain/refusal';
import { owesReport, progressOf, type TaskProgress } from '@tddh/domain/taskgroup';
import { catalogOf } from './catalog.ts';
import type { Desk } from './desk.ts';
import { type Item, itemOf, type Lens } from './item.ts';
import { pageOf } from './paging.ts';
import { all, awaitingOf, each, ofTask } from './sources.ts';

/** One task of the queue with its units: those whose report waits, and those that owe one. */
export interface QueueGroup extends TaskProgress {
  /** Of the task and the department that decides. */
  id: string;
  content: string;
  document: Item['document'];
  department: Item['department'];
  field: string;
  /** The day of the report that has waited longest. */
  oldestOn: Day;
  /** Reports that wait for this department, oldest first. */
  awaiting: Item[];
  /** Units that have not reported, earliest due first. */
  missing: Item[];
}

/** So many tasks are read at once. */
const width = 8;

/**
 * A page of the queue by task: of a page of waiting reports (oldest first, department by department) every task whose
 * oldest report stands on it, so that each task comes once. It costs the page and one query per task, whatever the
 * size of the table.
 * @throws Refusal `forbidden` for who does not read all; `bad_cursor`
 */
export async function queueByTask(
  desk: Desk,
  filter: QueueFilter,
): Promise<{ items: QueueGroup[]; cursor: string | null }> {
  if (!mayDo(desk.actor, 'read-all')) {
    throw new Refusal('forbidden', 'Danh sách chờ xác nhận chỉ dành cho Văn phòng và lãnh đạo.');
  }
  const { cursor, limit, ...asked } = filter;
  const { units, settings } = await catalogOf(desk.db);
  const departments = asked.department
    ? [asked.department]
    : units.filter((u) => u.kind === 'department').map((u) => u.id);
  const waits = (a: Assignment) => a.status === 'reported' && (!asked.field || a.fieldId === asked.field);
  const page = await pageOf(
    desk.db,
    departments.map((id) => awaitingOf(desk.db, id)),
    waits,
    { purpose: `${desk.actor.id}\nqueue\n${JSON.stringify(asked)}`, cursor, limit },
  );
  const lens: Lens = {
    ...{ today: desk.today, asOf: desk.today, clock: 'report' },
    ...{ calendar: settings.calendar, escalateAfter: settings.escalateAfter, units },
  };
  const tasks = [...new Map(page.rows.map((a) => [groupId(a), a])).values()];
  const groups = await each(tasks, width, async (one) => {
    const whole = await all(ofTask(desk.db, one.documentId, one.taskNumber));
    return groupOf(
      one,
      whole.filter((a) => a.taskId === one.taskId),
      waits,
      lens,
    );
  });
  const here = new Set(page.rows.map((a) => a.id));
  const items = groups
    .filter((group) => here.has(group.awaiting[0]?.id ?? ''))
    .sort((a, b) => (a.oldestOn < b.oldestOn ? -1 : a.oldestOn > b.oldestOn ? 1 : a.id < b.id ? -1 : 1));
  return { items, cursor: page.cursor };
}

const groupId = (a: Assignment) => `${a.documentId}.${a.taskId}.${a.departmentId}`;

function groupOf(
  one: Assignment,
  whole: readonly Assignment[],
  waits: (a: Assignment) => boolean,
  lens: Lens,
): QueueGroup {
  const awaiting = whole
    .filter((a) => waits(a) && groupId(a) === groupId(one))
    .map((a) => itemOf(a, lens))
    .sort(by((item) => `${item.reportedOn} ${item.id}`));
  const missing = whole
    .filter(owesReport)
    .map((a) => itemOf(a, lens))
    .sort(by((item) => `${item.dueOn ?? '9999'} ${item.id}`));
  const { content, document, department, field } = itemOf(one, lens);
  return {
    ...{ id: groupId(one), content, document, department, field },
    ...progressOf(whole),
    ...{ oldestOn: awaiting[0]?.reportedOn ?? lens.today, awaiting, missing },
  };
}

function by(key: (item: Item) => string) {
  return (a: Item, b: Item) => (key(a) < key(b) ? -1 : 1);
}
