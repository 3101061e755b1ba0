import { isValidOn } from '@tddh/domain/agency';
import type { Day } from '@tddh/domain/day';
import { fold, matches } from '@tddh/domain/text';
import X from 'lucide-solid/icons/x';
import { createEffect, createMemo, createSignal, createUniqueId, For, Show } from 'solid-js';
import { t } from '../words/words.ts';
import { useCatalog } from './catalog.ts';
import control from './field.module.css';
import { Field, type FieldProps } from './field.tsx';
import { place } from './place.ts';
import css from './unitpicker.module.css';

export interface UnitPickerProps extends FieldProps {
  /** Ids of the units chosen, in the order of choice. */
  value: string[];
  change: (ids: string[]) => void;
  /** Several (default), or one. */
  multiple?: boolean;
  /** What may be chosen; default: agencies. */
  kinds?: readonly ('agency' | 'department' | 'leadership')[];
  placeholder?: string;
  /** The day on which a unit must be valid to be offered; any unit where not given. */
  on?: Day;
  /** Ids that must not be offered. */
  without?: readonly string[];
}

/** Units by typing a part of a name, without accents. Enter takes the marked one, Backspace drops the last. */
export function UnitPicker(props: UnitPickerProps) {
  const catalog = useCatalog();
  const listId = createUniqueId();
  const [text, setText] = createSignal('');
  const [open, setOpen] = createSignal(false);
  const [marked, setMarked] = createSignal(0);
  const several = () => props.multiple !== false;
  let box: HTMLDivElement | undefined;
  let input: HTMLInputElement | undefined;

  const folded = createMemo(() =>
    catalog()
      .units.filter((unit) => (props.kinds ?? ['agency']).includes(unit.kind))
      .filter((unit) => !props.on || isValidOn(unit, props.on))
      .map((unit) => ({ unit, text: fold(`${unit.name} ${unit.short}`) })),
  );
  const options = createMemo(() =>
    folded()
      .filter(({ unit, text: own }) => {
        if (props.value.includes(unit.id) || props.without?.includes(unit.id)) return false;
        return !text().trim() || matches(own, text());
      })
      .map(({ unit }) => unit),
  );
  const chosen = () =>
    props.value.map((id) => catalog().units.find((unit) => unit.id === id) ?? { id, short: '', name: id });
  createEffect(() => {
    text();
    setMarked(0);
  });

  function take(id: string | undefined) {
    if (!id) return;
    props.change(several() ? [...props.value, id] : [id]);
    setText('');
    if (!several()) setOpen(false);
    input?.focus();
  }
  function key(event: KeyboardEvent) {
    const count = options().length;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open()) setOpen(true);
      else setMarked((marked() + (event.key === 'ArrowDown' ? 1 : count - 1)) % Math.max(count, 1));
    } else if (event.key === 'Enter' && open() && (text() || marked() > 0)) {
      event.preventDefault();
      take(options()[marked()]?.id);
    } else if (event.key === 'Tab' && text() && catalog().units.length === 0) {
      // What is typed waits for the units, which are on their way.
      event.preventDefault();
    } else if (event.key === 'Tab' && open() && text() && count > 0) {
      take(options()[marked()]?.id);
    } else if (event.key === 'Escape' && open()) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    } else if (event.key === 'Backspace' && !text() && props.value.length > 0) {
      props.change(props.value.slice(0, -1));
    }
  }

  return (
    <Field {...props}>
      {(wiring) => (
        <div class={css.box} ref={box}>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: a click beside the chips goes to the field */}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys */}
          <div
            class={`${control.control} ${css.frame}`}
            onClick={() => input?.focus()}
            data-invalid={wiring['aria-invalid'] ? '' : undefined}
          >
            <For each={chosen()}>
              {(unit) => (
                <span class={css.chip} title={unit.name}>
                  <span>{unit.short || unit.name}</span>
                  <button
                    type="button"
                    tabIndex={-1}
                    aria-label={t('pick.remove', { name: unit.name })}
                    onClick={() => props.change(props.value.filter((id) => id !== unit.id))}
                  >
                    <X size={14} />
                  </button>
                </span>
              )}
            </For>
            <input
              {...wiring}
              ref={input}
              class={css.input}
              role="combobox"
              autocomplete="off"
              aria-expanded={open() && options().length > 0}
              aria-controls={open() && options().length > 0 ? listId : undefined}
              aria-autocomplete="list"
              aria-activedescendant={open() && options().length > 0 ? `${listId}-${marked()}` : undefined}
              placeholder={props.value.length === 0 ? (props.placeholder ?? t('pick.placeholder')) : ''}
              value={text()}
              onInput={(event) => {
                setText(event.currentTarget.value);
                setOpen(true);
              }}
              onClick={() => setOpen(true)}
              onKeyDown={key}
              onBlur={() => {
                setOpen(false);
                setText('');
              }}
            />
          </div>
          <Show when={open()}>
            <div class={css.list} ref={place(() => box, 'wide')}>
              <div id={listId} role="listbox" aria-label={t('pick.options')} hidden={options().length === 0}>
                <For each={options()}>
                  {(unit, at) => (
                    <div
                      id={`${listId}-${at()}`}
                      role="option"
                      tabIndex={-1}
                      class={css.option}
                      aria-selected={at() === marked()}
                      ref={(element) =>
                        createEffect(() => at() === marked() && element.scrollIntoView({ block: 'nearest' }))
                      }
                      onMouseDown={(event) => {
                        event.preventDefault();
                        take(unit.id);
                      }}
                      onMouseEnter={() => setMarked(at())}
                    >
                      {unit.name}
                    </div>
                  )}
                </For>
              </div>
              <Show when={options().length === 0}>
                <p class={css.none} role="status">
                  {t('pick.none', { text: text() })}
                </p>
              </Show>
            </div>
          </Show>
        </div>
      )}
    </Field>
  );
}
