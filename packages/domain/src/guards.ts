import { type Assignment, pendingReport } from './assignment.ts';
import { type Context, one, type Steps, stateForbids } from './context.ts';
import { cancel, correct, follow } from './correcting.ts';
import type { Day } from './day.ts';
import { beforeIssue, extend, grant, refuse, resume } from './due.ts';
import { answer, ask } from './questions.ts';
import { invalid, type Refusal } from './refusal.ts';
import { escalationStep, noteStep, reminderStep } from './reminding.ts';
import { report, secondPerson } from './reporting.ts';
import { overdueStep, renewal, startStep } from './sweep.ts';
import { transferDecide, transferGuard } from './transfer.ts';
import type { BodyOf, FollowCommand, RelieveCommand, Verb } from './verbs.ts';

type Guards = { [K in Verb]: (a: Assignment, body: BodyOf<K>, c: Context) => Steps | Refusal } & {
  sweep: (a: Assignment, body: Record<string, never>, c: Context) => Steps | Refusal;
  follow: (a: Assignment, body: FollowCommand['body'], c: Context) => Steps | Refusal;
  relieve: (a: Assignment, body: RelieveCommand['body'], c: Context) => Steps | Refusal;
};

/** The guards of domain.md, The life of an assignment: a verb with its body becomes steps, or a refusal. */
export const guards: Guards = {
  accept: () => one({ type: 'accepted', data: {} }),
  report,
  withdraw: (_, { reason }) => one({ type: 'withdrawn', data: {}, ...(reason ? { reason } : {}) }),
  confirm: (a, _, c) => {
    const asked = pendingReport(a);
    if (!asked?.byOffice || asked.by !== c.actor.id) return one({ type: 'confirmed', data: {} });
    return secondPerson(c) ?? one({ type: 'confirmed', data: { sameHand: true } });
  },
  return: (_, { reason, cureOn }, c) =>
    notPast(cureOn, c) ?? one({ type: 'returned', data: cureOn ? { cureOn } : {}, reason }),
  reopen: (_, { reason, cureOn }, c) =>
    notPast(cureOn, c) ?? one({ type: 'reopened', data: { cureOn }, reason }),
  extend,
  grant,
  refuse,
  redue: (a, { dueOn, reference }, c) =>
    beforeIssue(a, dueOn, 'dueOn') ??
    one({
      type: 'due-moved',
      data: { due: { dueOn, on: c.today, kind: 'moved', reference } },
      reason: reference,
    }),
  pause: (a, { reason, reference }, c) => {
    if (a.status !== 'assigned' && a.status !== 'in-progress' && a.status !== 'reported') {
      return stateForbids(a);
    }
    return one({
      type: 'paused',
      data: { pause: { on: c.today, before: a.status, reason, reference } },
      reason,
    });
  },
  resume,
  recall: (_, { reason, reference }) => one({ type: 'recalled', data: { reference }, reason }),
  cancel,
  correct,
  transfer: transferGuard,
  'transfer-decide': transferDecide,
  remind: (_, { message }) => one({ type: 'reminded', data: message ? { message } : {} }),
  note: (_, { text, blocker, files }) =>
    one({
      type: 'noted',
      data: { text, ...(blocker ? { blocker } : {}), ...(files?.length ? { files } : {}) },
    }),
  ask,
  answer,
  direct: (_, { text }) => one({ type: 'directed', data: { text } }),
  sweep: (a, _, c) => {
    const next = renewal(a, c.today, c.newId);
    const told = [startStep, reminderStep, noteStep, escalationStep].map((step) =>
      step(a, c.today, c.settings),
    );
    const steps = [...told, overdueStep(a, c.today), next?.step];
    return {
      steps: steps.filter((step) => step !== undefined),
      ...(next ? { successor: { initial: next.initial } } : {}),
    };
  },
  follow,
  relieve: (_, { leadId }) =>
    one({ type: 'cancelled', data: { successorId: leadId }, reason: 'Đơn vị nhận chủ trì nhiệm vụ này' }),
};

function notPast(cureOn: Day | undefined, c: Context): Refusal | undefined {
  return cureOn && cureOn < c.today
    ? invalid('cureOn', 'Ngày phải báo cáo lại không được trước hôm nay.')
    : undefined;
}
