import { leavesOf } from '@tddh/domain/statistics';
import type { AssignmentItem, AssignmentQuery, State } from '../../shapes.ts';

/** The address of a list: what the server is asked, and what the page itself narrows. */
export type Params = Partial<Record<string, string>>;

const asked = [
  'status',
  'agency',
  'department',
  'field',
  'signer',
  'due',
  'leaf',
  'beside',
  'snapshot',
] as const;
const period = ['from', 'to', 'asOf', 'clock', 'basis', 'scope', 'units'] as const;

/** What the server is asked for. The clock, basis and scope of a table count only where a number of it is meant. */
export function askedOf(params: Params): AssignmentQuery {
  const query: Record<string, string> = {};
  for (const name of [...asked, ...(isNumber(params) ? period : [])]) {
    const value = params[name];
    // An empty signer asks for what names none.
    if (value || (name === 'signer' && value === '')) query[name] = value;
  }
  return query as AssignmentQuery;
}

/** True where the list is what one number of a table counts. */
export function isNumber(params: Params): boolean {
  return Boolean(params.leaf || params.beside || params.from || params.to || params.asOf);
}

/** The column that a list is behind, where it is one that counts. */
export function columnOf(params: Params): number | undefined {
  const column = Number(params.leaf);
  return params.leaf && leavesOf(column) ? column : undefined;
}

/** How many rows each state has. */
export function countStates(items: readonly AssignmentItem[]): Map<State, number> {
  const counts = new Map<State, number>();
  for (const item of items) counts.set(item.state, (counts.get(item.state) ?? 0) + 1);
  return counts;
}

const sorts = ['document', 'unit', 'due', 'state'] as const;
export type Sort = (typeof sorts)[number];

const order: readonly State[] = [
  ...([
    'overdue',
    'soon',
    'awaiting',
    'assigned',
    'working',
    'nodue',
    'support',
    'paused',
    'late',
    'done',
  ] as const),
  ...(['transferred', 'recalled', 'cancelled', 'draft'] as const),
];

/** The rows in an order that a person asked for; `-due` is `due` backwards. Equal rows keep their order. */
export function sorted(items: readonly AssignmentItem[], by: string | undefined): readonly AssignmentItem[] {
  const key = by?.replace(/^-/, '') as Sort | undefined;
  if (!key || !sorts.includes(key)) return items;
  const way = by?.startsWith('-') ? -1 : 1;
  const value = keys[key];
  return items
    .map((item) => ({ item, value: value(item) }))
    .sort((a, b) => (a.value < b.value ? -way : a.value > b.value ? way : 0))
    .map(({ item }) => item);
}

const keys: Record<Sort, (item: AssignmentItem) => string | number> = {
  document: (item) => `${item.document.issuedOn} ${item.document.number}`,
  unit: (item) => item.agency.name.normalize('NFD'),
  due: (item) => item.dueOn ?? '9999',
  state: (item) => order.indexOf(item.state),
};

/** The next order when a head is pressed: up, down, as it came. */
export function nextSort(now: string | undefined, key: Sort): string | undefined {
  if (now === key) return `-${key}`;
  return now === `-${key}` ? undefined : key;
}

/** How an agency's work is grouped (design.md, What each person opens first). */
const groups = ['returned', 'overdue', 'soon', 'rest', 'awaiting', 'closed'] as const;
export type Group = (typeof groups)[number];

/** The group of an agency's assignment. */
export function groupOf(item: AssignmentItem): Group {
  if (item.state === 'overdue' || item.state === 'soon') return item.returned ? 'returned' : item.state;
  if (item.state === 'awaiting') return 'awaiting';
  const open = item.status === 'assigned' || item.status === 'in-progress' || item.status === 'paused';
  if (!open) return 'closed';
  return item.returned ? 'returned' : 'rest';
}

/** An agency's rows: by group, and by due day in each. */
export function grouped(items: readonly AssignmentItem[]): AssignmentItem[] {
  const place = new Map(items.map((item) => [item, groups.indexOf(groupOf(item))]));
  return [...items].sort(
    (a, b) =>
      (place.get(a) ?? 0) - (place.get(b) ?? 0) || (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'),
  );
}
