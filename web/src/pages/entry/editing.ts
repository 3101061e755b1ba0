import type { useFaults } from './faults.ts';
import { type EntryForm, emptyTask, meant, type TaskRow } from './form.ts';
import type { useWorking } from './working.ts';

/** Changes of the form by hand: what was said of a field is taken back, and the focus goes where work goes on. */
export function useEditing(
  work: ReturnType<typeof useWorking>,
  faults: ReturnType<typeof useFaults>,
  page: () => HTMLElement | undefined,
) {
  const { form, setForm } = work;
  const focus = (find: string) => page()?.querySelector<HTMLElement>(find)?.focus();
  const focusTask = (index: number) => focus(`[data-task="${index}"] textarea`);
  const focusNumber = () => focus('input');

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
  function setNoTask(noTask: boolean) {
    change({ noTask });
    faults.forget('tasks');
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
  function split(row: number, at: number) {
    if (work.split(row, at)) focusTask(row + 1);
  }
  function join(row: number) {
    if (work.join(row)) focusTask(row - 1);
  }
  async function addWords(span: [number, number]) {
    focusTask(await work.addWords(span));
  }
  /** Rows of a table that say nothing of their document become tasks of the one in work. */
  function addRows(tasks: readonly Pick<TaskRow, 'content' | 'leads' | 'supports' | 'dueOn'>[]) {
    const rows = tasks.map(({ content, leads, supports, dueOn }) => ({
      ...emptyTask(),
      ...{ content, leads, supports, dueOn, noDue: dueOn === null },
    }));
    setForm('tasks', (before) => [...meant(before), ...rows]);
    focusNumber();
  }
  return { change, changeTask, setNoTask, add, drop, split, join, addWords, addRows, focusNumber };
}
