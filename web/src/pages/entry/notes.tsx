import { showDay } from '@tddh/domain/day';
import type { Said } from '@tddh/intake/parties';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { For, Show } from 'solid-js';
import { t } from '../../words/words.ts';
import type { TaskRow } from './form.ts';
import css from './notes.module.css';
import { openDoubts } from './paper.ts';

/** Under a row: the words that made its due day and its groups, and what is doubtful. */
export function RowNotes(props: { row: TaskRow }) {
  const doubts = () => openDoubts(props.row);
  const parties = () => {
    const { reading } = props.row;
    return reading
      ? [...reading.leads, ...reading.supports].filter(({ group, ids }) => group || ids.length === 0)
      : [];
  };
  return (
    <Show when={props.row.reading}>
      {(reading) => (
        <div class={css.notes}>
          <Show when={reading().rule.code !== 'none' && ruleOf(props.row)}>
            <span class={css.rule} data-part="due">
              {ruleOf(props.row)}
            </span>
          </Show>
          <For each={parties()}>{(said) => <span class={css.rule}>{partyOf(said)}</span>}</For>
          <For each={doubts()}>
            {(doubt) => (
              <span class={css.doubt}>
                <TriangleAlert size={14} aria-hidden="true" />
                <span data-hidden="">{t('row.doubt')}: </span>
                {t(`doubt.${doubt}`)}
              </span>
            )}
          </For>
        </div>
      )}
    </Show>
  );
}

function partyOf({ words, ids }: Said): string {
  return ids.length > 0 ? t('row.group', { words, n: ids.length }) : t('row.unknown', { words });
}

function ruleOf({ reading }: TaskRow): string {
  const rule = reading?.rule;
  if (!reading || !rule || rule.code === 'none') return '';
  const words = reading.deadline.text ?? '';
  switch (rule.code) {
    case 'year-filled':
      return t('rule.year-filled', { words, year: rule.year });
    case 'days':
    case 'working-days':
    case 'weeks':
    case 'months':
      return t(`rule.${rule.code}`, { words, n: rule.n, from: showDay(rule.from) });
    default:
      return t(`rule.${rule.code}`, { words });
  }
}
