import { besideLines } from '@tddh/forms/terms';
import { For } from 'solid-js';
import { useSession } from '../../session.tsx';
import type { Statistics } from '../../statistics.ts';
import { t } from '../../words/words.ts';
import { officialDay } from './figures.ts';
import css from './paper.module.css';
import { sayTerms } from './terms.ts';

/** The title lines of the official form; only on paper. */
export function Paper(props: { data: Statistics }) {
  const month = () => {
    const to = props.data.asOf;
    return `${Number(to.slice(5, 7))}/${to.slice(0, 4)}`;
  };
  return (
    <div class={css.paper} data-print>
      <p class={css.head}>{t('sheet.head')}</p>
      <p class={css.title}>{t('sheet.title')}</p>
      <p class={css.title}>
        {t('sheet.period', {
          from: officialDay(props.data.period.from),
          to: officialDay(props.data.period.to),
        })}
      </p>
      <p>{t('sheet.letter', { month: month() })}</p>
      <p class={css.terms}>{sayTerms(props.data)}</p>
    </div>
  );
}

/** What stands beside the appendix, in the sentences of the official paper; only on paper. */
export function PaperNotes(props: { data: Statistics }) {
  const session = useSession();
  const lines = () => besideLines(props.data, session.decimalComma ? 'comma' : 'point');
  return (
    <div class={css.notes} data-print>
      <For each={lines()}>{(line) => <p>{line}</p>}</For>
    </div>
  );
}
