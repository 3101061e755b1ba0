/** Who is told of a report that the Office has left waiting, step by step (domain.md, The clock). */
export const escalationSteps = ['head', 'deputy', 'chief'] as const;
export type EscalationStep = (typeof escalationSteps)[number];

/**
 * The step that a waiting report has reached: the last one whose working days it has waited; none before the first.
 * @param waited working days since the report was recorded
 * @param after working days of each step, in any order (a setting: 3, 5, 10)
 */
export function escalationOf(waited: number, after: readonly number[]): EscalationStep | undefined {
  const reached = after.filter((days) => waited >= days).length;
  return escalationSteps[Math.min(reached, escalationSteps.length) - 1];
}
