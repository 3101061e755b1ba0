import type { Same } from '../sections.ts';
import type { training as vi } from '../vi/training.ts';

export const training: Same<typeof vi> = {
  training: {
    label: 'Training mode',
    banner: 'TRAINING MODE',
    says: 'Sample data, day {{day}}: try whatever you like, nothing is sent, nothing enters the real figures.',
    saysOutside: 'Try whatever you like: nothing is sent, nothing enters the real figures.',
    over: 'Start over',
    overTitle: 'Start over from the sample',
    overLead:
      'All that anybody has tried is removed, and the sample is loaded anew. Everybody must sign in again. The real figures are not concerned.',
    overDo: 'Remove and load',
    overBusy: 'Loading anew, a few seconds…',
    roles: 'Choose a role to try',
    rolesLead: 'No password is needed. Any role will do; sign out to change it.',
    enter: 'Enter as {{role}}',
  },
};
