import { gridOf, isGrid } from '@tddh/intake/sheets/grid';
import { createEffect, createSignal, lazy, onMount, Show, Suspense } from 'solid-js';
import { createStore, reconcile, unwrap } from 'solid-js/store';
import { Button } from '../parts/button.tsx';
import { useCatalog } from '../parts/catalog.ts';
import { Card, Page } from '../parts/page.tsx';
import { useSession } from '../session.tsx';
import { t } from '../words/words.ts';
import { saveTaskTemplate, useArrivals } from './entry/arrivals.ts';
import { Bring } from './entry/bring.tsx';
import { BroughtCard } from './entry/broughtcard.tsx';
import { useEditing } from './entry/editing.ts';
import { useFaults } from './entry/faults.ts';
import { EntryFoot } from './entry/foot.tsx';
import { type EntryForm, emptyTask, meant } from './entry/form.ts';
import { HeadFields } from './entry/head.tsx';
import { usual } from './entry/keep.ts';
import { actionOf, type EntryKeys } from './entry/keys.ts';
import { useKnown } from './entry/known.ts';
import { Said, type SaidProps } from './entry/said.tsx';
import { isComplete, useSaving } from './entry/saving.ts';
import { type Lit, Source } from './entry/source.tsx';
import { step } from './entry/step.ts';
import { TasksCard } from './entry/taskscard.tsx';
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
  const [lit, setLit] = createSignal<Lit>();
  let element: HTMLFormElement | undefined;
  const faults = useFaults(() => element);
  const edit = useEditing(work, faults, () => element);
  const known = useKnown(form, office.province);
  const { reading, table, setTable, take, files, keep } = useArrivals(person.id, work, {
    ...{ begin, say: setSaid },
  });
  const { busy, save } = useSaving(work, faults, {
    ...{ begin, say: setSaid, badDays: () => unwrap(days), today: session.today },
    stopsAtKnown() {
      if (known()?.same) element?.querySelector<HTMLElement>('[aria-live] a')?.focus();
      return known()?.same ?? false;
    },
  });

  onMount(() => {
    const asked = new URLSearchParams(location.search).get('so');
    if (asked && !form.number && !paper()) setForm('number', asked);
    edit.focusNumber();
    setTimeout(warm, 500);
  });
  createEffect(() => {
    const fields = catalog().fields.filter((one) => one.departmentId === person.unit.id);
    if (fields.length > 0 && !fields.some((one) => one.id === form.field))
      setForm('field', fields[0]?.id ?? '');
  });
  function begin() {
    setDays(reconcile({}));
    faults.show([]);
    setLit(undefined);
    edit.focusNumber();
  }
  function clear() {
    work.show({ form: blank() });
    setSaid({});
    begin();
  }

  /** "Không giao nhiệm vụ" is one key: where no task was proposed and number and day are there, it saves at once. */
  function none() {
    const rows = meant(form.tasks).length;
    edit.setNoTask(!form.noTask || rows === 0);
    if (form.noTask && rows === 0 && form.subject.trim() && isComplete(form)) void save(false);
  }

  const keys = (): EntryKeys => ({
    ...{ ...edit, save: () => void save(false), none, next: step },
    undo: work.canUndo() ? work.undo : undefined,
    choose: paper() ? () => document.querySelector<HTMLElement>('[data-add]')?.click() : undefined,
  });
  function key(event: KeyboardEvent) {
    const act = actionOf(event, keys());
    if (!act) return;
    act();
    event.preventDefault();
  }
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
          <Button look="quiet" onClick={() => void saveTaskTemplate(`UBND ${office.province}`)}>
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
      <Show when={catalog().units.length > 0 && table()} keyed>
        {(one) => (
          <Suspense>
            <Batch
              table={one}
              keep={keep}
              around={around()}
              today={session.today}
              issuer={`UBND ${office.province}`}
              field={form.field}
              here={(rows) => {
                edit.addRows(rows);
                setTable(undefined);
              }}
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
                add={(span) => void edit.addWords(span)}
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
          <Said {...said()} faults={faults.all()} known={known()} />
          <Card>
            {/* biome-ignore lint/a11y/noStaticElementInteractions: pointing at a field shows its words; the focus does so too */}
            {/* biome-ignore lint/a11y/useKeyWithMouseEvents: as above, onFocusIn */}
            <div onFocusIn={lookHead} onMouseOver={lookHead}>
              <HeadFields
                form={form}
                change={edit.change}
                dayError={(error) => setDays('issuedOn', error)}
                fault={faults.at}
                departmentId={person.unit.id}
                first
              />
            </div>
          </Card>
          <Show when={form.brought}>
            {(brought) => (
              <BroughtCard
                of={brought()}
                change={(next) => setForm('brought', reconcile(next))}
                leave={edit.focusNumber}
              />
            )}
          </Show>
          <TasksCard
            work={work}
            edit={edit}
            today={session.today}
            fault={faults.at}
            dayError={setDays}
            look={look}
          />
          <EntryFoot
            busy={busy()}
            complete={isComplete(form)}
            reviewing={paper() !== undefined}
            saveDraft={() => void save(true)}
            clear={clear}
          />
        </form>
      </div>
    </Page>
  );
}
