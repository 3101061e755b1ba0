import { For, Show } from 'solid-js';
import { Mark } from '../../parts/badge.tsx';
import { isAgency, useSession } from '../../session.tsx';
import type { State } from '../../shapes.ts';
import type { Statistics } from '../../statistics.ts';
import { t } from '../../words/words.ts';
import { at, show } from './figures.ts';
import css from './numbers.module.css';
import { behind } from './query.ts';

/** The five numbers that a leader looks at first. Of an agency: its own. */
export function Numbers(props: { data: Statistics }) {
  const session = useSession();
  const own = () => (isAgency(session) ? props.data.rows[0] : undefined);
  const n = (column: number) => at((own() ?? props.data.total).columns, column);
  const part = (column: number) => t('overview.ofAll', { percent: show(n(column)) });
  const link = (leaf: number) => behind(props.data, { leaf, unit: own()?.unit.id });
  const cards = (): { state: State; value: number; text: string; note: string; href: string }[] => [
    {
      state: 'awaiting',
      value: own()?.awaiting ?? props.data.awaiting,
      text: t('five.awaiting'),
      note: t(own() ? 'five.awaitingOwn' : 'five.awaitingHint'),
      href: behind(props.data, { beside: 'awaiting', unit: own()?.unit.id }),
    },
    { state: 'overdue', value: n(11), text: t('five.overdue'), note: part(12), href: link(11) },
    { state: 'working', value: n(9), text: t('five.working'), note: part(10), href: link(9) },
    { state: 'nodue', value: n(3), text: t('five.noDue'), note: part(4), href: link(3) },
  ];
  const done = () => [
    { n: 14, text: t('five.onTime') },
    { n: 16, text: t('five.late') },
    { n: 5, text: t('five.without') },
  ];

  return (
    <section class={css.numbers} aria-label={t('five.label')} data-screen>
      <For each={cards()}>
        {(card) => (
          <a class={css.card} href={card.href} data-state={card.state}>
            <Top state={card.state} value={card.value} />
            <span class={css.text}>{card.text}</span>
            <span class={css.note}>{card.note}</span>
          </a>
        )}
      </For>
      <div class={css.card} data-state="done">
        <a class={css.whole} href={behind(props.data, { beside: 'done', unit: own()?.unit.id })}>
          <Top state="done" value={n(5) + n(13)} />
          <span class={css.text}>{t('five.done')}</span>
        </a>
        <span class={css.note}>
          <For each={done()}>
            {(one, index) => (
              <>
                <Show when={index() > 0}> · </Show>
                <a href={link(one.n)}>
                  {show(n(one.n))} {one.text}
                </a>
              </>
            )}
          </For>
        </span>
      </div>
    </section>
  );
}

function Top(props: { state: State; value: number }) {
  return (
    <span class={css.top}>
      <span class={css.mark}>
        <Mark state={props.state} size={20} />
      </span>
      <span class={css.value}>{show(props.value)}</span>
    </span>
  );
}
