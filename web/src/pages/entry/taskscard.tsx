import type { Day } from '@tddh/domain/day';
import { createMemo, Show } from 'solid-js';
import { Button } from '../../parts/button.tsx';
import { CheckField } from '../../parts/field.tsx';
import { Card } from '../../parts/page.tsx';
import { t } from '../../words/words.ts';
import css from '../entry.module.css';
import type { useEditing } from './editing.ts';
import { meant } from './form.ts';
import { doubtful } from './paper.ts';
import { TaskRows } from './tasks.tsx';
import type { useWorking } from './working.ts';

/** The tasks of the document: how many they come to, how many hold something doubtful, and their rows. */
export function TasksCard(props: {
  work: ReturnType<typeof useWorking>;
  edit: ReturnType<typeof useEditing>;
  today: Day;
  fault: (path: string) => string | undefined;
  dayError: (path: string, error: string | undefined) => void;
  look: (row: number, part: string) => void;
}) {
  const { work, edit } = props;
  const { form, paper } = work;
  const tasks = () => meant(form.tasks).length;
  const times = () => form.tasks.reduce((n, task) => n + task.leads.length + task.supports.length, 0);
  const doubts = createMemo(() => doubtful(form.tasks));
  const sums = () => (
    <>
      {t('entry.summary', { tasks: tasks(), n: times() })}
      <Show when={paper()}>
        {' · '}
        <span class={doubts() > 0 ? css.doubts : undefined}>
          {doubts() > 0 ? t('review.doubts', { n: doubts() }) : t('review.sure')}
        </span>
      </Show>
    </>
  );
  return (
    <Card
      title={t('entry.tasks')}
      lead={form.noTask ? undefined : sums()}
      actions={
        <>
          <Show when={work.canUndo()}>
            <Button small look="quiet" title="Alt+Z" onClick={() => work.undo()}>
              {t('row.undo')}
            </Button>
          </Show>
          <CheckField label={t('entry.noTask')} checked={form.noTask} change={edit.setNoTask} />
        </>
      }
    >
      <Show when={!form.noTask} fallback={<p class={css.none}>{t('entry.tasksNone')}</p>}>
        <TaskRows
          on={form.issuedOn ?? props.today}
          rows={form.tasks}
          change={edit.changeTask}
          dayError={(index, error) => props.dayError(`tasks.${index}.dueOn`, error)}
          add={edit.add}
          drop={edit.drop}
          split={edit.split}
          join={edit.join}
          fault={props.fault}
          look={props.look}
        />
      </Show>
    </Card>
  );
}
