import type { Document } from '@tddh/domain/document';
import type { AssignmentEvent } from '@tddh/domain/events';

/** One thing that happened to a document: its history row. */
export interface DocumentEvent {
  documentId: string;
  revision: number;
  type: 'entered' | 'issued' | 'changed';
  on: string;
  at: string;
  by: AssignmentEvent['by'];
  reason?: string;
  /** The values before, where something was changed. */
  before?: Partial<Document>;
}
