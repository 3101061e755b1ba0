import { sendMany } from '../../parts/deciding.ts';
import type { Outcome } from '../../parts/results.tsx';
import type { AssignmentItem } from '../../shapes.ts';
import { t } from '../../words/words.ts';

/** What is still worked on: a unit can be chased for it. */
export function chaseable(items: readonly AssignmentItem[]): AssignmentItem[] {
  return items.filter((item) => item.status === 'assigned' || item.status === 'in-progress');
}

/** Chases the units of these rows after 8 seconds, and shows the result of each. */
export function chase(items: readonly AssignmentItem[], show: (outcome: Outcome) => void): void {
  const words = { title: t('decide.chaseResults'), ok: t('decide.chaseOk'), bad: t('decide.chaseBad') };
  sendMany({
    ...{ rows: items, verb: 'remind', body: {} },
    text: t('decide.chased', { n: items.length }),
    some: (ok, bad) => t('decide.chaseSome', { ok, bad }),
    told: (results) => show({ results, items, words }),
  });
}
