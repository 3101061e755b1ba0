import type { FieldOfWork, Unit } from '@tddh/domain/agency';
import type { Due, Extension, Pause, Question, Report, TransferRequest } from '@tddh/domain/assignment';
import type { Calendar } from '@tddh/domain/calendar';
import type { Day, Instant } from '@tddh/domain/day';
import type { Document } from '@tddh/domain/document';
import type { EscalationStep } from '@tddh/domain/escalation';
import type { EventType } from '@tddh/domain/events';
import type { BroughtFile, FileSeen } from '@tddh/domain/file';
import type { Actor } from '@tddh/domain/person';
import type { Recurrence } from '@tddh/domain/recurring';
import type { Settings } from '@tddh/domain/settings';
import type { Signing } from '@tddh/domain/signing';
import type { Standing } from '@tddh/domain/standing';
import type { State as AssignmentState } from '@tddh/domain/state';
import type { Verb } from '@tddh/domain/verbs';
import type { StatisticsQuery } from './statistics.ts';

export type { Settings };

/** What the API answers, as the pages read it. */
export interface Named {
  id: string;
  name: string;
}

export interface Session {
  person: {
    id: string;
    name: string;
    username: string;
    role: Actor['role'];
    unit: Named;
    fields: readonly string[];
  };
  today: Day;
  sample: boolean;
  /** This is the training mode. */
  training?: true;
  /** Where the training mode of this product is found. */
  trainingOrigin?: string;
  /** Minutes without doing anything after which the session locks. */
  idleMinutes: number;
  /** What must be done before anything else. */
  owes?: 'factor';
  office: { province: string; name: string };
  /** Papers write 49,39; else 49.39, as the official form. */
  decimalComma?: true;
  /** The first day of the office's figures. */
  since: Day;
}

export interface Catalog {
  units: Unit[];
  fields: FieldOfWork[];
  types: { id: string; name: string; abbreviation: string }[];
  calendar: Calendar;
  /** Who signs papers, unless somebody writes it over for one paper. */
  papers: Signing;
}

/** What a badge shows; computed by the server from dates, never typed. */
export type State = AssignmentState | 'draft';

export interface AssignmentItem {
  id: string;
  taskId: string;
  documentId: string;
  agency: Named;
  department: Named;
  field: string;
  role: 'lead' | 'support';
  status: string;
  state: State;
  dueOn: Day | null;
  revision: number;
  content: string;
  document: { id: string; number: string | null; issuedOn: Day | null; subject: string };
  leaf: number | null;
  assignedOn: Day;
  reportedOn?: Day;
  awaitingDays?: number;
  /** Who has been told that it waits so long. */
  escalatedTo?: EscalationStep;
  /** Which period of a recurring task it is for. */
  period?: string;
  /** The day to which the agency asks to extend, while that awaits a decision. */
  extendingTo?: Day;
  /** The Office sent the last report back; `cureOn` is the day by which a new one is due. */
  returned?: boolean;
  cureOn?: Day;
}

/** One task of the queue: whose reports wait, and who has not reported. */
export interface QueueGroup {
  id: string;
  content: string;
  document: AssignmentItem['document'];
  department: Named;
  field: string;
  /** Units that the task is given to, those that have reported, and of these the ones that are done. */
  total: number;
  reported: number;
  done: number;
  oldestOn: Day;
  awaiting: AssignmentItem[];
  missing: AssignmentItem[];
}

export interface QueueQuery {
  department?: string;
  field?: string;
  cursor?: string;
  limit?: number;
}

export interface Page<T> {
  items: T[];
  cursor: string | null;
}

export interface AssignmentQuery extends StatisticsQuery {
  status?: string;
  state?: string;
  agency?: string;
  department?: string;
  field?: string;
  leaf?: string;
  signer?: string;
  due?: 'overdue' | 'soon' | 'none';
  beside?: string;
  q?: string;
  cursor?: string;
  limit?: number;
}

export interface Notice {
  id: string;
  at: Instant;
  type: string;
  assignmentId: string | null;
  title: string;
  read: boolean;
}

/** One assignment with all that happened to it. */
export interface AssignmentDetail {
  /** The national task that it carries out, with its own due day. */
  national?: { taskId: string; dueOn: Day | null };
  assignment: AssignmentItem & {
    firstDueOn: Day | null;
    recordedOn: Day;
    signer?: string;
    blocker?: string;
    transfer?: TransferRequest;
    closed?: { on: Day; reason: string; reference?: string };
    predecessorId?: string;
    successorId?: string;
    recurring?: Recurrence;
    /** The day of the last progress note. */
    notedOn?: Day;
  };
  document: {
    id: string;
    number: string;
    issuedOn: Day;
    subject: string;
    issuer: string;
    type: string;
    signer?: string;
  };
  task: { id: string; number: number; content: string };
  reports: readonly Report[];
  /** The files of all reports. */
  files: readonly FileSeen[];
  dues: readonly Due[];
  extensions: readonly Extension[];
  pauses: readonly Pause[];
  questions: readonly Question[];
  history: readonly HistoryRow[];
  /** Verbs that this person may use now. */
  actions: readonly Verb[];
}

/** A question on an open assignment of one's own unit. */
export interface UnitQuestion extends Omit<Question, 'by' | 'unitId'> {
  assignment: { id: string; content: string; documentNumber: string };
  /** Asked by the unit itself. */
  ours: boolean;
}

/** One thing that happened: the verb that somebody took, and the event that came of it. */
export interface HistoryRow {
  revision: number;
  on: Day;
  at: Instant;
  /** Who did it, in the role of that day. */
  actor: { id: string; name: string; role: string };
  verb: string;
  event: EventType;
  from: string | null;
  to: string | null;
  reason?: string;
  data?: Record<string, unknown>;
}

export interface DocumentItem {
  id: string;
  number: string | null;
  issuedOn: Day | null;
  issuer: string;
  typeName: string;
  subject: string;
  fieldId: string;
  departmentId: string;
  departmentName: string;
  status: 'draft' | 'issued';
  noTask: boolean;
  taskCount: number;
  enteredOn: Day;
}

export interface DocumentDetail {
  document: Omit<Document, 'made' | 'uniqueKey'>;
  assignments: AssignmentItem[];
  /** Files that came with it. */
  files: BroughtFile[];
  /** National due days by the national id of a task. */
  national: Readonly<Record<string, Day | null>>;
  history: {
    revision: number;
    type: 'entered' | 'issued' | 'changed';
    on: Day;
    at: Instant;
    by: { id: string; name: string; role: Actor['role'] };
    reason?: string;
    before?: Record<string, unknown>;
  }[];
}

export interface Person {
  id: string;
  name: string;
  username: string;
  role: Actor['role'];
  unit: Named;
  fields: readonly string[];
  email?: string;
  disabled?: true;
  /** The Chief of the Office. */
  chief?: true;
  revision: number;
  /** How the account stands: told to administrators. */
  standing?: Standing;
  usedAt?: Instant;
  invitedAt?: Instant;
  factor?: true;
}

export interface Confirmed {
  results: { id: string; ok: boolean; code?: string; message?: string }[];
}
