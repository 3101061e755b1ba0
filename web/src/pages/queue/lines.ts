import type { AssignmentItem, QueueGroup } from '../../shapes.ts';

/** What the queue loads: a task with its units, or one report. */
export type Waiting = { group: QueueGroup } | { item: AssignmentItem };

/** One line of the queue: a task of several units, one of these units beneath it, or a report that stands alone. */
export interface Line {
  id: string;
  /** Reports that the line decides: one, or all of a task. */
  items: readonly AssignmentItem[];
  group?: QueueGroup;
  /** True for a unit's report beneath its task. */
  inside?: boolean;
}

/**
 * The lines of the queue, what has waited longest first; of one day, the earlier due. Reports that were just decided
 * are out, and a task without any.
 * @param open ids of the tasks whose units are shown
 */
export function linesOf(
  loaded: readonly Waiting[],
  decided: (item: AssignmentItem) => unknown,
  open: ReadonlySet<string>,
): Line[] {
  const waits = (items: readonly AssignmentItem[]) => oldestFirst(items.filter((item) => !decided(item)));
  return loaded
    .map((one) =>
      'group' in one
        ? { group: one.group, items: waits(one.group.awaiting) }
        : { group: undefined, items: waits([one.item]) },
    )
    .filter(({ items }) => items.length > 0)
    .sort((a, b) => (ageKey(a.items[0]!) < ageKey(b.items[0]!) ? -1 : 1))
    .flatMap(({ group, items }): Line[] => {
      const alone = !group || group.total === 1;
      const each = items.map((item) => ({ id: item.id, items: [item], ...(alone ? {} : { inside: true }) }));
      if (alone) return each.map((line) => (group ? { ...line, group } : line));
      const head = { id: group.id, items, group };
      return open.has(group.id) ? [head, ...each] : [head];
    });
}

/** True for a line that stands for several units. */
export function isTask(line: Line | undefined): boolean {
  return line?.group !== undefined && line.group.total > 1;
}

/** By the day on which the report was recorded; of one day, the earlier due first. */
function oldestFirst(items: readonly AssignmentItem[]): AssignmentItem[] {
  return [...items].sort((a, b) => (ageKey(a) < ageKey(b) ? -1 : 1));
}

function ageKey(item: AssignmentItem): string {
  return `${item.reportedOn ?? '9999'} ${item.dueOn ?? '9999'} ${item.id}`;
}
