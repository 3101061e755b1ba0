import { type Assignment, currentDue, type DocumentFacts } from './assignment.ts';
import { type Context, one, type Step, type Steps } from './context.ts';
import { refuseSecret } from './document.ts';
import { beforeIssue } from './due.ts';
import type { Recurring } from './recurring.ts';
import { invalid, type Refusal } from './refusal.ts';
import { anew } from './transfer.ts';
import type { BodyOf, FollowCommand } from './verbs.ts';

/** Corrects content, due date, field or signer; the values before are kept. */
export function correct(a: Assignment, { fields, reason }: BodyOf<'correct'>, c: Context): Steps | Refusal {
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
  return one({ type: 'corrected', data: { before, after, own: true }, reason });
}

/** The field or signer that the assignment had corrected for itself stays, whatever its document says. */
const isOwn = (a: Assignment, key: 'fieldId' | 'signer') =>
  a.corrections.some((c) => c.own && c.before[key] !== undefined);

/** What was corrected in the document is taken over by its assignments; nothing where all is the same. */
export function follow(a: Assignment, body: FollowCommand['body']): Steps {
  const after: Extract<Step, { type: 'corrected' }>['data']['after'] = {};
  const before: Extract<Step, { type: 'corrected' }>['data']['before'] = {};
  if (JSON.stringify(facts(body.document)) !== JSON.stringify(facts(a.document))) {
    before.document = a.document;
    after.document = body.document;
  }
  if (body.signer !== undefined && body.signer !== a.signer && !isOwn(a, 'signer')) {
    before.signer = a.signer ?? '';
    after.signer = body.signer;
  }
  if (body.handover && body.departmentId !== a.departmentId) {
    before.departmentId = a.departmentId;
    after.departmentId = body.departmentId;
    after.departmentName = body.departmentName;
  } else if (body.fieldId !== a.fieldId && !isOwn(a, 'fieldId')) {
    before.fieldId = a.fieldId;
    before.departmentId = a.departmentId;
    after.fieldId = body.fieldId;
    after.departmentId = body.departmentId;
    after.departmentName = body.departmentName;
  }
  const reason = body.reason ? { reason: body.reason } : {};
  const steps: Step[] = [];
  if (Object.keys(after).length > 0) steps.push({ type: 'corrected', data: { before, after }, ...reason });
  const rule = newRule(a, body.recurring);
  if (rule) steps.push({ type: 'rule-changed', data: { before: a.recurring!.rule, rule }, ...reason });
  return { steps };
}

/** The rule of the task, where it differs from what the latest one of a recurring task knows. */
function newRule(a: Assignment, rule: Recurring | undefined): Recurring | undefined {
  if (!rule || !a.recurring || a.recurring.nextId) return undefined;
  return JSON.stringify(ruleOf(rule)) === JSON.stringify(ruleOf(a.recurring.rule)) ? undefined : rule;
}

function ruleOf({ every, day, month, until, endedOn }: Recurring) {
  return [every, day, month, until, endedOn];
}

function facts({ id, number, issuedOn, subject, issuer, type }: DocumentFacts) {
  return [id, number, issuedOn, subject, issuer, type];
}

/** A wrong lead unit is cancelled and entered again in one step, linked (architecture.md, Decided). */
export function cancel(a: Assignment, { reason, lead }: BodyOf<'cancel'>, c: Context): Steps | Refusal {
  if (lead === undefined) return one({ type: 'cancelled', data: {}, reason });
  const { target } = c;
  if (!target || target.kind === 'leadership') return invalid('lead', 'Đơn vị đúng không có trong danh mục.');
  if (target.id === a.agencyId) return invalid('lead', 'Đơn vị đúng phải khác đơn vị đã nhập nhầm.');
  const initial = anew(a, target, c);
  const steps: Step[] = [{ type: 'cancelled', data: { successorId: initial.id }, reason }];
  return { steps, successor: { initial, reason } };
}
