import type {
  Assignment,
  Corrected,
  Due,
  Extension,
  Pause,
  Question,
  Report,
  Status,
  TransferRequest,
} from './assignment.ts';
import type { Day, Instant } from './day.ts';
import type { EscalationStep } from './escalation.ts';
import type { Role } from './person.ts';
import type { Recurring } from './recurring.ts';
import type { Verb } from './verbs.ts';

/** What each event adds to an assignment, by the event's name. Events are facts: in the past tense, never changed. */
export interface EventData {
  assigned: { initial: Initial };
  accepted: Record<string, never>;
  reported: { report: Report };
  withdrawn: Record<string, never>;
  confirmed: { sameHand?: boolean };
  returned: { cureOn?: Day };
  reopened: { cureOn: Day };
  'extension-asked': { extension: Extension };
  'extension-granted': { extensionId: string; due: Due };
  'extension-refused': { extensionId: string };
  'due-moved': { due: Due };
  paused: { pause: Pause };
  resumed: { due?: Due; days: number };
  recalled: { reference: string };
  cancelled: { successorId?: string };
  corrected: { before: Corrected; after: Corrected & { departmentName?: string }; own?: boolean };
  'transfer-asked': { request: TransferRequest };
  'transfer-refused': Record<string, never>;
  transferred: { successorId: string; toName: string };
  reminded: { message?: string; auto?: Reminder };
  /** A report has waited so long that one more level is told: `steps` of them by now, the last one `to`. */
  escalated: { reportId: string; steps: number; to: EscalationStep; waited: number };
  noted: { text: string; blocker?: string; files?: readonly string[] };
  asked: { question: Question };
  answered: { questionId: string; text: string; files?: readonly string[] };
  directed: { text: string };
  overdue: { dueOn: Day };
  /** The next one of a recurring task was made. */
  renewed: { nextId: string; period: string };
  'rule-changed': { before: Recurring; rule: Recurring };
}

/** What the system reminds of by itself: a due day so many days before, or an owed progress note. */
export type Reminder = { kind: 'due'; dueOn: Day; before: number } | { kind: 'note' };

export type EventType = keyof EventData;

/** The facts with which an assignment begins. */
export type Initial = Omit<Assignment, 'revision' | 'lastOn' | 'lastAt' | 'recordedOn'>;

interface Head {
  assignmentId: string;
  /** The assignment's revision after this event; with the assignment's id it is the event's identity. */
  revision: number;
  on: Day;
  at: Instant;
  by: { id: string; name: string; role: Role; unitId: string };
  from: Status | null;
  to: Status;
  reason?: string;
}

/** One transition of one assignment: the history row as it is stored. */
export type AssignmentEvent = { [T in EventType]: Head & { type: T; data: EventData[T] } }[EventType];

/** The identity of an event: once per assignment and revision. */
export function eventId(event: Pick<AssignmentEvent, 'assignmentId' | 'revision'>): string {
  return `${event.assignmentId}.${event.revision}`;
}

/** The verb that an event came of, as the contract names it; `assign` and `sweep` are the Office's and the system's. */
export const verbOf: Readonly<Record<EventType, Verb | 'assign' | 'sweep'>> = {
  assigned: 'assign',
  accepted: 'accept',
  reported: 'report',
  withdrawn: 'withdraw',
  confirmed: 'confirm',
  returned: 'return',
  reopened: 'reopen',
  'extension-asked': 'extend',
  'extension-granted': 'grant',
  'extension-refused': 'refuse',
  'due-moved': 'redue',
  paused: 'pause',
  resumed: 'resume',
  recalled: 'recall',
  cancelled: 'cancel',
  corrected: 'correct',
  'transfer-asked': 'transfer',
  'transfer-refused': 'transfer-decide',
  transferred: 'transfer',
  reminded: 'remind',
  escalated: 'sweep',
  noted: 'note',
  asked: 'ask',
  answered: 'answer',
  directed: 'direct',
  overdue: 'sweep',
  renewed: 'sweep',
  'rule-changed': 'correct',
};
