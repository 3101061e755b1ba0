import { refuseSecret } from '@tddh/domain/document';
import { isSecret } from '@tddh/domain/secrecy';
import type { Package } from '@tddh/forms/incoming/incoming';
import type { ProposedTask } from '@tddh/intake/propose';
import type { Surroundings } from '@tddh/intake/surroundings';
import { createEffect, createSignal } from 'solid-js';
import { createStore, produce, reconcile, unwrap } from 'solid-js/store';
import { t } from '../../words/words.ts';
import { type Brought, type EntryForm, emptyTask, isBlank, type TaskRow } from './form.ts';
import { keep, keepWaiting, readKept, readWaiting, type Waiting } from './keep.ts';
import { headed, joinRows, type Paper, rowOf, splitRow, type Work, workOf } from './paper.ts';

const reader = () => import('@tddh/intake/propose');
/** Loads the reader before it is needed. */
export const warm = () => void reader();

/** What a reading came to. */
export type Taken = 'secret' | { tasks: number; official: boolean };

let last = 0;
function newKey(): string {
  last += 1;
  return `w${Date.now()}-${last}`;
}

/**
 * The document in work and those that wait for their turn: rows are changed, split, joined and dropped (each with a way
 * back), and all of it survives a reload. What bears a mark of secrecy is kept nowhere.
 */
export function useWorking(personId: string, blank: () => EntryForm, around: () => Surroundings) {
  const kept = readKept(personId);
  const [form, setForm] = createStore<EntryForm>(kept?.form ?? blank());
  const [paper, setPaper] = createSignal<Paper | undefined>(kept?.paper);
  const [waiting, setWaiting] = createSignal<Waiting[]>(readWaiting(personId));
  const [before, setBefore] = createSignal<readonly TaskRow[][]>([]);

  const plain = () => JSON.parse(JSON.stringify(form)) as EntryForm;
  const isEmpty = (one: EntryForm) => !one.number && !one.subject && one.tasks.every(isBlank);
  createEffect(() => {
    const now = plain();
    const source = paper();
    const secret = refuseSecret({ subject: now.subject, tasks: now.tasks });
    const nothing = secret || (isEmpty(now) && !source);
    keep(personId, nothing ? undefined : { form: now, ...(source ? { paper: source } : {}) });
  });
  createEffect(() => keepWaiting(personId, waiting()));

  function show(work: Work) {
    setBefore([]);
    setForm(reconcile(work.form));
    setPaper(work.paper);
  }
  /** The work in hand goes back among those that wait, unless it is empty. */
  function putBack() {
    const now = plain();
    const source = paper();
    if (isEmpty(now) && !source) return;
    const name = source?.name ?? (now.number || now.subject);
    setWaiting((list) => [
      ...list,
      { key: newKey(), name, work: { form: now, ...(source ? { paper: source } : {}) } },
    ]);
  }
  function open(key: string) {
    const one = waiting().find((item) => item.key === key);
    if (!one?.work) return;
    setWaiting((list) => list.filter((item) => item !== one));
    putBack();
    show(one.work);
  }
  /** Shows the next document that waits, or a blank form. */
  function next(): boolean {
    const one = waiting().find(({ work }) => work);
    show(one?.work ?? { form: blank() });
    if (one) setWaiting((list) => list.filter((item) => item !== one));
    return one !== undefined;
  }

  /**
   * Reads a text: its first document is shown, unless one is in work; the others wait.
   * @param pack what a package says of its document, which counts before what the text says, and how the files that
   *   came in it are kept: none of a secret document
   */
  async function take(
    text: string,
    name: string,
    pack?: { head: Package['head']; keep: () => Promise<Brought> },
  ): Promise<Taken> {
    const { propose } = await reader();
    const read = propose(text, around());
    if (read === 'secret' || (pack && isSecret(pack.head.subject))) return 'secret';
    const brought = await pack?.keep();
    const proposed = pack ? [headed(read[0], pack.head, around().types)] : read;
    const works = proposed.map((one, i) =>
      workOf(one, proposed.length > 1 ? t('tray.part', { name, n: i + 1 }) : name, {
        ...blank(),
        ...(brought ? { brought } : {}),
      }),
    );
    const free = isEmpty(plain()) && !paper();
    const [first, ...rest] = works;
    if (free && first) show(first);
    const later = free ? rest : works;
    setWaiting((list) => [
      ...list,
      ...later.map((work) => ({ key: newKey(), name: work.paper!.name, work })),
    ]);
    return {
      tasks: proposed.reduce((n, { tasks }) => n + tasks.length, 0),
      official: proposed.some(({ official }) => official),
    };
  }
  const trouble = (name: string, words: string) =>
    setWaiting((list) => [...list, { key: newKey(), name, trouble: words }]);

  const snapshot = () => setBefore((all) => [...all.slice(-19), plain().tasks]);
  function undo(): boolean {
    const tasks = before().at(-1);
    if (!tasks) return false;
    setForm('tasks', reconcile(tasks));
    setBefore((all) => all.slice(0, -1));
    return true;
  }
  function drop(index: number) {
    snapshot();
    setForm('tasks', (rows) => (rows.length > 1 ? rows.filter((_, i) => i !== index) : [emptyTask()]));
  }
  function split(index: number, at: number): boolean {
    const row = form.tasks[index];
    const halves = row && splitRow(unwrap(row), at);
    if (!halves) return false;
    snapshot();
    setForm(produce((all) => all.tasks.splice(index, 1, ...halves)));
    return true;
  }
  function join(index: number): boolean {
    const [above, below] = [form.tasks[index - 1], form.tasks[index]];
    if (!above || !below) return false;
    snapshot();
    const joined = joinRows(unwrap(above), unwrap(below));
    setForm(produce((all) => all.tasks.splice(index - 1, 2, joined)));
    return true;
  }
  /** Adds a task from words of the source, where they stand among the others. Answers its index. */
  async function addWords(span: [number, number]): Promise<number> {
    const source = paper()?.source ?? '';
    const { proposeWords } = await reader();
    const row = rowOf(proposeWords(source, span, form.issuedOn, around()));
    snapshot();
    const rows = form.tasks.filter((task) => !isBlank(task));
    const after = rows.findIndex(({ reading }) => (reading?.span[0] ?? -1) > span[0]);
    const index = after < 0 ? rows.length : after;
    setForm('tasks', [...rows.slice(0, index), row, ...rows.slice(index)]);
    return index;
  }
  /** Due days and groups that follow the document's day do so, unless somebody changed them. */
  async function redate(before: string | null, issuedOn: string | null) {
    const source = paper()?.source;
    if (source === undefined || before === issuedOn) return;
    const { redateTask } = await import('@tddh/intake/redate');
    const document = { before, issuedOn, issuer: form.issuer, source };
    form.tasks.forEach((task, index) => {
      if (!task.reading) return;
      const row = unwrap(task) as ProposedTask;
      const found = redateTask(row, document, around());
      if (!found) return;
      const noDue = found.dueOn === undefined ? task.noDue : found.dueOn === null;
      setForm('tasks', index, { ...found, noDue });
    });
  }
  return {
    ...{ form, setForm, paper, waiting, setWaiting, restored: kept !== undefined },
    ...{ show, open, next, take, trouble, undo, drop, split, join, addWords, redate },
    canUndo: () => before().length > 0,
  };
}
