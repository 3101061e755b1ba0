import type { DueRule } from './due.ts';
import type { Said } from './parties.ts';

/** Why an officer should look at a proposed row before keeping it. */
export type Doubt =
  | 'lead-implied'
  | 'lead-unknown'
  | 'lead-group'
  | 'support-unknown'
  | 'support-group'
  | 'due-rule'
  | 'due-event'
  | 'due-recurring'
  | 'due-passed';

/** What is doubtful about the units that a document names: some in no catalog, some of a group not said which. */
export function partyDoubts(leads: readonly Said[], supports: readonly Said[]): Doubt[] {
  const unknown = ({ ids }: Said) => ids.length === 0;
  const unsure = ({ sure }: Said) => !sure;
  return [
    ...(leads.some(unknown) ? (['lead-unknown'] as const) : []),
    ...(leads.some(unsure) ? (['lead-group'] as const) : []),
    ...(supports.some(unknown) ? (['support-unknown'] as const) : []),
    ...(supports.some(unsure) ? (['support-group'] as const) : []),
  ];
}

/** What is doubtful about a due day found by this rule. */
export function dueDoubts(rule: DueRule): Doubt[] {
  if (rule.code === 'written' || rule.code === 'none') return [];
  if (rule.code === 'event' || rule.code === 'needs-day') return ['due-event'];
  return rule.code === 'recurring' ? ['due-recurring'] : ['due-rule'];
}
