import { Show } from 'solid-js';
import { Mark } from '../../parts/badge.tsx';
import type { AssignmentItem } from '../../shapes.ts';
import { t } from '../../words/words.ts';
import css from './row.module.css';

/** How long a report has waited in working days, and whom it has reached. */
export function Age(props: { item: AssignmentItem }) {
  return (
    <>
      <span class={css.age} data-long={props.item.escalatedTo ? '' : undefined}>
        <Mark state="awaiting" size={14} />
        {props.item.awaitingDays ? t('queue.age', { n: props.item.awaitingDays }) : t('queue.ageToday')}
      </span>
      <Show when={props.item.escalatedTo}>{(step) => <small>{t(`byTask.${step()}`)}</small>}</Show>
    </>
  );
}
