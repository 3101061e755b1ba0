import { showDay } from '@tddh/domain/day';
import { readsAnswers } from '@tddh/domain/evaluation';
import { For } from 'solid-js';
import { ButtonLink } from '../parts/button.tsx';
import { useSession } from '../session.tsx';
import { t } from '../words/words.ts';
import css from './admin.module.css';
import { AnswersForm } from './evaluation/answers.tsx';
import { type EvaluationDetail, evaluation, type UnitAnswers } from './evaluation/requests.ts';
import { RoundPage } from './rounds/one.tsx';

/** One round: the own unit's answers, and, for who gathers them and is reported to, everybody's and the report. */
export function EvaluationPage() {
  const session = useSession();
  const said = (one: UnitAnswers, id: string) => {
    const answer = one.entry?.answers.find(({ question }) => question === id);
    return answer?.text ?? (answer?.mark ? t('evaluation.mark', { n: answer.mark }) : '');
  };
  return (
    <RoundPage<UnitAnswers, EvaluationDetail>
      kind="evaluation"
      queryKey="evaluations"
      ask={evaluation.round}
      remind={evaluation.remind}
      reads={readsAnswers({ ...session.person, unitId: session.person.unit.id })}
      paper={({ round }) => (
        <ButtonLink
          href={`/api/evaluations/${round.id}/report.docx`}
          title={t('evaluation.reportHint')}
          download=""
          target="_self"
        >
          {t('evaluation.report')}
        </ButtonLink>
      )}
      form={({ round }, of, sent) => (
        <AnswersForm roundId={round.id} questions={round.questions} of={of} sent={sent} />
      )}
      sentTitle={(n) => t('evaluation.answered', { n })}
      sentLine={({ round }, one) => (
        <div>
          <b>{one.unit.name}</b>
          <small>{t('evaluation.sentOn', { day: showDay(one.entry?.sentOn ?? '') })}</small>
          <dl class={css.said}>
            <For each={round.questions}>
              {(question) => (
                <div>
                  <dt>{question.text}</dt>
                  <dd>{said(one, question.id)}</dd>
                </div>
              )}
            </For>
          </dl>
        </div>
      )}
    />
  );
}
