import type { Deadline } from './deadline.ts';

/** A task that a document orders, as it is proposed to the officer. */
export interface Task {
  text: string;
  /** Lead units in the document's words. */
  lead: string[];
  /** Co-ordinating units that can be resolved. */
  coordinate: string[];
  deadline: Deadline;
  /** Offsets in the source text, end exclusive. */
  span: [number, number];
  /** Where the leads were found: in the words of the task, in a heading or stem above, or only implied. */
  lead_from: 'inline' | 'heading' | 'implied';
}
