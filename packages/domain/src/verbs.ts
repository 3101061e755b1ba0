import * as v from 'valibot';
import type { DocumentFacts } from './assignment.ts';
import { day } from './dayrule.ts';
import type { Recurring } from './recurring.ts';
import { id, text } from './text.ts';

const reason = text('Lý do', 1000);
const reference = text('Văn bản căn cứ', 200);
const files = v.pipe(v.array(id), v.maxLength(20, 'Tối đa 20 tệp.'));

/** The body of each verb: one schema for the door, the rule and the form (contracts.md, HTTP). */
export const verbs = {
  accept: v.strictObject({}),
  report: v.strictObject({
    result: text('Kết quả', 4000),
    documentNumber: v.optional(text('Số văn bản', 100)),
    documentDate: v.optional(day),
    reportedOn: v.optional(day),
    files: v.optional(files),
    confirm: v.optional(v.boolean()),
  }),
  withdraw: v.strictObject({ reason: v.optional(reason) }),
  confirm: v.strictObject({}),
  return: v.strictObject({ reason, cureOn: v.optional(day) }),
  reopen: v.strictObject({ reason, cureOn: day }),
  extend: v.strictObject({ dueOn: day, reason, requestNumber: v.optional(text('Số văn bản đề nghị', 100)) }),
  grant: v.strictObject({
    dueOn: v.optional(day),
    agreedBy: text('Người đồng ý', 200),
    reference: v.optional(reference),
  }),
  refuse: v.strictObject({ reason }),
  redue: v.strictObject({ dueOn: day, reference }),
  pause: v.strictObject({ reason, reference }),
  resume: v.strictObject({ dueOn: v.optional(day) }),
  recall: v.strictObject({ reason, reference }),
  /** `lead` names the right unit where a wrong one was entered: cancelled and entered again in one step. */
  cancel: v.strictObject({ reason, lead: v.optional(id) }),
  correct: v.strictObject({
    fields: v.pipe(
      v.strictObject({
        content: v.optional(text('Nội dung nhiệm vụ', 4000)),
        dueOn: v.optional(v.nullable(day)),
        field: v.optional(id),
        signer: v.optional(text('Người ký', 100)),
      }),
      v.check((fields) => Object.values(fields).some((x) => x !== undefined), 'Chưa có gì để sửa.'),
    ),
    reason,
  }),
  transfer: v.strictObject({ to: id, reason }),
  'transfer-decide': v.strictObject({ accept: v.boolean(), reason: v.optional(reason) }),
  remind: v.strictObject({ message: v.optional(text('Lời nhắc', 1000)) }),
  note: v.strictObject({
    text: text('Tiến độ', 2000),
    blocker: v.optional(text('Vướng mắc', 1000)),
    files: v.optional(files),
  }),
  /** `dispute` says that the mark "quá hạn" is wrong. */
  ask: v.strictObject({
    text: text('Câu hỏi', 2000),
    dispute: v.optional(v.boolean()),
    files: v.optional(files),
  }),
  /** `question` names which one, where several wait; the oldest where it is absent. */
  answer: v.strictObject({
    text: text('Trả lời', 2000),
    question: v.optional(id),
    files: v.optional(files),
  }),
  direct: v.strictObject({ text: text('Ý kiến chỉ đạo', 2000) }),
} as const;

/** What people may do to an assignment; the names of the doors. */
export type Verb = keyof typeof verbs;
export const verbNames = Object.keys(verbs) as Verb[];

/** A verb with its body; `sweep` is the system's own, `follow` and `relieve` come of what was done elsewhere. */
export type Command =
  | { [K in Verb]: { verb: K; body: v.InferOutput<(typeof verbs)[K]> } }[Verb]
  | SweepCommand
  | FollowCommand
  | RelieveCommand;
export interface FollowCommand {
  verb: 'follow';
  body: {
    document: DocumentFacts;
    fieldId: string;
    departmentId: string;
    departmentName: string;
    signer?: string;
    /** The rule of its task, where the task is recurring. */
    recurring?: Recurring;
    reason?: string;
    /** The field went to another department, which the assignment follows though its field is the same. */
    handover?: boolean;
  };
}
/** A supporting unit is given the lead: its supporting part ends, for one unit is not both. */
export interface RelieveCommand {
  verb: 'relieve';
  body: { leadId: string };
}
export interface SweepCommand {
  verb: 'sweep';
  body: Record<string, never>;
}
export type BodyOf<K extends Verb> = v.InferOutput<(typeof verbs)[K]>;
