import type { Document } from '@tddh/domain/document';
import { mayDo } from '@tddh/domain/permission';
import { isAgencyRole } from '@tddh/domain/person';
import type { Recurring, RuleChange } from '@tddh/domain/recurring';
import { invalid, Refusal } from '@tddh/domain/refusal';
import { loadDocument, settle } from './complete.ts';
import type { Desk } from './desk.ts';
import { documentNotFound } from './documents.ts';
import { commitDocument, eventOf } from './enter.ts';

/**
 * Changes the rule of a recurring task, or ends it (`recurring: null`), for what comes after the assignments that
 * stand. What is assigned already stays: each is counted by itself.
 * @throws Refusal `not_found`, `forbidden`, `invalid`, `lost_race`
 */
export async function changeRule(desk: Desk, documentId: string, input: RuleChange): Promise<Document> {
  const loaded = await loadDocument(desk.db, documentId);
  if (!loaded || isAgencyRole(desk.actor.role)) throw documentNotFound();
  if (!mayDo(desk.actor, 'enter', loaded.departmentId) && desk.actor.role !== 'office-leader') {
    throw new Refusal(
      'forbidden',
      'Chỉ phòng đã nhập hoặc lãnh đạo Văn phòng được đổi định kỳ của nhiệm vụ.',
    );
  }
  const before = await settle(desk, loaded);
  const task = before.tasks.find((one) => one.id === input.task);
  if (!task?.recurring) throw invalid('task', 'Nhiệm vụ này không phải nhiệm vụ định kỳ.');
  const recurring: Recurring = input.recurring ?? { ...task.recurring, endedOn: desk.today };
  const document: Document = {
    ...before,
    tasks: before.tasks.map((one) => (one.id === task.id ? { ...one, recurring } : one)),
    revision: before.revision + 1,
  };
  await commitDocument(desk, document, before, {
    ...eventOf(desk, document, 'changed'),
    reason: input.reason,
    before: { tasks: [task] },
  });
  return settle(desk, document);
}
