import { For, Show } from 'solid-js';
import { t } from '../words/words.ts';
import css from './refusedfiles.module.css';

/** Files of a package that were not taken, each with why; nothing where all were. */
export function RefusedFiles(props: { files: readonly { name: string; why: string }[] }) {
  return (
    <Show when={props.files.length > 0}>
      <p class={css.refused}>{t('brought.refused')}</p>
      <ul class={css.list}>
        <For each={props.files}>
          {(file) => (
            <li>
              <b>{file.name}</b>: {file.why}
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
