import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { followed, type Held, heads, heldOf, type Known, met, partOfTask, taskOf } from './meeting.ts';
import { type NationalEvent, viewOf } from './national.ts';

/** What the messages tell together, by its parts. */
const toldBy = (events: readonly NationalEvent[]): Held | undefined => {
  const { document } = viewOf(events);
  if (!document) return undefined;
  return heldOf({ ...document, tasks: document.tasks.filter((t) => t.state !== 'recalled') });
};

/** A person's change of a part; a task's own part says that people take it out. */
interface Edit {
  part: string;
  value: string;
}
type Step = { message: NationalEvent } | { edit: Edit } | 'meet';

/** A document through steps: each message is met at once; a change waits until what it changes is there. */
function lived(steps: readonly Step[]) {
  const came: NationalEvent[] = [];
  let waiting: Edit[] = [];
  let state: { ours: Held; known: Known } | undefined;
  const edit = () => {
    const rest: Edit[] = [];
    for (const one of waiting) {
      const there = state && (taskOf(one.part) ?? 'number') in state.ours;
      if (!state || !there || rest.some((r) => r.part === one.part)) {
        rest.push(one);
        continue;
      }
      const gone = taskOf(one.part) === one.part;
      const kept = Object.entries(state.ours).filter(([part]) => !gone || taskOf(part) !== one.part);
      const changed = gone ? {} : { [one.part]: one.value };
      state = { ...state, ours: { ...Object.fromEntries(kept), ...changed } };
    }
    waiting = rest;
  };
  const meet = () => {
    const theirs = toldBy(came);
    if (!theirs) return;
    if (!state) {
      state = { ours: theirs, known: { taken: theirs, mine: {} } };
    } else {
      const { mine, wanted } = followed(state.ours, theirs, state.known);
      state = {
        ours: wanted,
        known: { taken: met(wanted, theirs, state.known), mine },
      };
    }
    edit();
  };
  for (const step of steps) {
    if (step === 'meet') meet();
    else if ('edit' in step) {
      waiting.push(step.edit);
      edit();
    } else {
      came.push(step.message);
      meet();
    }
  }
  meet();
  meet();
  return state?.ours;
}

const ids = ['a', 'b', 'c.1'] as const;
const task = fc.record({
  taskId: fc.constantFrom(...ids),
  content: fc.constantFrom('Việc một', 'Việc hai'),
  leads: fc.subarray(['H22.01', 'H22.02', 'H22.03'], { minLength: 1 }),
  dueOn: fc.constantFrom<string | null>('2023-12-31', '2024-01-31', null),
});
/** One message a version, from 1 on: snapshots and changes. */
const messages = fc
  .array(
    fc.record({
      subject: fc.constantFrom('Về một', 'Về hai', 'Về ba'),
      issuer: fc.constantFrom('Văn phòng Chính phủ', 'Bộ Nội vụ'),
      tasks: fc.uniqueArray(task, { selector: (t) => t.taskId, minLength: 1, maxLength: 3 }),
      kind: fc.constantFrom('snapshot', 'assigned', 'updated', 'extended', 'recalled'),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((list) =>
    list.map(({ subject, issuer, tasks, kind }, i): NationalEvent => {
      const version = i + 1;
      const one = tasks[0]!;
      if (i === 0 || kind === 'snapshot') {
        const head = { number: '1683/QĐ-TTg', issuedOn: '2023-11-01', issuer, type: 'Quyết định', subject };
        return {
          type: i === 0 ? 'document.issued' : 'document.updated',
          data: { version, ...head, tasks },
        };
      }
      const { taskId, content, leads } = one;
      if (kind === 'assigned') return { type: 'task.assigned', data: { version, ...one } };
      if (kind === 'updated') return { type: 'task.updated', data: { version, taskId, content, leads } };
      return kind === 'extended'
        ? { type: 'task.extended', data: { version, taskId, dueOn: `2024-0${(i % 9) + 1}-15` } }
        : { type: 'task.recalled', data: { version, taskId, reference: '9/QĐ-TTg' } };
    }),
  );
/** Changes of people here, each to something that the national side never says. */
const partsOfTasks = ids.flatMap((id) =>
  ['', 'content', 'leads', 'dueOn'].map((key) => partOfTask(id) + key),
);
const edits = fc
  .array(fc.constantFrom(...heads, ...partsOfTasks), { maxLength: 5 })
  .map((list) => list.map((part, i): Edit => ({ part, value: `của tỉnh ${i}` })));

describe('where the two sides meet', () => {
  test('any interleaving of versions and changes here ends in the same state as in order', () => {
    fc.assert(
      fc.property(messages, edits, fc.infiniteStream(fc.nat()), (told, changes, random) => {
        const next = () => random.next().value as number;
        const shuffled = [...told, ...told.slice(0, 2)]
          .map((message) => ({ message, at: next() }))
          .sort((a, b) => a.at - b.at);
        // Messages come in any order, some twice; changes keep theirs and fall anywhere between.
        const mixed: Step[] = shuffled.map(({ message }) => ({ message }));
        let place = 0;
        for (const edit of changes) {
          place += next() % (mixed.length - place + 1);
          mixed.splice(place, 0, { edit }, ...(next() % 2 ? (['meet'] as const) : []));
          place += 1;
        }
        const inOrder: Step[] = [
          ...told.map((message) => ({ message })),
          ...changes.map((edit) => ({ edit })),
        ];
        expect(lived(mixed)).toEqual(lived(inOrder));
      }),
      { numRuns: 1000 },
    );
  });

  const held = (subject: string, leads?: string): Held => ({
    ...{ number: '1', issuedOn: null, issuer: 'VPCP', subject },
    ...(leads ? { 'tasks.a.': 'có', 'tasks.a.leads': leads } : {}),
  });
  const known = (taken: Held, mine: Held = {}, taking?: Held): Known => ({
    ...{ taken, mine },
    ...(taking ? { taking } : {}),
  });

  test('what people changed is never overwritten, even where theirs came to say the same for a while', () => {
    const first = followed(held('Về hai'), held('Về hai'), known(held('Về một')));
    expect(first).toMatchObject({ mine: { subject: 'Về hai' }, take: [] });
    expect(followed(held('Về hai'), held('Về ba'), known(held('Về hai'), first.mine)).take).toEqual([]);
    expect(followed(held('Về hai'), held('Về ba'), known(held('Về hai'))).take).toEqual(['subject']);
    expect(followed(held('Về hai'), held('Về ba'), known({})).take).toEqual([]);
  });

  test('what a run left half done is not taken for a change of people', () => {
    const taken = held('Về một', 'snv');
    const taking = held('Về hai', 'stc');
    for (const half of [held('Về hai', 'snv'), held('Về một', 'snv, stc'), held('Về hai', 'stc')]) {
      expect(followed(half, taking, known(taken, {}, taking)).mine).toEqual({});
    }
    expect(followed(held('Về một', 'snv, sxd'), taking, known(taken, {}, taking)).mine).toEqual({
      'tasks.a.leads': 'snv, sxd',
    });
  });

  test('a task that people took out stays out, and is followed again once they put it back', () => {
    const theirs = held('Về một', 'stc');
    const out = followed(held('Về một'), theirs, known(held('Về một', 'snv')));
    expect(out).toMatchObject({ mine: { 'tasks.a.': null }, take: [] });
    const back = followed(held('Về một', 'snv'), theirs, known(held('Về một', 'snv'), out.mine));
    expect(back).toMatchObject({ mine: {}, take: ['tasks.a.leads'] });
  });
});
