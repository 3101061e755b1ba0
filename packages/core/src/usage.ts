import type { Day } from '@tddh/domain/day';
import { type Evaluated, type Evaluation, readsAnswers } from '@tddh/domain/evaluation';
import type { Feedback } from '@tddh/domain/feedback';
import type { MirrorFilter, MirrorRow } from '@tddh/domain/mirror';
import { Refusal } from '@tddh/domain/refusal';
import { catalogOf, type Office } from './catalog.ts';
import type { Desk } from './desk.ts';
import { evaluations } from './evaluations.ts';
import { feedbackBetween } from './feedback.ts';
import { mirror } from './mirror.ts';
import { unitsOfRound } from './rounds.ts';

/** Everything that the report to the leaders of the Office tells: figures, what units answered, what people wrote. */
export interface UsageReport {
  office: Office;
  /** The department that reports: that of who asks for the paper, where it is one. */
  department?: { name: string; short: string };
  today: Day;
  period: { from: Day; to: Day };
  /** Percentages and means with a comma. */
  decimalComma: boolean;
  round: Pick<Evaluation, 'name' | 'dueOn' | 'questions'>;
  /** The figures of the Office (`name` is null) and of each department. */
  figures: { name: string | null; row: MirrorRow; unsigned: number }[];
  answered: { unit: string; answers: Evaluated['answers'] }[];
  /** Units that did not answer. */
  missing: string[];
  feedback: Feedback[];
}

/**
 * Gathers the report of a round of evaluation, over the days of the mirror.
 * @throws Refusal `forbidden` for who does not read all answers, `not_found`, `invalid`
 */
export async function usageReport(desk: Desk, roundId: string, filter: MirrorFilter): Promise<UsageReport> {
  if (!readsAnswers(desk.actor)) {
    throw new Refusal('forbidden', 'Báo cáo này do phòng HC-QT lập cho lãnh đạo.');
  }
  const [{ round, units }, { office, settings, units: known }, seen] = await Promise.all([
    unitsOfRound<Evaluation, Evaluated>(desk, evaluations, roundId, true),
    catalogOf(desk.db),
    mirror(desk, filter),
  ]);
  const { period, departments, rows, unsigned } = seen;
  const department = known.find(({ id, kind }) => id === desk.actor.unitId && kind === 'department');
  return {
    ...{ office, today: desk.today, period, decimalComma: settings.decimalComma ?? false },
    ...(department ? { department: { name: department.name, short: department.short } } : {}),
    round: { name: round.name, dueOn: round.dueOn, questions: round.questions },
    figures: rows
      .filter((row) => row.week === null)
      .map((row) => ({
        name: departments.find(({ id }) => id === row.departmentId)?.name ?? null,
        row,
        unsigned: unsigned.find((one) => one.departmentId === row.departmentId)?.count ?? 0,
      })),
    answered: units.flatMap(({ unit, entry }) =>
      entry ? [{ unit: unit.name, answers: entry.answers }] : [],
    ),
    missing: units.flatMap(({ unit, entry }) => (entry ? [] : [unit.name])),
    feedback: await feedbackBetween(desk.db, period.from, period.to),
  };
}
