import { type Day, monthsBetween } from '@tddh/domain/day';
import {
  type Feedback,
  type FeedbackAnswer,
  type FeedbackFilter,
  isWaiting,
  mostADay,
  type NewFeedback,
  saidOf,
} from '@tddh/domain/feedback';
import { mayDo } from '@tddh/domain/permission';
import { Refusal } from '@tddh/domain/refusal';
import { catalogOf, changedSince } from './catalog.ts';
import { Conflict, commit, put, type Write } from './commit.ts';
import type { Db } from './db.ts';
import { at, type Desk } from './desk.ts';
import { type Page, pageOf, type Source } from './paging.ts';

const noticeDays = 180;

/** Sends a piece of feedback to phòng HC-QT. @throws Refusal `too_many_attempts` after 30 in a day */
export async function sendFeedback(desk: Desk, input: NewFeedback): Promise<Feedback> {
  const { actor, db, today } = desk;
  const sentAt = at(desk);
  const [{ units }, sent] = await Promise.all([
    catalogOf(db),
    db.feedback.query
      .bySender({ personId: actor.id })
      .gte({ sentAt: new Date(desk.now.getTime() - 86_400_000).toISOString() })
      .go({ limit: mostADay, pages: 1 }),
  ]);
  if (sent.data.length >= mostADay) {
    throw new Refusal(
      'too_many_attempts',
      `Mỗi người gửi tối đa ${mostADay} góp ý một ngày. Mai hãy gửi tiếp.`,
    );
  }
  const { id, name, role, unitId } = actor;
  const unitName = units.find((unit) => unit.id === unitId)?.name ?? '';
  const feedback: Feedback = {
    ...{ id: desk.newId('fbk'), ...input, state: 'new', sentOn: today, sentAt },
    ...{ by: { id, name, role, unitId, unitName }, answers: [], revision: 1 },
  };
  await commit(db, [feedbackPut(db, feedback, undefined)]);
  return feedback;
}

/** Answers it, and tells its sender in the product; the digest of the next working day tells by mail. @throws Refusal `forbidden`, `not_found`, `revision_changed` */
export async function answerFeedback(
  desk: Desk,
  feedbackId: string,
  { state, text }: FeedbackAnswer,
  seen?: number,
): Promise<Feedback> {
  refuseUnlessAnswers(desk);
  const { data } = await desk.db.feedback.get({ feedbackId }).go({ consistent: true });
  if (!data) throw new Refusal('not_found', 'Không tìm thấy góp ý này.');
  const before = data.data;
  if (seen !== undefined && seen !== before.revision) throw changedSince('Góp ý này');
  const { id, name } = desk.actor;
  const answer = { state, text, on: desk.today, at: at(desk), by: { id, name } };
  const revision = before.revision + 1;
  const feedback: Feedback = { ...before, state, answers: [...before.answers, answer], revision };
  try {
    await commit(desk.db, [
      feedbackPut(desk.db, feedback, before.revision),
      put(noticeOf(desk, feedback).params()),
    ]);
  } catch (error) {
    throw error instanceof Conflict ? changedSince('Góp ý này') : error;
  }
  return feedback;
}

function noticeOf(desk: Desk, feedback: Feedback) {
  const title = saidOf(feedback);
  return desk.db.notices.create({
    ...{ personId: feedback.by.id, at: at(desk), eventId: `${feedback.id}.${feedback.revision}` },
    data: { type: 'feedback-answered', assignmentId: '', title, documentNumber: '' },
    expiresAt: Math.floor(desk.now.getTime() / 1000) + noticeDays * 86_400,
  });
}

function feedbackPut(db: Db, data: Feedback, read: number | undefined): Write {
  const { id: feedbackId, by, sentOn, sentAt, state, revision } = data;
  const queued = isWaiting(state)
    ? { queue: 'feedback', queuedOn: sentOn }
    : { queue: 'feedback-answered', queuedOn: data.answers.at(-1)?.on ?? sentOn };
  const row = { feedbackId, personId: by.id, month: sentOn.slice(0, 7), sentAt, ...queued, revision, data };
  return put(
    read === undefined
      ? db.feedback.create(row).params()
      : db.feedback
          .put(row)
          .where((attr, op) => op.eq(attr.revision, read))
          .params(),
  );
}

/**
 * A page of feedback: the own one, newest first; for who answers, what waits (oldest first) or all (newest month first).
 * @throws Refusal `forbidden`, `bad_cursor`
 */
export async function listFeedback(desk: Desk, filter: FeedbackFilter) {
  const { cursor, limit, whose, state, kind } = filter;
  if (whose === 'all') refuseUnlessAnswers(desk);
  const page = await pageOf(
    desk.db,
    await sourcesFor(desk, whose, state),
    (one) =>
      (!kind || one.kind === kind) &&
      (!state || (state === 'waiting' ? isWaiting(one.state) : one.state === state)),
    { purpose: `${desk.actor.id}\nfeedback\n${whose} ${state} ${kind}`, cursor, limit },
  );
  return { items: page.rows, cursor: page.cursor };
}

async function sourcesFor(
  { db, actor, today }: Desk,
  whose: FeedbackFilter['whose'],
  state: FeedbackFilter['state'],
): Promise<Source<Feedback>[]> {
  const { bySender, byMonth, queued } = db.feedback.query;
  if (whose === 'own') return [source(bySender({ personId: actor.id }), 'desc')];
  if (state === 'waiting') return [source(queued({ queue: 'feedback' }), 'asc')];
  const { office } = await catalogOf(db);
  return monthsBetween(office.since, today)
    .reverse()
    .map((month) => source(byMonth({ month }), 'desc'));
}

interface Query {
  go: (options: { cursor: string | null; limit: number; pages: 1; order: 'asc' | 'desc' }) => Promise<{
    data: { data: Feedback }[];
    cursor: string | null;
  }>;
}

function source(query: Query, order: 'asc' | 'desc'): Source<Feedback> {
  return async (cursor, limit): Promise<Page<Feedback>> => {
    const page = await query.go({ cursor, limit, pages: 1, order });
    return { rows: page.data.map((row) => row.data), cursor: page.cursor };
  };
}

/** What was sent from `from` to `to`, oldest first. */
export async function feedbackBetween(db: Db, from: Day, to: Day): Promise<Feedback[]> {
  const months = await Promise.all(
    monthsBetween(from, to).map((month) => db.feedback.query.byMonth({ month }).go({ pages: 'all' })),
  );
  return months
    .flatMap(({ data }) => data.map((row) => row.data))
    .filter(({ sentOn }) => from <= sentOn && sentOn <= to);
}

/** What a digest tells of feedback: what was answered last from `from` to before `to`, and what waits, oldest first. */
export async function feedbackFor(db: Db, from: Day, to: Day) {
  const { queued } = db.feedback.query;
  const [settled, open] = await Promise.all([
    queued({ queue: 'feedback-answered' }).between({ queuedOn: from }, { queuedOn: to }).go({ pages: 'all' }),
    queued({ queue: 'feedback' }).go({ pages: 'all' }),
  ]);
  const waiting = open.data.map((row) => row.data);
  const answered = [...settled.data.map((row) => row.data), ...waiting].filter(({ answers }) => {
    const on = answers.at(-1)?.on;
    return on !== undefined && from <= on && on < to;
  });
  return { answered, waiting };
}

/** Phòng HC-QT, the administrators, answers what people send. */
function refuseUnlessAnswers(desk: Desk): void {
  if (!mayDo(desk.actor, 'administer')) {
    throw new Refusal('forbidden', 'Chỉ phòng HC-QT (quản trị) xem và trả lời góp ý của mọi người.');
  }
}
