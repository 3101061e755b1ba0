import { For } from 'solid-js';
import { Skeleton } from '../../parts/states.tsx';
import css from './waiting.module.css';

/** The shape of what is coming: five cards and a table. */
export function Waiting() {
  return (
    <>
      <div class={css.cards} aria-hidden="true">
        <For each={[1, 2, 3, 4, 5]}>{() => <span />}</For>
      </div>
      <div class={css.table}>
        <Skeleton lines={14} height={24} />
      </div>
    </>
  );
}
