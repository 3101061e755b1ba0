import { showDay } from '@tddh/domain/day';
import { For, Show } from 'solid-js';
import type { AssignmentDetail } from '../../shapes.ts';
import { t } from '../../words/words.ts';
import css from './directed.module.css';

/** What leaders directed on this assignment, the newest first: nobody should have to look for it in the history. */
export function Directed(props: { detail: AssignmentDetail }) {
  const said = () => props.detail.history.filter((row) => row.event === 'directed').reverse();
  return (
    <Show when={said().length > 0}>
      <section class={css.directed} aria-label={t('life.directed')}>
        <For each={said()}>
          {(row) => (
            <figure>
              <blockquote>{String(row.data?.text ?? '')}</blockquote>
              <figcaption>
                {t('life.directed')} · {row.actor.name} · {showDay(row.on)}
              </figcaption>
            </figure>
          )}
        </For>
      </section>
    </Show>
  );
}
