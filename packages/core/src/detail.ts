import type { Unit } from '@tddh/domain/agency';
import type { Assignment } from '@tddh/domain/assignment';
import { actionsFor } from '@tddh/domain/decide';
import { extensionFault } from '@tddh/domain/due';
import { verbOf } from '@tddh/domain/events';
import { maySee } from '@tddh/domain/permission';
import { isAgencyRole } from '@tddh/domain/person';
import { catalogOf } from './catalog.ts';
import { notFound } from './change.ts';
import type { Desk } from './desk.ts';
import { filesOf } from './filelinks.ts';
import { itemOf } from './item.ts';

/**
 * An assignment with its history: one page of one partition.
 * @throws Refusal `not_found`, also for what the person must not see
 */
export async function readAssignment(desk: Desk, assignmentId: string) {
  const { db, actor } = desk;
  const [life, history, catalog] = await Promise.all([
    db.assignments.get({ assignmentId }).go({ consistent: true }),
    db.history.query.life({ assignmentId }).go({ pages: 'all', consistent: true }),
    catalogOf(db),
  ]);
  const a = life.data?.data;
  if (!a || !maySee(actor, a)) throw notFound();
  const files = await filesOf(db, [
    ...a.reports.flatMap((report) => report.files ?? []),
    ...a.questions.flatMap((question) => [...(question.files ?? []), ...(question.answerFiles ?? [])]),
    ...history.data.flatMap(({ data: e }) => (e.type === 'noted' && e.data.files) || []),
  ]);
  const { id, number, issuedOn, subject, issuer, type } = a.document;
  const dues = a.national && (await import('./national/view.ts')).nationalDues(db, [a.national]);
  const national = a.national && (await dues)?.[a.national.taskId];
  return {
    assignment: assignmentView(a, desk, catalog.settings.calendar, catalog.units),
    document: { id, number, issuedOn, subject, issuer, type, ...(a.signer ? { signer: a.signer } : {}) },
    task: { id: a.taskId, number: a.taskNumber, content: a.content },
    ...{
      reports: a.reports,
      files,
      dues: a.dues,
      extensions: a.extensions,
      pauses: a.pauses,
      questions: a.questions,
    },
    history: history.data.map(({ data: e }) => ({
      ...{
        revision: e.revision,
        on: e.on,
        at: e.at,
        verb: verbOf[e.type],
        event: e.type,
        from: e.from,
        to: e.to,
      },
      actor: actorSeen(e.by, actor.role),
      ...(e.reason ? { reason: e.reason } : {}),
      data: e.type === 'assigned' ? {} : e.data,
    })),
    actions: actionsFor(a, actor).filter(
      (verb) => verb !== 'extend' || !extensionFault(a, desk.today, catalog.settings),
    ),
    // The national due day stands beside ours and never in its place.
    ...(a.national ? { national: { taskId: a.national.taskId, dueOn: national ?? null } } : {}),
  };
}

function actorSeen(
  by: { id: string; name: string; role: string; unitId: string },
  role: Desk['actor']['role'],
) {
  return isAgencyRole(role) && !by.role.startsWith('agency') ? { id: '', name: by.name, role: by.role } : by;
}

/** An assignment as a person gets it back after a change. */
export function assignmentView(
  a: Assignment,
  desk: Desk,
  calendar: { off: readonly string[]; working: readonly string[] },
  units: readonly Unit[] = [],
) {
  return {
    ...itemOf(a, { today: desk.today, asOf: desk.today, clock: 'report', calendar, units }),
    firstDueOn: a.dues[0]?.dueOn ?? null,
    recordedOn: a.recordedOn,
    ...(a.signer ? { signer: a.signer } : {}),
    ...(a.blocker ? { blocker: a.blocker } : {}),
    ...(a.notedOn ? { notedOn: a.notedOn } : {}),
    ...(a.transfer ? { transfer: a.transfer } : {}),
    ...(a.closed ? { closed: a.closed } : {}),
    ...(a.recurring ? { recurring: a.recurring } : {}),
    ...(a.predecessorId ? { predecessorId: a.predecessorId } : {}),
    ...(a.successorId ? { successorId: a.successorId } : {}),
  };
}
