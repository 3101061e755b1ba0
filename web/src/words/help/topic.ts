import type { personRoles } from '@tddh/domain/person';

export type HelpRole = (typeof personRoles)[number];

/**
 * One job of a role, as its help tells it. In all texts “...” is what the page says in those words and [...] a key:
 * a test finds every such label among the words of the product.
 */
export interface Topic {
  /** The anchor on the page. */
  id: string;
  title: string;
  /** Who does it. */
  roles: readonly HelpRole[];
  /** What it is for, in a sentence or two. */
  lead: string;
  steps: readonly string[];
  /** What else is good to know. */
  notes?: readonly string[];
  /** A picture made of the product (`pictures/NAME.webp`), and what it shows, for who cannot see it. */
  picture?: { name: string; alt: string };
  /** The page on which it is done. */
  to?: { href: string; text: string };
  /** Addresses whose “?” opens this job; of several the longest that fits, and of these the first. */
  pages?: readonly string[];
}

export const office: readonly HelpRole[] = ['officer', 'department-head', 'office-leader'];
export const enters: readonly HelpRole[] = ['officer', 'department-head'];
export const agency: readonly HelpRole[] = ['agency-officer', 'agency-leader'];
export const readers: readonly HelpRole[] = [...office, 'leader', 'admin'];
export const everybody: readonly HelpRole[] = [...readers, ...agency];
