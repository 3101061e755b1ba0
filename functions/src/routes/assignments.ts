import { catalogOf } from '@tddh/core/catalog';
import { change } from '@tddh/core/change';
import { assignmentView, readAssignment } from '@tddh/core/detail';
import { listAssignments } from '@tddh/core/lists';
import type { Assignment } from '@tddh/domain/assignment';
import { assignmentFilter } from '@tddh/domain/filter';
import { type BodyOf, type Command, type Verb, verbs } from '@tddh/domain/verbs';
import { type Context, Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import type * as v from 'valibot';
import type { Env } from '../context.ts';
import { body, query } from '../input.ts';
import { once, orTwin, revisionOf } from '../once.ts';

const says = (summary: string) => describeRoute({ tags: ['Nhiệm vụ'], summary });
/** What the body of a verb is before and after its schema, for the typed client. */
interface Given<V extends Verb> {
  in: { json: v.InferInput<(typeof verbs)[V]> };
  out: { json: BodyOf<V> };
}

/** The door of one verb: parse, change, answer. */
const act =
  <V extends Verb>(verb: V) =>
  async (c: Context<Env, string, Given<V>>) => {
    const desk = c.get('desk');
    const revision = revisionOf(c as Context<Env>);
    const { keep, before } = await once<Assignment>(c as Context<Env>);
    const command = { verb, body: c.req.valid('json') } as Command;
    const demand = { ...(revision === undefined ? {} : { revision }), ...(keep ? { keep } : {}) };
    const write = () => change(desk, c.req.param('id') ?? '', command, demand);
    const after = before ?? (await orTwin(c as Context<Env>, keep, write));
    c.get('ground').ring();
    const { settings } = await catalogOf(desk.db);
    return c.json({ assignment: assignmentView(after, desk, settings.calendar) });
  };

/** Lists of assignments, one assignment, and every verb. */
export const assignmentRoutes = new Hono<Env>()
  .get('/assignments', says('Danh sách nhiệm vụ'), query(assignmentFilter), async (c) =>
    c.json(await listAssignments(c.get('desk'), c.req.valid('query'))),
  )
  .get('/assignments/:id', says('Một nhiệm vụ với lịch sử'), async (c) =>
    c.json(await readAssignment(c.get('desk'), c.req.param('id'))),
  )
  .post('/assignments/:id/accept', says('Tiếp nhận'), body(verbs.accept), act('accept'))
  .post('/assignments/:id/report', says('Báo cáo kết quả'), body(verbs.report), act('report'))
  .post('/assignments/:id/withdraw', says('Rút báo cáo'), body(verbs.withdraw), act('withdraw'))
  .post('/assignments/:id/confirm', says('Xác nhận hoàn thành'), body(verbs.confirm), act('confirm'))
  .post('/assignments/:id/return', says('Trả lại'), body(verbs.return), act('return'))
  .post('/assignments/:id/reopen', says('Mở lại'), body(verbs.reopen), act('reopen'))
  .post('/assignments/:id/extend', says('Đề nghị gia hạn'), body(verbs.extend), act('extend'))
  .post('/assignments/:id/grant', says('Đồng ý gia hạn'), body(verbs.grant), act('grant'))
  .post('/assignments/:id/refuse', says('Không đồng ý gia hạn'), body(verbs.refuse), act('refuse'))
  .post('/assignments/:id/redue', says('Điều chỉnh hạn'), body(verbs.redue), act('redue'))
  .post('/assignments/:id/pause', says('Tạm dừng'), body(verbs.pause), act('pause'))
  .post('/assignments/:id/resume', says('Tiếp tục'), body(verbs.resume), act('resume'))
  .post('/assignments/:id/recall', says('Thu hồi'), body(verbs.recall), act('recall'))
  .post('/assignments/:id/cancel', says('Hủy do nhập nhầm'), body(verbs.cancel), act('cancel'))
  .post('/assignments/:id/correct', says('Sửa'), body(verbs.correct), act('correct'))
  .post('/assignments/:id/transfer', says('Chuyển đơn vị khác'), body(verbs.transfer), act('transfer'))
  .post(
    '/assignments/:id/transfer-decide',
    says('Quyết định đề nghị chuyển'),
    body(verbs['transfer-decide']),
    act('transfer-decide'),
  )
  .post('/assignments/:id/remind', says('Đôn đốc'), body(verbs.remind), act('remind'))
  .post('/assignments/:id/note', says('Ghi tiến độ, vướng mắc'), body(verbs.note), act('note'))
  .post('/assignments/:id/ask', says('Hỏi'), body(verbs.ask), act('ask'))
  .post('/assignments/:id/answer', says('Trả lời'), body(verbs.answer), act('answer'))
  .post('/assignments/:id/direct', says('Ý kiến chỉ đạo'), body(verbs.direct), act('direct'));
