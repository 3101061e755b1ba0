import {
  type Assignment,
  currentDue,
  type DocumentFacts,
  pendingExtension,
  pendingReport,
  type Report,
} from './assignment.ts';
import { addWorkingDays } from './calendar.ts';
import { isOnTime } from './clock.ts';
import { type Context, type Step, type Steps, stateForbids } from './context.ts';
import { addDays, type Day, daysBetween, showDay } from './day.ts';
import { refuseSecret } from './document.ts';
import { carries, may } from './permission.ts';
import { invalid, Refusal } from './refusal.ts';
import { overdueStep, startStep } from './sweep.ts';
import { anew, transferDecide, transferGuard } from './transfer.ts';
import type { BodyOf, FollowCommand, Verb } from './verbs.ts';

type Guards = { [K in Verb]: (a: Assignment, body: BodyOf<K>, c: Context) => Steps | Refusal } & {
  sweep: (a: Assignment, body: Record<string, never>, c: Context) => Steps | Refusal;
  follow: (a: Assignment, body: FollowCommand['body'], c: Context) => Steps | Refusal;
};
const one = (step: Step): Steps => ({ steps: [step] });
const state = (message: string) => new Refusal('state_forbids', message);

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
  refuse: (a, { reason }, c) => {
    const asked = pendingExtension(a);
    if (!asked) return state('Không có đề nghị gia hạn nào đang chờ quyết định.');
    return (
      ownRequest(asked.by, c) ?? one({ type: 'extension-refused', data: { extensionId: asked.id }, reason })
    );
  },
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
  note: (_, { text, blocker }) => one({ type: 'noted', data: blocker ? { text, blocker } : { text } }),
  ask: (a, { text }, c) =>
    one({
      type: 'asked',
      data: {
        question: {
          id: `que_${a.questions.length + 1}`,
          on: c.today,
          text,
          by: c.actor.id,
          unitId: c.actor.unitId,
          answerBy: addWorkingDays(c.settings.calendar, c.today, c.settings.answerWithin),
        },
      },
    }),
  answer: (a, { text }, c) => {
    const open = a.questions.filter((q) => !q.answeredOn);
    const other = open.find((q) => q.unitId !== c.actor.unitId);
    if (open.length === 0) return state('Không có câu hỏi nào đang chờ trả lời.');
    if (!other) return state('Câu hỏi này do đơn vị bạn nêu: phía bên kia trả lời.');
    return one({ type: 'answered', data: { questionId: other.id, text } });
  },
  direct: (_, { text }) => one({ type: 'directed', data: { text } }),
  sweep: (a, _, c) => ({
    steps: [startStep(a, c.today, c.settings), overdueStep(a, c.today)].filter((s) => s !== undefined),
  }),
  follow,
};

function report(a: Assignment, body: BodyOf<'report'>, c: Context): Steps | Refusal {
  if (a.status !== 'assigned' && a.status !== 'in-progress') return stateForbids(a);
  const byOffice = !carries(c.actor, a);
  const { documentNumber, documentDate, reportedOn, files, confirm } = body;
  if (!(documentNumber && documentDate) && !files?.length) {
    return invalid('documentNumber', 'Hãy ghi số và ngày văn bản báo cáo, hoặc đính kèm tệp.');
  }
  if (documentDate && documentDate > c.today) {
    return invalid('documentDate', 'Ngày văn bản báo cáo không được sau hôm nay.');
  }
  if (documentDate && documentDate < a.document.issuedOn) {
    return invalid(
      'documentDate',
      `Ngày văn bản báo cáo không được trước ngày ban hành văn bản giao (${showDay(a.document.issuedOn)}).`,
    );
  }
  if (reportedOn !== undefined && reportedOn !== c.today) {
    if (!byOffice) return invalid('reportedOn', 'Chỉ chuyên viên Văn phòng được ghi lùi ngày báo cáo.');
    if (!documentNumber || !documentDate) {
      return invalid('documentNumber', 'Ghi lùi ngày cần số và ngày của văn bản đến.');
    }
    if (reportedOn > c.today) return invalid('reportedOn', 'Ngày tính báo cáo không được sau hôm nay.');
    if (reportedOn < documentDate) {
      return invalid('reportedOn', 'Ngày tính báo cáo không được trước ngày của văn bản đến.');
    }
  }
  if (confirm && (!byOffice || !may(c.actor, 'confirm', a))) {
    return invalid('confirm', 'Chỉ chuyên viên Văn phòng ghi báo cáo giấy mới được xác nhận cùng lúc.');
  }
  const second = confirm && secondPerson(c);
  if (second) return second;
  const filed: Report = {
    id: `rep_${a.reports.length + 1}`,
    on: c.today,
    countedOn: reportedOn ?? c.today,
    result: body.result,
    ...(documentNumber ? { documentNumber } : {}),
    ...(documentDate ? { documentDate } : {}),
    ...(files?.length ? { files } : {}),
    by: c.actor.id,
    ...(byOffice ? { byOffice: true } : {}),
  };
  const steps: Step[] = [{ type: 'reported', data: { report: filed } }];
  if (confirm) steps.push({ type: 'confirmed', data: { sameHand: true } });
  return { steps };
}

function extend(
  a: Assignment,
  { dueOn, reason, requestNumber }: BodyOf<'extend'>,
  c: Context,
): Steps | Refusal {
  const due = currentDue(a);
  if (due === null) return state('Nhiệm vụ không có hạn nên không cần gia hạn.');
  if (pendingExtension(a)) return state('Đã có một đề nghị gia hạn đang chờ quyết định.');
  if (c.today > due) return state('Chỉ được đề nghị gia hạn trước khi hết hạn.');
  if (a.extensions.filter((x) => x.outcome !== 'refused').length >= c.settings.extensions) {
    return state(`Mỗi nhiệm vụ được gia hạn tối đa ${c.settings.extensions} lần theo đề nghị của đơn vị.`);
  }
  if (c.actor.role === 'agency-officer' && !requestNumber) {
    return invalid('requestNumber', 'Hãy ghi số văn bản đề nghị có chữ ký của lãnh đạo đơn vị.');
  }
  if (dueOn <= due) return invalid('dueOn', `Hạn mới phải sau hạn đang có (${showDay(due)}).`);
  const extension = {
    id: `ext_${a.extensions.length + 1}`,
    ...{ askedOn: c.today, dueOn, reason, by: c.actor.id },
    ...(requestNumber ? { requestNumber } : {}),
  };
  return one({ type: 'extension-asked', data: { extension }, reason });
}

function grant(a: Assignment, body: BodyOf<'grant'>, c: Context): Steps | Refusal {
  const asked = pendingExtension(a);
  if (!asked) return state('Không có đề nghị gia hạn nào đang chờ quyết định.');
  const dueOn = body.dueOn ?? asked.dueOn;
  const due = currentDue(a);
  if (due === null) return state('Nhiệm vụ không còn hạn nên không gia hạn được. Hãy trả lời không đồng ý.');
  if (dueOn <= due) return invalid('dueOn', `Hạn mới phải sau hạn đang có (${showDay(due)}).`);
  const { agreedBy, reference } = body;
  return (
    ownRequest(asked.by, c) ??
    one({
      type: 'extension-granted',
      data: {
        extensionId: asked.id,
        due: {
          ...{ dueOn, on: c.today, kind: 'extension', askedOn: asked.askedOn, agreedBy },
          ...(reference ? { reference } : {}),
        },
      },
      reason: `${agreedBy}${reference ? ` (${reference})` : ''}`,
    })
  );
}

/** Resuming sets the due date, by default D plus the days paused; what was overdue when paused stays overdue. */
function resume(a: Assignment, body: BodyOf<'resume'>, c: Context): Steps | Refusal {
  const pause = a.pauses.at(-1);
  if (a.status !== 'paused' || !pause) return stateForbids(a);
  const days = daysBetween(pause.on, c.today);
  const due = currentDue(a);
  const moved = due === null ? null : addDays(due, days);
  const dueOn = body.dueOn ?? moved;
  if (dueOn === null) return one({ type: 'resumed', data: { days } });
  const early = beforeIssue(a, dueOn, 'dueOn');
  if (early) return early;
  if (moved && dueOn > moved && !isOnTime(a, c.today, 'report')) {
    return invalid(
      'dueOn',
      `Nhiệm vụ đã quá hạn từ trước khi tạm dừng: hạn mới không được sau ${showDay(moved)}. Muốn dời hạn, hãy dùng “Điều chỉnh hạn” với văn bản căn cứ.`,
    );
  }
  return one({
    type: 'resumed',
    data: { days, due: { dueOn, on: c.today, kind: moved ? 'resumed' : 'moved' } },
  });
}

/** What was corrected in the document is taken over by its assignments; nothing where all is the same. */
function follow(a: Assignment, body: FollowCommand['body']): Steps {
  const after: Extract<Step, { type: 'corrected' }>['data']['after'] = {};
  const before: Extract<Step, { type: 'corrected' }>['data']['before'] = {};
  if (JSON.stringify(facts(body.document)) !== JSON.stringify(facts(a.document))) {
    before.document = a.document;
    after.document = body.document;
  }
  if (body.signer !== undefined && body.signer !== a.signer) {
    before.signer = a.signer ?? '';
    after.signer = body.signer;
  }
  if (body.fieldId !== a.fieldId) {
    before.fieldId = a.fieldId;
    before.departmentId = a.departmentId;
    after.fieldId = body.fieldId;
    after.departmentId = body.departmentId;
    after.departmentName = body.departmentName;
  }
  if (Object.keys(after).length === 0) return { steps: [] };
  const reason = body.reason ? { reason: body.reason } : {};
  return { steps: [{ type: 'corrected', data: { before, after }, ...reason }] };
}

function facts({ id, number, issuedOn, subject, issuer, type }: DocumentFacts) {
  return [id, number, issuedOn, subject, issuer, type];
}

/** A wrong lead unit is cancelled and entered again in one step, linked (architecture.md, Decided). */
function cancel(a: Assignment, { reason, lead }: BodyOf<'cancel'>, c: Context): Steps | Refusal {
  if (lead === undefined) return one({ type: 'cancelled', data: {}, reason });
  const { target } = c;
  if (!target || target.kind === 'leadership') return invalid('lead', 'Đơn vị đúng không có trong danh mục.');
  if (target.id === a.agencyId) return invalid('lead', 'Đơn vị đúng phải khác đơn vị đã nhập nhầm.');
  const initial = anew(a, target, c);
  const steps: Step[] = [{ type: 'cancelled', data: { successorId: initial.id }, reason }];
  return { steps, successor: { initial, reason } };
}

function correct(a: Assignment, { fields, reason }: BodyOf<'correct'>, c: Context): Steps | Refusal {
  const after: Extract<Step, { type: 'corrected' }>['data']['after'] = {};
  const before: Extract<Step, { type: 'corrected' }>['data']['before'] = {};
  if (fields.content !== undefined && fields.content !== a.content) {
    const secret = refuseSecret({ subject: fields.content });
    if (secret) return secret;
    before.content = a.content;
    after.content = fields.content;
  }
  if (fields.signer !== undefined && fields.signer !== a.signer) {
    before.signer = a.signer ?? '';
    after.signer = fields.signer;
  }
  const due = currentDue(a);
  if (fields.dueOn !== undefined && fields.dueOn !== due) {
    const early = fields.dueOn === null ? undefined : beforeIssue(a, fields.dueOn, 'fields.dueOn');
    if (early) return early;
    before.dueOn = due;
    after.dueOn = fields.dueOn;
  }
  if (fields.field !== undefined && fields.field !== a.fieldId) {
    if (!c.field) return invalid('fields.field', 'Lĩnh vực này không có trong danh mục.');
    before.fieldId = a.fieldId;
    before.departmentId = a.departmentId;
    after.fieldId = c.field.id;
    after.departmentId = c.field.departmentId;
    after.departmentName = c.field.departmentName;
  }
  if (Object.keys(after).length === 0) {
    return invalid('fields', 'Các giá trị đã đúng như vậy: không có gì để sửa.');
  }
  return one({ type: 'corrected', data: { before, after }, reason });
}

function notPast(cureOn: Day | undefined, c: Context): Refusal | undefined {
  return cureOn && cureOn < c.today
    ? invalid('cureOn', 'Ngày phải báo cáo lại không được trước hôm nay.')
    : undefined;
}

function beforeIssue(a: Assignment, dueOn: Day, path: string): Refusal | undefined {
  return dueOn < a.document.issuedOn
    ? invalid(path, `Hạn không được trước ngày ban hành văn bản (${showDay(a.document.issuedOn)}).`)
    : undefined;
}

function secondPerson(c: Context): Refusal | undefined {
  return c.settings.secondPerson
    ? new Refusal('forbidden', 'Người ghi báo cáo giấy không tự xác nhận: cần một người khác xác nhận.')
    : undefined;
}

function ownRequest(by: string, c: Context): Refusal | undefined {
  return by === c.actor.id
    ? new Refusal('forbidden', 'Người đề nghị không được tự quyết định đề nghị của mình.')
    : undefined;
}
