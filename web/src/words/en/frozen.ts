import type { Same } from '../sections.ts';
import type { frozen as vi } from '../vi/frozen.ts';

export const frozen: Same<typeof vi> = {
  frozen: {
    title: 'Frozen reports',
    lead: 'Each keeps its figures, its period and the tasks behind each number, for ever.',
    none: 'No report is frozen yet',
    noneHint: 'Open the overview, choose a period, and press “Freeze figures”.',
    all: 'All frozen reports',
    of: '{{from}} to {{to}}',
    asOf: 'as of {{day}}',
    count: '{{n}} tasks',
    by: 'Frozen by {{name}} on {{day}}',
    checksum: 'Checksum (SHA-256): {{sum}}',
    figures: 'Frozen figures',
    changes: 'What would differ today',
    changesHint: 'The same period, as of {{day}}.',
    compare: 'Compare with today',
    same: 'Computed again for its own day, the figures are the same.',
    other: 'Computed again for its own day, the figures differ; this report keeps the old ones.',
    noMove: 'No task has moved since.',
    moves: '{{n}} tasks have moved since:',
    nowhere: 'not counted',
    time: 'Nobody acted; time went by.',
  },
};
