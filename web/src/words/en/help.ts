import type { Same } from '../sections.ts';
import type { help as vi } from '../vi/help.ts';

export const help: Same<typeof vi> = {
  help: {
    title: 'Help: {{role}}',
    jobs: 'Jobs',
    roles: 'Help of the role',
    search: 'Search the help',
    none: 'No job matches “{{text}}”',
    noneHint: 'Type fewer letters; accents are not needed.',
    notes: 'Good to know',
    zoom: 'Enlarge: {{what}}',
    missing: 'There is no such page of help',
    missingHint: 'Choose a role above.',
    training:
      'Try it first? The training mode has a sample of its own: nothing is sent, nothing enters the figures.',
    trainingOpen: 'Open the training mode',
    language: 'The help is written in Vietnamese.',
  },
};
