import { createEffect, createMemo, createSignal, createUniqueId, For, Show } from 'solid-js';
import control from '../../parts/field.module.css';
import { Field } from '../../parts/field.tsx';
import type { AssignmentItem } from '../../shapes.ts';
import { t } from '../../words/words.ts';
import css from './finder.module.css';
import { search } from './match.ts';

/** Finds assignments that owe a report by a few letters: Enter takes one and stays; pasted rows are taken at once. */
export function Finder(props: {
  items: readonly AssignmentItem[];
  take: (item: AssignmentItem) => void;
  paste: (text: string) => void;
  ref: (input: HTMLInputElement) => void;
}) {
  const [text, setText] = createSignal('');
  const [marked, setMarked] = createSignal(0);
  const listId = createUniqueId();
  const found = createMemo(() => search(props.items, text()));
  const open = () => found().length > 0;
  createEffect(() => {
    found();
    setMarked(0);
  });
  function take(item: AssignmentItem | undefined) {
    if (!item) return;
    props.take(item);
    setText('');
  }
  function key(event: KeyboardEvent) {
    const count = found().length;
    if (event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowDown') setMarked((marked() + 1) % Math.max(count, 1));
    else if (event.key === 'ArrowUp') setMarked((marked() + count - 1) % Math.max(count, 1));
    else if (event.key === 'Enter') take(found()[marked()]);
    else if (event.key === 'Escape' && text()) setText('');
    else return;
    event.preventDefault();
  }
  return (
    <Field label={t('recording.find')} hint={t('recording.findHint')}>
      {(wiring) => (
        <div class={css.box}>
          <input
            {...wiring}
            ref={(input) => props.ref(input)}
            class={control.control}
            type="text"
            role="combobox"
            autocomplete="off"
            aria-expanded={open()}
            aria-controls={open() ? listId : undefined}
            aria-autocomplete="list"
            aria-activedescendant={open() ? `${listId}-${marked()}` : undefined}
            value={text()}
            onInput={(event) => setText(event.currentTarget.value)}
            onKeyDown={key}
            onPaste={(event) => {
              const pasted = event.clipboardData?.getData('text/plain') ?? '';
              if (!/[\n\t]/.test(pasted.trim())) return;
              event.preventDefault();
              props.paste(pasted);
            }}
          />
          <Show when={open()}>
            <div id={listId} class={css.list} role="listbox" aria-label={t('recording.matches')}>
              <For each={found()}>
                {(item, at) => (
                  <div
                    id={`${listId}-${at()}`}
                    role="option"
                    tabIndex={-1}
                    class={css.option}
                    aria-selected={at() === marked()}
                    onMouseDown={(event) => {
                      event.preventDefault();
                      take(item);
                    }}
                    onMouseEnter={() => setMarked(at())}
                  >
                    <span>{item.content}</span>
                    <small>
                      {item.document.number} · {item.agency.name}
                    </small>
                  </div>
                )}
              </For>
            </div>
          </Show>
          <Show when={text().trim() && !open()}>
            <p class={css.none} role="status">
              {t('recording.none', { text: text().trim() })}
            </p>
          </Show>
        </div>
      )}
    </Field>
  );
}
