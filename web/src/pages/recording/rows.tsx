import type { Day } from '@tddh/domain/day';
import { showDay } from '@tddh/domain/day';
import X from 'lucide-solid/icons/x';
import { For, Show } from 'solid-js';
import { Button } from '../../parts/button.tsx';
import { DayField } from '../../parts/dayfield.tsx';
import { TextField } from '../../parts/field.tsx';
import type { AssignmentItem } from '../../shapes.ts';
import { t } from '../../words/words.ts';
import css from './rows.module.css';

/** An assignment whose paper report is to be recorded; number and day only where they are its own. */
export interface PaperRow {
  item: AssignmentItem;
  documentNumber: string;
  documentDate: Day | null;
  /** Why the server refused it. */
  said?: string;
}

/** The assignments taken so far, each with an incoming document of its own where it is not the common one. */
export function Rows(props: {
  rows: readonly PaperRow[];
  change: (id: string, change: Partial<PaperRow>) => void;
  remove: (id: string) => void;
}) {
  return (
    <ol class={css.rows} aria-label={t('recording.rows')}>
      <For each={props.rows}>
        {(row) => (
          <li data-bad={row.said ? '' : undefined}>
            <p class={css.what}>
              <span>{row.item.content}</span>
              <small>
                <b>{row.item.agency.name}</b> · {row.item.document.number}
                <Show when={row.item.dueOn}>{(due) => ` · ${t('byTask.due', { day: showDay(due()) })}`}</Show>
              </small>
              <Show when={row.said}>
                <strong role="alert">{row.said}</strong>
              </Show>
            </p>
            <TextField
              bare
              label={t('recording.ownNumber', { unit: row.item.agency.name })}
              placeholder={t('recording.same')}
              value={row.documentNumber}
              change={(documentNumber) => props.change(row.item.id, { documentNumber })}
            />
            <DayField
              bare
              toward="past"
              label={t('recording.ownDate', { unit: row.item.agency.name })}
              value={row.documentDate}
              change={(documentDate) => props.change(row.item.id, { documentDate })}
            />
            <Button
              look="quiet"
              square
              aria-label={t('recording.remove', { text: row.item.content })}
              onClick={() => props.remove(row.item.id)}
            >
              <X size={16} />
            </Button>
          </li>
        )}
      </For>
    </ol>
  );
}
