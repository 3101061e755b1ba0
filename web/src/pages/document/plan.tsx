import { showDay } from '@tddh/domain/day';
import { For, Show } from 'solid-js';
import { Badge } from '../../parts/badge.tsx';
import { useShortNames } from '../../parts/catalog.ts';
import { Card } from '../../parts/page.tsx';
import type { DocumentDetail } from '../../shapes.ts';
import { t } from '../../words/words.ts';
import css from '../document.module.css';

/** The tasks of a document, each with the assignments that came of it, or the units that it is planned for. */
export function Plan(props: { detail: DocumentDetail; own: boolean }) {
  const short = useShortNames();
  const tasks = () => props.detail.document.tasks;
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
              </div>
              <ul class={css.units}>
                <Show
                  when={of(task.id).length > 0}
                  fallback={
                    <li>
                      <span>
                        {[...task.leads, ...task.supports].map((id) => short().get(id) ?? id).join(', ')}
                      </span>
                    </li>
                  }
                >
                  <For each={of(task.id)}>
                    {(item) => (
                      <li>
                        <a href={`/nhiem-vu/${item.id}`}>
                          <span>
                            {item.agency.name}
                            <Show when={item.role === 'support'}>
                              <small>{t('list.support')}</small>
                            </Show>
                          </span>
                          <Badge state={item.state} />
                        </a>
                      </li>
                    )}
                  </For>
                </Show>
              </ul>
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
