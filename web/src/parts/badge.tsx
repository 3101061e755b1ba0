import type { State } from '../shapes.ts';
import { t } from '../words/words.ts';
import css from './badge.module.css';

/** The shape of a state, so that colour never stands alone. 16 px; decorative, a word stands beside it. */
export function Mark(props: { state: State; size?: number }) {
  return (
    <svg
      class={css.mark}
      data-state={props.state}
      width={props.size ?? 16}
      height={props.size ?? 16}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={outline[props.state]} />
      <path d={inside[props.state]} fill={props.state === 'working' ? 'currentColor' : 'none'} />
    </svg>
  );
}

const disc = 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0z';
const outline: Record<State, string> = {
  assigned: disc,
  working: disc,
  soon: disc,
  overdue: 'M8 2.2 14.4 13.4H1.6z',
  awaiting:
    'M3.6 2.5h8.8a1.1 1.1 0 0 1 1.1 1.1v8.8a1.1 1.1 0 0 1-1.1 1.1H3.6a1.1 1.1 0 0 1-1.1-1.1V3.6a1.1 1.1 0 0 1 1.1-1.1z',
  done: disc,
  late: disc,
  nodue:
    'M8 8C6.4 5.4 5.4 5.2 4.4 5.2a2.8 2.8 0 0 0 0 5.6C5.4 10.8 6.4 10.6 8 8s2.6-2.8 3.6-2.8a2.8 2.8 0 0 1 0 5.6C10.6 10.8 9.6 10.6 8 8z',
  support: disc,
  paused: disc,
  recalled: 'M6 3 2.5 6.5 6 10',
  transferred: 'M10 3l3.5 3.5L10 10',
  cancelled: disc,
  draft: 'M4 1.8h5.2L12.4 5v9.2H4z',
};
const inside: Record<State, string> = {
  assigned: 'M8 8h.01',
  working: 'M8 2a6 6 0 0 1 0 12z',
  soon: 'M8 4.6V8l2.2 1.6',
  overdue: 'M8 6.6v2.8M8 11.4h.01',
  awaiting: 'M5.2 8.2l2 2 3.6-4.2',
  done: 'M5.4 8.2l1.8 1.8 3.4-3.8',
  late: 'M5.4 8h5.2',
  nodue: '',
  support: 'M8 5.4v5.2M5.4 8h5.2',
  paused: 'M6.6 6v4M9.4 6v4',
  recalled: 'M2.8 6.5h7a3.4 3.4 0 0 1 0 6.8H7',
  transferred: 'M13.2 6.5h-7a3.4 3.4 0 0 0 0 6.8H9',
  cancelled: 'M6 6l4 4M10 6l-4 4',
  draft: 'M6.2 8h3.6M6.2 10.8h3.6',
};

/** A state as colour, shape and word. */
export function Badge(props: { state: State; text?: string }) {
  return (
    <span class={css.badge} data-state={props.state}>
      <Mark state={props.state} size={14} />
      {props.text ?? t(`state.${props.state}`)}
    </span>
  );
}
