import { Show } from 'solid-js';
import css from './said.module.css';

/** What went wrong with a form, read out at once; nothing while nothing did. */
export function Said(props: { text: string | undefined }) {
  return (
    <Show when={props.text}>
      <p class={css.said} role="alert">
        {props.text}
      </p>
    </Show>
  );
}
