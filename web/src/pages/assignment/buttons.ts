import type { Verb } from '@tddh/domain/verbs';
import type { Session } from '../../shapes.ts';

/** What stands as a button of its own for everybody, where this person may do it now. */
const usual: readonly Verb[] = [
  ...(['confirm', 'return', 'transfer-decide', 'grant', 'refuse', 'report', 'accept', 'withdraw'] as const),
];
/** What else is a button, by role: the day's work of that role. The rest is in the menu. */
const more: Partial<Record<Session['person']['role'], readonly Verb[]>> = {
  'office-leader': ['redue', 'pause', 'resume', 'reopen', 'recall'],
  officer: ['correct', 'remind'],
  'department-head': ['correct', 'remind'],
  leader: ['direct', 'ask'],
  'agency-officer': ['extend', 'note', 'ask'],
  'agency-leader': ['extend', 'note', 'ask'],
};

/** The verbs that are buttons for a role, in their order. */
export function buttonsOf(role: Session['person']['role']): readonly Verb[] {
  return [...usual, ...(more[role] ?? [])];
}

/** What owes nothing to others can be taken back for 8 seconds: it is sent when they are over. */
export const gentle: readonly Verb[] = ['accept', 'withdraw', 'note', 'remind', 'ask', 'answer'];

/** What cannot be taken back by the one who does it. */
export const danger: readonly Verb[] = ['cancel', 'recall'];
