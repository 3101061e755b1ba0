import { useParams } from '@solidjs/router';
import { showDay } from '@tddh/domain/day';
import { createSignal, For, Show } from 'solid-js';
import { api } from '../api.ts';
import { Answered } from '../parts/answered.tsx';
import { Button, ButtonLink } from '../parts/button.tsx';
import { Card, Page } from '../parts/page.tsx';
import { useQuery } from '../query.ts';
import { useSession } from '../session.tsx';
import { t } from '../words/words.ts';
import { Appendix } from './overview/appendix.tsx';
import { sayTerms } from './overview/terms.ts';
import { Changes } from './snapshot/changes.tsx';
import css from './snapshots.module.css';

/** One frozen report: its table, its checksum, its papers, and what would differ today. */
export function Snapshot() {
  const params = useParams<{ id: string }>();
  const session = useSession();
  const [asked, setAsked] = createSignal(false);
  const frozen = useQuery(() => ({
    queryKey: ['figures', 'snapshot', params.id],
    queryFn: () => api.snapshot(params.id),
    staleTime: Number.POSITIVE_INFINITY,
  }));
  const name = () => (frozen.isSuccess ? frozen.data.snapshot.name : t('frozen.title'));
  return (
    <Page
      title={name()}
      actions={
        <div class={css.out}>
          <For each={['xlsx', 'docx', 'csv']}>
            {(kind) => (
              <ButtonLink download="" href={`/api/snapshots/${params.id}/paper/${kind}`}>
                {kind.toUpperCase()}
              </ButtonLink>
            )}
          </For>
          <ButtonLink look="quiet" href="/chot-so-lieu">
            {t('frozen.all')}
          </ButtonLink>
        </div>
      }
    >
      <Answered query={frozen}>
        {(data) => (
          <>
            <p>
              {sayTerms(data().table)}
              <br />
              {t('frozen.by', {
                name: data().snapshot.frozenBy.name,
                day: showDay(data().snapshot.frozenOn),
              })}
            </p>
            <p class={css.sum}>{t('frozen.checksum', { sum: data().snapshot.checksum })}</p>
            <Card flush title={t('frozen.figures')}>
              <Appendix
                of={{ ...data().table, snapshot: params.id }}
                rows={data().table.rows}
                total={data().table.total}
                totalName={t('form.total')}
                awaiting={data().table.awaiting}
                label={t('frozen.figures')}
              />
            </Card>
            <Card
              flush
              title={t('frozen.changes')}
              lead={t('frozen.changesHint', { day: showDay(session.today) })}
              actions={
                <Show when={!asked()}>
                  <Button onClick={() => setAsked(true)}>{t('frozen.compare')}</Button>
                </Show>
              }
            >
              <Show when={asked()}>
                <Changes id={params.id} rows={data().table.rows} />
              </Show>
            </Card>
          </>
        )}
      </Answered>
    </Page>
  );
}
