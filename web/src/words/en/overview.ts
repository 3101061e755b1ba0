import type { Same } from '../sections.ts';
import type { overview as vi } from '../vi/overview.ts';

export const overview: Same<typeof vi> = {
  overview: {
    title: 'Overview',
  },
};
