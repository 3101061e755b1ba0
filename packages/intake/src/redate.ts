import type { Calendar } from '@tddh/domain/calendar';
import type { Day } from '@tddh/domain/day';
import { deadlineOf } from './deadline.ts';
import { type Doubt, dueDoubts, partyDoubts } from './doubts.ts';
import { dueOf } from './due.ts';
import { byOffice, idsOf, resolverOf, type Said } from './parties.ts';
import type { ProposedTask, TaskReading } from './propose.ts';
import type { Surroundings } from './surroundings.ts';

/** What of a row follows its document's day. */
export type Redated = Partial<Pick<ProposedTask, 'leads' | 'supports' | 'dueOn'>> & { reading: TaskReading };

/** The document that a row is read from. */
export interface Dated {
  before: Day | null;
  issuedOn: Day | null;
  issuer: string;
  source: string;
}

/**
 * A row after its document's day changed, or undefined where it stays: due days that count from the document's day
 * follow it, and groups ("các sở, ban, ngành") hold the units that are valid on it. What somebody gave, narrowed or
 * added by hand does not follow.
 */
export function redateTask(row: ProposedTask, document: Dated, around: Surroundings): Redated | undefined {
  const parties = regroup(row, document, around);
  const reading = parties?.reading ?? row.reading;
  const due = redue({ ...row, reading }, document, around.calendar);
  return parties || due ? { ...parties, ...due, reading: due?.reading ?? reading } : undefined;
}

function redue(
  { content, dueOn, reading }: ProposedTask,
  { before, issuedOn }: Dated,
  calendar: Calendar,
): Redated | undefined {
  const { deadline } = reading;
  if (dueOn !== dueOf(deadline, before, calendar).dueOn) return undefined;
  const again = deadline.kind === 'none' && issuedOn ? deadlineOf(content, issuedOn) : deadline;
  const due = dueOf(again, issuedOn, calendar);
  if (due.dueOn === dueOn && due.rule.code === reading.rule.code) return undefined;
  const doubts = [...reading.doubts.filter((one) => !one.startsWith('due')), ...dueDoubts(due.rule)];
  return { dueOn: due.dueOn, reading: { ...reading, deadline: again, rule: due.rule, doubts } };
}

function regroup(row: ProposedTask, document: Dated, around: Surroundings): Redated | undefined {
  const { reading } = row;
  const resolve = resolverOf(around, document.issuedOn, byOffice(document.issuer), document.source);
  const anew = (said: readonly Said[]): Said[] => said.flatMap((one) => resolve([one.words], () => one.at));
  const said = { leads: anew(reading.leads), supports: anew(reading.supports) };
  const [before, now] = [idsOf(reading), idsOf(said)];
  const follows = (['leads', 'supports'] as const).filter(
    (part) => sameSet(row[part], before[part]) && !sameSet(before[part], now[part]),
  );
  if (follows.length === 0) return undefined;
  const kept = reading.doubts.filter((one): one is Doubt => one === 'lead-implied' || one.startsWith('due'));
  return {
    ...Object.fromEntries(follows.map((part) => [part, now[part]])),
    reading: { ...reading, ...said, doubts: [...kept, ...partyDoubts(said.leads, said.supports)] },
  };
}

function sameSet(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one));
}
