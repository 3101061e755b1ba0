import { addDays, type Day } from '@tddh/domain/day';
import type { AssignmentEvent } from '@tddh/domain/events';
import { type Counts, columnsOf, type Period } from '@tddh/domain/statistics';
import { awaits, type Histories, isDone, leaf, type Stood, stoodOn } from './recount.ts';

/** What a table shows, counted by hand: the columns of each row that is not empty, and what stands beside. */
export interface Counted {
  rows: Record<string, number[]>;
  total: number[];
  office: Record<string, number[]>;
  carried: number;
  support: number;
  awaiting: number;
  extended: number;
  paused: number;
  backdated: number;
  lateEntry: number;
}

/** Counts every assignment of the histories one by one. Slow, and nothing of it is the rule's. */
export function recount(
  histories: Histories,
  p: Period,
  by: 'agency' | 'department' | 'field' | 'signer',
): Counted {
  const groups = new Map<string, Counts>();
  const office = new Map<string, Counts>();
  const total = none();
  const beside = { carried: 0, support: 0, awaiting: 0, extended: 0, paused: 0, backdated: 0, lateEntry: 0 };
  for (const history of histories.values()) {
    const s = stoodOn(history, p.asOf);
    const how = s && enters(histories, s, p);
    if (!s || !how) continue;
    const { role, agencyKind, agencyId, assignedOn } = s.begun.data.initial;
    const column = leaf(s, p.asOf, p.clock) as keyof Counts;
    if (role === 'support') beside.support += 1;
    else if (agencyKind === 'department') add(office, agencyId, column);
    else {
      total[column] += 1;
      add(
        groups,
        { agency: agencyId, department: s.department, field: s.field, signer: s.signer }[by],
        column,
      );
      if (how === 'carried') beside.carried += 1;
      if (awaits(s)) beside.awaiting += 1;
      if (s.dues.some((d) => d.kind === 'extension')) beside.extended += 1;
      if (s.pausedOn) beside.paused += 1;
      if (s.filed.some((f) => f.counted < f.on)) beside.backdated += 1;
      const first = s.dues[0]?.dueOn;
      if (first && first < assignedOn) beside.lateEntry += 1;
    }
  }
  return { rows: shown(groups), office: shown(office), total: columnsOf(total), ...beside };
}

function enters(histories: Histories, s: Stood, p: Period): 'new' | 'carried' | undefined {
  const { assignedOn } = s.begun.data.initial;
  if (s.closed || assignedOn > p.asOf) return undefined;
  const day = p.basis === 'assigned' ? assignedOn : s.issuedOn;
  if (day >= p.from && day <= p.to) return 'new';
  if (p.scope === 'new' || day >= p.from) return undefined;
  const eve = addDays(p.from, -1);
  return doneBy(histories, s.begun, eve < p.asOf ? eve : p.asOf) ? undefined : 'carried';
}

/** True where it was done at the end of `day`, as itself or as what it took over from another unit. */
function doneBy(histories: Histories, begun: Stood['begun'], day: Day): boolean {
  const own = stoodOn(histories.get(begun.assignmentId) ?? [], day);
  if (own) return isDone(own);
  const { predecessorId } = begun.data.initial;
  const before: readonly AssignmentEvent[] = (predecessorId && histories.get(predecessorId)) || [];
  const handed = before.some((e) => e.type === 'transferred');
  return handed && before[0]?.type === 'assigned' ? doneBy(histories, before[0], day) : false;
}

const none = (): Counts => ({ 3: 0, 5: 0, 9: 0, 11: 0, 14: 0, 16: 0 });

function add(groups: Map<string, Counts>, key: string, column: keyof Counts): void {
  const counts = groups.get(key) ?? none();
  counts[column] += 1;
  groups.set(key, counts);
}

function shown(groups: Map<string, Counts>): Record<string, number[]> {
  return Object.fromEntries([...groups].map(([key, counts]) => [key, columnsOf(counts)]));
}
