import * as v from 'valibot';
import type { Day } from './day.ts';
import { day } from './dayrule.ts';
import { firstDue, newRecurring, type Recurring } from './recurring.ts';
import { id, text } from './text.ts';

/** One thing that a document orders, with a due date or explicitly without. */
export interface Task {
  /** Unique in its document. */
  id: string;
  number: number;
  content: string;
  leads: readonly string[];
  supports: readonly string[];
  dueOn: Day | null;
  /** The rule that makes the next assignments, where the task comes again; `dueOn` is then due first. */
  recurring?: Recurring;
  /** The day on which the Office assigned it; absent while the document is a draft. */
  assignedOn?: Day;
  /** The national task that it carries out. */
  national?: NationalRef;
}

/** A task of the national system: which link told it, and its id there. Its due date there is kept apart from ours. */
export interface NationalRef {
  link: string;
  taskId: string;
}

const units = v.pipe(v.array(id), v.maxLength(200, 'Tối đa 200 đơn vị.'));
const distinct = (list: string[]) => new Set(list).size === list.length;

/** What an officer sends for one task. `dueOn: null` says "không hạn" in so many words. */
export const newTask = v.pipe(
  v.strictObject({
    content: text('Nội dung nhiệm vụ', 4000),
    leads: v.pipe(
      units,
      v.minLength(1, 'Chọn ít nhất một đơn vị chủ trì.'),
      v.check(distinct, 'Một đơn vị chủ trì được ghi hai lần.'),
    ),
    supports: v.optional(v.pipe(units, v.check(distinct, 'Một đơn vị phối hợp được ghi hai lần.')), []),
    dueOn: v.nullable(day),
    recurring: v.optional(newRecurring),
  }),
  v.forward(
    v.check(
      (task) => !task.supports.some((unit) => task.leads.includes(unit)),
      'Một đơn vị không thể vừa chủ trì vừa phối hợp một nhiệm vụ.',
    ),
    ['supports'],
  ),
);
export type NewTask = v.InferOutput<typeof newTask>;

/** A task as it is first assigned on `today`: a recurring one without a due day is due on the first of its rule. */
export function assignedTask(task: Task, today: Day): Task {
  if (task.assignedOn) return task;
  const dueOn = task.dueOn ?? (task.recurring ? (firstDue(task.recurring, today) ?? null) : null);
  return { ...task, assignedOn: today, dueOn };
}

/** Tasks of a document that the nation told as a whole carry out that document. */
export function carriedOut<T extends Pick<Task, 'national'>>(
  tasks: readonly T[],
  whole: NationalRef | undefined,
): T[] {
  return tasks.map((task) => (task.national || !whole ? task : { ...task, national: whole }));
}

/** The plan of a draft as it is sent again: tasks that are still the same, or stand in the same place, keep their national task. */
export function carried(
  before: readonly Task[],
  given: readonly (NewTask & Pick<Task, 'national'>)[],
): (NewTask & Pick<Task, 'national'>)[] {
  const used = new Set<Task>();
  const same = given.map((task) => {
    const found = before.find((b) => b.national && !used.has(b) && b.content === task.content);
    if (found) used.add(found);
    return found;
  });
  return given.map((task, i) => {
    const place = before[i]?.national && !same.includes(before[i]) ? before[i] : undefined;
    const national = task.national ?? (same[i] ?? place)?.national;
    return { ...task, ...(national ? { national } : {}) };
  });
}
