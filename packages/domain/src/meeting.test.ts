import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apart, followed, type Held, type Part, parts } from './meeting.ts';
import { type NationalEvent, viewOf } from './national.ts';

const heldOf = (events: readonly NationalEvent[]): Held | undefined => {
  const { document } = viewOf(events);
  if (!document) return undefined;
  const { number, issuedOn, issuer, subject, tasks } = document;
  const plan = tasks
    .filter((t) => t.state !== 'recalled')
    .map((t) => [t.taskId, t.content, t.leads, t.dueOn]);
  return { number, issuedOn, issuer, subject, plan: JSON.stringify(plan) };
};

type Step = { message: NationalEvent } | { part: Part; value: string };

/** A draft through steps: each message is met at once; a change before there is a document waits for it. */
function lived(steps: readonly Step[]) {
  const came: NationalEvent[] = [];
  const early: { part: Part; value: string }[] = [];
  let state: { ours: Held; base: Held; own: readonly Part[] } | undefined;
  const edit = ({ part, value }: { part: Part; value: string }) => {
    if (state) state = { ...state, ours: { ...state.ours, [part]: value } };
    else early.push({ part, value });
  };
  for (const step of steps) {
    if ('part' in step) {
      edit(step);
      continue;
    }
    came.push(step.message);
    const theirs = heldOf(came);
    if (!theirs) continue;
    if (!state) {
      state = { ours: theirs, base: theirs, own: [] };
      for (const one of early.splice(0)) edit(one);
      continue;
    }
    const { own, take } = followed(state.ours, state.base, theirs, state.own);
    const ours = { ...state.ours, ...Object.fromEntries(take.map((part) => [part, theirs[part]])) };
    state = { ours, base: theirs, own };
  }
  const theirs = heldOf(came);
  return { ours: state?.ours, differences: state && theirs ? apart(state.ours, theirs) : [] };
}

const leads = fc.constantFrom<string[]>(['H22.01'], ['H22.02']);
const task = fc.record({
  taskId: fc.constantFrom('a', 'b'),
  content: fc.constantFrom('Việc một', 'Việc hai'),
  leads,
});
/** One message a version, from 1 on: snapshots and changes. */
const messages = fc
  .array(
    fc.record({
      subject: fc.constantFrom('Về một', 'Về hai', 'Về ba'),
      issuer: fc.constantFrom('Văn phòng Chính phủ', 'Bộ Nội vụ'),
      task,
      kind: fc.constantFrom('snapshot', 'assigned', 'extended', 'recalled'),
    }),
    { minLength: 1, maxLength: 7 },
  )
  .map((list) =>
    list.map(({ subject, issuer, task: one, kind }, i): NationalEvent => {
      const version = i + 1;
      const full = { ...one, dueOn: '2023-12-31' };
      if (i === 0 || kind === 'snapshot') {
        const head = { number: '1683/QĐ-TTg', issuedOn: '2023-11-01', issuer, type: 'Quyết định', subject };
        return {
          type: i === 0 ? 'document.issued' : 'document.updated',
          data: { version, ...head, tasks: [full] },
        };
      }
      if (kind === 'assigned') return { type: 'task.assigned', data: { version, ...full } };
      const { taskId } = one;
      return kind === 'extended'
        ? { type: 'task.extended', data: { version, taskId, dueOn: `2024-0${(i % 9) + 1}-15` } }
        : { type: 'task.recalled', data: { version, taskId, reference: '9/QĐ-TTg' } };
    }),
  );
/** Changes of people here, each to something that the national side never says. */
const changes = fc
  .array(fc.constantFrom(...parts), { maxLength: 4 })
  .map((list) => list.map((part, i) => ({ part, value: `của tỉnh ${i}` })));

test('any interleaving of versions and changes here ends in the same state as in order', () => {
  fc.assert(
    fc.property(messages, changes, fc.infiniteStream(fc.nat()), (told, edits, random) => {
      const keyed = <T>(list: readonly T[]) =>
        list.map((one) => ({ one, at: random.next().value as number })).sort((a, b) => a.at - b.at);
      // Messages come in any order, some twice; changes keep theirs and fall anywhere between.
      const arrived = keyed([...told, ...told.slice(0, 2)]).map(({ one }): Step => ({ message: one }));
      const mixed = [...arrived];
      let place = 0;
      for (const edit of edits) {
        place += (random.next().value as number) % (mixed.length - place + 1);
        mixed.splice(place, 0, edit);
        place += 1;
      }
      const inOrder: Step[] = [...told.map((message) => ({ message })), ...edits];
      expect(lived(mixed)).toEqual(lived(inOrder));
    }),
    { numRuns: 500 },
  );
});

test('what people changed is never overwritten, even where theirs came to say the same for a while', () => {
  const held = (subject: string): Held => ({
    number: '1',
    issuedOn: null,
    issuer: 'VPCP',
    subject,
    plan: '[]',
  });
  const met = followed(held('Về hai'), held('Về một'), held('Về hai'), []);
  expect(met).toEqual({ own: ['subject'], take: [] });
  expect(followed(held('Về hai'), held('Về hai'), held('Về ba'), met.own).take).toEqual([]);
  expect(followed(held('Về hai'), held('Về hai'), held('Về ba'), []).take).toEqual(['subject']);
  expect(followed(held('Về hai'), undefined, held('Về ba'), []).take).toEqual([]);
});
