import { isOpen } from '@tddh/domain/assignment';
import { showDay } from '@tddh/domain/day';
import { laterThanNational } from '@tddh/domain/nationaldue';
import type { Task } from '@tddh/domain/task';
import { For, Show } from 'solid-js';
import { Badge } from '../../parts/badge.tsx';
import { useShortNames } from '../../parts/catalog.ts';
import { Card } from '../../parts/page.tsx';
import { sayPeriod } from '../../parts/period.ts';
import type { AssignmentItem, DocumentDetail } from '../../shapes.ts';
import { t } from '../../words/words.ts';
import css from '../document.module.css';
import { RuleOf } from './rule.tsx';

/** The tasks of a document, each with the assignments that came of it, or the units that it is planned for. */
export function Plan(props: { detail: DocumentDetail; own: boolean; mayRule: boolean }) {
  const short = useShortNames();
  const tasks = () => props.detail.document.tasks;
  const nationalOf = (task: Task) => task.national && props.detail.national[task.national.taskId];
  /** The national due day after which ours is: of what is still open, else of the plan. */
  const late = (task: Task) => {
    const day = nationalOf(task);
    const own = of(task.id).filter((one) => one.role === 'lead');
    const dues = own.length > 0 ? own.filter((one) => isOpen(one)).map((one) => one.dueOn) : [task.dueOn];
    return day && dues.some((due) => laterThanNational(due, day)) ? day : undefined;
  };
  const of = (taskId: string) => props.detail.assignments.filter((one) => one.taskId === taskId);
  return (
    <Card title={t('papers.tasks')} flush>
      <Show when={tasks().length === 0}>
        <p class={css.note}>{t(props.detail.document.noTask ? 'paper.noTask' : 'paper.none')}</p>
      </Show>
      <Show when={props.detail.document.status === 'draft' && tasks().length > 0}>
        <p class={css.note}>{t('paper.planned')}</p>
      </Show>
      <ol>
        <For each={tasks()}>
          {(task) => (
            <li class={css.task}>
              <div class={css.what}>
                <p>
                  {task.number}. {task.content}
                </p>
                <span>{task.dueOn ? t('paper.due', { day: showDay(task.dueOn) }) : t('paper.noDue')}</span>
                <Show when={nationalOf(task)}>
                  {(day) => (
                    <span>
                      {t('life.national')}: {showDay(day())}
                    </span>
                  )}
                </Show>
                <Show when={late(task)}>
                  {(day) => (
                    <strong class={css.late} role="status">
                      {t('life.nationalLate', { day: showDay(day()) })}
                    </strong>
                  )}
                </Show>
              </div>
              <RuleOf
                documentId={props.detail.document.id}
                task={task}
                may={props.mayRule && props.detail.document.status === 'issued'}
              />
              <Show
                when={of(task.id).length > 0}
                fallback={
                  <ul class={css.units}>
                    <li>
                      <span>
                        {[...task.leads, ...task.supports].map((id) => short().get(id) ?? id).join(', ')}
                      </span>
                    </li>
                  </ul>
                }
              >
                <Periods items={of(task.id)} planned={task.dueOn} />
              </Show>
            </li>
          )}
        </For>
      </ol>
      <Show when={props.own && props.detail.assignments.length > 0}>
        <p class={`${css.note} ${css.last}`}>{t('paper.mistake')}</p>
      </Show>
    </Card>
  );
}

/** The assignments of a task; of a recurring one those of the latest period, the older ones folded away. */
function Periods(props: { items: readonly AssignmentItem[]; planned: string | null }) {
  const names = () => [...new Set(props.items.map((one) => one.period ?? ''))].sort().reverse();
  const of = (name: string) => props.items.filter((one) => (one.period ?? '') === name);
  const Period = (own: { name: string }) => (
    <>
      <Show when={own.name}>
        <h3 class={css.period}>{t('recur.period', { period: sayPeriod(own.name) })}</h3>
      </Show>
      <Units items={of(own.name)} planned={props.planned} />
    </>
  );
  return (
    <>
      <For each={names().slice(0, 1)}>{(name) => <Period name={name} />}</For>
      <Show when={names().length > 1}>
        <details class={css.older}>
          <summary>{t('recur.older', { n: names().length - 1 })}</summary>
          <For each={names().slice(1)}>{(name) => <Period name={name} />}</For>
        </details>
      </Show>
    </>
  );
}

/** Units with their states, and the due day in force where it is not the one of the plan any more. */
function Units(props: { items: readonly AssignmentItem[]; planned: string | null }) {
  return (
    <ul class={css.units}>
      <For each={props.items}>
        {(item) => (
          <li>
            <a href={`/nhiem-vu/${item.id}`}>
              <span>
                {item.agency.name}
                <Show when={item.role === 'support'}>
                  <small>{t('list.support')}</small>
                </Show>
                <Show when={item.dueOn !== props.planned}>
                  <small>
                    {item.dueOn ? t('paper.due', { day: showDay(item.dueOn) }) : t('paper.noDue')}
                  </small>
                </Show>
              </span>
              <Badge state={item.state} />
            </a>
          </li>
        )}
      </For>
    </ul>
  );
}
