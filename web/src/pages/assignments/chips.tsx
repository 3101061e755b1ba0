import { For } from 'solid-js';
import { Mark } from '../../parts/badge.tsx';
import type { State } from '../../shapes.ts';
import { t } from '../../words/words.ts';
import css from './chips.module.css';

const always: readonly State[] = [
  'assigned',
  'working',
  'soon',
  'overdue',
  'awaiting',
  'done',
  'late',
  'nodue',
];
const rare: readonly State[] = ['support', 'paused', 'recalled', 'transferred', 'cancelled'];

/** Every state with its count; pressing one narrows the list to it, pressing more adds them. */
export function Chips(props: {
  counts: Map<State, number>;
  chosen: readonly string[];
  change: (states: string[]) => void;
}) {
  const shown = () => [
    ...always,
    ...rare.filter((state) => props.counts.has(state) || props.chosen.includes(state)),
  ];
  const flip = (state: State) =>
    props.change(
      props.chosen.includes(state) ? props.chosen.filter((one) => one !== state) : [...props.chosen, state],
    );
  return (
    <fieldset class={css.chips} data-screen>
      <legend data-hidden="">{t('list.states')}</legend>
      <For each={shown()}>
        {(state) => (
          <button
            type="button"
            class={css.chip}
            data-state={state}
            aria-pressed={props.chosen.includes(state)}
            onClick={() => flip(state)}
          >
            <Mark state={state} size={14} />
            {t(`state.${state}`)}
            <b>{(props.counts.get(state) ?? 0).toLocaleString('vi-VN')}</b>
          </button>
        )}
      </For>
    </fieldset>
  );
}
