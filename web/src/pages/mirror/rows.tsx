import { keepPreviousData } from '@tanstack/solid-query';
import { type Day, showDay } from '@tddh/domain/day';
import { type MirrorKind, weeksOf } from '@tddh/domain/mirror';
import { createEffect, For, on, Show } from 'solid-js';
import { Answered } from '../../parts/answered.tsx';
import { Card } from '../../parts/page.tsx';
import { Skeleton } from '../../parts/states.tsx';
import { useQuery } from '../../query.ts';
import { t } from '../../words/words.ts';
import css from '../mirror.module.css';
import { type MirrorAnswer, mirrorCalls } from './requests.ts';

/** The rows behind a figure, the oldest first: as many as the figure says. */
export function MirrorRows(props: {
  of: MirrorKind;
  data: MirrorAnswer;
  department: string | null;
  week: Day | null;
}) {
  let head: HTMLElement | undefined;
  const days = () => {
    const { from, to } = props.data.period;
    return weeksOf(from, to).find((one) => one.week === props.week) ?? { from, to };
  };
  const filter = () => {
    const { from, to } = days();
    return { of: props.of, from, to, ...(props.department ? { department: props.department } : {}) };
  };
  const query = useQuery(() => ({
    queryKey: ['figures', 'mirror', 'rows', filter()],
    queryFn: () => mirrorCalls.rows(filter()),
    placeholderData: keepPreviousData,
  }));
  const who = () =>
    props.data.departments.find(({ id }) => id === props.department)?.name ?? t('mirror.whole');
  createEffect(on([filter, () => query.isSuccess], () => head?.scrollIntoView({ block: 'start' })));
  return (
    <Card
      title={
        <span id="cac-dong" ref={head} class={css.anchor}>
          {t('mirror.rows', {
            what: t(`mirror.${props.of}`, { n: props.data.entryWithin }) ?? '',
            n: query.isSuccess ? query.data.total : '…',
          })}
        </span>
      }
      lead={t('mirror.rowsOf', { who: who(), from: showDay(days().from), to: showDay(days().to) })}
      class={css.rows}
    >
      <Answered query={query} waiting={<Skeleton lines={5} />}>
        {(data) => (
          <>
            <Show when={data().total > data().items.length}>
              <p>{t('mirror.rowsMore', { n: data().items.length })}</p>
            </Show>
            <Show when={data().total > 0} fallback={<p>{t('mirror.rowsNone')}</p>}>
              <ol class={css.list}>
                <For each={data().items}>
                  {(item) => (
                    <li>
                      <span class={css.age}>
                        <Show when={item.age !== undefined}>{t('mirror.age', { n: item.age ?? 0 })}</Show>
                      </span>
                      <span class={css.what}>
                        <Show when={item.what !== 'person'} fallback={item.title}>
                          <a href={item.what === 'document' ? `/van-ban/${item.id}` : `/nhiem-vu/${item.id}`}>
                            {item.title}
                          </a>
                        </Show>
                        <small>
                          {[item.number, item.agency, item.department].filter(Boolean).join(' · ')}
                        </small>
                      </span>
                      <span class={css.when}>
                        <Show when={item.since}>
                          {(since) => (
                            <Show when={item.on} fallback={t('mirror.sinceOn', { since: showDay(since()) })}>
                              {(done) =>
                                t('mirror.between', { since: showDay(since()), on: showDay(done()) })
                              }
                            </Show>
                          )}
                        </Show>
                      </span>
                    </li>
                  )}
                </For>
              </ol>
            </Show>
          </>
        )}
      </Answered>
    </Card>
  );
}
