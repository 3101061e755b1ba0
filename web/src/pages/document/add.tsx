import { refuseSecret } from '@tddh/domain/document';
import { createSignal, Show } from 'solid-js';
import { createStore, produce, unwrap } from 'solid-js/store';
import { api } from '../../api.ts';
import { Button } from '../../parts/button.tsx';
import { say, sayProblem } from '../../parts/toasts.ts';
import { Problem } from '../../problem.ts';
import { invalidate } from '../../queries.ts';
import type { DocumentDetail } from '../../shapes.ts';
import { t } from '../../words/words.ts';
import css from '../document.module.css';
import { useFaults } from '../entry/faults.ts';
import { emptyTask, readForm, type TaskRow } from '../entry/form.ts';
import { TaskRows } from '../entry/tasks.tsx';
import { headOf } from './change.ts';

/** Adds tasks to a document that stands. Those of a draft are sent with the ones that it has already. */
export function AddTasks(props: { document: DocumentDetail['document']; close: () => void }) {
  const [rows, setRows] = createStore<TaskRow[]>([emptyTask()]);
  const [days, setDays] = createStore<Record<string, string | undefined>>({});
  const [general, setGeneral] = createSignal('');
  const [busy, setBusy] = createSignal(false);
  let element: HTMLFormElement | undefined;
  const faults = useFaults(() => element);

  async function save(event: Event) {
    event.preventDefault();
    if (busy() || Object.values(days).some(Boolean)) return;
    const read = readForm({ ...headOf(props.document), noTask: false, tasks: unwrap(rows) }, false, {
      dueMissing: t('entry.dueMissing'),
      tasksMissing: t('entry.tasksMissing'),
    });
    if ('secret' in read) return setGeneral(read.secret.message);
    if ('faults' in read) {
      setGeneral(read.faults.find((fault) => fault.path === 'tasks')?.message ?? '');
      return faults.show(read.faults);
    }
    const { tasks } = read.body;
    const secret = refuseSecret({ tasks });
    if (secret) return setGeneral(secret.message);
    const had = props.document.status === 'draft' ? props.document.tasks : [];
    const all = [
      ...had.map(({ content, leads, supports, dueOn, recurring }) => ({
        ...{ content, leads: [...leads], supports: [...supports], dueOn },
        ...(recurring ? { recurring } : {}),
      })),
      ...tasks,
    ];
    setBusy(true);
    try {
      await api.amend(props.document.id, { tasks: all });
      say(t('paper.added', { n: tasks.length }), 'good');
      props.close();
      await invalidate();
    } catch (error) {
      if (error instanceof Problem && error.status < 500 && error.status > 0) {
        setGeneral(error.detail || error.title);
        faults.show(
          error.errors.map(({ path, message }) => ({
            path: path.replace(/^tasks\.(\d+)/, (_, n: string) => `tasks.${Number(n) - had.length}`),
            message,
          })),
        );
      } else sayProblem(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <form
      ref={element}
      class={css.form}
      novalidate
      onSubmit={(event) => void save(event)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save(event);
      }}
    >
      <Show when={general()}>
        <p class={css.bad} role="alert">
          {general()}
        </p>
      </Show>
      <TaskRows
        on={props.document.issuedOn ?? undefined}
        rows={rows}
        change={(index, part) => {
          setRows(index, part);
          faults.forget(...Object.keys(part).map((name) => `tasks.${index}.${name}`));
        }}
        dayError={(index, error) => setDays(String(index), error)}
        add={() => setRows(produce((all) => all.push(emptyTask())))}
        drop={(index) =>
          setRows((all) => (all.length > 1 ? all.filter((_, i) => i !== index) : [emptyTask()]))
        }
        fault={faults.at}
      />
      <div class={css.foot}>
        <Button look="primary" type="submit" disabled={busy()}>
          {t('paper.addSave')}
        </Button>
        <Button look="quiet" onClick={() => props.close()}>
          {t('act.cancel')}
        </Button>
      </div>
    </form>
  );
}
