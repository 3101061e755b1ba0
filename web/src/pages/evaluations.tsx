import { EvaluationForm } from './evaluation/form.tsx';
import { evaluation } from './evaluation/requests.ts';
import { RoundList } from './rounds/list.tsx';

/** The rounds in which units say how the product serves them; the administrator opens the next one. */
export function Evaluations() {
  return (
    <RoundList kind="evaluation" queryKey="evaluations" ask={evaluation.rounds} form={<EvaluationForm />} />
  );
}
