import type { Unit } from './agency.ts';
import { type Assignment, currentDue } from './assignment.ts';
import { type Context, type Steps, stateForbids } from './context.ts';
import type { Initial } from './events.ts';
import { carries } from './permission.ts';
import { invalid, Refusal } from './refusal.ts';
import type { BodyOf } from './verbs.ts';

/**
 * Transfer to another agency: the agency asks, an officer decides; an officer's own call decides at once; an
 * administrator's is a reorganisation, which also moves what is reported or paused.
 */
export function transferGuard(a: Assignment, { reason }: BodyOf<'transfer'>, c: Context): Steps | Refusal {
  const { target } = c;
  if (!target || target.kind === 'leadership') return invalid('to', 'Đơn vị nhận không có trong danh mục.');
  if (target.id === a.agencyId) return invalid('to', 'Đơn vị nhận phải khác đơn vị đang thực hiện.');
  const reorganises = c.actor.role === 'admin';
  if (!reorganises && a.status !== 'assigned' && a.status !== 'in-progress') return stateForbids(a);
  const to = { id: target.id, name: target.name, kind: target.kind, isOffice: target.isOffice };
  if (carries(c.actor, a)) {
    if (a.transfer) return new Refusal('state_forbids', 'Đã có một đề nghị chuyển đang chờ quyết định.');
    const request = { to, reason, askedOn: c.today, by: c.actor.id };
    return { steps: [{ type: 'transfer-asked', data: { request }, reason }] };
  }
  return moved(a, to, reason, c);
}

/** The decision on a transfer that the agency asked for. */
export function transferDecide(
  a: Assignment,
  { accept, reason }: BodyOf<'transfer-decide'>,
  c: Context,
): Steps | Refusal {
  if (!a.transfer) {
    return new Refusal('state_forbids', 'Không có đề nghị chuyển nào đang chờ quyết định.');
  }
  if (a.transfer.by === c.actor.id) {
    return new Refusal('forbidden', 'Người đề nghị không được tự quyết định đề nghị của mình.');
  }
  if (a.status !== 'assigned' && a.status !== 'in-progress') return stateForbids(a);
  if (accept) return moved(a, a.transfer.to, reason ?? a.transfer.reason, c);
  if (!reason) return invalid('reason', 'Hãy ghi lý do không đồng ý chuyển.');
  return { steps: [{ type: 'transfer-refused', data: {}, reason }] };
}

/** The successor keeps the assigned day, the issue day, the due dates and the reports. */
function moved(
  a: Assignment,
  to: { id: string; name: string; kind: Unit['kind']; isOffice: boolean },
  reason: string,
  c: Context,
): Steps {
  const { revision, recordedOn, lastOn, lastAt, transfer, successorId, closed, ...kept } = a;
  const id = c.newId();
  return {
    steps: [{ type: 'transferred', data: { successorId: id, toName: to.name }, reason }],
    successor: {
      initial: {
        ...kept,
        id,
        agencyId: to.id,
        agencyName: to.name,
        agencyKind: kindOf(to),
        predecessorId: a.id,
      },
      reason,
    },
  };
}

/** How a unit that carries out an assignment is counted and decided on. */
export function kindOf(unit: Pick<Unit, 'kind' | 'isOffice'>): Assignment['agencyKind'] {
  if (unit.isOffice) return 'office';
  return unit.kind === 'department' ? 'department' : 'agency';
}

/** The same order for the unit that was meant: assigned today, with the due date in force. */
export function anew(a: Assignment, unit: Unit, c: Context): Initial {
  const dueOn = currentDue(a);
  return {
    ...{ id: c.newId(), documentId: a.documentId, taskId: a.taskId, taskNumber: a.taskNumber },
    ...{ content: a.content, role: a.role, document: a.document, fieldId: a.fieldId },
    ...{ agencyId: unit.id, agencyName: unit.name, agencyKind: kindOf(unit) },
    ...{ departmentId: a.departmentId, departmentName: a.departmentName },
    ...(a.signer ? { signer: a.signer } : {}),
    ...(a.national ? { national: a.national } : {}),
    assignedOn: c.today,
    status: 'assigned',
    dues: [{ dueOn, on: c.today, kind: 'assigned' }],
    ...{
      reports: [],
      extensions: [],
      pauses: [],
      questions: [],
      corrections: a.corrections.filter((c) => c.own),
    },
    ...(a.recurring ? { recurring: a.recurring } : {}),
    predecessorId: a.id,
  };
}
