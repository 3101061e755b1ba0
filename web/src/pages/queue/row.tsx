import { showDay } from '@tddh/domain/day';
import { Show } from 'solid-js';
import { Cell } from '../../parts/cell.tsx';
import type { AssignmentItem } from '../../shapes.ts';
import { t } from '../../words/words.ts';
import { Age } from './age.tsx';
import css from './row.module.css';

/** One report that waits: who, what, since when. Pressing it shows the report. */
export function QueueRow(props: {
  item: AssignmentItem;
  chosen: boolean;
  /** Beneath its task, which says the content: the unit stands first. */
  inside?: boolean;
  choose?: (range: boolean) => void;
  look: () => void;
}) {
  return (
    <div
      class={css.row}
      data-choose={props.choose ? '' : undefined}
      data-inside={props.inside ? '' : undefined}
      role="presentation"
    >
      <Show when={props.choose}>
        {(choose) => (
          <Cell class={css.choose}>
            <input
              type="checkbox"
              tabIndex={-1}
              aria-label={t('list.chooseRow', {
                text: props.inside ? props.item.agency.name : props.item.content,
              })}
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
          {props.inside ? props.item.agency.name : props.item.content}
        </button>
        <small>
          <Show when={!props.inside}>
            <b>{props.item.agency.name}</b> · {props.item.document.number} ·{' '}
          </Show>
          {t('list.reported', { day: showDay(props.item.reportedOn ?? props.item.assignedOn) })}
        </small>
      </Cell>
      <Cell class={css.when}>
        <Age item={props.item} />
      </Cell>
    </div>
  );
}
