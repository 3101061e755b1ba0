import {
  answerFaults,
  type Evaluated,
  type Evaluation,
  type EvaluationEntry,
  type NewEvaluation,
  readsAnswers,
} from '@tddh/domain/evaluation';
import { Refusal } from '@tddh/domain/refusal';
import type { Desk } from './desk.ts';
import {
  beginRound,
  listRoundsOf,
  type RoundKind,
  refuseSender,
  roundNow,
  sendToRound,
  unitsOfRound,
} from './rounds.ts';

/** Rounds in which units say how the product serves them. */
export const evaluations: RoundKind = {
  ...{ shelf: 'evaluation', prefix: 'evl', what: 'phiếu đánh giá', entry: 'Phiếu của đơn vị' },
  usual: (kind) => kind === 'department',
  how: (id) => `Trả lời tại: {{origin}}/danh-gia/${id}`,
};

/** Opens a round of evaluation. @throws Refusal `forbidden`, `invalid` */
export function openEvaluation(desk: Desk, { questions, ...input }: NewEvaluation): Promise<Evaluation> {
  return beginRound(desk, evaluations, input, {
    questions: questions.map((one, i) => ({ ...one, id: `q${i + 1}` })),
  });
}

/** The rounds, newest first. */
export function listEvaluations(desk: Desk) {
  return listRoundsOf<Evaluation>(desk, evaluations);
}

/** A round as this person may see it: every answer for who gathers and who is reported to, the own unit's for others. */
export async function readEvaluation(desk: Desk, roundId: string) {
  const reads = readsAnswers(desk.actor);
  const { round, ...seen } = await unitsOfRound<Evaluation, Evaluated>(desk, evaluations, roundId, reads);
  const { units: _, ...plain } = round;
  return { round: plain, ...seen };
}

/**
 * Sends a unit's answers, in place of what it sent before.
 * @param seen the revision of the entry that the page has read (0: none yet); another one refuses
 * @throws Refusal `forbidden`, `not_found`, `invalid`, `revision_changed`
 */
export async function sendEvaluation(
  desk: Desk,
  roundId: string,
  { unitId, answers }: EvaluationEntry,
  seen?: number,
): Promise<Evaluated> {
  const round = await roundNow<Evaluation>(desk, evaluations, roundId);
  refuseSender(desk, evaluations, round, unitId);
  const faults = answerFaults(round.questions, answers);
  if (faults[0]) throw new Refusal('invalid', faults[0].message, faults);
  return sendToRound(desk, evaluations, round, { answers }, { unitId, seen });
}
