import { type Assignment, currentDue, isOpen } from '@tddh/domain/assignment';
import { canIssue, type Document } from '@tddh/domain/document';
import type { Link } from '@tddh/domain/link';
import { heads, partOfTask, taskOf } from '@tddh/domain/meeting';
import type { NationalDocument } from '@tddh/domain/national';
import { national } from '@tddh/domain/person';
import { Refusal } from '@tddh/domain/refusal';
import type { Command } from '@tddh/domain/verbs';
import { change } from '../change.ts';
import { assignmentsNow } from '../complete.ts';
import type { Desk } from '../desk.ts';
import { changeDocument } from '../documents.ts';
import type { TaskOfTheirs } from './sides.ts';

/** What a document is to take over from the national side. */
export interface TakeOver {
  link: Link;
  document: Document;
  theirs: NationalDocument;
  /** Their standing tasks in our units. */
  tasks: readonly TaskOfTheirs[];
  /** What each part is to be, and the parts that are not that yet (`followed`). */
  wanted: Readonly<Record<string, string | null>>;
  take: readonly string[];
}

/**
 * Lets a document take over what it can. A draft takes all. Of one that is issued, what is done stays done, a unit that
 * has reported keeps its task and its words, and a due day that is past already is for a person to decide, since it
 * would make a unit late that could not know.
 * @returns what to run, or undefined where there is nothing that it may take over
 * @throws Refusal (when run) `lost_race`, `revision_changed` where somebody was quicker; `invalid`, `document_exists`
 */
export async function takeOver(desk: Desk, all: TakeOver): Promise<(() => Promise<void>) | undefined> {
  const over = { ...all, take: all.take.filter((part) => mayTake(all, part)) };
  if (over.take.length === 0) return undefined;
  if (over.document.status === 'draft') return () => takeIntoDraft(desk, over);
  const assignments = await assignmentsNow(desk.db, over.document);
  const changes = assignments.flatMap((a) => {
    const commands = commandsFor(desk, over, a, assignments);
    return commands.length > 0 ? [{ a, commands }] : [];
  });
  const head = headOf(over);
  const added = over.tasks.flatMap((task) => addedOf(over, task, assignments));
  const relieved = assignments.filter((a) => isRelieved(over, a, assignments));
  const whole = Object.keys(head).length + added.length;
  if (changes.length + whole + relieved.length === 0) return undefined;
  return async () => {
    for (const { a, commands } of changes) await inTurn(desk, a, commands);
    if (whole > 0) await changeWhole(desk, over, head, added);
    // The former unit is relieved once the new one has its task: a task never stands without any.
    for (const a of relieved) {
      await orLeft(change(desk, a.id, { verb: 'cancel', body: { reason: reasonOf(over) } }));
    }
  };
}

/**
 * A new task joins a draft that came from there, and is assigned at once where the link says so. Elsewhere a person
 * decides: of a document that people entered, or have issued as they saw it.
 */
function mayTake({ link, document, wanted, tasks }: TakeOver, part: string): boolean {
  const added = wanted[part] !== undefined && tasks.some((t) => partOfTask(t.national.taskId) === part);
  if (!added) return true;
  return document.enteredBy === national.id && (document.status === 'draft' || link.land === 'at-once');
}

async function takeIntoDraft(desk: Desk, over: TakeOver): Promise<void> {
  const { link, document, theirs, take, wanted } = over;
  const changed = heads.filter((head) => take.includes(head));
  await changeDocument(
    desk,
    document.id,
    {
      ...Object.fromEntries(changed.map((head) => [head, theirs[head]])),
      ...(take.some(taskOf) ? { tasks: planOf(over) } : {}),
      draft: link.land === 'draft' || theirs.edoc !== undefined || !canIssue({ ...document, ...wanted }),
    },
    document.revision,
  );
}

/** The plan of a draft with what it takes over: what people wrote beside stays, new tasks follow. */
function planOf({ document, tasks, take, wanted }: TakeOver) {
  const standing = document.tasks.flatMap(({ content, leads, supports, dueOn, recurring, national: ref }) => {
    const kept = {
      ...{ content, leads: [...leads], supports: [...supports], dueOn },
      ...(recurring ? { recurring } : {}),
      ...(ref ? { national: ref } : {}),
    };
    if (!ref) return [kept];
    const at = partOfTask(ref.taskId);
    const their = tasks.find((task) => task.national.taskId === ref.taskId);
    if (wanted[at] === undefined || !their) return wanted[at] === undefined ? [] : [kept];
    const taken = take.includes(`${at}leads`) ? their.leads : kept.leads;
    return [
      {
        ...kept,
        ...(take.includes(`${at}content`) ? { content: their.content } : {}),
        ...{ leads: taken, supports: kept.supports.filter((unit) => !taken.includes(unit)) },
        ...(take.includes(`${at}dueOn`) ? { dueOn: their.dueOn } : {}),
      },
    ];
  });
  const added = tasks.filter(({ national: { taskId } }) => take.includes(partOfTask(taskId)));
  return [...standing, ...added.map((task) => asWanted(task, wanted))];
}

/** A task of theirs as it is to stand here: what people once made of it stays. */
function asWanted(task: TaskOfTheirs, wanted: TakeOver['wanted']): TaskOfTheirs {
  const at = partOfTask(task.national.taskId);
  const leads = wanted[`${at}leads`];
  return {
    ...task,
    content: wanted[`${at}content`] ?? task.content,
    leads: leads ? leads.split(', ') : task.leads,
    dueOn: wanted[`${at}dueOn`] ?? null,
  };
}

const reasonOf = ({ theirs }: TakeOver) => `Theo hệ thống quốc gia, phiên bản ${theirs.version}`;

/** Heads that an issued document takes over. Its day of issue is never moved by a machine: due days hang on it. */
function headOf({ take, theirs }: TakeOver) {
  const changed = heads.filter((head) => head !== 'issuedOn' && take.includes(head));
  return Object.fromEntries(changed.map((head) => [head, theirs[head]]));
}

function changeWhole(desk: Desk, over: TakeOver, head: object, tasks: readonly TaskOfTheirs[]) {
  const { document } = over;
  const given = { ...head, ...(tasks.length > 0 ? { tasks: [...tasks] } : {}), reason: reasonOf(over) };
  return changeDocument(desk, document.id, given, document.revision);
}

/** Tasks that an issued document is given: new ones, and those that another unit leads from now on. */
function addedOf(over: TakeOver, task: TaskOfTheirs, assignments: readonly Assignment[]): TaskOfTheirs[] {
  const { take, wanted } = over;
  const at = partOfTask(task.national.taskId);
  const whole = asWanted(task, wanted);
  // A part of which nothing is wanted any more is recalled, not added.
  if (take.includes(at)) return wanted[at] === undefined ? [] : [whole];
  if (!take.includes(`${at}leads`)) return [];
  const of = openOf(over, task.national.taskId, assignments);
  if (of.length === 0 || !unreported(of)) return [];
  const leads = whole.leads.filter((unit) => !of.some((a) => a.role === 'lead' && a.agencyId === unit));
  return leads.length > 0 ? [{ ...whole, leads }] : [];
}

/** True of a unit that leads no more, as long as it has not reported. */
function isRelieved(over: TakeOver, a: Assignment, assignments: readonly Assignment[]): boolean {
  const taskId = taskIdOf(over, a);
  if (taskId === undefined || a.role !== 'lead' || !isOpen(a)) return false;
  const at = partOfTask(taskId);
  const leads = over.wanted[`${at}leads`];
  if (!over.take.includes(`${at}leads`) || !leads) return false;
  return !leads.split(', ').includes(a.agencyId) && unreported(openOf(over, taskId, assignments));
}

/** What an open assignment takes over. */
function commandsFor(
  desk: Desk,
  over: TakeOver,
  a: Assignment,
  assignments: readonly Assignment[],
): Command[] {
  const taskId = taskIdOf(over, a);
  if (taskId === undefined || !isOpen(a)) return [];
  const { theirs, wanted, take } = over;
  const at = partOfTask(taskId);
  if (take.includes(at) && wanted[at] === undefined) {
    const gone = theirs.tasks.find((t) => t.taskId === taskId && t.state === 'recalled') ?? theirs.ended;
    const reason = gone?.reason ?? 'Hệ thống quốc gia thu hồi';
    return [{ verb: 'recall', body: { reference: gone?.reference ?? theirs.number, reason } }];
  }
  if (isRelieved(over, a, assignments)) return [];
  const task = over.tasks.find((t) => t.national.taskId === taskId);
  const due = task && take.includes(`${at}dueOn`) && currentDue(a) !== task.dueOn ? task.dueOn : undefined;
  const words = task && take.includes(`${at}content`) && a.content !== task.content;
  const fields = {
    ...(words && unreported(openOf(over, taskId, assignments)) ? { content: task.content } : {}),
    ...(due === null && a.reports.length === 0 ? { dueOn: null } : {}),
  };
  return [
    ...(Object.keys(fields).length > 0
      ? [{ verb: 'correct' as const, body: { fields, reason: reasonOf(over) } }]
      : []),
    ...(due && due >= desk.today
      ? [{ verb: 'redue' as const, body: { dueOn: due, reference: theirs.number } }]
      : []),
  ];
}

const unreported = (of: readonly Assignment[]) => of.every((a) => a.reports.length === 0);

function taskIdOf({ document }: TakeOver, a: Assignment): string | undefined {
  return document.tasks.find((task) => task.id === a.taskId)?.national?.taskId;
}

function openOf(over: TakeOver, taskId: string, assignments: readonly Assignment[]): Assignment[] {
  return assignments.filter((a) => isOpen(a) && taskIdOf(over, a) === taskId);
}

/** Changes an assignment as it was read, one command after the other. */
async function inTurn(desk: Desk, a: Assignment, commands: readonly Command[]): Promise<void> {
  let { revision } = a;
  for (const command of commands) {
    const after = await orLeft(change(desk, a.id, command, { revision }));
    if (after) revision = after.revision;
  }
}

/** What its state forbids is left for a person to decide. */
async function orLeft<T>(change: Promise<T>): Promise<T | undefined> {
  try {
    return await change;
  } catch (error) {
    if (error instanceof Refusal && left.includes(error.code)) return undefined;
    throw error;
  }
}
const left: readonly string[] = ['state_forbids', 'forbidden', 'invalid'];
