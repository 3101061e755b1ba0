import { showDay } from '@tddh/domain/day';
import { For, Show } from 'solid-js';
import { api } from '../api.ts';
import { Answered } from '../parts/answered.tsx';
import { ButtonLink } from '../parts/button.tsx';
import { Card, Page } from '../parts/page.tsx';
import { Empty } from '../parts/states.tsx';
import { useQuery } from '../query.ts';
import { t } from '../words/words.ts';
import css from './snapshots.module.css';

/** Every frozen report, latest first. */
export function Snapshots() {
  const list = useQuery(() => ({ queryKey: ['figures', 'snapshots'], queryFn: api.snapshots }));
  return (
    <Page title={t('frozen.title')} lead={t('frozen.lead')}>
      <Answered query={list}>
        {(data) => (
          <Show
            when={data().items.length > 0}
            fallback={
              <Empty title={t('frozen.none')} hint={t('frozen.noneHint')}>
                <ButtonLink href="/">{t('nav.overview')}</ButtonLink>
              </Empty>
            }
          >
            <Card flush title={t('frozen.title')}>
              <ul class={css.list}>
                <For each={data().items}>
                  {(one) => (
                    <li>
                      <a href={`/chot-so-lieu/${one.id}`}>{one.name}</a>
                      <span>
                        {t('frozen.of', { from: showDay(one.period.from), to: showDay(one.period.to) })} ·{' '}
                        {t('frozen.asOf', { day: showDay(one.period.asOf) })} ·{' '}
                        {t('frozen.count', { n: one.total })}
                      </span>
                      <span>{t('frozen.by', { name: one.frozenBy.name, day: showDay(one.frozenOn) })}</span>
                    </li>
                  )}
                </For>
              </ul>
            </Card>
          </Show>
        )}
      </Answered>
    </Page>
  );
}
