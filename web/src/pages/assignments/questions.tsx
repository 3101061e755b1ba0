import { showDay } from '@tddh/domain/day';
import { For, Show } from 'solid-js';
import { api } from '../../api.ts';
import { Answered } from '../../parts/answered.tsx';
import { Card } from '../../parts/page.tsx';
import { Skeleton } from '../../parts/states.tsx';
import { useQuery } from '../../query.ts';
import { t } from '../../words/words.ts';
import css from './questions.module.css';

/** What was asked and answered on a unit's open work: what it owes an answer first. */
export function UnitQuestions() {
  const query = useQuery(() => ({ queryKey: ['figures', 'questions'], queryFn: api.questions }));
  return (
    <Card title={t('mine.asked')} class={css.card}>
      <Answered query={query} waiting={<Skeleton lines={2} />}>
        {(data) => (
          <Show when={data().items.length > 0} fallback={<p class={css.none}>{t('mine.askedNone')}</p>}>
            <ul class={css.list}>
              <For each={data().items}>
                {(one) => (
                  <li>
                    <p class={css.head}>
                      <b>{t(one.ours ? 'mine.ours' : 'mine.theirs', { day: showDay(one.on) })}</b>
                      <span data-open={one.answeredOn ? undefined : ''}>
                        {one.answeredOn
                          ? t('mine.answered', { day: showDay(one.answeredOn) })
                          : t('mine.open', { day: showDay(one.answerBy) })}
                      </span>
                    </p>
                    <a href={`/nhiem-vu/${one.assignment.id}`}>{one.assignment.content}</a>
                    <p>{one.text}</p>
                    <Show when={one.answer}>
                      <p class={css.answer}>{one.answer}</p>
                    </Show>
                  </li>
                )}
              </For>
            </ul>
          </Show>
        )}
      </Answered>
    </Card>
  );
}
