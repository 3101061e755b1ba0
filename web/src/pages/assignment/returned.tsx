import { showDay } from '@tddh/domain/day';
import { Show } from 'solid-js';
import type { AssignmentDetail } from '../../shapes.ts';
import { t } from '../../words/words.ts';
import css from './directed.module.css';

/** Why a report is owed again, above all else: the unit that opens its work is to see it first. */
export function Returned(props: { detail: AssignmentDetail }) {
  const last = () => {
    const { assignment, reports } = props.detail;
    return assignment.returned ? reports.findLast(({ outcome }) => outcome !== 'withdrawn') : undefined;
  };
  return (
    <Show when={last()}>
      {(report) => (
        <section class={css.directed} data-kind="returned" aria-label={t('list.returned')}>
          <figure>
            <blockquote>{report().reason}</blockquote>
            <figcaption>
              {report().reopenedOn
                ? t('life.reopenedOn', { day: showDay(report().reopenedOn!) })
                : t('life.returnedOn', { day: showDay(report().decidedOn ?? report().on) })}
              <Show when={report().cureOn}>{(day) => ` · ${t('one.cure', { day: showDay(day()) })}`}</Show>
            </figcaption>
          </figure>
        </section>
      )}
    </Show>
  );
}
