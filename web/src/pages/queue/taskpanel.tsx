import { showDay } from '@tddh/domain/day';
import BellRing from 'lucide-solid/icons/bell-ring';
import Check from 'lucide-solid/icons/check';
import FileDown from 'lucide-solid/icons/file-down';
import Undo2 from 'lucide-solid/icons/undo-2';
import { For, Show } from 'solid-js';
import { search } from '../../api.ts';
import { Mark } from '../../parts/badge.tsx';
import { Button, ButtonLink } from '../../parts/button.tsx';
import type { AssignmentItem, QueueGroup } from '../../shapes.ts';
import { t } from '../../words/words.ts';
import css from './panel.module.css';

/** The task in work: its units by what they have done, and one answer to all of them. */
export function TaskPanel(props: {
  group: QueueGroup;
  items: readonly AssignmentItem[];
  ways?: { confirm: () => void; giveBack: () => void; chase: () => void };
}) {
  return (
    <article class={css.panel}>
      <header>
        <p class={css.unit}>
          {t('byTask.reported', { n: props.group.reported, all: props.group.total })}
          <Show when={props.group.done > 0}>{` · ${t('byTask.done', { n: props.group.done })}`}</Show>
        </p>
        <h2>{props.group.content}</h2>
        <p class={css.facts}>
          <span>{props.group.document.number}</span>
          <span>{props.group.department.name}</span>
        </p>
      </header>
      <Show when={props.ways}>
        {(ways) => (
          <div class={css.ways}>
            <Button look="primary" onClick={() => ways().confirm()}>
              <Check size={16} />
              {t('byTask.confirmAll', { n: props.items.length })} <kbd>C</kbd>
            </Button>
            <Button onClick={() => ways().giveBack()}>
              <Undo2 size={16} />
              {t('byTask.returnAll', { n: props.items.length })} <kbd>R</kbd>
            </Button>
            <Show when={props.group.missing.length > 0}>
              <Button onClick={() => ways().chase()}>
                <BellRing size={16} />
                {t('byTask.chaseAll', { n: props.group.missing.length })} <kbd>D</kbd>
              </Button>
            </Show>
            <ButtonLink look="quiet" href={`/van-ban/${props.group.document.id}`}>
              {t('byTask.document')}
            </ButtonLink>
          </div>
        )}
      </Show>
      <section class={css.units}>
        <h3>{t('byTask.awaiting', { n: props.items.length })}</h3>
        <ul>
          <For each={props.items}>
            {(item) => (
              <li>
                <Mark state="awaiting" size={14} />
                <a href={`/nhiem-vu/${item.id}`}>{item.agency.name}</a>
                <small>{t('list.reported', { day: showDay(item.reportedOn ?? item.assignedOn) })}</small>
              </li>
            )}
          </For>
        </ul>
        <Show
          when={props.group.missing.length > 0}
          fallback={<p class={css.facts}>{t('byTask.noneMissing')}</p>}
        >
          <h3>{t('byTask.missing', { n: props.group.missing.length })}</h3>
          <ul>
            <For each={props.group.missing}>
              {(item) => (
                <li>
                  <Mark state={item.state} size={14} />
                  <a href={`/nhiem-vu/${item.id}`}>{item.agency.name}</a>
                  <small>
                    {item.dueOn ? t('byTask.due', { day: showDay(item.dueOn) }) : t('list.noDue')}
                  </small>
                  <Show when={props.ways}>
                    <ButtonLink
                      look="quiet"
                      small
                      target="_self"
                      href={`/api/chasing.docx${search({ agency: item.agency.id, also: item.id })}`}
                      aria-label={t('byTask.letterFor', { unit: item.agency.name })}
                    >
                      <FileDown size={14} />
                      {t('byTask.letter')}
                    </ButtonLink>
                  </Show>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </section>
    </article>
  );
}
