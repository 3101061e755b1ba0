import { showDay } from '@tddh/domain/day';
import { For, Show } from 'solid-js';
import { Badge } from '../../parts/badge.tsx';
import { Cell } from '../../parts/cell.tsx';
import type { DocumentItem } from '../../shapes.ts';
import { t } from '../../words/words.ts';
import css from './row.module.css';

export function DocumentHead() {
  const names = () => [
    t('papers.number'),
    t('papers.subject'),
    t('papers.department'),
    t('papers.entered'),
    t('papers.tasks'),
  ];
  return (
    <div class={css.head} role="presentation">
      <For each={names()}>{(name) => <Cell head>{name}</Cell>}</For>
    </div>
  );
}

/** One document of the register: columns on a wide page, a card on a phone. */
export function DocumentRow(props: { item: DocumentItem }) {
  const tasks = () => {
    if (props.item.taskCount > 0) return t('papers.taskCount', { n: props.item.taskCount });
    return t(props.item.noTask ? 'papers.noTask' : 'papers.unclassified');
  };
  return (
    <div class={css.row} role="presentation">
      <Cell class={css.number}>
        <span>{props.item.number || t('papers.unnumbered')}</span>
        <small>{props.item.issuedOn ? showDay(props.item.issuedOn) : '–'}</small>
      </Cell>
      <Cell class={css.subject}>
        <a href={`/van-ban/${props.item.id}`} tabIndex={-1} title={props.item.subject}>
          {props.item.subject}
        </a>
        <small>
          {props.item.typeName} · {props.item.issuer}
        </small>
      </Cell>
      <Cell class={css.department}>{props.item.departmentName}</Cell>
      <Cell class={css.entered}>{showDay(props.item.enteredOn)}</Cell>
      <Cell class={css.tasks}>
        <Show when={props.item.status === 'issued'} fallback={<Badge state="draft" />}>
          {tasks()}
        </Show>
      </Cell>
    </div>
  );
}
