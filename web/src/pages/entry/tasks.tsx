import type { Day } from '@tddh/domain/day';
import Plus from 'lucide-solid/icons/plus';
import Trash from 'lucide-solid/icons/trash';
import { Index, type JSX, Show } from 'solid-js';
import { Button } from '../../parts/button.tsx';
import { DayField } from '../../parts/dayfield.tsx';
import { CheckField, TextArea } from '../../parts/field.tsx';
import { UnitPicker } from '../../parts/unitpicker.tsx';
import { t } from '../../words/words.ts';
import type { TaskRow } from './form.ts';
import { RowNotes } from './notes.tsx';
import { openDoubts } from './paper.ts';
import { Recurs } from './recurs.tsx';
import { stepOnEnter } from './step.ts';
import css from './tasks.module.css';

const kinds = ['agency', 'department'] as const;

/** Tasks as rows: content, lead units, supports, a day or an explicit "không hạn". */
export function TaskRows(props: {
  rows: readonly TaskRow[];
  change: (index: number, part: Partial<TaskRow>) => void;
  dayError: (index: number, error: string | undefined) => void;
  add: () => void;
  drop: (index: number) => void;
  fault: (path: string) => string | undefined;
  /** The document's day: units that are valid on it are offered. */
  on?: Day;
  foot?: JSX.Element;
  /** Cuts a row in two where the cursor stands, joins it with the one above: where rows are read from a text. */
  split?: (row: number, at: number) => unknown;
  join?: (row: number) => unknown;
  /** Told which row and part of it has the eye: by the pointer, or by the focus. */
  look?: (row: number, part: string) => void;
}) {
  const looks = (row: number, event: { target: EventTarget | null }) => {
    const part = (event.target as HTMLElement | null)?.closest<HTMLElement>('[data-part]')?.dataset.part;
    props.look?.(row, part ?? 'task');
  };
  return (
    <div class={css.tasks}>
      <Index each={props.rows}>
        {(row, index) => (
          // biome-ignore lint/a11y/useKeyWithMouseEvents: pointing at a row shows its words; onFocusIn does so too
          <fieldset
            class={css.task}
            data-task={index}
            data-doubt={openDoubts(row()).length > 0 ? '' : undefined}
            onFocusIn={(event) => looks(index, event)}
            onMouseOver={(event) => looks(index, event)}
          >
            <legend data-hidden="">{t('entry.task', { n: index + 1 })}</legend>
            <span class={css.at} aria-hidden="true">
              {index + 1}
            </span>
            <div class={css.content} data-part="content">
              <TextArea
                label={t('entry.content')}
                rows={2}
                value={row().content}
                change={(content) => props.change(index, { content })}
                error={props.fault(`tasks.${index}.content`)}
                onKeyDown={stepOnEnter}
              />
            </div>
            <div class={css.leads} data-part="leads">
              <UnitPicker
                label={t('entry.leads')}
                kinds={kinds}
                on={props.on}
                value={row().leads}
                change={(leads) => props.change(index, { leads })}
                without={row().supports}
                error={props.fault(`tasks.${index}.leads`)}
              />
            </div>
            <div class={css.supports} data-part="supports">
              <UnitPicker
                label={t('entry.supports')}
                optional
                kinds={kinds}
                on={props.on}
                value={row().supports}
                change={(supports) => props.change(index, { supports })}
                without={row().leads}
                error={props.fault(`tasks.${index}.supports`)}
              />
            </div>
            <div class={css.due} data-part="due">
              <DayField
                label={t('entry.dueOn')}
                tell
                value={row().dueOn}
                change={(dueOn, error) => {
                  props.change(index, dueOn ? { dueOn, noDue: false } : { dueOn });
                  props.dayError(index, error);
                }}
                error={props.fault(`tasks.${index}.dueOn`)}
              />
              <CheckField
                label={t('entry.noDue')}
                checked={row().noDue}
                change={(noDue) =>
                  props.change(index, noDue ? { noDue, dueOn: null, recurring: undefined } : { noDue })
                }
              />
            </div>
            <div class={css.notes}>
              <Recurs
                value={row().recurring}
                dueOn={row().dueOn}
                change={(recurring) =>
                  props.change(index, recurring ? { recurring, noDue: false } : { recurring })
                }
                dayError={(error) => props.dayError(index, error)}
                error={props.fault(`tasks.${index}.recurring.until`)}
              />
              <RowNotes row={row()} />
              <Show when={row().reading && props.split}>
                <div class={css.tools}>
                  <Button
                    small
                    look="quiet"
                    tabIndex={-1}
                    title="Alt+Enter"
                    onMouseDown={(event) => event.preventDefault()}
                    onClick={(event) => props.split?.(index, caretOf(event.currentTarget))}
                  >
                    {t('row.split')}
                  </Button>
                  <Show when={index > 0}>
                    <Button
                      small
                      look="quiet"
                      tabIndex={-1}
                      title="Alt+Backspace"
                      onClick={() => props.join?.(index)}
                    >
                      {t('row.merge')}
                    </Button>
                  </Show>
                </div>
              </Show>
            </div>
            <Button
              look="quiet"
              square
              class={css.drop}
              tabIndex={-1}
              aria-label={t('entry.drop', { n: index + 1 })}
              title={`${t('entry.drop', { n: index + 1 })} (Alt+Delete)`}
              onClick={() => props.drop(index)}
            >
              <Trash size={16} />
            </Button>
          </fieldset>
        )}
      </Index>
      <div class={css.foot}>
        <Button onClick={() => props.add()} title="Alt+N">
          <Plus size={16} />
          {t('entry.add')}
        </Button>
        {props.foot}
      </div>
    </div>
  );
}

/** Where the cursor stands in the content of the row that a button belongs to. */
function caretOf(button: HTMLElement): number {
  return button.closest('[data-task]')?.querySelector('textarea')?.selectionStart ?? 0;
}
