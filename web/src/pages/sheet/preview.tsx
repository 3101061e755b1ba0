import type { Column, SheetRow } from '@tddh/intake/sheets/grid';
import X from 'lucide-solid/icons/x';
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { Button } from '../../parts/button.tsx';
import { CheckField } from '../../parts/field.tsx';
import { Card } from '../../parts/page.tsx';
import { t } from '../../words/words.ts';
import css from './preview.module.css';

/** Rows that stand in the page at most; all of them are sent. */
const most = 250;

/**
 * The rows of a sheet before anything of them is written: each with what is wrong with it, to be mended in place or
 * dropped. While one is faulty, nothing can be sent.
 */
export function SheetPreview<K extends string, T>(props: {
  title: string;
  lead?: string;
  columns: readonly Column<K>[];
  rows: readonly SheetRow<K, T>[];
  missing: readonly string[];
  change: (at: number, key: K, text: string) => void;
  drop: (at: number) => void;
  dropFaulty: () => void;
  leave: () => void;
  /** What the button says, and does. */
  act: string;
  send: () => void;
  busy?: string;
  children?: JSX.Element;
}) {
  const [only, setOnly] = createSignal(false);
  const faulty = createMemo(() => props.rows.filter(({ faults }) => faults.length > 0));
  const shown = createMemo(() => (only() && faulty().length > 0 ? faulty() : props.rows).slice(0, most));
  const columns = createMemo(() =>
    props.columns.filter(({ key }) =>
      props.rows.some(({ cells, faults }) => cells[key] || faults.some((fault) => fault.key === key)),
    ),
  );
  const bad = () => faulty().length > 0 || props.missing.length > 0 || props.rows.length === 0;
  return (
    <Card
      title={props.title}
      lead={props.lead}
      actions={
        <Button small look="quiet" onClick={() => props.leave()}>
          {t('grid.leave')}
        </Button>
      }
    >
      <p class={css.state} aria-live="polite" data-bad={bad() ? '' : undefined}>
        {t('grid.rows', { n: props.rows.length })} ·{' '}
        {faulty().length > 0 ? t('grid.faulty', { n: faulty().length }) : t('grid.clean')}
        <Show when={props.missing.length > 0}>
          {' · '}
          {t('grid.missing', { columns: props.missing.join(', ') })}
        </Show>
        <Show when={faulty().length > 0}>
          {' · '}
          {t('grid.fix')}
        </Show>
      </p>
      <div class={css.tools}>
        <Button look="primary" disabled={bad() || Boolean(props.busy)} onClick={() => props.send()}>
          {props.busy || props.act}
        </Button>
        <Show when={faulty().length > 0}>
          <Button onClick={() => props.dropFaulty()}>{t('grid.dropFaulty', { n: faulty().length })}</Button>
          <CheckField label={t('grid.only')} checked={only()} change={setOnly} />
        </Show>
        {props.children}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keys */}
      <section class={css.scroll} aria-label={props.title} tabIndex={0}>
        <table class={css.table}>
          <thead>
            <tr>
              <th scope="col">{t('grid.at')}</th>
              <For each={columns()}>{({ title }) => <th scope="col">{title}</th>}</For>
              <th scope="col">
                <span data-hidden="">{t('act.remove')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={shown()}>
              {(row) => (
                <tr data-faulty={row.faults.length > 0 ? '' : undefined}>
                  <th scope="row">{row.at}</th>
                  <For each={columns()}>
                    {({ key, title }) => {
                      const fault = row.faults.find((one) => one.key === key);
                      const value = row.cells[key] ?? '';
                      return (
                        <td>
                          <Show when={fault} fallback={<span class={css.cell}>{value}</span>}>
                            {(wrong) => (
                              <>
                                <input
                                  class={css.input}
                                  value={value}
                                  aria-label={`${title}, ${t('grid.at')} ${row.at}`}
                                  aria-invalid="true"
                                  aria-describedby={`f-${row.at}-${key}`}
                                  onChange={(event) => props.change(row.at, key, event.currentTarget.value)}
                                />
                                <span class={css.fault} id={`f-${row.at}-${key}`}>
                                  {wrong().message}
                                </span>
                              </>
                            )}
                          </Show>
                        </td>
                      );
                    }}
                  </For>
                  <td>
                    <Button
                      small
                      square
                      look="quiet"
                      aria-label={t('grid.drop', { n: row.at })}
                      onClick={() => props.drop(row.at)}
                    >
                      <X size={16} />
                    </Button>
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </section>
      <Show when={props.rows.length > shown().length && !only()}>
        <p class={css.cut}>{t('grid.cut', { n: shown().length, all: props.rows.length })}</p>
      </Show>
    </Card>
  );
}
