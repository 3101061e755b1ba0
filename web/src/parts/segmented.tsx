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
  const of = (value: T) => props.options.find((option) => option.value === value);
  return (
    <fieldset class={css.group}>
      <legend data-hidden="">{props.label}</legend>
      {/* By value: words that change leave the buttons, and the focus, where they are. */}
      <For each={props.options.map(({ value }) => value)}>
        {(value) => (
          <label title={of(value)?.title}>
            <input
              type="radio"
              name={name}
              value={value}
              checked={value === props.value}
              onChange={() => props.change(value)}
            />
            <span>{of(value)?.text}</span>
          </label>
        )}
      </For>
    </fieldset>
  );
}
