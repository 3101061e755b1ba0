import { fold } from '@tddh/domain/text';
import type { Package } from '@tddh/forms/incoming/incoming';
import type { ProposedDocument, ProposedTask } from '@tddh/intake/propose';
import { ruleOf } from '@tddh/intake/rule';
import { type EntryForm, emptyTask, type TaskRow } from './form.ts';

/** The text that a form was read from, and where its fields stand in it. */
export interface Paper {
  name: string;
  source: string;
  marks: ProposedDocument['marks'];
}

/** A form with the text that it was read from. */
export interface Work {
  form: EntryForm;
  paper?: Paper;
}

/** A row as the reader proposes it, with the rule of a recurring one. What has no day is "không hạn" until somebody says otherwise. */
export function rowOf(task: ProposedTask): TaskRow {
  const { content, leads, supports, dueOn, reading } = task;
  const { kind, text = '' } = reading.deadline;
  const recurring = kind === 'recurring' ? ruleOf(text) : undefined;
  return {
    ...{ ...emptyTask(), content, leads, supports, dueOn, reading },
    ...{ noDue: dueOn === null && !recurring, ...(recurring ? { recurring } : {}) },
  };
}

/** The form that a proposal fills; what the text does not say is left as a blank form has it, but for the day. */
export function workOf(proposed: ProposedDocument, name: string, blank: EntryForm): Work {
  const { number, issuedOn, issuer, type, subject, signer, tasks, source, marks } = proposed;
  const form: EntryForm = {
    ...blank,
    ...{ number, issuedOn, subject, signer, issuer: issuer || blank.issuer, type: type || 'cv' },
    noTask: false,
    tasks: tasks.length > 0 ? tasks.map(rowOf) : [emptyTask()],
  };
  return { form, paper: { name, source, marks } };
}

/** What a package of the document axis says of its document, over what its text says; without text it has no tasks. */
export function headed(
  read: ProposedDocument | undefined,
  head: Package['head'],
  types: readonly { id: string; name: string }[],
): ProposedDocument {
  const bare = { source: '', number: '', issuedOn: null, issuer: '', type: '', subject: '', signer: '' };
  const before: ProposedDocument = read ?? { ...bare, tasks: [], marks: {}, official: true };
  const type = types.find(({ name }) => fold(name) === fold(head.type))?.id;
  return {
    ...before,
    official: true,
    number: head.number || before.number,
    issuedOn: head.issuedOn ?? before.issuedOn,
    issuer: head.from.name || before.issuer,
    type: type ?? before.type,
    subject: head.subject || before.subject,
    signer: head.signer ?? before.signer,
  };
}

/** Cuts a row in two at a place of its content; both keep its units, the second one its due day. */
export function splitRow(row: TaskRow, at: number): [TaskRow, TaskRow] | undefined {
  const first = row.content.slice(0, at).trim();
  const second = row.content.slice(at).trim();
  if (!first || !second) return undefined;
  const { key } = emptyTask();
  const copy = { leads: [...row.leads], supports: [...row.supports] };
  return [
    { ...row, ...copy, content: first },
    { ...row, key, leads: [...row.leads], supports: [...row.supports], content: second },
  ];
}

/** Joins two rows: the units of both, the due day of the lower one where it has one. */
export function joinRows(above: TaskRow, below: TaskRow): TaskRow {
  const leads = [...new Set([...above.leads, ...below.leads])];
  const supports = [...new Set([...above.supports, ...below.supports])].filter((id) => !leads.includes(id));
  const dueOn = below.dueOn ?? above.dueOn;
  const content = [above.content.trim(), below.content.trim()].filter(Boolean).join('\n');
  const [a, b] = [above.reading, below.reading];
  const reading = a && b ? { ...b, span: [a.span[0], Math.max(a.span[1], b.span[1])] as const } : (a ?? b);
  return {
    ...above,
    ...{ content, leads, supports, dueOn, noDue: dueOn === null && (above.noDue || below.noDue) },
    ...(reading ? { reading } : {}),
  };
}

/** How many rows hold something that an officer should look at. */
export function doubtful(tasks: readonly TaskRow[]): number {
  return tasks.filter((task) => openDoubts(task).length > 0).length;
}

/** Doubts that the row as it stands still has: a unit that was chosen, or a day that was given, ends one. */
export function openDoubts({ reading, leads, dueOn, recurring }: TaskRow) {
  if (!reading) return [];
  const proposed = reading.leads.flatMap(({ ids }) => ids);
  const chosen = leads.length > 0 && leads.some((id) => !proposed.includes(id));
  return reading.doubts.filter((doubt) => {
    if (doubt.startsWith('lead'))
      return !chosen && !(doubt === 'lead-group' && leads.length < proposed.length);
    if (doubt === 'due-event' || doubt === 'due-recurring') return dueOn === null && !recurring;
    return true;
  });
}
