import type { Same } from '../sections.ts';
import type { lock as vi } from '../vi/lock.ts';

/** Words of the locked screen. */
export const lock: Same<typeof vi> = {
  lock: {
    title: 'This session is locked',
    lead: 'Nothing was done for a while. What you were typing is still there.',
    submit: 'Unlock',
    leave: 'Sign out',
  },
};
