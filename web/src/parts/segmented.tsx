import { createUniqueId, For } from 'solid-js';
import css from './segmented.module.css';

/** A choice of two to four, all in sight; arrows move as in any group of radio buttons. */
export function Segmented<T extends string>(props: {
  label: string;
  value: T;
  options: readonly { value: T; text: string; title?: string }[];
  change: (value: T) => void;
}) {
  const name = createUniqueId();
  return (
    <fieldset class={css.group}>
      <legend data-hidden="">{props.label}</legend>
      <For each={props.options}>
        {(option) => (
          <label title={option.title}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === props.value}
              onChange={() => props.change(option.value)}
            />
            <span>{option.text}</span>
          </label>
        )}
      </For>
    </fieldset>
  );
}
