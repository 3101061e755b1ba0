import { For } from 'solid-js';
import css from './hints.module.css';

/** A line of keys under a list: each is its caps and what it does. */
export function Hints(props: { label: string; keys: readonly (readonly [keys: string, does: string])[] }) {
  return (
    <ul class={css.hints} aria-label={props.label} data-screen>
      <For each={props.keys}>
        {([keys, does]) => (
          <li>
            <For each={keys.split(' ')}>{(key) => <kbd>{key}</kbd>}</For> {does}
          </li>
        )}
      </For>
    </ul>
  );
}
