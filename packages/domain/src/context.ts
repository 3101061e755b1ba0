import type { Unit } from './agency.ts';
import type { Assignment, Status } from './assignment.ts';
import type { Day, Instant } from './day.ts';
import type { AssignmentEvent, EventData, EventType } from './events.ts';
import type { Actor } from './person.ts';
import { Refusal } from './refusal.ts';
import type { Settings } from './settings.ts';

/** Everything that a rule may know besides the assignment; given, never taken. */
export interface Context {
  actor: Actor;
  /** The business day: what the rules compare. */
  today: Day;
  /** The real instant: kept for the record. */
  now: Instant;
  settings: Settings;
  /** The unit that a transfer names, where it exists. */
  target?: Unit;
  /** The field that a correction names, where it exists, with the name of its department. */
  field?: { id: string; departmentId: string; departmentName: string };
  /** A new id for a successor. */
  newId: () => string;
}

/** What a verb leads to: the events of the assignment, and the first event of its successor where it has one. */
export interface Outcome {
  events: AssignmentEvent[];
  successor?: AssignmentEvent;
}

/** An event in the making: the rest follows from the table of transitions. */
export type Step = {
  [T in EventType]: { type: T; data: EventData[T]; reason?: string };
}[EventType];
export interface Steps {
  steps: Step[];
  /** The facts of a successor, where the verb makes one. */
  successor?: { initial: EventData['assigned']['initial']; reason?: string };
}

/** The steps of a verb that has one. */
export const one = (step: Step): Steps => ({ steps: [step] });

const stateWords: Record<Status, string> = {
  assigned: 'mới giao',
  'in-progress': 'đang thực hiện',
  reported: 'chờ xác nhận',
  done: 'đã hoàn thành',
  paused: 'tạm dừng',
  recalled: 'đã thu hồi',
  transferred: 'đã chuyển đơn vị khác',
  cancelled: 'đã hủy',
};

/** The refusal of a verb that the present state does not allow. */
export function stateForbids(a: Assignment): Refusal {
  return new Refusal(
    'state_forbids',
    `Nhiệm vụ đang ở trạng thái “${stateWords[a.status]}” nên không làm được việc này. Hãy tải lại trang để xem tình trạng mới nhất.`,
  );
}
