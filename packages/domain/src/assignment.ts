import type { Unit } from './agency.ts';
import type { Day, Instant } from './day.ts';
import type { Recurrence } from './recurring.ts';
import type { NationalRef } from './task.ts';

/** Stored status of an assignment. `draft` is a state of a document, whose plan has no assignments yet. */
export const statuses = [
  'assigned',
  'in-progress',
  'reported',
  'done',
  'paused',
  'recalled',
  'transferred',
  'cancelled',
] as const;
export type Status = (typeof statuses)[number];
export type OpenStatus = 'assigned' | 'in-progress' | 'reported';

/** A due date in force from `on`, the day on which it was recorded. */
export interface Due {
  dueOn: Day | null;
  on: Day;
  /** How it came about. An extension counts only if it was asked by the stop day. */
  kind: 'assigned' | 'extension' | 'moved' | 'resumed' | 'corrected';
  /** The day on which the agency asked for it (extensions only). */
  askedOn?: Day;
  reference?: string;
  agreedBy?: string;
}

/** A report of the agency, and what the Office decided. */
export interface Report {
  id: string;
  /** The day on which it was recorded. */
  on: Day;
  /** The day that counts: `on`, or earlier where an officer recorded a paper report. */
  countedOn: Day;
  result: string;
  documentNumber?: string;
  documentDate?: Day;
  files?: readonly string[];
  by: string;
  /** True where an officer recorded it on the agency's behalf. */
  byOffice?: boolean;
  outcome?: 'confirmed' | 'returned' | 'withdrawn';
  decidedOn?: Day;
  /** True where the same officer recorded the paper report and confirmed it. */
  sameHand?: boolean;
  reason?: string;
  /** The day by which a new report keeps the protection of this one (a return or a reopening). */
  cureOn?: Day;
  /** The day on which the confirmed report was reopened. */
  reopenedOn?: Day;
}

export interface Extension {
  id: string;
  askedOn: Day;
  dueOn: Day;
  reason: string;
  by: string;
  requestNumber?: string;
  outcome?: 'granted' | 'refused';
  decidedOn?: Day;
  decisionReason?: string;
}

export interface Pause {
  on: Day;
  before: OpenStatus;
  reason: string;
  reference: string;
  resumedOn?: Day;
}

/** A question on an assignment; it is owed an answer by `answerBy`. */
export interface Question {
  id: string;
  on: Day;
  text: string;
  by: string;
  unitId: string;
  answerBy: Day;
  /** True where it says that the mark "quá hạn" is wrong. */
  dispute?: boolean;
  files?: readonly string[];
  answeredOn?: Day;
  answer?: string;
  answerFiles?: readonly string[];
}

export interface TransferRequest {
  to: { id: string; name: string; kind: Unit['kind']; isOffice: boolean };
  reason: string;
  askedOn: Day;
  by: string;
}

/** What an assignment copies from its document, so that lists need one read. */
export interface DocumentFacts {
  id: string;
  number: string;
  issuedOn: Day;
  subject: string;
  issuer: string;
  type: string;
}

/** What a correction replaces. The facts of the document follow the document's own correction. */
export interface Corrected {
  content?: string;
  dueOn?: Day | null;
  fieldId?: string;
  departmentId?: string;
  signer?: string;
  document?: DocumentFacts;
}

/** The values that a correction replaced, valid until the day `on` (exclusive). */
export interface Correction {
  on: Day;
  before: Omit<Corrected, 'dueOn'>;
  /** True where the assignment itself was corrected, not its document: then it follows the document no more in this. */
  own?: boolean;
}

/**
 * A task given to one unit: the counted thing. It carries its own dated facts, so that a pure function of
 * (assignment, day, clock) tells its leaf for any past day.
 */
export interface Assignment {
  id: string;
  documentId: string;
  taskId: string;
  /** Place of the task in its document, from 1. */
  taskNumber: number;
  content: string;
  role: 'lead' | 'support';
  agencyId: string;
  agencyName: string;
  /** Kind of the unit that carries it out: an agency, the Office as a unit, or a department of the Office. */
  agencyKind: 'agency' | 'office' | 'department';
  departmentId: string;
  departmentName: string;
  fieldId: string;
  signer?: string;
  document: DocumentFacts;
  /** The day that counts as assigned; a successor keeps its predecessor's. Never corrected. */
  assignedOn: Day;
  /** The day on which this row came to be. */
  recordedOn: Day;
  status: Status;
  /** Grows by one with every event; 1 after the first. */
  revision: number;
  lastOn: Day;
  lastAt: Instant;
  dues: readonly Due[];
  reports: readonly Report[];
  extensions: readonly Extension[];
  pauses: readonly Pause[];
  questions: readonly Question[];
  corrections: readonly Correction[];
  transfer?: TransferRequest;
  /** How it left the counted ones: recalled, cancelled or transferred. */
  closed?: { on: Day; reason: string; reference?: string };
  predecessorId?: string;
  successorId?: string;
  /** The national task that it carries out. */
  national?: NationalRef;
  /** The due day of which the sweep has told that it passed. */
  overdueTold?: Day;
  /** The reminder of a due day that was told last: of which day, and how many days before it. */
  remindedOf?: { dueOn: Day; before: number };
  /** The day on which a progress note was last reminded of. */
  noteTold?: Day;
  /** How many steps of escalation were told of which report. */
  escalated?: { reportId: string; steps: number };
  /** The day of the last progress note. */
  notedOn?: Day;
  blocker?: string;
  /** Which one of a recurring task it is. */
  recurring?: Recurrence;
}

/** The due date in force now. */
export function currentDue(a: Assignment): Day | null {
  return a.dues.at(-1)?.dueOn ?? null;
}

/** True while something is still to be done or decided. */
export function isOpen(a: { status: string }): boolean {
  return (
    a.status === 'assigned' || a.status === 'in-progress' || a.status === 'reported' || a.status === 'paused'
  );
}

/** The report that awaits a decision. */
export function pendingReport(a: Assignment): Report | undefined {
  const last = a.reports.at(-1);
  return a.status === 'reported' || (a.status === 'paused' && a.pauses.at(-1)?.before === 'reported')
    ? last
    : undefined;
}

/** The last report that was not withdrawn: the one whose cure date may protect. */
export function standingReport(a: Pick<Assignment, 'reports'>): Report | undefined {
  return a.reports.filter((r) => r.outcome !== 'withdrawn').at(-1);
}

/** The request for an extension that awaits a decision. */
export function pendingExtension(a: Assignment): Extension | undefined {
  return a.extensions.find((e) => !e.outcome);
}

/** The day on which it was last closed (done, recalled, cancelled, transferred); undefined while open. */
export function closedOn(a: Assignment): Day | undefined {
  if (a.status === 'done') return a.reports.at(-1)?.decidedOn;
  return a.closed?.on;
}

/** What a correctable value was at the end of `asOf`: corrections recorded later are looked through. */
export function valueAsOf<K extends keyof Correction['before']>(
  a: Assignment,
  key: K,
  asOf: Day,
): Assignment[K] | Correction['before'][K] {
  return a.corrections.find((c) => c.on > asOf && c.before[key] !== undefined)?.before[key] ?? a[key];
}
