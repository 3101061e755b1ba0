import type { Status } from './assignment.ts';
import type { EventType } from './events.ts';

const open: readonly Status[] = ['assigned', 'in-progress', 'reported'];
const working: readonly Status[] = ['assigned', 'in-progress'];
const live: readonly Status[] = [...open, 'paused'];
const counted: readonly Status[] = [...live, 'done'];

/**
 * The table of transitions (domain.md, The life of an assignment): from which statuses an event may come, and to
 * which it leads; `same` keeps the status, `before` takes up the one before the pause.
 */
export const transitions: Record<EventType, { from: readonly Status[]; to: Status | 'same' | 'before' }> = {
  assigned: { from: [], to: 'same' },
  accepted: { from: ['assigned'], to: 'in-progress' },
  reported: { from: working, to: 'reported' },
  withdrawn: { from: ['reported'], to: 'in-progress' },
  confirmed: { from: ['reported'], to: 'done' },
  returned: { from: ['reported'], to: 'in-progress' },
  reopened: { from: ['done'], to: 'in-progress' },
  'extension-asked': { from: working, to: 'same' },
  'extension-granted': { from: counted, to: 'same' },
  'extension-refused': { from: counted, to: 'same' },
  'due-moved': { from: open, to: 'same' },
  paused: { from: open, to: 'paused' },
  resumed: { from: ['paused'], to: 'before' },
  recalled: { from: live, to: 'recalled' },
  cancelled: { from: counted, to: 'cancelled' },
  corrected: { from: counted, to: 'same' },
  'transfer-asked': { from: working, to: 'same' },
  'transfer-refused': { from: working, to: 'same' },
  transferred: { from: live, to: 'transferred' },
  reminded: { from: live, to: 'same' },
  escalated: { from: ['reported'], to: 'same' },
  noted: { from: counted, to: 'same' },
  asked: { from: counted, to: 'same' },
  answered: { from: counted, to: 'same' },
  directed: { from: counted, to: 'same' },
  overdue: { from: working, to: 'same' },
  renewed: { from: counted, to: 'same' },
  'rule-changed': { from: counted, to: 'same' },
};
