import { daysBetween, showDay } from '@tddh/domain/day';
import { Show } from 'solid-js';
import { Badge } from '../../parts/badge.tsx';
import { Button } from '../../parts/button.tsx';
import { Cell } from '../../parts/cell.tsx';
import { decided } from '../../parts/deciding.ts';
import { sayPeriod } from '../../parts/period.ts';
import { useSession } from '../../session.tsx';
import type { AssignmentItem } from '../../shapes.ts';
import { t } from '../../words/words.ts';
import { groupOf } from './query.ts';
import css from './row.module.css';

/** Cells of one assignment: columns on a wide page, a card on a phone. */
export function Row(props: {
  item: AssignmentItem;
  href: string;
  chosen?: boolean;
  choose?: (range: boolean) => void;
  /** Shows the agency's group where it is not told by the state. */
  own?: boolean;
  /** Opens the report form of this row. */
  report?: () => void;
}) {
  const session = useSession();
  const due = () => {
    const { dueOn, state, reportedOn } = props.item;
    if (reportedOn) {
      return { tone: 'awaiting', text: t('list.reported', { day: showDay(reportedOn).slice(0, 5) }) };
    }
    if (!dueOn || (state !== 'overdue' && state !== 'soon')) return undefined;
    const n = daysBetween(session.today, dueOn);
    if (n === 0) return { tone: state, text: t('list.today') };
    return { tone: state, text: n < 0 ? t('list.past', { n: -n }) : t('list.left', { n }) };
  };
  const taken = () => decided(props.item);
  return (
    <div class={css.row} data-choose={props.choose ? '' : undefined} data-own={props.own ? '' : undefined}>
      <Show when={props.choose}>
        {(choose) => (
          <Cell class={css.choose}>
            <input
              type="checkbox"
              tabIndex={-1}
              aria-label={t('list.chooseRow', { text: props.item.content })}
              checked={props.chosen}
              onClick={(event) => {
                choose()(event.shiftKey);
                // The browser has flipped it already; what is chosen decides.
                event.currentTarget.checked = props.chosen === true;
              }}
            />
          </Cell>
        )}
      </Show>
      <Cell class={css.document}>
        <span>{props.item.document.number || t('list.unnumbered')}</span>
        <small>{showDay(props.item.document.issuedOn ?? props.item.assignedOn)}</small>
      </Cell>
      <Cell class={css.content}>
        <a href={props.href} tabIndex={-1} title={props.item.content}>
          {props.item.content}
        </a>
        <Show when={props.item.period}>
          {(period) => <small>{t('recur.period', { period: sayPeriod(period()) })}</small>}
        </Show>
      </Cell>
      <Cell class={css.unit}>
        <span>{props.own ? props.item.department.name : props.item.agency.name}</span>
        <Show when={props.item.role === 'support'}>
          <small>{t('list.support')}</small>
        </Show>
      </Cell>
      <Cell class={css.due}>
        <span>{props.item.dueOn ? showDay(props.item.dueOn) : t('list.noDue')}</span>
        <Show when={props.item.extendingTo}>
          {(day) => <small>{t('life.extending', { day: showDay(day()) })}</small>}
        </Show>
        <Show when={due()}>{(said) => <small data-tone={said().tone}>{said().text}</small>}</Show>
      </Cell>
      <Cell class={css.state}>
        <Show
          when={taken()}
          fallback={
            <Badge
              state={props.item.state}
              text={props.own && groupOf(props.item) === 'returned' ? t('list.returned') : undefined}
            />
          }
        >
          {(verb) => (
            <Badge
              state={verb() === 'confirm' ? 'done' : 'working'}
              text={t(verb() === 'confirm' ? 'list.confirming' : 'list.returning')}
            />
          )}
        </Show>
      </Cell>
      <Show when={props.own}>
        <Cell class={css.act}>
          <Show when={props.report}>
            {(report) => (
              <Button
                small
                tabIndex={-1}
                aria-label={t('mine.reportRow', { text: props.item.content })}
                onClick={() => report()()}
              >
                {t('mine.report')}
              </Button>
            )}
          </Show>
        </Cell>
      </Show>
    </div>
  );
}
