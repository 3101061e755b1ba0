import { type Assignment, currentDue, type Status } from './assignment.ts';
import { type Context, type Outcome, type Step, type Steps, stateForbids } from './context.ts';
import type { AssignmentEvent, EventData, EventType } from './events.ts';
import { guards } from './guards.ts';
import { carries, may } from './permission.ts';
import type { Actor } from './person.ts';
import { Refusal } from './refusal.ts';
import { transitions } from './transitions.ts';
import type { Command, Verb } from './verbs.ts';

/**
 * The rule of every verb: from (assignment, verb, actor, now) to events or a refusal. Pure.
 * Refuses with `forbidden`, `state_forbids` or `invalid` (with the fault's path).
 */
export function decide(a: Assignment, command: Command, context: Context): Outcome | Refusal {
  if (!may(context.actor, command.verb, a)) {
    return new Refusal('forbidden', 'Bạn không có quyền làm việc này với nhiệm vụ này.');
  }
  const guarded = (guards[command.verb] as Guard)(a, command.body, context);
  if (guarded instanceof Refusal) return guarded;
  const events: AssignmentEvent[] = [];
  let status = a.status;
  for (const step of guarded.steps) {
    const to = next(a, status, step.type);
    if (!to) return stateForbids(a);
    events.push(event(a.id, a.revision + events.length + 1, status, to, step, context));
    status = to;
  }
  if (!guarded.successor) return { events };
  const { initial, reason } = guarded.successor;
  const first: Step = { type: 'assigned', data: { initial }, ...(reason ? { reason } : {}) };
  return { events, successor: event(initial.id, 1, null, initial.status, first, context) };
}

type Guard = (a: Assignment, body: Command['body'], context: Context) => Steps | Refusal;

/** The status to which an event leads, or undefined where the table of transitions does not allow it. */
function next(a: Assignment, from: Status, type: EventType): Status | undefined {
  const rule = transitions[type];
  if (!rule.from.includes(from)) return undefined;
  if (rule.to === 'same') return from;
  return rule.to === 'before' ? a.pauses.at(-1)!.before : rule.to;
}

function event(
  assignmentId: string,
  revision: number,
  from: Status | null,
  to: Status,
  step: Step,
  { actor, today, now }: Context,
): AssignmentEvent {
  const by = { id: actor.id, name: actor.name, role: actor.role, unitId: actor.unitId };
  const { type, data, reason } = step;
  return {
    ...{ assignmentId, revision, on: today, at: now, by, from, to, type, data },
    ...(reason ? { reason } : {}),
  } as AssignmentEvent;
}

/** The first event of an assignment that a document's plan gives to a unit. */
export function assign(initial: EventData['assigned']['initial'], context: Context): AssignmentEvent {
  return event(initial.id, 1, null, 'assigned', { type: 'assigned', data: { initial } }, context);
}

/** The verbs that this person may take now: what a page offers. */
export function actionsFor(a: Assignment, actor: Actor): Verb[] {
  return offered.filter((verb) => may(actor, verb, a) && offers[verb](a, actor));
}

const canAny =
  (...types: EventType[]) =>
  (a: Assignment) =>
    types.some((type) => transitions[type].from.includes(a.status));
const pendingAsk = (a: Assignment) => a.extensions.some((x) => !x.outcome);
const asksToDecide = (a: Assignment, actor: Actor) =>
  a.extensions.some((x) => !x.outcome && x.by !== actor.id);
const offers: Record<Verb, (a: Assignment, actor: Actor) => boolean> = {
  accept: canAny('accepted'),
  report: canAny('reported'),
  withdraw: canAny('withdrawn'),
  confirm: canAny('confirmed'),
  return: canAny('returned'),
  reopen: canAny('reopened'),
  extend: (a) => canAny('extension-asked')(a) && currentDue(a) !== null && !pendingAsk(a),
  grant: (a, actor) => canAny('extension-granted')(a) && asksToDecide(a, actor),
  refuse: (a, actor) => canAny('extension-refused')(a) && asksToDecide(a, actor),
  redue: canAny('due-moved'),
  pause: canAny('paused'),
  resume: canAny('resumed'),
  recall: canAny('recalled'),
  cancel: canAny('cancelled'),
  correct: canAny('corrected'),
  transfer: (a, actor) =>
    canAny(actor.role === 'admin' ? 'transferred' : 'transfer-asked')(a) &&
    !(a.transfer && carries(actor, a)),
  'transfer-decide': (a, actor) =>
    canAny('transfer-refused')(a) && a.transfer !== undefined && a.transfer.by !== actor.id,
  remind: canAny('reminded'),
  note: canAny('noted'),
  ask: canAny('asked'),
  answer: (a, actor) =>
    canAny('answered')(a) && a.questions.some((q) => !q.answeredOn && q.unitId !== actor.unitId),
  direct: canAny('directed'),
};
const offered = Object.keys(offers) as Verb[];
