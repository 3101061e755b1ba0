import ChevronDown from 'lucide-solid/icons/chevron-down';
import ChevronRight from 'lucide-solid/icons/chevron-right';
import { Show } from 'solid-js';
import { Cell } from '../../parts/cell.tsx';
import type { QueueGroup } from '../../shapes.ts';
import { t } from '../../words/words.ts';
import { Age } from './age.tsx';
import type { Line } from './lines.ts';
import css from './row.module.css';

/** One task whose reports wait: how many units have reported, and how long the oldest has waited. */
export function TaskRow(props: {
  line: Line & { group: QueueGroup };
  chosen: boolean;
  open: boolean;
  choose?: (range: boolean) => void;
  look: () => void;
  unfold: () => void;
}) {
  return (
    <div class={css.row} data-choose={props.choose ? '' : undefined} role="presentation">
      <Show when={props.choose}>
        {(choose) => (
          <Cell class={css.choose}>
            <input
              type="checkbox"
              tabIndex={-1}
              aria-label={t('list.chooseRow', { text: props.line.group.content })}
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
          {props.line.group.content}
        </button>
        <small>
          <button
            type="button"
            tabIndex={-1}
            class={css.unfold}
            aria-expanded={props.open}
            aria-label={t(props.open ? 'byTask.collapse' : 'byTask.expand')}
            onClick={() => props.unfold()}
          >
            <Show when={props.open} fallback={<ChevronRight size={14} />}>
              <ChevronDown size={14} />
            </Show>
          </button>
          <b>{t('byTask.reported', { n: props.line.group.reported, all: props.line.group.total })}</b> ·{' '}
          {props.line.group.document.number}
        </small>
      </Cell>
      <Cell class={css.when}>
        <Age item={props.line.items[0]!} />
      </Cell>
    </div>
  );
}
