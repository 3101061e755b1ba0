import Plus from 'lucide-solid/icons/plus';
import Trash from 'lucide-solid/icons/trash';
import { Index, type JSX } from 'solid-js';
import { Button } from '../../parts/button.tsx';
import { DayField } from '../../parts/dayfield.tsx';
import { CheckField, TextArea } from '../../parts/field.tsx';
import { UnitPicker } from '../../parts/unitpicker.tsx';
import { t } from '../../words/words.ts';
import type { TaskRow } from './form.ts';
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
  foot?: JSX.Element;
}) {
  return (
    <div class={css.tasks}>
      <Index each={props.rows}>
        {(row, index) => (
          <fieldset class={css.task} data-task={index}>
            <legend data-hidden="">{t('entry.task', { n: index + 1 })}</legend>
            <span class={css.at} aria-hidden="true">
              {index + 1}
            </span>
            <div class={css.content}>
              <TextArea
                label={t('entry.content')}
                rows={2}
                value={row().content}
                change={(content) => props.change(index, { content })}
                error={props.fault(`tasks.${index}.content`)}
                onKeyDown={stepOnEnter}
              />
            </div>
            <div class={css.leads}>
              <UnitPicker
                label={t('entry.leads')}
                kinds={kinds}
                value={row().leads}
                change={(leads) => props.change(index, { leads })}
                without={row().supports}
                error={props.fault(`tasks.${index}.leads`)}
              />
            </div>
            <div class={css.supports}>
              <UnitPicker
                label={t('entry.supports')}
                optional
                kinds={kinds}
                value={row().supports}
                change={(supports) => props.change(index, { supports })}
                without={row().leads}
                error={props.fault(`tasks.${index}.supports`)}
              />
            </div>
            <div class={css.due}>
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
                change={(noDue) => props.change(index, noDue ? { noDue, dueOn: null } : { noDue })}
              />
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
