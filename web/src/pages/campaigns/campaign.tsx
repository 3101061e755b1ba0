import { useParams } from '@solidjs/router';
import { showDay } from '@tddh/domain/day';
import { For, Show } from 'solid-js';
import { api } from '../../api.ts';
import type { CampaignDetail } from '../../campaigns.ts';
import { Answered } from '../../parts/answered.tsx';
import { Badge } from '../../parts/badge.tsx';
import { useCatalog } from '../../parts/catalog.ts';
import { Card, Page } from '../../parts/page.tsx';
import { Skeleton } from '../../parts/states.tsx';
import { useQuery } from '../../query.ts';
import { confirms, useSession } from '../../session.tsx';
import { t } from '../../words/words.ts';
import { Burn } from './burn.tsx';
import css from './campaign.module.css';
import { SheetWork } from './sheetwork.tsx';

/** One campaign: how far it is, by department and by day, its sheet out and in again, and its assignments. */
export function CampaignPage() {
  const params = useParams<{ id: string }>();
  const query = useQuery(() => ({
    queryKey: ['figures', 'campaign', params.id],
    queryFn: () => api.campaign(params.id),
  }));
  return (
    <Answered
      query={query}
      waiting={
        <Page title={t('campaign.title')}>
          <Skeleton lines={8} height={28} />
        </Page>
      }
    >
      {(data) => <Whole data={data()} />}
    </Answered>
  );
}

function Whole(props: { data: CampaignDetail }) {
  const session = useSession();
  const catalog = useCatalog();
  const campaign = () => props.data.campaign;
  const progress = () => props.data.progress;
  const nameOf = (id: string) => catalog().units.find((unit) => unit.id === id)?.name ?? id;
  const left = () => {
    const days = progress().daysLeft;
    if (days < 0) return t('campaign.over', { n: -days });
    return days === 0 ? t('campaign.lastDay') : t('campaign.left', { n: days });
  };
  const open = () => props.data.items.filter((item) => !closed.has(item.status));
  return (
    <Page
      title={campaign().name}
      lead={t('campaign.line', {
        ...{ n: campaign().count, from: showDay(campaign().startedOn), to: showDay(campaign().goalOn) },
        by: campaign().by.name,
      })}
    >
      <div class={css.top}>
        <Card title={t('campaign.progress')} lead={left()}>
          <p class={css.figure}>
            <strong>{t('campaign.closedOf', { n: progress().closed, all: progress().total })}</strong>
            <span>{t('campaign.waiting', { n: progress().awaiting })}</span>
          </p>
          <progress
            class={css.bar}
            value={progress().closed}
            max={progress().total}
            aria-label={t('campaign.closedOf', { n: progress().closed, all: progress().total })}
          />
          <table class={css.table}>
            <thead>
              <tr>
                <th scope="col">{t('list.department')}</th>
                <th scope="col">{t('campaign.closed')}</th>
                <th scope="col">{t('state.awaiting')}</th>
                <th scope="col">{t('campaign.rest')}</th>
              </tr>
            </thead>
            <tbody>
              <For each={progress().departments}>
                {(row) => (
                  <tr>
                    <th scope="row">{nameOf(row.id)}</th>
                    <td>{`${row.closed}/${row.total}`}</td>
                    <td>{row.awaiting}</td>
                    <td>{row.total - row.closed}</td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </Card>
        <Card title={t('campaign.burn')}>
          <Burn campaign={campaign()} progress={progress()} today={session.today} />
        </Card>
      </div>
      <SheetWork campaign={campaign()} fills={confirms(session)} />
      <Card title={t('campaign.remaining', { n: open().length })} flush>
        <Show when={open().length > 0} fallback={<p class={css.none}>{t('campaign.allClosed')}</p>}>
          <ul class={css.items}>
            <For each={open()}>
              {(item) => (
                <li>
                  <a href={`/nhiem-vu/${item.id}`}>{item.content}</a>
                  <small>
                    {item.document.number} · {item.agency.name}
                  </small>
                  <Badge state={item.state} />
                </li>
              )}
            </For>
          </ul>
        </Show>
      </Card>
    </Page>
  );
}

const closed: ReadonlySet<string> = new Set(['done', 'cancelled', 'recalled', 'transferred']);
