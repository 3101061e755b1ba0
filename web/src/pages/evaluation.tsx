import { useParams } from '@solidjs/router';
import { useQuery } from '@tanstack/solid-query';
import { showDay } from '@tddh/domain/day';
import { readsAnswers } from '@tddh/domain/evaluation';
import { createSignal, For, Match, Show, Switch } from 'solid-js';
import { Button, ButtonLink } from '../parts/button.tsx';
import { Card, Page } from '../parts/page.tsx';
import { ErrorBox, Skeleton } from '../parts/states.tsx';
import { say, sayProblem } from '../parts/toasts.ts';
import { useSession } from '../session.tsx';
import { t } from '../words/words.ts';
import css from './admin.module.css';
import { AnswersForm } from './evaluation/answers.tsx';
import { type EvaluationDetail, evaluation, type UnitAnswers } from './evaluation/requests.ts';

/** One round: the own unit's answers, and, for who gathers them and is reported to, everybody's and the report. */
export function EvaluationPage() {
  const params = useParams<{ id: string }>();
  const round = useQuery(() => ({
    queryKey: ['evaluations', params.id],
    queryFn: () => evaluation.round(params.id),
  }));
  return (
    <Switch
      fallback={
        <Page title={t('evaluation.title')}>
          <Show when={round.isError} fallback={<Skeleton lines={8} />}>
            <ErrorBox error={round.error} retry={() => void round.refetch()} />
          </Show>
        </Page>
      }
    >
      <Match when={round.isSuccess && round.data}>{(data) => <Shown data={data()} />}</Match>
    </Switch>
  );
}

function Shown(props: { data: EvaluationDetail }) {
  const session = useSession();
  const round = () => props.data.round;
  const reads = () => readsAnswers({ ...session.person, unitId: session.person.unit.id });
  const admin = () => session.person.role === 'admin';
  const owed = () => props.data.units.filter((one) => one.entry === null);
  const sent = () => props.data.units.filter((one) => one.entry !== null);
  const [filled, setFilled] = createSignal<UnitAnswers>();
  const own = () => filled() ?? props.data.units.find((one) => one.unit.id === session.person.unit.id);
  const [busy, setBusy] = createSignal(false);
  const said = (one: UnitAnswers, id: string) => {
    const answer = one.entry?.answers.find(({ question }) => question === id);
    return answer?.text ?? (answer?.mark ? t('evaluation.mark', { n: answer.mark }) : '');
  };

  async function remind() {
    setBusy(true);
    try {
      say(t('evaluation.reminded', await evaluation.remind(round().id)), 'good');
    } catch (error) {
      sayProblem(error);
    } finally {
      setBusy(false);
    }
  }
  return (
    <Page
      title={round().name}
      lead={
        <>
          <a href="/danh-gia">{t('evaluation.back')}</a> ·{' '}
          {t('evaluation.due', { day: showDay(round().dueOn) })}
        </>
      }
      actions={
        <Show when={reads()}>
          <ButtonLink
            href={`/api/evaluations/${round().id}/report.docx`}
            title={t('evaluation.reportHint')}
            download=""
            target="_self"
          >
            {t('evaluation.report')}
          </ButtonLink>
          <Show when={admin() && owed().length > 0}>
            <Button disabled={busy()} onClick={() => void remind()}>
              {t('evaluation.remind', { n: owed().length })}
            </Button>
          </Show>
        </Show>
      }
    >
      <div class={css.stack}>
        <Show when={own()?.maySend && own()} keyed>
          {(one) => (
            <AnswersForm
              roundId={round().id}
              questions={round().questions}
              of={one}
              sent={() => setFilled(undefined)}
            />
          )}
        </Show>
        <Show when={reads()}>
          <Card title={t('evaluation.missing', { n: owed().length })}>
            <Show when={owed().length > 0} fallback={<p>{t('evaluation.allSent')}</p>}>
              <ul class={css.days}>
                <For each={owed()}>
                  {(one) => (
                    <li>
                      <span>{one.unit.name}</span>
                      <Show when={admin()}>
                        <Button
                          small
                          aria-label={t('evaluation.fill', { unit: one.unit.name })}
                          onClick={() => {
                            setFilled(one);
                            window.scrollTo({ top: 0 });
                          }}
                        >
                          {t('manage.edit')}
                        </Button>
                      </Show>
                    </li>
                  )}
                </For>
              </ul>
            </Show>
          </Card>
          <Card title={t('evaluation.answered', { n: sent().length })}>
            <ul class={css.days}>
              <For each={sent()}>
                {(one) => (
                  <li>
                    <div>
                      <b>{one.unit.name}</b>
                      <small>{t('evaluation.sentOn', { day: showDay(one.entry?.sentOn ?? '') })}</small>
                      <dl class={css.said}>
                        <For each={round().questions}>
                          {(question) => (
                            <div>
                              <dt>{question.text}</dt>
                              <dd>{said(one, question.id)}</dd>
                            </div>
                          )}
                        </For>
                      </dl>
                    </div>
                  </li>
                )}
              </For>
            </ul>
          </Card>
        </Show>
      </div>
    </Page>
  );
}
