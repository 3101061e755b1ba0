import type { Question } from '@tddh/domain/assignment';
import { never } from '@tddh/domain/day';
import { maySee } from '@tddh/domain/permission';
import { isAgencyRole } from '@tddh/domain/person';
import { Refusal } from '@tddh/domain/refusal';
import type { Desk } from './desk.ts';

/** Questions that are shown at most. */
const most = 100;

/** A question on an open assignment of a unit, as the unit sees it. */
export interface UnitQuestion
  extends Pick<Question, 'id' | 'on' | 'text' | 'answerBy' | 'answeredOn' | 'answer' | 'dispute'> {
  assignment: { id: string; content: string; documentNumber: string };
  /** True where the unit itself asked. */
  ours: boolean;
}

/**
 * What was asked and answered on the open assignments of the person's unit: first what waits for its answer, then what
 * it waits for, then the newest answers. At most 100.
 * @throws Refusal `forbidden` for who belongs to no agency
 */
export async function unitQuestions(desk: Desk): Promise<UnitQuestion[]> {
  const { db, actor } = desk;
  if (!isAgencyRole(actor.role)) {
    throw new Refusal('forbidden', 'Danh sách này dành cho đơn vị thực hiện nhiệm vụ.');
  }
  const { data } = await db.assignments.query
    .byAgency({ agencyId: actor.unitId, closedOn: never })
    .go({ pages: 'all', attributes: ['data'] });
  return data
    .map((row) => row.data)
    .filter((a) => maySee(actor, a))
    .flatMap((a) =>
      a.questions.map(({ id, on, text, answerBy, answeredOn, answer, dispute, unitId }) => ({
        ...{ id, on, text, answerBy, ours: unitId === actor.unitId },
        ...(dispute ? { dispute } : {}),
        ...(answeredOn ? { answeredOn, ...(answer ? { answer } : {}) } : {}),
        assignment: { id: a.id, content: a.content, documentNumber: a.document.number },
      })),
    )
    .sort((a, b) => rank(a) - rank(b) || (b.answeredOn ?? b.on).localeCompare(a.answeredOn ?? a.on))
    .slice(0, most);
}

function rank({ answeredOn, ours }: UnitQuestion): number {
  if (answeredOn) return 2;
  return ours ? 1 : 0;
}
