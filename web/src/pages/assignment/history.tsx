import { showDay } from '@tddh/domain/day';
import { For, Show } from 'solid-js';
import { Card } from '../../parts/page.tsx';
import type { AssignmentDetail, HistoryRow } from '../../shapes.ts';
import { t } from '../../words/words.ts';
import css from './history.module.css';

/** Every step, the newest first: when, who, from which status to which, and why. */
export function History(props: { detail: AssignmentDetail }) {
  const rows = () => [...props.detail.history].reverse();
  return (
    <Card title={t('one.history')}>
      <ol class={css.line}>
        <For each={rows()}>
          {(row) => (
            <li data-event={row.event}>
              <p class={css.what}>
                <b>{t(`event.${row.event}`)}</b>
                <time dateTime={row.at}>{showDay(row.on)}</time>
              </p>
              <p class={css.who}>
                {row.actor.name}
                <Show when={row.actor.role !== 'system'}> · {t(`role.${row.actor.role as 'officer'}`)}</Show>
              </p>
              <Show when={row.from && row.to && row.from !== row.to}>
                <p class={css.who}>{t('one.step', { from: status(row.from), to: status(row.to) })}</p>
              </Show>
              <Show when={said(row)}>{(text) => <p class={css.why}>{text()}</p>}</Show>
            </li>
          )}
        </For>
      </ol>
    </Card>
  );
}

function status(name: string | null): string {
  return name ? t(`status.${name as 'done'}`) : '';
}

/** Why, and what the step itself says: a note, a question, a due date. */
function said(row: HistoryRow): string {
  const data = row.data ?? {};
  const due = (data.due ?? data.extension) as { dueOn?: string | null } | undefined;
  const cureOn = typeof data.cureOn === 'string' ? t('one.cure', { day: showDay(data.cureOn) }) : '';
  const question = (data.question as { text?: string } | undefined)?.text;
  const parts = [
    row.reason,
    data.text,
    data.message,
    data.blocker,
    question,
    cureOn,
    due && 'dueOn' in due ? `${t('list.due')}: ${due.dueOn ? showDay(due.dueOn) : t('list.noDue')}` : '',
    data.toName,
  ];
  return [...new Set(parts.filter((part) => typeof part === 'string' && part !== ''))].join(' · ');
}
