import { fold, matches } from '@tddh/domain/text';
import { For, type JSX, Show } from 'solid-js';
import control from '../../parts/field.module.css';
import { Empty, ErrorBox, Skeleton } from '../../parts/states.tsx';
import { t } from '../../words/words.ts';
import css from '../admin.module.css';

export interface Line {
  id: string;
  /** Its place in the official list. */
  at?: string;
  name: string;
  note?: string;
  more: string[];
  /** What can be done with it. */
  actions?: JSX.Element;
  /** True for what is over: shown in grey. */
  over?: boolean;
}

/** A list of the catalogue, narrowed without accents. */
export function Lines(props: { label: string; lines: Line[] | undefined; text: string; error: unknown }) {
  const shown = () =>
    (props.lines ?? []).filter(
      (line) =>
        !props.text.trim() || matches(fold([line.name, line.note, ...line.more].join(' ')), props.text),
    );
  return (
    <Show
      when={props.lines}
      fallback={
        <Show when={props.error} fallback={<Skeleton lines={8} height={28} />}>
          <ErrorBox error={props.error} />
        </Show>
      }
    >
      <div class={css.lines}>
        <Show
          when={shown().length > 0}
          fallback={
            <Empty
              title={props.text ? t('manage.noMatch', { text: props.text }) : t('manage.none')}
              hint={props.text ? undefined : t('manage.noneHint')}
            />
          }
        >
          <ul aria-label={`${props.label}: ${t('manage.count', { n: shown().length })}`}>
            <For each={shown()}>
              {(line) => (
                <li class={css.line} data-over={line.over ? '' : undefined}>
                  <Show when={line.at}>
                    <span class={css.at}>{line.at}</span>
                  </Show>
                  <span>
                    {line.name}
                    <Show when={line.note}>
                      <small>{line.note}</small>
                    </Show>
                  </span>
                  <span class={css.more}>{line.more.filter(Boolean).join(' · ')}</span>
                  <Show when={line.actions}>
                    <span class={css.lineActions}>{line.actions}</span>
                  </Show>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </div>
    </Show>
  );
}

/** Narrows a list by typing, without accents. */
export function Search(props: { value: string; change: (text: string) => void }) {
  return (
    <input
      type="search"
      class={control.control}
      aria-label={t('manage.search')}
      placeholder={t('manage.search')}
      value={props.value}
      onInput={(event) => props.change(event.currentTarget.value)}
    />
  );
}
