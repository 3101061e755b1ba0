import type { Unit } from './agency.ts';
import { apply } from './apply.ts';
import type { Assignment } from './assignment.ts';
import type { Context, Outcome } from './context.ts';
import type { Day } from './day.ts';
import { assign, decide } from './decide.ts';
import type { AssignmentEvent, Initial } from './events.ts';
import { type Actor, type Role, system } from './person.ts';
import { Refusal } from './refusal.ts';
import { defaultSettings, type Settings } from './settings.ts';
import type { Command } from './verbs.ts';

/** Units of the tests: two agencies, the Office as a unit (row 4), two departments, the leadership. */
export const units: Readonly<Record<string, Unit>> = Object.fromEntries(
  (
    [
      ['so1', 'agency', false],
      ['so2', 'agency', false],
      ['vp', 'agency', true],
      ['p1', 'department', false],
      ['p2', 'department', false],
      ['ld', 'leadership', false],
    ] as const
  ).map(([id, kind, isOffice], i) => [id, { id, name: id, short: id, kind, ordinal: i + 1, isOffice }]),
);

const person = (id: string, role: Role, unitId: string): Actor => ({
  id,
  name: id,
  role,
  unitId,
  fields: [],
});

/** People of the tests, named by role and unit. */
export const people = {
  officer1: person('officer1', 'officer', 'p1'),
  officer2: person('officer2', 'officer', 'p2'),
  head1: person('head1', 'department-head', 'p1'),
  head2: person('head2', 'department-head', 'p2'),
  chief: person('chief', 'office-leader', 'ld'),
  focal1: person('focal1', 'agency-officer', 'so1'),
  boss1: person('boss1', 'agency-leader', 'so1'),
  focal2: person('focal2', 'agency-officer', 'so2'),
  boss2: person('boss2', 'agency-leader', 'so2'),
  focalOffice: person('focalOffice', 'agency-officer', 'vp'),
  bossOffice: person('bossOffice', 'agency-leader', 'vp'),
  chair: person('chair', 'leader', 'ld'),
  admin: person('admin', 'admin', 'p2'),
  national: person('national', 'national', 'national'),
  system,
} satisfies Record<string, Actor>;
export type Who = keyof typeof people;

/** A context on a business day; ids of successors are counted up in `made`. */
export function contextFor(who: Who, today: Day, target?: Unit, settings: Partial<Settings> = {}): Context {
  return {
    actor: people[who],
    today,
    now: `${today}T02:00:00.000Z`,
    settings: { ...defaultSettings, ...settings },
    newId: () => `asg_${today}_${Math.random()}`,
    field: { id: 'f2', departmentId: 'p2', departmentName: 'p2' },
    ...(target ? { target } : {}),
  };
}

/** A plan's assignment to `so1`, followed by `p1`, issued on the day on which it is assigned. */
export function initial(dueOn: Day | null, on: Day, over: Partial<Initial> = {}): Initial {
  return {
    ...{ id: 'asg_1', documentId: 'doc_1', taskId: 'tsk_1', taskNumber: 1, content: 'Báo cáo kết quả' },
    ...{ role: 'lead', agencyId: 'so1', agencyName: 'so1', agencyKind: 'agency' },
    ...{ departmentId: 'p1', departmentName: 'p1', fieldId: 'f1' },
    document: { id: 'doc_1', number: '1683/QĐ-UBND', issuedOn: on, subject: 's', issuer: 'UBND', type: 'qd' },
    ...{ assignedOn: on, status: 'assigned', dues: [{ dueOn, on, kind: 'assigned' }] },
    ...{ reports: [], extensions: [], pauses: [], questions: [], corrections: [] },
    ...over,
  };
}

/** The life of one assignment, told verb by verb. */
export interface Story {
  a: Assignment;
  events: AssignmentEvent[];
  /** Decides and applies; a refusal changes nothing. */
  tries: (
    on: Day,
    who: Who,
    verb: Command['verb'],
    body?: object,
    settings?: Partial<Settings>,
  ) => Refusal | Outcome;
  /** As `tries`, where a refusal is a failure of the test. */
  does: (on: Day, who: Who, verb: Command['verb'], body?: object, settings?: Partial<Settings>) => Story;
}

/** Continues from an event that begins an assignment. */
export function storyOf(first: AssignmentEvent): Story {
  const story: Story = {
    a: apply(undefined, first),
    events: [first],
    tries(on, who, verb, body = {}, settings = {}) {
      const given = body as { to?: string; lead?: string };
      const target = units[given.to ?? given.lead ?? ''];
      const outcome = decide(story.a, { verb, body } as Command, contextFor(who, on, target, settings));
      if (outcome instanceof Refusal) return outcome;
      for (const event of outcome.events) {
        story.a = apply(story.a, event);
        story.events.push(event);
      }
      return outcome;
    },
    does(on, who, verb, body, settings) {
      const outcome = story.tries(on, who, verb, body, settings);
      if (outcome instanceof Refusal) throw new Error(`${verb} by ${who} on ${on}: ${outcome.message}`);
      return story;
    },
  };
  return story;
}

/** An assignment due on `dueOn`, given on 2023-06-01 unless told otherwise. */
export function begin(dueOn: Day | null, on: Day = '2023-06-01', over: Partial<Initial> = {}): Story {
  return storyOf(assign(initial(dueOn, on, over), contextFor('officer1', on)));
}

/** A body that the agency may send. */
export const filed = { result: 'Đã xong', files: ['fil_1'] };
/** A body by which an officer records a paper report that counts from `day`. */
export const paper = (day: Day, over: object = {}) => ({
  ...{ result: 'Đã xong', documentNumber: '12/BC-S1', documentDate: day, reportedOn: day },
  ...over,
});

/** The code of a refusal, or `ok`. */
export function codeOf(outcome: Outcome | Refusal): string {
  return outcome instanceof Refusal ? outcome.code : 'ok';
}
