import * as v from 'valibot';
import type { Day, Instant } from './day.ts';
import { page as paging } from './filter.ts';
import { cut } from './letters.ts';
import type { Role } from './person.ts';
import { text } from './text.ts';

/** What somebody tells phòng HC-QT of the product: a difficulty, a function to add or change, praise. */
export const feedbackKinds = ['difficulty', 'function', 'praise'] as const;
export type FeedbackKind = (typeof feedbackKinds)[number];

/** What became of it: nobody looked yet, being worked on, settled, or not to be done. */
export const feedbackStates = ['new', 'doing', 'done', 'declined'] as const;
export type FeedbackState = (typeof feedbackStates)[number];

/** True where phòng HC-QT still owes something. */
export function isWaiting(state: FeedbackState): boolean {
  return state === 'new' || state === 'doing';
}

const path = /^(?:\/|(?:\/[\w.-]+)+)$/;

/** The path of a page as feedback names it; undefined for an address that is none of the product's. */
export function pagePath(pathname: string): string | undefined {
  const page = pathname.replace(/(.)\/$/, '$1');
  return path.test(page) && page.length <= 200 ? page : undefined;
}

/** What a person sends. `page` is the path of the page on which it came up, without its query. */
export const newFeedback = v.strictObject({
  kind: v.picklist(feedbackKinds, 'Chọn khó khăn, chức năng hoặc khen.'),
  text: text('Nội dung góp ý', 2000),
  page: v.optional(
    v.pipe(v.string(), v.maxLength(200), v.regex(path, 'Trang phải là một đường dẫn của hệ thống.')),
  ),
});
export type NewFeedback = v.InferOutput<typeof newFeedback>;

/** What phòng HC-QT answers; each answer says what becomes of it. */
export const feedbackAnswer = v.strictObject({
  state: v.picklist(['doing', 'done', 'declined'], 'Chọn đang xử lý, đã xử lý hoặc không thực hiện.'),
  text: text('Trả lời', 2000),
});
export type FeedbackAnswer = v.InferOutput<typeof feedbackAnswer>;

/** The query of a list: the own ones, or everybody's for who answers. */
export const feedbackFilter = v.strictObject({
  whose: v.optional(v.picklist(['own', 'all'], 'whose là own hoặc all.'), 'own'),
  state: v.optional(v.picklist(['waiting', ...feedbackStates], 'Tình trạng không đúng.')),
  kind: v.optional(v.picklist(feedbackKinds, 'Loại góp ý không đúng.')),
  ...paging,
});
export type FeedbackFilter = v.InferOutput<typeof feedbackFilter>;

export interface FeedbackAnswered extends FeedbackAnswer {
  on: Day;
  at: Instant;
  by: { id: string; name: string };
}

/** One piece of feedback with all that was answered. */
export interface Feedback extends NewFeedback {
  id: string;
  state: FeedbackState;
  sentOn: Day;
  sentAt: Instant;
  /** Who sent it, as of that day. */
  by: { id: string; name: string; role: Role; unitId: string; unitName: string };
  answers: readonly FeedbackAnswered[];
  revision: number;
}

/** So much may one person send in a day. */
export const mostADay = 30;

/** What a person is told of an answer. */
export function saidOf(feedback: Feedback): string {
  return cut(`${feedback.text}: ${feedback.answers.at(-1)?.text ?? ''}`, 160);
}

const names: Record<FeedbackState, string> = {
  new: 'mới',
  doing: 'đang xử lý',
  done: 'đã xử lý',
  declined: 'không thực hiện',
};

/** The line of a digest: what was answered to the sender. */
export function answerLine(feedback: Feedback): string {
  const answer = feedback.answers.at(-1);
  return `- ${names[feedback.state]}: “${cut(feedback.text, 60)}” - ${cut(answer?.text ?? '', 120)}`;
}

/** The line of a digest: what waits for phòng HC-QT. */
export function waitingLine(feedback: Feedback): string {
  return `- ${feedback.by.unitName}: ${cut(feedback.text, 80)}`;
}
