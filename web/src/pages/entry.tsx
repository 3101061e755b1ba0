import { gridOf, isGrid } from '@tddh/intake/sheets/grid';
import { createEffect, createMemo, createSignal, lazy, onMount, Show, Suspense } from 'solid-js';
import { createStore, reconcile, unwrap } from 'solid-js/store';
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
import { Bring } from './entry/bring.tsx';
import { useFaults } from './entry/faults.ts';
import { readFile } from './entry/files.ts';
import { type EntryForm, emptyTask, meant, readForm, type TaskRow } from './entry/form.ts';
import { HeadFields } from './entry/head.tsx';
import { remember, usual } from './entry/keep.ts';
import { useKnown } from './entry/known.ts';
import { doubtful } from './entry/paper.ts';
import { Said, type SaidProps } from './entry/said.tsx';
import { type Lit, Source } from './entry/source.tsx';
import { step } from './entry/step.ts';
import { TaskRows } from './entry/tasks.tsx';
import { Tray } from './entry/tray.tsx';
import { useWorking, warm } from './entry/working.ts';
import css from './entry.module.css';

const Batch = lazy(() => import('./entry/batch.tsx').then((module) => ({ default: module.Batch })));

/**
 * One document with its tasks: typed, or read from what is pasted or dropped and checked beside its source. By
 * keyboard alone: Enter goes on, Ctrl+Enter saves, Alt with a key changes rows.
 */
export function Entry() {
  const session = useSession();
  const catalog = useCatalog();
  const { person, office } = session;
  const blank = (): EntryForm => ({
    ...{ number: '', issuedOn: session.today, subject: '', noTask: false, tasks: [emptyTask()] },
    ...{ issuer: `UBND ${office.province}`, type: 'cv', signer: '' },
    field: person.fields[0] ?? '',
    ...usual(),
  });
  const around = () => ({ ...catalog(), province: office.province });
  const work = useWorking(person.id, blank, around);
  const { form, setForm, paper } = work;
  const [said, setSaid] = createSignal<SaidProps>(work.restored ? { restored: true } : {});
  const [days, setDays] = createStore<Record<string, string | undefined>>({});
  const [busy, setBusy] = createSignal(false);
  const [reading, setReading] = createSignal('');
  const [table, setTable] = createSignal<string[][]>();
  const [lit, setLit] = createSignal<Lit>();
  let element: HTMLFormElement | undefined;
  let sent = { body: '', key: '' };
  const faults = useFaults(() => element);
  const known = useKnown(form, office.province);

  onMount(() => {
    const asked = new URLSearchParams(location.search).get('so');
    if (asked && !form.number && !paper()) setForm('number', asked);
    focusNumber();
    setTimeout(warm, 500);
  });
  createEffect(() => {
    const fields = catalog().fields.filter((one) => one.departmentId === person.unit.id);
    if (fields.length > 0 && !fields.some((one) => one.id === form.field))
      setForm('field', fields[0]?.id ?? '');
  });
  const focusNumber = () => requestAnimationFrame(() => element?.querySelector('input')?.focus());
  const focusTask = (index: number) =>
    requestAnimationFrame(() =>
      element?.querySelector<HTMLElement>(`[data-task="${index}"] textarea`)?.focus(),
    );

  function change(part: Partial<EntryForm>) {
    const before = form.issuedOn;
    setForm(part);
    if (part.issuedOn !== undefined) void work.redate(before, part.issuedOn);
    faults.forget(...Object.keys(part), 'document');
  }
  function changeTask(index: number, part: Partial<TaskRow>) {
    setForm('tasks', index, part);
    faults.forget(...Object.keys(part).map((name) => `tasks.${index}.${name}`), 'tasks');
  }
  function add() {
    setForm('tasks', (rows) => [...rows, emptyTask()]);
    focusTask(form.tasks.length - 1);
  }
  function drop(index: number) {
    work.drop(index);
    faults.show([]);
    focusTask(Math.min(index, form.tasks.length - 1));
  }
  function begin() {
    setDays(reconcile({}));
    faults.show([]);
    setLit(undefined);
    focusNumber();
  }
  function clear() {
    work.show({ form: blank() });
    setSaid({});
    begin();
  }

  /** Reads a text and says what came of it. */
  async function take(text: string, name: string) {
    const taken = await work.take(text, name);
    if (taken === 'secret') {
      setSaid({ secret: t('tray.secret') });
      return taken;
    }
    begin();
    const words = taken.official ? (taken.tasks > 0 ? 'bring.read' : 'bring.none') : 'bring.strange';
    setSaid({ told: t(words, { n: taken.tasks, name }) });
    return taken;
  }
  async function files(list: readonly File[]) {
    for (const file of list) {
      setReading(file.name);
      const answer = await readFile(file);
      if (answer === 'slow') work.trouble(file.name, t('bring.slow', { name: file.name }));
      else if (answer.trouble) work.trouble(file.name, answer.trouble);
      else if (answer.rows) setTable(answer.rows);
      else if (answer.read && answer.read.kind !== 'sheet') {
        const { read } = answer;
        const taken = await work.take(read.text, file.name, read.kind === 'package' ? read.head : undefined);
        if (taken === 'secret') work.trouble(file.name, t('tray.secret'));
        else if (read.kind === 'package')
          say(t(read.text ? 'bring.package' : 'bring.bare', { files: read.attachments.join(', ') }));
        else if (read.misnamed) say(t('bring.misnamed', { form: read.form }));
      }
    }
    setReading('');
    begin();
    setSaid({});
  }

  async function save(draft: boolean) {
    if (busy()) return;
    if (known()?.same) {
      element?.querySelector<HTMLElement>('[aria-live] a')?.focus();
      return;
    }
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
      if (!paper()) remember({ issuer, type, field, signer });
      work.next();
      begin();
      const { id, number, status } = document;
      setSaid({ saved: { id, number, n: assignments.length, status } });
      say(
        status === 'draft'
          ? t('entry.savedDraft')
          : t('entry.saved', { number: number ?? '', n: assignments.length }),
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
  /** "Không giao nhiệm vụ" is one key: where no task was proposed and number and day are there, it saves at once. */
  function none() {
    const rows = meant(form.tasks).length;
    change({ noTask: !form.noTask || rows === 0 });
    faults.forget('tasks');
    if (form.noTask && rows === 0 && form.subject.trim() && complete()) void save(false);
  }

  function key(event: KeyboardEvent) {
    const target = event.target as HTMLElement;
    const row = Number(target.closest<HTMLElement>('[data-task]')?.dataset.task ?? Number.NaN);
    const inRow = !Number.isNaN(row);
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save(false);
    else if (event.altKey && event.code === 'KeyN') add();
    else if (event.altKey && event.code === 'KeyK') none();
    else if (event.altKey && event.code === 'KeyZ' && work.canUndo()) work.undo();
    else if (event.altKey && event.code === 'KeyA' && paper())
      document.querySelector<HTMLElement>('[data-add]')?.click();
    else if (event.altKey && event.key === 'Delete' && inRow) drop(row);
    else if (event.altKey && event.key === 'Backspace' && inRow) join(row);
    else if (event.altKey && event.key === 'Enter' && target instanceof HTMLTextAreaElement && inRow)
      split(row, target.selectionStart);
    else if (event.key === 'Enter' && !event.defaultPrevented && isField(target)) step(target);
    else return;
    event.preventDefault();
  }
  /** Rows that say nothing of their document become tasks of the one in work. */
  function here(tasks: readonly Pick<TaskRow, 'content' | 'leads' | 'supports' | 'dueOn'>[]) {
    const rows = tasks.map(({ content, leads, supports, dueOn }) => ({
      ...emptyTask(),
      ...{ content, leads, supports, dueOn, noDue: dueOn === null },
    }));
    setForm('tasks', (before) => [...meant(before), ...rows]);
    setTable(undefined);
    focusNumber();
  }
  async function template() {
    const [{ saveTemplate }, { taskColumns }] = await Promise.all([
      import('./sheet/tables.ts'),
      import('@tddh/intake/sheets/tasks'),
    ]);
    await saveTemplate('mau-nhap-nhiem-vu', taskColumns, [
      ...['123/UBND-KT', '30/11/2023', `UBND ${office.province}`, 'Công văn', 'Về việc rà soát chợ', ''],
      ...['Rà soát các chợ trên địa bàn', 'Sở Công Thương', 'UBND các huyện, thành phố', '15/12/2023'],
    ]);
  }
  const split = (row: number, at: number) => work.split(row, at) && focusTask(row + 1);
  const join = (row: number) => work.join(row) && focusTask(row - 1);
  const addWords = async (span: [number, number]) => focusTask(await work.addWords(span));
  const complete = () =>
    form.number.trim() !== '' && !form.number.trim().startsWith('/') && form.issuedOn !== null;
  const tasks = () => meant(form.tasks).length;
  const times = () => form.tasks.reduce((n, task) => n + task.leads.length + task.supports.length, 0);
  const doubts = createMemo(() => doubtful(form.tasks));
  const look = (row: number, part: string) => setLit(paper() && { row, part });
  const lookHead = (event: Event) => {
    const part = (event.target as HTMLElement).closest<HTMLElement>('[data-part]')?.dataset.part;
    if (part) look(-1, part);
  };
  const pick = (row: number, part: string) => {
    setLit({ row, part });
    const where = row < 0 ? '' : `[data-task="${row}"] `;
    const field = part === 'task' ? 'content' : part;
    element
      ?.querySelector<HTMLElement>(`${where}[data-part="${field}"] :is(input, textarea, select)`)
      ?.focus();
  };

  return (
    <Page title={t('entry.title')} lead={t('entry.lead')} width={paper() ? 'full' : 'form'}>
      <Bring
        small={paper() !== undefined}
        busy={reading()}
        text={(text) => void take(text, t('bring.pasted'))}
        files={(list) => void files(list)}
        isTable={isGrid}
        table={(text) => setTable(gridOf(text))}
      >
        <Show when={paper()}>
          <Button small look="quiet" onClick={clear}>
            {t('bring.newer')}
          </Button>
        </Show>
        <Show when={!paper()}>
          <Button look="quiet" onClick={() => void template()}>
            {t('grid.template')}
          </Button>
        </Show>
      </Bring>
      <Tray
        list={work.waiting()}
        number={form.number}
        open={(one) => {
          work.open(one);
          setSaid({});
          begin();
        }}
        drop={(one) => work.setWaiting((list) => list.filter((item) => item.key !== one))}
      />
      <Show when={table()} keyed>
        {(grid) => (
          <Suspense>
            <Batch
              grid={grid}
              around={around()}
              today={session.today}
              issuer={`UBND ${office.province}`}
              field={form.field}
              here={here}
              leave={() => setTable(undefined)}
            />
          </Suspense>
        )}
      </Show>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the form hold in the source too */}
      <div class={css.review} data-paper={paper() ? '' : undefined} onKeyDown={key}>
        <Show when={paper()}>
          {(one) => (
            <div class={css.side}>
              <Source
                paper={one()}
                tasks={form.tasks}
                lit={lit()}
                pick={pick}
                add={(span) => void addWords(span)}
              />
            </div>
          )}
        </Show>
        <form
          ref={element}
          class={css.form}
          novalidate
          autocomplete="off"
          onSubmit={(event) => {
            event.preventDefault();
            void save(false);
          }}
        >
          <Said {...said()} count={faults.all().length} known={known()} />
          <Card>
            {/* biome-ignore lint/a11y/noStaticElementInteractions: pointing at a field shows its words; the focus does so too */}
            {/* biome-ignore lint/a11y/useKeyWithMouseEvents: as above, onFocusIn */}
            <div onFocusIn={lookHead} onMouseOver={lookHead}>
              <HeadFields
                form={form}
                change={change}
                dayError={(error) => setDays('issuedOn', error)}
                fault={faults.at}
                departmentId={person.unit.id}
                first
              />
            </div>
          </Card>
          <Card
            title={t('entry.tasks')}
            lead={
              form.noTask ? undefined : (
                <>
                  {t('entry.summary', { tasks: tasks(), n: times() })}
                  <Show when={paper()}>
                    {' · '}
                    <span class={doubts() > 0 ? css.doubts : undefined}>
                      {doubts() > 0 ? t('review.doubts', { n: doubts() }) : t('review.sure')}
                    </span>
                  </Show>
                </>
              )
            }
            actions={
              <>
                <Show when={work.canUndo()}>
                  <Button small look="quiet" title="Alt+Z" onClick={() => work.undo()}>
                    {t('row.undo')}
                  </Button>
                </Show>
                <CheckField
                  label={t('entry.noTask')}
                  checked={form.noTask}
                  change={(noTask) => {
                    change({ noTask });
                    faults.forget('tasks');
                  }}
                />
              </>
            }
          >
            <Show when={!form.noTask} fallback={<p class={css.none}>{t('entry.tasksNone')}</p>}>
              <TaskRows
                on={form.issuedOn ?? session.today}
                rows={form.tasks}
                change={changeTask}
                dayError={(index, error) => setDays(`tasks.${index}.dueOn`, error)}
                add={add}
                drop={drop}
                split={split}
                join={join}
                fault={faults.at}
                look={look}
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
                ['Alt K', t('review.keyNone')],
                ...(paper()
                  ? ([
                      ['Alt A', t('review.keySelect')],
                      ['Alt Enter', t('review.keySplit')],
                      ['Alt Backspace', t('review.keyMerge')],
                      ['Alt Z', t('review.keyUndo')],
                    ] as const)
                  : []),
              ]}
            />
          </div>
        </form>
      </div>
    </Page>
  );
}

function isField(target: HTMLElement): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
}
