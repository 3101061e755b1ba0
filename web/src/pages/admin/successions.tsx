import { showDay } from '@tddh/domain/day';
import { For, Show } from 'solid-js';
import { Answered } from '../../parts/answered.tsx';
import { ButtonLink } from '../../parts/button.tsx';
import { useCatalog } from '../../parts/catalog.ts';
import { Card, Page } from '../../parts/page.tsx';
import { Empty, Skeleton } from '../../parts/states.tsx';
import { useQuery } from '../../query.ts';
import { useSession } from '../../session.tsx';
import { t } from '../../words/words.ts';
import css from '../admin.module.css';
import { admin, type SuccessionItem } from './requests.ts';
import { SuccessionForm } from './successionform.tsx';

/** The reorganisations of units: what is recorded, what is still to be moved, and a form for the next one. */
export function AdminSuccessions() {
  const list = useQuery(() => ({ queryKey: ['successions'], queryFn: admin.successions }));
  return (
    <Page title={t('succession.title')} lead={t('succession.lead')}>
      <div class={css.columns}>
        <Answered query={list} waiting={<Skeleton lines={6} height={28} />}>
          {(data) => (
            <div class={css.lines}>
              <Show
                when={data().items.length > 0}
                fallback={<Empty title={t('succession.none')} hint={t('succession.noneHint')} />}
              >
                <ul>
                  <For each={data().items}>{(one) => <Row of={one} />}</For>
                </ul>
              </Show>
            </div>
          )}
        </Answered>
        <Card title={t('succession.record')}>
          <SuccessionForm />
        </Card>
      </div>
    </Page>
  );
}

function Row(props: { of: SuccessionItem }) {
  const session = useSession();
  const catalog = useCatalog();
  const names = (ids: readonly string[]) =>
    ids.map((id) => catalog().units.find((unit) => unit.id === id)?.name ?? id).join(', ');
  const open = () => Object.values(props.of.left.open).reduce((sum, n) => sum + n, 0);
  const waits = () => open() + props.of.left.people > 0;
  const goesOn = () => props.of.from.every((id) => props.of.to.includes(id));
  const early = () => props.of.on > session.today;
  return (
    <li class={css.line}>
      <span>
        {t(`succession.${props.of.kind}`)}: {names(props.of.from)}
        <Show when={props.of.kind !== 'rename'}> → {names(props.of.to)}</Show>
        <small>{props.of.basis}</small>
      </span>
      <span class={css.more}>
        {t('succession.since', { day: showDay(props.of.on) })}
        <Show when={props.of.kind !== 'rename'}>
          {' · '}
          {waits()
            ? t('succession.left', { n: open(), people: props.of.left.people })
            : goesOn()
              ? t('succession.goesOn')
              : t('succession.moved', { n: props.of.left.closed })}
        </Show>
      </span>
      <span class={css.lineActions}>
        <Show when={props.of.kind !== 'rename' && (waits() || goesOn())}>
          <Show
            when={!early()}
            fallback={<small>{t('succession.early', { day: showDay(props.of.on) })}</small>}
          >
            <ButtonLink small href={`/quan-tri/sap-xep/${props.of.id}`}>
              {t('succession.review')}
            </ButtonLink>
          </Show>
        </Show>
      </span>
    </li>
  );
}
