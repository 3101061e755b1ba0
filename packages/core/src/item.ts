import type { Unit } from '@tddh/domain/agency';
import {
  type Assignment,
  currentDue,
  isOpen,
  pendingExtension,
  pendingReport,
  standingReport,
} from '@tddh/domain/assignment';
import { type Calendar, workingDaysBetween } from '@tddh/domain/calendar';
import type { Clock } from '@tddh/domain/clock';
import type { Day } from '@tddh/domain/day';
import { type EscalationStep, escalationOf } from '@tddh/domain/escalation';
import { type State, stateOf } from '@tddh/domain/state';
import { inAppendix, type Leaf, leafOf } from '@tddh/domain/statistics';
import { agencyNameOf } from '@tddh/domain/succession';

/** An assignment as a list shows it. */
export interface Item {
  id: string;
  taskId: string;
  documentId: string;
  content: string;
  agency: { id: string; name: string };
  department: { id: string; name: string };
  field: string;
  role: 'lead' | 'support';
  status: Assignment['status'];
  state: State;
  dueOn: Day | null;
  revision: number;
  document: { id: string; number: string; issuedOn: Day; subject: string };
  /** Leaf of the appendix; null for what the appendix never counts. */
  leaf: Leaf | null;
  assignedOn: Day;
  /** While a report awaits a decision: the day it was recorded, and its age in working days. */
  reportedOn?: Day;
  awaitingDays?: number;
  /** Who is told that it waits so long, where a list knows the setting. */
  escalatedTo?: EscalationStep;
  /** Where the last report was sent back, or its task reopened, and no new one stands: the day by which one is due. */
  returned?: true;
  cureOn?: Day;
  /** Which period of a recurring task it is for: `2023-12`, `2023-Q4`. */
  period?: string;
  /** The day to which the agency asks to extend, while that awaits a decision. */
  extendingTo?: Day;
}

/** By which day and clock a list tells leaf and state. */
export interface Lens {
  today: Day;
  asOf: Day;
  clock: Clock;
  calendar: Calendar;
  /** The units, for the name that each bore on the day that counts; else the name that was copied. */
  units?: readonly Unit[];
  /** Working days of the steps of escalation; without them no step is told. */
  escalateAfter?: readonly number[];
}

/** The item of an assignment. */
export function itemOf(a: Assignment, lens: Lens): Item {
  const reported = pendingReport(a);
  const last = standingReport(a);
  const extending = pendingExtension(a);
  const returned = a.status === 'in-progress' && (last?.outcome === 'returned' || last?.reopenedOn);
  const { id, number, issuedOn, subject } = a.document;
  return {
    ...{ id: a.id, taskId: a.taskId, documentId: a.documentId, content: a.content },
    agency: { id: a.agencyId, name: agencyNameOf(a, lens.units ?? [], lens.today) },
    department: { id: a.departmentId, name: a.departmentName },
    ...{ field: a.fieldId, role: a.role, status: a.status, state: stateOf(a, lens.today) },
    ...{ dueOn: currentDue(a), revision: a.revision, document: { id, number, issuedOn, subject } },
    leaf: inAppendix(a) && !a.closed ? leafOf(a, lens.asOf, lens.clock) : null,
    assignedOn: a.assignedOn,
    ...(reported ? waiting(reported.on, lens) : {}),
    ...(a.recurring ? { period: a.recurring.period } : {}),
    ...(extending && isOpen(a) ? { extendingTo: extending.dueOn } : {}),
    ...(returned ? { returned: true as const, ...(last.cureOn ? { cureOn: last.cureOn } : {}) } : {}),
  };
}

function waiting(reportedOn: Day, { calendar, today, escalateAfter = [] }: Lens) {
  const awaitingDays = workingDaysBetween(calendar, reportedOn, today);
  const escalatedTo = escalationOf(awaitingDays, escalateAfter);
  return { reportedOn, awaitingDays, ...(escalatedTo ? { escalatedTo } : {}) };
}
