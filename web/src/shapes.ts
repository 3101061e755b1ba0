import type { FieldOfWork, Unit } from '@tddh/domain/agency';
import type { Calendar } from '@tddh/domain/calendar';
import type { Day, Instant } from '@tddh/domain/day';
import type { Actor } from '@tddh/domain/person';

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
    fields: string[];
  };
  today: Day;
  sample: boolean;
  office: { province: string; name: string };
}

export interface Catalog {
  units: Unit[];
  fields: FieldOfWork[];
  types: { id: string; name: string; abbreviation: string }[];
  calendar: Calendar;
}

export type Clock = 'report' | 'confirmation';
export type Basis = 'assigned' | 'issued';
export type Scope = 'new' | 'carried';
export type By = 'agency' | 'department' | 'field';

export interface StatisticsQuery {
  from?: Day;
  to?: Day;
  asOf?: Day;
  clock?: Clock;
  basis?: Basis;
  scope?: Scope;
  by?: By;
}

export interface StatisticsRow {
  unit: Named;
  /** Columns (1) to (17) of the appendix; index 0 is column (1). */
  columns: number[];
  awaiting: number;
  extended: number;
  paused: number;
}

export interface Statistics {
  period: { from: Day; to: Day };
  asOf: Day;
  clock: Clock;
  basis: Basis;
  scope: Scope;
  by: By;
  rows: StatisticsRow[];
  total: { columns: number[] };
  carried: number;
  awaiting: number;
  extended: number;
  paused: number;
  backdated: number;
  lateEntry: number;
  support: number;
  /** Percent, as the national system counts. */
  national: { done: number; onTime: number };
  /** Assignments that departments of the Office lead; never in the appendix. */
  office?: { rows: StatisticsRow[]; total: { columns: number[] } };
}

/** What a badge shows; computed by the server from dates, never typed. */
export type State =
  | 'assigned'
  | 'working'
  | 'soon'
  | 'overdue'
  | 'awaiting'
  | 'done'
  | 'late'
  | 'nodue'
  | 'paused'
  | 'recalled'
  | 'transferred'
  | 'cancelled'
  | 'draft';

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
}

export interface Page<T> {
  items: T[];
  cursor: string | null;
}

export interface AssignmentQuery extends StatisticsQuery {
  status?: string;
  agency?: string;
  department?: string;
  field?: string;
  leaf?: string;
  due?: 'overdue' | 'soon' | 'none';
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

export interface Report {
  id: string;
  on: Day;
  countedOn: Day;
  result: string;
  documentNumber?: string;
  documentDate?: Day;
  byOffice?: boolean;
  outcome?: 'confirmed' | 'returned' | 'withdrawn';
  decidedOn?: Day;
  cureOn?: Day;
  reason?: string;
}

export interface HistoryRow {
  revision: number;
  on: Day;
  at: Instant;
  actor: { id: string; name: string; role: Actor['role'] };
  verb: string;
  from: string | null;
  to: string | null;
  reason?: string;
  data?: Record<string, unknown>;
}

export interface AssignmentDetail {
  assignment: AssignmentItem & { signer?: string; firstDueOn?: Day | null };
  document: DocumentItem;
  task: { id: string; content: string; leads: Named[]; supports: Named[] };
  reports: Report[];
  dues: { dueOn: Day | null; on: Day; askedOn?: Day; kind: string }[];
  extensions: { on: Day; dueOn: Day; reason: string; decidedOn?: Day; outcome?: string }[];
  questions: { on: Day; text: string; by: string; answeredOn?: Day; answer?: string }[];
  history: HistoryRow[];
  /** Verbs that this person may use now. */
  actions: string[];
}

export interface DocumentItem {
  id: string;
  number: string | null;
  issuedOn: Day | null;
  issuer: string;
  type: string;
  subject: string;
  field: string;
  departmentId: string;
  status: 'draft' | 'issued';
  taskCount: number;
  enteredOn: Day;
}

export interface DocumentDetail {
  document: DocumentItem & {
    signer?: string;
    tasks: { id: string; content: string; leads: string[]; supports: string[]; dueOn: Day | null }[];
  };
  assignments: AssignmentItem[];
  history: HistoryRow[];
}

export interface NewDocument {
  number: string | null;
  issuedOn: Day | null;
  issuer: string;
  type: string;
  subject: string;
  field?: string;
  signer?: string;
  draft?: boolean;
  noTask?: boolean;
  tasks: { content: string; leads: string[]; supports: string[]; dueOn: Day | null }[];
}
