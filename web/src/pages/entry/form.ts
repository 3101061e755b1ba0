import type { Day } from '@tddh/domain/day';
import { dayFaults, type EnteredDocument, enteredDocument, refuseSecret } from '@tddh/domain/document';
import type { FileSeen, RefusedFile } from '@tddh/domain/file';
import { readInput } from '@tddh/domain/input';
import type { Recurring } from '@tddh/domain/recurring';
import { type Fault, Refusal } from '@tddh/domain/refusal';
import type { TaskReading } from '@tddh/intake/propose';

/** A task as it is typed. `dueOn: null` alone is not an answer: either a day, or "không hạn" in so many words. */
export interface TaskRow {
  /** Only for the page: tells rows apart. */
  key: string;
  content: string;
  leads: string[];
  supports: string[];
  dueOn: string | null;
  noDue: boolean;
  /** The rule of a task that comes again. */
  recurring?: Recurring | undefined;
  /** How it was read from a document's text, where it was. */
  reading?: TaskReading;
}

/** What came along with a document in a package: the files that were taken, and those that were not. */
export interface Brought {
  /** Name of the package's file, and the agency that sent it, where it says so. */
  name: string;
  sender: string;
  files: FileSeen[];
  refused: RefusedFile[];
}

/** A document as it is typed. */
export interface EntryForm {
  number: string;
  issuedOn: string | null;
  issuer: string;
  type: string;
  subject: string;
  field: string;
  signer: string;
  noTask: boolean;
  tasks: TaskRow[];
  brought?: Brought | undefined;
}

let last = 0;
/** A row with nothing in it. */
export function emptyTask(): TaskRow {
  last += 1;
  return { key: `r${Date.now()}-${last}`, content: '', leads: [], supports: [], dueOn: null, noDue: false };
}

/** True where nothing was typed in a row: such a last row is not sent. */
export function isBlank(task: TaskRow): boolean {
  return (
    !task.content.trim() &&
    task.leads.length + task.supports.length === 0 &&
    !task.dueOn &&
    !task.noDue &&
    !task.recurring
  );
}

/** The rows that are meant: all but blank ones at the end; the first one always, unless it is blank and alone. */
export function meant(tasks: readonly TaskRow[]): TaskRow[] {
  const filled = tasks.findLastIndex((task) => !isBlank(task));
  return tasks.slice(0, filled + 1);
}

export type Read = { body: EnteredDocument } | { faults: readonly Fault[] } | { secret: Refusal };

/**
 * Reads the form by the domain's schema, and asks for a due day or "không hạn" of every task; with `today` its days
 * are held against each other too, so that every fault is told at once. A text that bears a
 * mark of secrecy is refused before anything else: nothing of it may be sent or kept.
 */
export function readForm(
  form: EntryForm,
  draft: boolean,
  say: { dueMissing: string; tasksMissing: string; today?: Day },
): Read {
  const tasks = form.noTask ? [] : meant(form.tasks);
  const optional = {
    ...(form.field ? { field: form.field } : {}),
    ...(form.signer.trim() ? { signer: form.signer } : {}),
  };
  const input = {
    number: form.number.trim() ? form.number : null,
    issuedOn: form.issuedOn,
    issuer: form.issuer,
    type: form.type,
    subject: form.subject,
    ...optional,
    ...(draft ? { draft: true } : {}),
    ...(form.noTask ? { noTask: true } : {}),
    tasks: tasks.map(({ content, leads, supports, dueOn, noDue, recurring }) => ({
      ...{ content, leads: [...leads], supports: [...supports] },
      dueOn: noDue ? null : dueOn,
      ...(recurring ? { recurring: { ...recurring } } : {}),
    })),
    ...filesOf(form.brought),
  };
  const secret = refuseSecret(input);
  if (secret) return { secret };
  const read = readInput(enteredDocument, input);
  const missing = tasks.flatMap((task, i) =>
    task.dueOn || task.noDue || task.recurring ? [] : [{ path: `tasks.${i}.dueOn`, message: say.dueMissing }],
  );
  if (tasks.length === 0 && !form.noTask && !draft)
    missing.push({ path: 'tasks', message: say.tasksMissing });
  if (say.today) missing.push(...dayFaults(input.issuedOn, input.tasks, say.today));
  if (read instanceof Refusal) return { faults: [...read.faults, ...missing] };
  return missing.length > 0 ? { faults: missing } : { body: read };
}

function filesOf(brought: Brought | undefined) {
  if (!brought || brought.files.length === 0) return {};
  const { name, sender, files } = brought;
  return { files: files.map(({ id }) => id), package: { name, ...(sender ? { sender } : {}) } };
}
