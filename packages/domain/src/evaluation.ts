import * as v from 'valibot';
import type { Actor } from './person.ts';
import type { Fault } from './refusal.ts';
import { newRound, type Round, type Sent } from './round.ts';
import { id, text } from './text.ts';

/** What a question is about: the four things that the report to the leaders of the Office tells (domain.md, feedback). */
export const topics = ['difficulty', 'function', 'effect', 'proposal'] as const;
export type Topic = (typeof topics)[number];

/** The best mark that a question of marks takes; the worst is 1. */
export const bestMark = 5;

const question = v.strictObject({
  text: text('Câu hỏi', 300),
  topic: v.picklist(topics, 'Chọn phần của báo cáo mà câu hỏi thuộc về.'),
  kind: v.picklist(['text', 'mark'], 'Chọn trả lời bằng lời hoặc bằng điểm.'),
});

/** A question of a round; its id holds within the round. */
export interface Question extends v.InferOutput<typeof question> {
  id: string;
}

/** What an administrator sends to open a round of evaluation; without units, of all departments. */
export const newEvaluation = v.strictObject({
  ...newRound.entries,
  questions: v.pipe(
    v.array(question, 'Cần danh sách câu hỏi.'),
    v.minLength(1, 'Ghi ít nhất một câu hỏi.'),
    v.maxLength(20, 'Mỗi đợt tối đa 20 câu hỏi.'),
  ),
});
export type NewEvaluation = v.InferOutput<typeof newEvaluation>;

/** What a unit sends: an answer to every question. `unitId` only where the administrator sends for a unit. */
export const evaluationEntry = v.strictObject({
  unitId: v.optional(id),
  answers: v.pipe(
    v.array(
      v.strictObject({
        question: id,
        text: v.optional(text('Câu trả lời', 3000)),
        mark: v.optional(
          v.pipe(
            v.number('Điểm là một số.'),
            v.integer('Điểm là số nguyên.'),
            v.minValue(1, `Điểm từ 1 đến ${bestMark}.`),
            v.maxValue(bestMark, `Điểm từ 1 đến ${bestMark}.`),
          ),
        ),
      }),
      'Cần danh sách câu trả lời.',
    ),
    v.maxLength(20),
  ),
});
export type EvaluationEntry = v.InferOutput<typeof evaluationEntry>;

/** A round of evaluation with its questions. */
export interface Evaluation extends Round {
  questions: readonly Question[];
}

/** What one unit has answered. */
export interface Evaluated extends Sent {
  answers: EvaluationEntry['answers'];
}

/** What is wrong with answers to these questions: each is answered once, in its kind, and nothing else is. */
export function answerFaults(questions: readonly Question[], answers: EvaluationEntry['answers']): Fault[] {
  const strange = answers.flatMap(({ question: asked }, i) => {
    const twice = answers.findIndex((one) => one.question === asked) !== i;
    return twice || !questions.some((one) => one.id === asked)
      ? [{ path: `answers.${i}.question`, message: 'Câu hỏi này không có trong đợt, hoặc trả lời hai lần.' }]
      : [];
  });
  const lacking = questions.flatMap((one, i) => {
    const answer = answers.find((given) => given.question === one.id);
    if (one.kind === 'mark') {
      return answer?.mark === undefined
        ? [{ path: `answers.${i}.mark`, message: `Chấm điểm từ 1 đến ${bestMark}.` }]
        : [];
    }
    return answer?.text === undefined
      ? [{ path: `answers.${i}.text`, message: 'Hãy trả lời; không có gì thì ghi “Không”.' }]
      : [];
  });
  return [...strange, ...lacking];
}

/** True for who reads all answers: phòng HC-QT, which gathers them, and the leaders to whom it reports. */
export function readsAnswers(actor: Actor): boolean {
  return actor.role === 'admin' || actor.role === 'office-leader' || actor.role === 'leader';
}

/** The mean of marks to one decimal, half up; null where there is none. */
export function meanMark(marks: readonly number[]): number | null {
  if (marks.length === 0) return null;
  return Math.round((marks.reduce((sum, one) => sum + one, 0) / marks.length) * 10) / 10;
}
