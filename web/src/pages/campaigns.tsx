import { showDay } from '@tddh/domain/day';
import { For, Show } from 'solid-js';
import { api } from '../api.ts';
import { Answered } from '../parts/answered.tsx';
import { ButtonLink } from '../parts/button.tsx';
import { Card, Page } from '../parts/page.tsx';
import { Empty, Skeleton } from '../parts/states.tsx';
import { useQuery } from '../query.ts';
import { confirms, useSession } from '../session.tsx';
import { t } from '../words/words.ts';
import css from './campaigns.module.css';

/** Campaigns against a backlog that this person sees, the newest first. */
export function Campaigns() {
  const session = useSession();
  const query = useQuery(() => ({ queryKey: ['figures', 'campaigns'], queryFn: api.campaigns }));
  const begin = () => <ButtonLink href="/dot-xu-ly/moi">{t('campaign.begin')}</ButtonLink>;
  return (
    <Page
      title={t('campaign.title')}
      lead={t('campaign.lead')}
      actions={<Show when={confirms(session)}>{begin()}</Show>}
      width="form"
    >
      <Answered query={query} waiting={<Skeleton lines={4} height={56} />}>
        {(data) => (
          <Show
            when={data().items.length > 0}
            fallback={
              <Empty title={t('campaign.none')} hint={t('campaign.noneHint')}>
                <Show when={confirms(session)}>{begin()}</Show>
              </Empty>
            }
          >
            <Card flush>
              <ul class={css.list}>
                <For each={data().items}>
                  {(one) => (
                    <li>
                      <a href={`/dot-xu-ly/${one.id}`}>{one.name}</a>
                      <small>
                        {t('campaign.line', {
                          ...{ n: one.count, from: showDay(one.startedOn), to: showDay(one.goalOn) },
                          by: one.by.name,
                        })}
                      </small>
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
