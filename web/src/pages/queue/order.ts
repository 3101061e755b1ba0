import type { AssignmentItem } from '../../shapes.ts';

/** By the day on which the report was recorded; of one day, the earlier due first. */
export function oldestFirst(items: readonly AssignmentItem[]): AssignmentItem[] {
  const key = (item: AssignmentItem) => `${item.reportedOn ?? '9999'} ${item.dueOn ?? '9999'} ${item.id}`;
  return items
    .map((item) => ({ item, key: key(item) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ item }) => item);
}
