import { expect, test } from 'vitest';
import { apply } from './apply.ts';
import type { Assignment } from './assignment.ts';
import { addDays } from './day.ts';
import { actionsFor, decide } from './decide.ts';
import { Refusal } from './refusal.ts';
import { begin, contextFor, filed, paper, people, units, type Who } from './testing.ts';
import type { Command } from './verbs.ts';

/** The table of domain.md, The life of an assignment, copied by hand: from -> to, by what happens. */
const table: Record<string, readonly string[]> = {
  accepted: ['assigned>in-progress'],
  reported: ['assigned>reported', 'in-progress>reported'],
  confirmed: ['reported>done'],
  returned: ['reported>in-progress'],
  withdrawn: ['reported>in-progress'],
  reopened: ['done>in-progress'],
  paused: ['assigned>paused', 'in-progress>paused', 'reported>paused'],
  resumed: ['paused>assigned', 'paused>in-progress', 'paused>reported'],
  recalled: ['assigned>recalled', 'in-progress>recalled', 'reported>recalled', 'paused>recalled'],
  cancelled: [
    ...['assigned>cancelled', 'in-progress>cancelled', 'reported>cancelled', 'paused>cancelled'],
    'done>cancelled',
  ],
  transferred: [
    ...['assigned>transferred', 'in-progress>transferred', 'reported>transferred', 'paused>transferred'],
  ],
};
/** What changes no status, and the statuses in which nothing happens any more. */
const still = [
  ...[
    'extension-asked',
    'extension-granted',
    'extension-refused',
    'due-moved',
    'corrected',
    'transfer-asked',
  ],
  ...['transfer-refused', 'reminded', 'noted', 'asked', 'answered', 'directed', 'overdue', 'escalated'],
];
const final = ['recalled', 'transferred', 'cancelled'];

/** Bodies with which each verb is tried on a day. */
function bodies(verb: Command['verb'], on: string): object[] {
  const soon = addDays(on, 10);
  const why = { reason: 'Lý do' };
  const cited = { ...why, reference: '9/UBND' };
  const all: Partial<Record<Command['verb'], object[]>> = {
    report: [filed, paper(on, { confirm: true })],
    return: [why, { ...why, cureOn: soon }],
    reopen: [{ ...why, cureOn: soon }],
    extend: [{ ...why, dueOn: '2029-01-01', requestNumber: '1/S1' }],
    grant: [{ agreedBy: 'Chủ tịch' }],
    refuse: [why],
    redue: [{ dueOn: soon, reference: '9/UBND' }],
    pause: [cited],
    recall: [cited],
    cancel: [why],
    correct: [{ ...why, fields: { content: `Sửa ${on}` } }],
    transfer: [{ ...why, to: 'so2' }],
    'transfer-decide': [{ accept: true }, { accept: false, ...why }],
    note: [{ text: 'Ghi' }],
    ask: [{ text: 'Hỏi' }],
    answer: [{ text: 'Đáp' }],
    direct: [{ text: 'Ý kiến' }],
  };
  return all[verb] ?? [{}];
}
const verbs = [
  ...(['accept', 'report', 'withdraw', 'confirm', 'return', 'reopen', 'extend', 'grant', 'refuse'] as const),
  ...(['redue', 'pause', 'resume', 'recall', 'cancel', 'correct', 'transfer', 'transfer-decide'] as const),
  ...(['remind', 'note', 'ask', 'answer', 'direct', 'sweep'] as const),
];

/** What of an assignment decides what may follow; everything else is left out, so that the walk ends. */
function shape(a: Assignment): string {
  const last = a.reports.at(-1);
  const plain = a.reports.length === 0 && a.extensions.length === 0 && !a.transfer;
  return [
    ...[a.status, a.pauses.at(-1)?.before, last?.outcome ?? a.reports.length > 0, !!last?.cureOn],
    ...[a.extensions.length > 0, a.extensions.at(-1)?.outcome, !!a.transfer],
    plain && [a.questions.some((q) => !q.answeredOn), !!a.overdueTold],
  ].join('|');
}

/** Every state that any order of verbs by any people reaches, with the steps between them. */
function explore(start: Assignment, who = Object.keys(people) as Who[]) {
  const seen = new Map([[shape(start), start]]);
  const edges = new Set<string>();
  const hidden = new Set<string>();
  const queue = [start];
  for (let a = queue.shift(); a; a = queue.shift()) {
    const today = addDays(a.lastOn, 1);
    for (const name of who) {
      const offered = actionsFor(a, people[name]);
      for (const verb of verbs) {
        for (const body of bodies(verb, today)) {
          const outcome = decide(a, { verb, body } as Command, contextFor(name, today, units.so2));
          if (outcome instanceof Refusal) continue;
          if (verb !== 'sweep' && !offered.includes(verb)) hidden.add(`${verb} by ${name} in ${a.status}`);
          let after = a;
          for (const event of outcome.events) {
            edges.add(`${event.type} ${event.from}>${event.to}`);
            if (event.from !== after.status) throw new Error(`${event.type} from ${event.from}`);
            after = apply(after, event);
          }
          if (outcome.successor) edges.add(`successor ${outcome.successor.to}`);
          if (!seen.has(shape(after))) {
            seen.set(shape(after), after);
            queue.push(after);
          }
        }
      }
    }
  }
  return { states: [...seen.values()], edges: [...edges].sort(), hidden: [...hidden] };
}

// Refusals are made by the hundred thousand here; their stacks are not looked at.
Error.stackTraceLimit = 0;
const explored = explore(begin('2023-06-05').a);

test('no order of verbs by anybody makes a step that the table does not have', () => {
  expect(explored.states.length).toBeGreaterThan(100);
  for (const edge of explored.edges) {
    const [type, step] = edge.split(' ') as [string, string];
    if (type === 'successor') expect(['assigned', 'in-progress', 'reported', 'paused']).toContain(step);
    else if (still.includes(type)) expect(step.split('>')[0]).toBe(step.split('>')[1]);
    else expect(table[type], edge).toContain(step);
  }
});

test('what is allowed is offered: no verb succeeds that a page does not show', () => {
  expect(explored.hidden).toEqual([]);
});

test('every step of the table is reached by some order of verbs', () => {
  const reached = new Set(explored.edges);
  for (const [type, steps] of Object.entries(table)) {
    for (const step of steps) expect(reached, `${type} ${step}`).toContain(`${type} ${step}`);
  }
  for (const type of still)
    expect(
      [...reached].some((edge) => edge.startsWith(`${type} `)),
      type,
    ).toBe(true);
});

test('nothing happens any more to what is recalled, transferred or cancelled', () => {
  for (const edge of explored.edges) expect(final).not.toContain(edge.split(' ')[1]!.split('>')[0]);
  for (const a of explored.states.filter((x) => final.includes(x.status))) {
    for (const who of Object.keys(people) as Who[]) expect(actionsFor(a, people[who])).toEqual([]);
  }
});

test('every status is reached and none that the table does not have', () => {
  expect([...new Set(explored.states.map((a) => a.status))].sort()).toEqual([
    ...['assigned', 'cancelled', 'done', 'in-progress', 'paused', 'recalled', 'reported', 'transferred'],
  ]);
});

test('a support assignment reaches no report and is not started by itself', () => {
  const { edges } = explore(begin('2023-06-05', '2023-06-01', { role: 'support' }).a);
  expect(edges.filter((edge) => /^(reported|confirmed|returned|overdue|extension)/.test(edge))).toEqual([]);
});

test('what the Office or a department leads follows the same table', () => {
  const acting: Who[] = ['officer1', 'head2', 'bossOffice', 'chief', 'chair', 'admin', 'system'];
  for (const over of [
    { agencyId: 'vp', agencyKind: 'office' },
    { agencyId: 'p2', agencyKind: 'department' },
  ] as const) {
    for (const edge of explore(begin('2023-06-05', '2023-06-01', over).a, acting).edges) {
      const [type, step] = edge.split(' ') as [string, string];
      if (type !== 'successor' && !still.includes(type)) expect(table[type], edge).toContain(step);
    }
  }
}, 60_000);
