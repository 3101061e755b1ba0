import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { apply, replay } from './apply.ts';
import type { Assignment } from './assignment.ts';
import { type Clock, dueDay, isAwaiting, isDone, isOnTime, pauseOn, stopDay } from './clock.ts';
import { addDays, type Day } from './day.ts';
import { actionsFor } from './decide.ts';
import { Refusal } from './refusal.ts';
import { escalationStep, noteStep, reminderStep } from './reminding.ts';
import { defaultSettings } from './settings.ts';
import { belongs, exists, leafOf, leaves, type Period } from './statistics.ts';
import { overdueStep, startStep, sweepOn } from './sweep.ts';
import { begin, people, type Story, storyOf, type Who } from './testing.ts';
import type { Verb } from './verbs.ts';

const start = '2023-06-01';
const clocks: readonly Clock[] = ['report', 'confirmation'];
const who = Object.keys(people) as Who[];

/** One turn of a walk: days that pass, which verb of those that somebody may take, days named in its body. */
interface Turn {
  pass: number;
  pick: number;
  near: number;
  far: number;
  yes: boolean;
}
const turn: fc.Arbitrary<Turn> = fc.record({
  pass: fc.constantFrom(0, 0, 1, 2, 3, 7, 15),
  pick: fc.nat(10_000),
  near: fc.nat(12),
  far: fc.nat(40),
  yes: fc.boolean(),
});
const walk = fc.record({
  dueIn: fc.option(fc.integer({ min: -5, max: 25 }), { freq: 8 }),
  turns: fc.array(turn, { minLength: 1, maxLength: 14 }),
});

/** Verbs that end an assignment or tell little come rarely, so that walks are long. */
const rare = ['recall', 'cancel', 'transfer', 'remind', 'direct', 'note', 'ask', 'answer'];

function body(verb: string, today: Day, { near, far, yes }: Turn): object {
  const later = addDays(today, far);
  const cited = { reason: 'Lý do', reference: '9/UBND' };
  const back = addDays(today, -near) < start ? start : addDays(today, -near);
  const bodies: Record<string, object> = {
    report: yes
      ? { result: 'x', files: ['fil_1'] }
      : { result: 'x', documentNumber: '1/BC', documentDate: back, reportedOn: back, confirm: far % 4 === 0 },
    return: { reason: 'x', ...(far % 3 === 0 ? {} : { cureOn: addDays(today, near) }) },
    reopen: { reason: 'x', cureOn: addDays(today, near) },
    extend: { reason: 'x', dueOn: later, requestNumber: '1/S1' },
    grant: { agreedBy: 'x', ...(yes ? {} : { dueOn: later }) },
    refuse: { reason: 'x' },
    redue: { dueOn: addDays(start, far), reference: 'x' },
    pause: cited,
    resume: yes ? {} : { dueOn: addDays(start, far) },
    recall: cited,
    cancel: { reason: 'x' },
    correct: { reason: 'x', fields: near === 0 ? { dueOn: null } : { dueOn: addDays(start, far) } },
    transfer: { to: ['so1', 'so2', 'vp', 'p2'][far % 4], reason: 'x' },
    'transfer-decide': { accept: yes, reason: 'x' },
    note: { text: 'x' },
    ask: { text: 'x' },
    answer: { text: 'x' },
    direct: { text: 'x' },
  };
  return bodies[verb] ?? {};
}

/** All assignments of a walk: the first, and the successors that transfers made. */
function walked({ dueIn, turns }: { dueIn: number | null; turns: readonly Turn[] }) {
  const family: Story[] = [begin(dueIn === null ? null : addDays(start, dueIn), start)];
  let today: Day = start;
  for (const step of turns) {
    today = addDays(today, step.pass);
    const story = family.at(-1)!;
    const choices = new Map<Verb, Who[]>();
    for (const name of who) {
      for (const verb of actionsFor(story.a, people[name])) {
        if (rare.includes(verb) && step.pick % 11 !== 0) continue;
        choices.set(verb, [...(choices.get(verb) ?? []), name]);
      }
    }
    const verbs = [...choices.keys()].sort();
    const sweeps = verbs.length === 0 || step.pick % 13 === 1;
    const verb = sweeps ? 'sweep' : verbs[step.pick % verbs.length]!;
    const able = verb === 'sweep' ? (['system'] as const) : choices.get(verb)!;
    const name = able[step.near % able.length]!;
    const outcome = story.tries(today, name, verb, body(verb, today, step), { extensions: 3 });
    if (!(outcome instanceof Refusal) && outcome.successor) family.push(storyOf(outcome.successor));
  }
  return { family, days: days(addDays(start, -3), addDays(today, 45)), last: today };
}

function days(from: Day, to: Day): Day[] {
  const all: Day[] = [];
  for (let on = from; on <= to; on = addDays(on, 1)) all.push(on);
  return all;
}

/** Holds for every walk; a failure prints its seed. */
function always(runs: number, check: (walk: ReturnType<typeof walked>) => void) {
  fc.assert(
    fc.property(walk, (told) => check(walked(told))),
    { numRuns: runs },
  );
}

test('a counted assignment falls in exactly one leaf on every day, by the words of the appendix', () => {
  always(150, ({ family, days }) => {
    for (const { a } of family) {
      for (const clock of clocks) {
        for (const on of days.filter((day) => exists(a, day))) {
          const due = dueDay(a, on, clock);
          const done = isDone(a, on);
          const inTime = due === null || stopDay(a, on, clock) <= due;
          const rows: Record<number, boolean> = {
            3: due === null && !done,
            5: due === null && done,
            9: due !== null && !done && inTime,
            11: due !== null && !done && !inTime,
            14: due !== null && done && inTime,
            16: due !== null && done && !inTime,
          };
          const fitting = leaves.filter((leaf) => rows[leaf]);
          if (fitting.length !== 1 || fitting[0] !== leafOf(a, on, clock)) {
            expect([on, clock, fitting, leafOf(a, on, clock)]).toBe('one leaf');
          }
        }
      }
    }
  });
});

test('an event applied twice changes nothing, and a history tells the assignment again', () => {
  always(150, ({ family }) => {
    for (const { a, events } of family) {
      expect(replay(events)).toEqual(a);
      let twice: Assignment | undefined;
      for (const event of events) {
        twice = apply(twice, event);
        expect(apply(twice, event)).toBe(twice);
      }
      expect(replay([...events, ...events])).toEqual(a);
    }
  });
});

test('an event out of order is a defect that is told', () => {
  const { events } = begin('2023-06-30')
    .does('2023-06-02', 'focal1', 'accept')
    .does('2023-06-03', 'focal1', 'note', {
      text: 'x',
    });
  expect(() => replay([events[0]!, events[2]!])).toThrow('asg_1.3');
  expect(() => replay([events[1]!])).toThrow();
  expect(() => replay([])).toThrow('no events');
});

/** Everything that statistics say of an assignment as of a day. */
function facts(a: Assignment | undefined, on: Day) {
  if (!a || !exists(a, on)) return 'none';
  const period = (scope: Period['scope'], basis: Period['basis'], from: Day): Period => ({
    ...{ from, to: addDays(from, 30), asOf: on, clock: 'report', basis, scope },
  });
  return [
    ...[isDone(a, on), isAwaiting(a, on), pauseOn(a, on)?.on],
    ...clocks.flatMap((clock) => [leafOf(a, on, clock), stopDay(a, on, clock), dueDay(a, on, clock)]),
    ...[start, '2023-06-10', '2023-07-01'].flatMap((from) => [
      belongs(a, period('new', 'issued', from)),
      belongs(a, period('carried', 'assigned', from)),
    ]),
  ];
}

test('as of a past day nothing depends on what happened after it', () => {
  always(150, ({ family, days }) => {
    for (const { a, events } of family) {
      for (const on of days) {
        const known = events.filter((event) => event.on <= on);
        const then = known.length ? replay(known) : undefined;
        expect([on, facts(a, on)]).toEqual([on, facts(then, on)]);
      }
    }
  });
});

test('of an assignment and its successors at most one counts on any day, and none is lost', () => {
  always(150, ({ family, days }) => {
    const ended = family.at(-1)!.a;
    for (const on of days) {
      const counting = family.filter(({ a }) => exists(a, on)).length;
      const gone = on < start || (ended.closed !== undefined && ended.closed.on <= on);
      expect([on, counting]).toEqual([on, gone ? 0 : 1]);
    }
  });
});

test('days run forward, revisions by one, and ids of facts are never given twice', () => {
  always(100, ({ family }) => {
    for (const { a, events } of family) {
      expect(events.map((event) => event.revision)).toEqual(events.map((_, i) => i + 1));
      for (const list of [a.reports, a.extensions, a.questions] as readonly (readonly { id: string }[])[]) {
        expect(new Set(list.map((fact) => fact.id)).size).toBe(list.length);
      }
    }
  });
});

test('what was overdue when paused is overdue when it is resumed, unless the Office moved its due date', () => {
  always(1500, ({ family }) => {
    for (const { a } of family) {
      for (const pause of a.pauses) {
        const { resumedOn } = pause;
        if (resumedOn === undefined || resumedOn > a.lastOn) continue;
        const within = (on: Day | undefined) => on !== undefined && on >= pause.on && on <= resumedOn;
        const moved = a.dues.some((due) => due.kind !== 'resumed' && within(due.on));
        const decided = a.reports.some((r) => within(r.on) || within(r.decidedOn) || within(r.reopenedOn));
        if (moved || decided || !exists(a, resumedOn)) continue;
        if (!isOnTime(a, pause.on, 'report')) {
          expect([a.id, resumedOn, isOnTime(a, resumedOn, 'report')]).toEqual([a.id, resumedOn, false]);
        } else if (pause.on < resumedOn) {
          expect(isOnTime(a, addDays(resumedOn, -1), 'report')).toBe(true);
        }
      }
    }
  });
});

test('a report on time that nobody decides stays on time on every later day', () => {
  always(150, ({ family, days }) => {
    for (const { a } of family) {
      if (a.status !== 'reported' || !isOnTime(a, a.lastOn, 'report')) continue;
      for (const on of days.filter((day) => day >= a.lastOn)) {
        expect([on, isOnTime(a, on, 'report'), isAwaiting(a, on)]).toEqual([on, true, true]);
      }
    }
  });
});

test('the sweep has something to do only from sweepOn on, and nothing becomes overdue before it', () => {
  always(300, ({ family, last }) => {
    for (const { a } of family) {
      const due = sweepOn(a, defaultSettings);
      const working = (a.status === 'assigned' || a.status === 'in-progress') && a.role === 'lead';
      for (const on of days(a.lastOn, addDays(last, 60))) {
        const told = [startStep, reminderStep, noteStep, escalationStep].map((one) =>
          one(a, on, defaultSettings),
        );
        const step = told.find(Boolean) ?? overdueStep(a, on);
        if (step) expect([on, step.type, due !== undefined && due <= on]).toEqual([on, step.type, true]);
        const red = working && !isOnTime(a, on, 'report') && a.overdueTold !== a.dues.at(-1)!.dueOn;
        if (red) expect([on, 'red', due !== undefined && due <= on]).toEqual([on, 'red', true]);
      }
    }
  });
});

test('a second sweep on the same day does nothing, and a sweep changes no figure', () => {
  always(150, ({ family, last }) => {
    for (const story of family) {
      const before = story.a;
      const on = addDays(last, 9);
      story.does(on, 'system', 'sweep');
      const revision = story.a.revision;
      story.does(on, 'system', 'sweep');
      expect(story.a.revision).toBe(revision);
      for (const clock of clocks) expect(leafOf(story.a, on, clock)).toBe(leafOf(before, on, clock));
      // What was swept waits for a later day, or not at all: the index of the sweep holds nothing that was told.
      expect([on, (sweepOn(story.a, defaultSettings) ?? '9999') > on]).toEqual([on, true]);
    }
  });
});

test('walks are long and reach every status, so that the properties speak of something', () => {
  const statuses = new Set<string>();
  const types = new Set<string>();
  for (const told of fc.sample(walk, { numRuns: 400, seed: 20231130 })) {
    for (const { events } of walked(told).family) {
      for (const event of events) {
        statuses.add(event.to);
        types.add(event.type);
      }
    }
  }
  expect(statuses.size).toBe(8);
  expect([...types]).toEqual(
    expect.arrayContaining(['extension-granted', 'resumed', 'reopened', 'transferred', 'overdue']),
  );
});
