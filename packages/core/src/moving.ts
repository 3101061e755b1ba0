import type { Assignment } from '@tddh/domain/assignment';
import { showDay } from '@tddh/domain/day';
import { Refusal, type RefusalCode } from '@tddh/domain/refusal';
import type { Succession } from '@tddh/domain/succession';
import { auditWrite } from './audit.ts';
import { load, notFound, perform } from './change.ts';
import type { Desk } from './desk.ts';
import type { Person } from './peoplerows.ts';
import { changePersonRow } from './personrow.ts';
import { each } from './sources.ts';
import { chosen, leaving, successionNow } from './successions.ts';

/** What became of one row of a batch. `done` is false where there was nothing left to do. */
export type Moved =
  | { id: string; ok: true; done: boolean; successorId?: string }
  | { id: string; ok: false; code: RefusalCode; message: string };

/** One row to move; `to` chooses another unit than the default. */
export interface Row {
  id: string;
  to?: string;
}

const width = 4;
const attempts = 3;

/**
 * Moves open assignments of a reorganisation to their successors: each in a transaction of its own through
 * `perform`, as the administrator's transfer, so that the batch may die anywhere, be run again, and race with reports,
 * decisions and the sweep: each assignment has one outcome. What is moved already is left as it is.
 * @param rows at most 100
 * @returns a result per row, in their order
 * @throws Refusal `forbidden`, `not_found`, `state_forbids` before the day of the reorganisation
 */
export async function moveAssignments(desk: Desk, id: string, rows: readonly Row[]): Promise<Moved[]> {
  const succession = await inForce(desk, id);
  return each(rows, width, (row) => result(row.id, () => moveOne(desk, succession, row)));
}

/** Moves people of the units that are over; their next request acts for the new unit. As `moveAssignments`. */
export async function movePeople(desk: Desk, id: string, rows: readonly Row[]): Promise<Moved[]> {
  const succession = await inForce(desk, id);
  return each(rows, width, (row) =>
    result(row.id, async () => {
      let done = false;
      await changePersonRow(
        desk.db,
        row.id,
        (person) => {
          done = leaving(succession).includes(person.unitId);
          return done ? { ...person, unitId: chosen(succession, person.unitId, row.to) } : undefined;
        },
        recorded(desk),
      );
      return { done };
    }),
  );
}

/** The entry of the audit log that goes with a person's move. */
const recorded = (desk: Desk) => (before: Person, after: Person) => [
  auditWrite(desk, {
    act: 'person-changed',
    subject: after.id,
    detail: `unitId ${before.unitId} → ${after.unitId}`,
  }),
];

async function inForce(desk: Desk, id: string): Promise<Succession> {
  const succession = await successionNow(desk, id);
  if (succession.kind === 'rename') {
    throw new Refusal('state_forbids', 'Đổi tên không cần chuyển nhiệm vụ: đơn vị vẫn là một.');
  }
  if (succession.on > desk.today) {
    throw new Refusal(
      'state_forbids',
      `Quyết định có hiệu lực từ ngày ${showDay(succession.on)}: chưa chuyển được.`,
    );
  }
  return succession;
}

async function moveOne(desk: Desk, succession: Succession, row: Row) {
  for (let attempt = 1; ; attempt += 1) {
    const a = await load(desk.db, row.id);
    if (!a) throw notFound();
    const before = movedBefore(a, succession);
    if (before) return before;
    const to = chosen(succession, a.agencyId, row.to);
    if (to === a.agencyId) return { done: false };
    try {
      const body = { to, reason: succession.basis };
      const { after } = await perform(desk, a.id, { verb: 'transfer', body });
      return { done: true, ...(after.successorId ? { successorId: after.successorId } : {}) };
    } catch (error) {
      const raced = error instanceof Refusal && error.code === 'lost_race';
      if (!raced || attempt === attempts) throw error;
    }
  }
}

/** True for what an earlier run moved: it is transferred, or is itself what came of a transfer to the new unit. */
function movedBefore(a: Assignment, { from, to }: Succession) {
  if (a.status === 'transferred' && from.includes(a.agencyId) && a.successorId) {
    return { done: false, successorId: a.successorId };
  }
  return to.includes(a.agencyId) && !from.includes(a.agencyId) ? { done: false } : undefined;
}

/** What became of one row: a refusal is its result, anything else is a defect. */
export async function result(
  id: string,
  work: () => Promise<{ done: boolean; successorId?: string }>,
): Promise<Moved> {
  try {
    return { id, ok: true, ...(await work()) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { id, ok: false, code: error.code, message: error.message };
  }
}
