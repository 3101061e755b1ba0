import { dayOf, showDay } from '@tddh/domain/day';
import { For, Show } from 'solid-js';
import { type FileOut, fileOutLink, fileOuts } from '../fileouts.ts';
import { Answered } from '../parts/answered.tsx';
import { ButtonLink } from '../parts/button.tsx';
import { Card, Page } from '../parts/page.tsx';
import { Empty } from '../parts/states.tsx';
import { useQuery } from '../query.ts';
import { t } from '../words/words.ts';
import css from './fileouts.module.css';

/** Milliseconds between two looks while a file is being written. */
const look = 2000;

/** The long files that a person asked for: how far each is, and its link once it is done. */
export function FileOuts() {
  const list = useQuery(() => ({
    queryKey: ['fileouts'],
    queryFn: fileOuts,
    staleTime: 0,
    refetchInterval: (query) =>
      query.state.data?.items.some(({ state }) => state === 'waiting') ? look : false,
  }));
  return (
    <Page title={t('fileout.title')} lead={t('fileout.lead')}>
      <Answered query={list}>
        {(data) => (
          <Show
            when={data().items.length > 0}
            fallback={
              <Empty title={t('fileout.none')} hint={t('fileout.noneHint')}>
                <ButtonLink href="/nhiem-vu">{t('fileout.toList')}</ButtonLink>
              </Empty>
            }
          >
            <Card flush title={t('fileout.title')}>
              <ul class={css.list} aria-live="polite">
                <For each={data().items}>{(one) => <One of={one} />}</For>
              </ul>
            </Card>
          </Show>
        )}
      </Answered>
    </Page>
  );
}

function One(props: { of: FileOut }) {
  const rows = () => props.of.rows.toLocaleString('vi-VN');
  const when = (at: string) => {
    const clock = new Date(at).toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit' });
    return `${clock} ${showDay(dayOf(new Date(at)))}`;
  };
  return (
    <li data-state={props.of.state}>
      <div class={css.what}>
        <b>{props.of.name}</b>
        <span>{t('fileout.asked', { at: when(props.of.askedAt) })}</span>
        <Show when={props.of.state === 'waiting'}>
          <span class={css.working}>{t('fileout.working', { rows: rows() })}</span>
        </Show>
        <Show when={props.of.state === 'done'}>
          <span>
            {t('fileout.done', {
              rows: rows(),
              size: ((props.of.bytes ?? 0) / 1_048_576).toLocaleString('vi-VN', { maximumFractionDigits: 1 }),
              until: when(props.of.until),
            })}
          </span>
        </Show>
        <Show when={props.of.state === 'failed'}>
          <span role="alert" class={css.failed}>
            {props.of.message}
          </span>
        </Show>
      </div>
      <Show when={props.of.state === 'done'}>
        <ButtonLink href={fileOutLink(props.of.id)} target="_self" look="primary">
          {t('fileout.fetch')}
        </ButtonLink>
      </Show>
    </li>
  );
}
