import { showDay } from '@tddh/domain/day';
import { Show } from 'solid-js';
import { Mark } from '../../parts/badge.tsx';
import { Cell } from '../../parts/cell.tsx';
import type { AssignmentItem } from '../../shapes.ts';
import { t } from '../../words/words.ts';
import css from './row.module.css';

/** One report that waits: who, what, since when. Pressing it shows the report. */
export function QueueRow(props: {
  item: AssignmentItem;
  chosen: boolean;
  choose?: (range: boolean) => void;
  look: () => void;
}) {
  const age = () =>
    props.item.awaitingDays ? t('queue.age', { n: props.item.awaitingDays }) : t('queue.ageToday');
  return (
    <div class={css.row} data-choose={props.choose ? '' : undefined} role="presentation">
      <Show when={props.choose}>
        {(choose) => (
          <Cell class={css.choose}>
            <input
              type="checkbox"
              tabIndex={-1}
              aria-label={t('list.chooseRow', { text: props.item.content })}
              checked={props.chosen}
              onClick={(event) => {
                choose()(event.shiftKey);
                // The browser has flipped it already; what is chosen decides.
                event.currentTarget.checked = props.chosen;
              }}
            />
          </Cell>
        )}
      </Show>
      <Cell class={css.what}>
        <button type="button" tabIndex={-1} class={css.look} onClick={() => props.look()}>
          {props.item.content}
        </button>
        <small>
          <b>{props.item.agency.name}</b> · {props.item.document.number}
        </small>
      </Cell>
      <Cell class={css.when}>
        <span class={css.age} data-long={(props.item.awaitingDays ?? 0) > 5 ? '' : undefined}>
          <Mark state="awaiting" size={14} />
          {age()}
        </span>
        <small>{t('list.reported', { day: showDay(props.item.reportedOn ?? props.item.assignedOn) })}</small>
      </Cell>
    </div>
  );
}
