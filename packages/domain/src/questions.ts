import type { Assignment, Question } from './assignment.ts';
import { addWorkingDays } from './calendar.ts';
import { isOnTime } from './clock.ts';
import { type Context, one, type Steps } from './context.ts';
import { carries } from './permission.ts';
import { invalid, Refusal } from './refusal.ts';
import type { BodyOf } from './verbs.ts';

const state = (message: string) => new Refusal('state_forbids', message);

/** A question is owed an answer within the working days of the settings; a dispute of an overdue mark is one. */
export function ask(a: Assignment, { text, dispute, files }: BodyOf<'ask'>, c: Context): Steps | Refusal {
  if (dispute && !carries(c.actor, a)) {
    return invalid('dispute', 'Chỉ đơn vị thực hiện mới được đề nghị xem lại việc tính quá hạn.');
  }
  if (dispute && isOnTime(a, c.today, 'report')) {
    return state('Nhiệm vụ này không bị tính quá hạn nên không có gì để xem lại.');
  }
  const question: Question = {
    ...{ id: `que_${a.questions.length + 1}`, on: c.today, text, by: c.actor.id, unitId: c.actor.unitId },
    answerBy: addWorkingDays(c.settings.calendar, c.today, c.settings.answerWithin),
    ...(dispute ? { dispute } : {}),
    ...(files?.length ? { files } : {}),
  };
  return one({ type: 'asked', data: { question } });
}

/** The other side answers: the question that is named, or the oldest one that waits for it. */
export function answer(
  a: Assignment,
  { text, question, files }: BodyOf<'answer'>,
  c: Context,
): Steps | Refusal {
  const open = a.questions.filter((q) => !q.answeredOn && (question === undefined || q.id === question));
  const other = open.find((q) => q.unitId !== c.actor.unitId);
  if (open.length === 0) return state('Không có câu hỏi nào đang chờ trả lời.');
  if (!other) return state('Câu hỏi này do đơn vị bạn nêu: phía bên kia trả lời.');
  return one({ type: 'answered', data: { questionId: other.id, text, ...(files?.length ? { files } : {}) } });
}
