import type { Day } from '@tddh/domain/day';
import type { Leaf } from '@tddh/domain/statistics';
import { agencies } from './catalog.ts';
import { type Fate, slackOf } from './fates.ts';
import { golden } from './golden.ts';
import type { DueKind } from './plan.ts';
import type { Dice } from './random.ts';

/** One counted assignment of the sample: where it stands, and what shall become of it. */
export interface Slot {
  /** Place of the document and of the task in it. */
  document: number;
  task: number;
  agencyId: string;
  due: DueKind;
  issuedOn: Day;
  fate: Fate;
}

/** How often each fate occurs in a leaf; the last takes what is left. */
const quotas: Readonly<Record<Leaf, readonly (readonly [Fate, number])[]>> = {
  3: [
    ['standing-reported', 6],
    ['standing', 40],
  ],
  5: [['finished', 4]],
  9: [
    ['extended', 2],
    ['early', 5],
    ['ongoing', 13],
  ],
  11: [
    ['returned', 6],
    ['silent-extended', 2],
    ['moved', 2],
    ['curing', 1],
    ['waiting-late', 14],
    ['waiting-cured', 2],
    ['waiting-asked', 1],
    ['paused', 2],
    ['silent-refused', 1],
    ['waiting', 56],
    ['silent', 35],
  ],
  14: [
    ['done-extended', 2],
    ['done-cured', 4],
    ['done', 26],
  ],
  16: [
    ['reopened', 1],
    ['late', 10],
    ['confirmed-late', 12],
  ],
};
const kinds: Readonly<Record<DueKind, readonly [few: Leaf[], rest: Leaf]>> = {
  none: [[5], 3],
  future: [[], 9],
  past: [[16, 14], 11],
};
/** The latest day of issue that leaves a fate its time. */
const latest: Partial<Record<Fate, Day>> = {
  finished: '2023-08-31',
  'standing-reported': '2023-09-30',
  extended: '2023-10-20',
  early: '2023-11-08',
};

/** Whether a fate still has its time before the end, for what was issued on a day. */
function fits(fate: Fate, issuedOn: Day): boolean {
  const day = latest[fate];
  if (day) return issuedOn <= day;
  return slackOf(fate) <= 4 || issuedOn <= (slackOf(fate) > 13 ? '2023-09-29' : '2023-10-25');
}

type Open = Omit<Slot, 'fate'>;

/**
 * Deals the leaves of the golden appendix to the assignments of each agency, then the fates to the leaves.
 * @throws Error where the plans do not hold as many assignments as the appendix counts
 */
export function deal(open: readonly Open[], dice: Dice): Slot[] {
  const byLeaf = new Map<Leaf, Open[]>();
  const give = (leaf: Leaf, slots: Open[]) => byLeaf.set(leaf, [...(byLeaf.get(leaf) ?? []), ...slots]);
  for (const [place, { id }] of agencies.entries()) {
    for (const kind of ['none', 'future', 'past'] as const) {
      const [few, rest] = kinds[kind];
      let left = dice.shuffle(open.filter((s) => s.agencyId === id && s.due === kind));
      for (const leaf of few) {
        const taken = take(
          left,
          count(place, leaf),
          (s) => fits(quotas[leaf][0]![0], s.issuedOn) || leaf === 14,
        );
        give(leaf, taken);
        left = left.filter((s) => !taken.includes(s));
      }
      if (left.length !== count(place, rest)) throw new Error(`${id} has ${left.length} for leaf ${rest}`);
      give(rest, left);
    }
  }
  return [...byLeaf].flatMap(([leaf, slots]) => fated(leaf, dice.shuffle(slots)));
}

function count(place: number, leaf: Leaf): number {
  return golden[place]!.columns[leaf - 1]!;
}

function take(slots: readonly Open[], wanted: number, fit: (s: Open) => boolean): Open[] {
  const taken = slots.filter(fit).slice(0, wanted);
  if (taken.length < wanted) throw new Error(`only ${taken.length} of ${wanted} fit`);
  return taken;
}

function fated(leaf: Leaf, slots: Open[]): Slot[] {
  let left = slots;
  return quotas[leaf].flatMap(([fate, wanted]) => {
    const taken = take(left, wanted, (s) => fits(fate, s.issuedOn));
    left = left.filter((s) => !taken.includes(s));
    return taken.map((s) => ({ ...s, fate }));
  });
}
