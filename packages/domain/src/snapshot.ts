import * as v from 'valibot';
import type { Assignment } from './assignment.ts';
import {
  type Beside,
  besideRules,
  doneLeaves,
  inAppendix,
  type Leaf,
  leafOf,
  leavesOf,
  type Period,
  statisticsQuery,
} from './statistics.ts';
import { text } from './text.ts';

/** What a person sends to freeze a report: a name, and the query of its table. */
export const newSnapshot = v.strictObject({
  name: text('Tên bản chốt', 120),
  ...statisticsQuery.entries,
});

/** In which table an assignment is counted: the appendix, the table of support, the Office's own. */
export type Part = 'lead' | 'support' | 'office';

/** One assignment behind frozen figures: its id, the row it stands in, its leaf, how it belongs, what is beside it. */
export interface Entry {
  id: string;
  part: Part;
  row: string;
  leaf: Leaf;
  carried: boolean;
  beside: readonly (keyof Beside)[];
}

/** The entry of an assignment that belongs to a period; `row` is its place in the table. */
export function entryOf(a: Assignment, how: 'new' | 'carried', p: Period, row: string): Entry {
  const part = a.role === 'support' ? 'support' : inAppendix(a) ? 'lead' : 'office';
  const names = Object.keys(besideRules) as (keyof Beside)[];
  return {
    ...{ id: a.id, part, row, leaf: leafOf(a, p.asOf, p.clock), carried: how === 'carried' },
    beside: names.filter((name) => besideRules[name](a, p.asOf, p.clock)),
  };
}

/** What one number of a frozen table counts, as the query of a list asks for it. */
export interface Figure {
  leaf?: number | undefined;
  beside?: string | undefined;
  row?: string | undefined;
}

/** True for an entry that a number counts. A row that is asked for may be one of the Office's own table too. */
export function counts(entry: Entry, { leaf, beside, row }: Figure): boolean {
  if (row !== undefined && entry.row !== row) return false;
  if (beside === 'support') return entry.part === 'support';
  if (entry.part === 'support') return false;
  if (beside === 'office' ? entry.part !== 'office' : entry.part !== 'lead' && row === undefined)
    return false;
  if (leaf !== undefined && !leavesOf(leaf)?.includes(entry.leaf)) return false;
  if (beside === undefined || beside === 'office') return true;
  if (beside === 'done') return doneLeaves.includes(entry.leaf);
  return beside === 'carried' ? entry.carried : entry.beside.includes(beside as keyof Beside);
}

/** Where an assignment stood: its row and leaf; null where it was not counted. */
export type Place = { row: string; leaf: Leaf } | null;

/** What moved between two counts of the same period: from which row and leaf to which. In the order of ids. */
export function moves(
  before: readonly Entry[],
  after: readonly Entry[],
): { id: string; from: Place; to: Place }[] {
  const lead = (list: readonly Entry[]) =>
    new Map(list.filter(({ part }) => part !== 'support').map((one) => [one.id, one]));
  const [old, fresh] = [lead(before), lead(after)];
  const place = (one: Entry | undefined): Place => (one ? { row: one.row, leaf: one.leaf } : null);
  return [...new Set([...old.keys(), ...fresh.keys()])].sort().flatMap((id) => {
    const [from, to] = [place(old.get(id)), place(fresh.get(id))];
    return from?.row === to?.row && from?.leaf === to?.leaf ? [] : [{ id, from, to }];
  });
}
