import { type Assignment, currentDue } from '@tddh/domain/assignment';
import { addWorkingDays } from '@tddh/domain/calendar';
import { type Day, daysBetween } from '@tddh/domain/day';
import { may } from '@tddh/domain/permission';
import { invalid, Refusal } from '@tddh/domain/refusal';
import { stateOf } from '@tddh/domain/state';
import { owesReport } from '@tddh/domain/taskgroup';
import { catalogOf, type Office, unitOf } from './catalog.ts';
import { load } from './change.ts';
import type { Desk } from './desk.ts';
import { all, dueOfAgency } from './sources.ts';

/** Working days that a unit is given to answer a letter of chasing. */
const answerWithin = 5;

/** What the Office writes to a unit that has not reported in time. */
export interface ChasingFacts {
  office: Office;
  department?: string;
  unit: string;
  today: Day;
  answerBy: Day;
  tasks: { number: string; issuedOn: Day; content: string; dueOn: Day | null; daysLate: number }[];
}

/**
 * The late tasks of a unit that this person may chase, earliest due first: those the department follows, or all for
 * the Office's leaders. One range of one index: what is open and due.
 * @param also an assignment that is named too, though it may not be late yet
 * @throws Refusal `forbidden`; `invalid` where there is no such unit, or nothing to chase
 */
export async function chasingOf(desk: Desk, agencyId: string, also?: string): Promise<ChasingFacts> {
  const { db, actor, today } = desk;
  if (!chases.has(actor.role)) {
    throw new Refusal('forbidden', 'Công văn đôn đốc do Văn phòng soạn.');
  }
  const catalog = await catalogOf(db);
  const unit = unitOf(catalog, agencyId, 'agency');
  const [due, named] = await Promise.all([
    all(dueOfAgency(db, agencyId, today)),
    also ? load(db, also) : undefined,
  ]);
  const late = due.filter((a) => owesReport(a) && stateOf(a, today) === 'overdue');
  const extra = named?.agencyId === agencyId && owesReport(named) ? [named] : [];
  const tasks = [...late, ...extra.filter((a) => late.every((one) => one.id !== a.id))].filter((a) =>
    may(actor, 'remind', a),
  );
  if (tasks.length === 0) {
    throw invalid('agency', `${unit.name} không có nhiệm vụ quá hạn nào mà bạn theo dõi.`);
  }
  const department = catalog.units.find((u) => u.id === actor.unitId && u.kind === 'department');
  return {
    office: catalog.office,
    ...(department ? { department: department.short } : {}),
    ...{ unit: unit.name, today, answerBy: addWorkingDays(catalog.settings.calendar, today, answerWithin) },
    tasks: tasks.map((a) => taskOf(a, today)),
  };
}

const chases: ReadonlySet<string> = new Set(['officer', 'department-head', 'office-leader']);

function taskOf(a: Assignment, today: Day) {
  const dueOn = currentDue(a);
  const { number, issuedOn } = a.document;
  const daysLate = dueOn === null ? 0 : Math.max(0, daysBetween(dueOn, today));
  return { number, issuedOn, content: a.content, dueOn, daysLate };
}
