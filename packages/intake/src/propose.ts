import type { Calendar } from '@tddh/domain/calendar';
import type { Day } from '@tddh/domain/day';
import { fold } from '@tddh/domain/text';
import { type Deadline, deadlineOf } from './deadline.ts';
import { type Doubt, dueDoubts, partyDoubts } from './doubts.ts';
import { type DueRule, dueOf } from './due.ts';
import { byOffice, idsOf, resolverOf, type Said } from './parties.ts';
import { type Finder, finderOf, type Span } from './places.ts';
import { readDirective } from './read.ts';
import { bearsSecrecy } from './secrecy.ts';
import { documentsIn } from './several.ts';
import type { Surroundings } from './surroundings.ts';
import type { Task } from './task.ts';
import { plain } from './text.ts';
import { readUnits } from './units.ts';

/** What was read for one task, and where. */
export interface TaskReading {
  span: Span;
  leads: Said[];
  supports: Said[];
  deadline: Deadline;
  due?: Span;
  rule: DueRule;
  doubts: Doubt[];
}

/** A task as proposed: what the form takes, and how it was read. */
export interface ProposedTask {
  content: string;
  leads: string[];
  supports: string[];
  dueOn: Day | null;
  reading: TaskReading;
}

/** Fields of the head that the source shows. */
export type HeadField = 'number' | 'issuedOn' | 'issuer' | 'type' | 'subject' | 'signer';

/** A document as proposed. */
export interface ProposedDocument {
  /** The part of the text that it was read from. */
  source: string;
  /** Empty where the text names none. */
  number: string;
  issuedOn: Day | null;
  issuer: string;
  /** Id of the type; empty where the catalog has none of that name. */
  type: string;
  subject: string;
  signer: string;
  tasks: ProposedTask[];
  marks: Partial<Record<HeadField, Span>>;
  /** False where the text has not the form of an official document. */
  official: boolean;
}

/**
 * Reads the documents of a text and proposes what the form of each should say. Pure.
 * @returns `'secret'` where a mark of secrecy stands in the text: then nothing of it may be kept
 */
export function propose(text: string, around: Surroundings): ProposedDocument[] | 'secret' {
  if (bearsSecrecy(text)) return 'secret';
  return documentsIn(text).map(([start, end]) => proposeOne(text.slice(start, end), around));
}

function proposeOne(source: string, around: Surroundings): ProposedDocument {
  const { doc, tasks } = readDirective(source);
  const find = finderOf(source);
  const issuer = issuerOf(doc.issuer ?? '', around.province);
  const marks = marksOf(doc, find, source);
  const parties = resolverOf(around, doc.date, byOffice(doc.issuer ?? ''), source);
  return {
    source,
    number: doc.number ?? '',
    issuedOn: doc.date,
    issuer,
    type: around.types.find(({ name }) => fold(name) === fold(doc.type ?? ''))?.id ?? '',
    subject: doc.subject ? doc.subject.slice(0, 1).toUpperCase() + doc.subject.slice(1) : '',
    signer: doc.signer ?? '',
    tasks: tasks.map((task) => proposeTask(task, parties, find, doc.date, around.calendar)),
    marks,
    official: Boolean(doc.type ?? doc.number ?? tasks[0]),
  };
}

/** Proposes a task from words that a person chose in the source: the units they open with, and their due day. */
export function proposeWords(
  source: string,
  span: Span,
  issuedOn: Day | null,
  around: Surroundings,
): ProposedTask {
  const text = plain(source.slice(...span))
    .text.replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:[-–+•]|\d{1,2}[.)]|[a-zđ]\))\s+/u, '');
  const order = /^(?:Giao|Yêu cầu|Đề nghị)\s+(?:cho\s+)?/u.exec(text)?.[0].length ?? 0;
  const task: Task = {
    ...{
      text,
      lead: readUnits(text, order).units,
      coordinate: [],
      span: [span[0], span[1]],
      lead_from: 'inline',
    },
    deadline: deadlineOf(text, issuedOn ?? undefined),
  };
  const parties = resolverOf(around, issuedOn, false, source);
  return proposeTask(task, parties, finderOf(source), issuedOn, around.calendar);
}

function proposeTask(
  task: Task,
  parties: ReturnType<typeof resolverOf>,
  find: Finder,
  issuedOn: Day | null,
  calendar: Calendar,
): ProposedTask {
  const where = (words: string) => find.within(words, task.span) ?? find.before(words, task.span[0]);
  const leads = parties(task.lead, where);
  const supports = parties(task.coordinate, where);
  const { dueOn, rule } = dueOf(task.deadline, issuedOn, calendar);
  const words = task.deadline.text;
  const due = words ? (find.within(words, task.span) ?? find.after(words, task.span[0])) : undefined;
  const doubts: Doubt[] = [
    ...(task.lead_from === 'implied' ? (['lead-implied'] as const) : []),
    ...partyDoubts(leads, supports),
    ...dueDoubts(rule),
    ...(dueOn && issuedOn && dueOn < issuedOn ? (['due-passed'] as const) : []),
  ];
  const reading: TaskReading = {
    ...{ span: task.span, leads, supports, deadline: task.deadline },
    ...(due ? { due } : {}),
    ...{ rule, doubts },
  };
  return { content: task.text, ...idsOf({ leads, supports }), dueOn, reading };
}

/** The issuer as this Office writes it: its own committee by its short name. */
function issuerOf(issuer: string, province: string): string {
  const short = issuer.replace(/ủy ban nhân dân/iu, 'UBND');
  const own = fold(province);
  const said = fold(short);
  return said === `ubnd ${own}` || said === `chu tich ubnd ${own}`
    ? `${short.slice(0, -province.length)}${province}`
    : short;
}

function marksOf(
  doc: ReturnType<typeof readDirective>['doc'],
  find: Finder,
  source: string,
): ProposedDocument['marks'] {
  const marks: ProposedDocument['marks'] = {};
  const put = (field: HeadField, span: Span | undefined) => {
    if (span) marks[field] = span;
  };
  if (doc.number) put('number', find.after(doc.number, 0) ?? numberAt(source, doc.number));
  if (doc.issuer) put('issuer', find.after(doc.issuer, 0));
  if (doc.type && doc.type !== 'Công văn') put('type', find.after(doc.type, 0));
  if (doc.subject) put('subject', find.after(doc.subject, 0));
  if (doc.signer) put('signer', find.before(doc.signer, source.length));
  if (doc.date) {
    const [year, month, day] = doc.date.split('-').map(Number);
    const words = new RegExp(`ngày\\s*0?${day}\\s*tháng\\s*0?${month}\\s*năm\\s*${year}`, 'iu').exec(source);
    if (words) put('issuedOn', [words.index, words.index + words[0].length]);
  }
  return marks;
}

/** A number and symbol with spaces inside, as a PDF gives it. */
function numberAt(source: string, number: string): Span | undefined {
  const spaced = [...number].map((one) => one.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('\\s*');
  const found = new RegExp(spaced, 'iu').exec(source.slice(0, 4000));
  return found ? [found.index, found.index + found[0].length] : undefined;
}
