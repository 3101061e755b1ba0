import { fold } from '@tddh/domain/text';
import type { Heading } from '../../parts/rowlist.tsx';
import type { AssignmentItem } from '../../shapes.ts';
import { t } from '../../words/words.ts';
import { groupOf } from './query.ts';

const folded = new WeakMap<AssignmentItem, string>();

/** What a search looks through, without accents; made once a row. */
export function foldedOf(item: AssignmentItem): string {
  const known = folded.get(item);
  if (known !== undefined) return known;
  const text = fold(
    `${item.content} ${item.document.number ?? ''} ${item.document.subject} ${item.agency.name}`,
  );
  folded.set(item, text);
  return text;
}

const names = {
  returned: 'list.groupReturned',
  overdue: 'list.groupOverdue',
  soon: 'list.groupSoon',
  rest: 'list.groupRest',
  awaiting: 'list.groupAwaiting',
  closed: 'list.groupClosed',
} as const;

/** An agency's rows with a heading and a count before each group. */
export function withHeadings(items: readonly AssignmentItem[]): (AssignmentItem | Heading)[] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(groupOf(item), (counts.get(groupOf(item)) ?? 0) + 1);
  return items.flatMap((item, at) => {
    const group = groupOf(item);
    const before = items[at - 1];
    if (before && groupOf(before) === group) return [item];
    return [{ id: `group-${group}`, heading: `${t(names[group])} (${counts.get(group)})` }, item];
  });
}
