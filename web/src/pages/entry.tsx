import { refuseSecret } from '@tddh/domain/document';
import { createEffect, createSignal, onMount, Show } from 'solid-js';
import { createStore, produce, reconcile, unwrap } from 'solid-js/store';
import { api } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { useCatalog } from '../parts/catalog.ts';
import { CheckField } from '../parts/field.tsx';
import { Hints } from '../parts/hints.tsx';
import { Card, Page } from '../parts/page.tsx';
import { say, sayProblem } from '../parts/toasts.ts';
import { Problem } from '../problem.ts';
import { invalidate } from '../queries.ts';
import { useSession } from '../session.tsx';
import { t } from '../words/words.ts';
import { useFaults } from './entry/faults.ts';
import { type EntryForm, emptyTask, isBlank, meant, readForm, type TaskRow } from './entry/form.ts';
import { HeadFields } from './entry/head.tsx';
import { keep, readKept, remember, usual } from './entry/keep.ts';
import { Said, type SaidProps } from './entry/said.tsx';
import { step } from './entry/step.ts';
import { TaskRows } from './entry/tasks.tsx';
import css from './entry.module.css';

/** One document with its tasks, by keyboard alone: Enter goes on, Alt+N adds a row, Ctrl+Enter saves. */
export function Entry() {
  const session = useSession();
  const catalog = useCatalog();
  const { person } = session;
  const blank = (): EntryForm => ({
    ...{ number: '', issuedOn: session.today, subject: '', noTask: false, tasks: [emptyTask()] },
    ...{ issuer: `UBND ${session.office.province}`, type: 'cv', signer: '' },
    field: person.fields[0] ?? '',
    ...usual(),
  });
  const kept = readKept(person.id);
  const [form, setForm] = createStore<EntryForm>(kept ?? blank());
  const [said, setSaid] = createSignal<SaidProps>(kept ? { restored: true } : {});
  const [days, setDays] = createStore<Record<string, string | undefined>>({});
  const [busy, setBusy] = createSignal(false);
  let element: HTMLFormElement | undefined;
  let sent = { body: '', key: '' };
  const faults = useFaults(() => element);

  onMount(() => focusNumber());
  createEffect(() => {
    const fields = catalog().fields.filter((one) => one.departmentId === person.unit.id);
    if (fields.length > 0 && !fields.some((one) => one.id === form.field))
      setForm('field', fields[0]?.id ?? '');
  });
  createEffect(() => {
    const now = JSON.parse(JSON.stringify(form)) as EntryForm;
    const empty = !now.number && !now.subject && now.tasks.every(isBlank);
    keep(person.id, empty || refuseSecret({ subject: now.subject, tasks: now.tasks }) ? undefined : now);
  });
  const focusNumber = () => requestAnimationFrame(() => element?.querySelector('input')?.focus());

  function change(part: Partial<EntryForm>) {
    setForm(part);
    faults.forget(...Object.keys(part), 'document');
  }
  function changeTask(index: number, part: Partial<TaskRow>) {
    setForm('tasks', index, part);
    faults.forget(...Object.keys(part).map((name) => `tasks.${index}.${name}`), 'tasks');
  }
  function add() {
    setForm(produce((all) => all.tasks.push(emptyTask())));
    focusTask(form.tasks.length - 1);
  }
  function drop(index: number) {
    setForm('tasks', (rows) => (rows.length > 1 ? rows.filter((_, i) => i !== index) : [emptyTask()]));
    faults.show([]);
    focusTask(Math.min(index, form.tasks.length - 1));
  }
  const focusTask = (index: number) =>
    requestAnimationFrame(() =>
      element?.querySelector<HTMLElement>(`[data-task="${index}"] textarea`)?.focus(),
    );
  function clear() {
    setForm(reconcile(blank()));
    setDays(reconcile({}));
    faults.show([]);
    setSaid({});
    focusNumber();
  }

  async function save(draft: boolean) {
    if (busy()) return;
    const bad = Object.entries(days).flatMap(([path, message]) => (message ? [{ path, message }] : []));
    const read = readForm(unwrap(form), draft || !complete(), {
      dueMissing: t('entry.dueMissing'),
      tasksMissing: t('entry.tasksMissing'),
    });
    if ('secret' in read) {
      setSaid({ secret: read.secret.message });
      return;
    }
    const wrong = [...bad, ...('faults' in read ? read.faults : [])];
    if ('faults' in read || wrong.length > 0) {
      setSaid({ loose: wrong });
      faults.show(wrong.filter((fault, i) => wrong.findIndex((one) => one.path === fault.path) === i));
      return;
    }
    setBusy(true);
    const body = JSON.stringify(read.body);
    if (body !== sent.body) sent = { body, key: crypto.randomUUID() };
    try {
      const { document, assignments } = await api.enter(read.body, sent.key);
      const { issuer, type, field, signer } = form;
      remember({ issuer, type, field, signer });
      clear();
      setSaid({
        saved: { id: document.id, number: document.number, n: assignments.length, status: document.status },
      });
      say(
        document.status === 'draft'
          ? t('entry.savedDraft')
          : t('entry.saved', { number: document.number ?? '', n: assignments.length }),
        'good',
      );
      void invalidate();
    } catch (error) {
      if (error instanceof Problem && error.code === 'secret_document') {
        setSaid({ secret: error.detail });
      } else if (error instanceof Problem && error.errors.length > 0) {
        setSaid({ loose: error.errors, exists: error.at('document') });
        faults.show(error.errors);
      } else sayProblem(error);
    } finally {
      setBusy(false);
    }
  }

  function key(event: KeyboardEvent) {
    const target = event.target as HTMLElement;
    const row = target.closest<HTMLElement>('[data-task]')?.dataset.task;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save(false);
    else if (event.altKey && event.code === 'KeyN') add();
    else if (event.altKey && event.key === 'Delete' && row !== undefined) drop(Number(row));
    else if (event.key === 'Enter' && !event.defaultPrevented && isField(target)) step(target);
    else return;
    event.preventDefault();
  }
  const complete = () => form.number.trim() !== '' && form.issuedOn !== null;
  const tasks = () => meant(form.tasks).length;
  const times = () => form.tasks.reduce((n, task) => n + task.leads.length + task.supports.length, 0);

  return (
    <Page title={t('entry.title')} lead={t('entry.lead')} width="form">
      <form
        ref={element}
        class={css.form}
        novalidate
        autocomplete="off"
        onKeyDown={key}
        onSubmit={(event) => {
          event.preventDefault();
          void save(false);
        }}
      >
        <Said {...said()} count={faults.all().length} />
        <Card>
          <HeadFields
            form={form}
            change={change}
            dayError={(error) => setDays('issuedOn', error)}
            fault={faults.at}
            departmentId={person.unit.id}
            first
          />
        </Card>
        <Card
          title={t('entry.tasks')}
          lead={form.noTask ? undefined : t('entry.summary', { tasks: tasks(), n: times() })}
          actions={
            <CheckField
              label={t('entry.noTask')}
              checked={form.noTask}
              change={(noTask) => {
                change({ noTask });
                faults.forget('tasks');
              }}
            />
          }
        >
          <Show when={!form.noTask} fallback={<p class={css.none}>{t('entry.tasksNone')}</p>}>
            <TaskRows
              rows={form.tasks}
              change={changeTask}
              dayError={(index, error) => setDays(`tasks.${index}.dueOn`, error)}
              add={add}
              drop={drop}
              fault={faults.at}
            />
          </Show>
        </Card>
        <div class={css.foot}>
          <Button look="primary" type="submit" disabled={busy()}>
            {t(busy() ? 'entry.saving' : complete() ? 'entry.save' : 'entry.saveDraft')}
          </Button>
          <Show when={complete()}>
            <Button disabled={busy()} onClick={() => void save(true)}>
              {t('entry.saveDraft')}
            </Button>
          </Show>
          <Button look="quiet" onClick={clear}>
            {t('entry.clear')}
          </Button>
          <Hints
            label={t('keys.title')}
            keys={[
              ['Ctrl Enter', t('entry.keySave')],
              ['Alt N', t('entry.keyAdd')],
              ['Alt Delete', t('entry.keyDrop')],
            ]}
          />
        </div>
      </form>
    </Page>
  );
}

function isField(target: HTMLElement): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
}
