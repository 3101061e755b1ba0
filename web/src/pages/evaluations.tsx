import { useQuery } from '@tanstack/solid-query';
import { showDay } from '@tddh/domain/day';
import { For, Match, Show, Switch } from 'solid-js';
import { Card, Page } from '../parts/page.tsx';
import { Empty, ErrorBox, Skeleton } from '../parts/states.tsx';
import { useSession } from '../session.tsx';
import { t } from '../words/words.ts';
import css from './admin.module.css';
import { EvaluationForm } from './evaluation/form.tsx';
import { evaluation } from './evaluation/requests.ts';

/** The rounds in which units say how the product serves them; the administrator opens the next one. */
export function Evaluations() {
  const session = useSession();
  const admin = () => session.person.role === 'admin';
  const rounds = useQuery(() => ({ queryKey: ['evaluations'], queryFn: evaluation.rounds }));
  return (
    <Page title={t('evaluation.title')} lead={t('evaluation.lead')}>
      <div class={admin() ? css.columns : css.stack}>
        <Switch fallback={<Skeleton lines={5} height={28} />}>
          <Match when={rounds.isError}>
            <ErrorBox error={rounds.error} retry={() => void rounds.refetch()} />
          </Match>
          <Match when={rounds.isSuccess && rounds.data}>
            {(data) => (
              <div class={css.lines}>
                <Show
                  when={data().items.length > 0}
                  fallback={<Empty title={t('evaluation.none')} hint={t('evaluation.noneHint')} />}
                >
                  <ul>
                    <For each={data().items}>
                      {(one) => (
                        <li class={css.line}>
                          <a href={`/danh-gia/${one.id}`}>{one.name}</a>
                          <span class={css.more}>
                            {t('evaluation.due', { day: showDay(one.dueOn) })}
                            <Show when={one.expected !== undefined}>
                              {' · '}
                              {t('evaluation.count', { sent: one.sent ?? 0, all: one.expected ?? 0 })}
                            </Show>
                            <Show when={one.own}>
                              {(own) => <> · {t(own() === 'sent' ? 'evaluation.sent' : 'evaluation.owed')}</>}
                            </Show>
                          </span>
                        </li>
                      )}
                    </For>
                  </ul>
                </Show>
              </div>
            )}
          </Match>
        </Switch>
        <Show when={admin()}>
          <Card title={t('evaluation.open')}>
            <EvaluationForm />
          </Card>
        </Show>
      </div>
    </Page>
  );
}
