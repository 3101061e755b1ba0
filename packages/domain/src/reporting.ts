import type { Assignment, Report } from './assignment.ts';
import { type Context, type Step, type Steps, stateForbids } from './context.ts';
import { showDay } from './day.ts';
import { carries, may } from './permission.ts';
import { invalid, Refusal } from './refusal.ts';
import type { BodyOf } from './verbs.ts';

/** A report, of the agency or of an officer on its behalf; only the officer may date back, with the incoming document. */
export function report(a: Assignment, body: BodyOf<'report'>, c: Context): Steps | Refusal {
  if (a.status !== 'assigned' && a.status !== 'in-progress') return stateForbids(a);
  const byOffice = !carries(c.actor, a);
  const { documentNumber, documentDate, reportedOn, files, confirm } = body;
  if (!(documentNumber && documentDate) && !files?.length) {
    return invalid('documentNumber', 'Hãy ghi số và ngày văn bản báo cáo, hoặc đính kèm tệp.');
  }
  if (documentDate && documentDate > c.today) {
    return invalid('documentDate', 'Ngày văn bản báo cáo không được sau hôm nay.');
  }
  if (documentDate && documentDate < a.document.issuedOn) {
    return invalid(
      'documentDate',
      `Ngày văn bản báo cáo không được trước ngày ban hành văn bản giao (${showDay(a.document.issuedOn)}).`,
    );
  }
  if (reportedOn !== undefined && reportedOn !== c.today) {
    if (!byOffice) return invalid('reportedOn', 'Chỉ chuyên viên Văn phòng được ghi lùi ngày báo cáo.');
    if (!documentNumber || !documentDate) {
      return invalid('documentNumber', 'Ghi lùi ngày cần số và ngày của văn bản đến.');
    }
    if (reportedOn > c.today) return invalid('reportedOn', 'Ngày tính báo cáo không được sau hôm nay.');
    if (reportedOn < documentDate) {
      return invalid('reportedOn', 'Ngày tính báo cáo không được trước ngày của văn bản đến.');
    }
  }
  if (confirm && (!byOffice || !may(c.actor, 'confirm', a))) {
    return invalid('confirm', 'Chỉ chuyên viên Văn phòng ghi báo cáo giấy mới được xác nhận cùng lúc.');
  }
  const second = confirm && secondPerson(c);
  if (second) return second;
  const filed: Report = {
    id: `rep_${a.reports.length + 1}`,
    on: c.today,
    countedOn: reportedOn ?? c.today,
    result: body.result,
    ...(documentNumber ? { documentNumber } : {}),
    ...(documentDate ? { documentDate } : {}),
    ...(files?.length ? { files } : {}),
    by: c.actor.id,
    ...(byOffice ? { byOffice: true } : {}),
  };
  const steps: Step[] = [{ type: 'reported', data: { report: filed } }];
  if (confirm) steps.push({ type: 'confirmed', data: { sameHand: true } });
  return { steps };
}

/** Refuses to confirm one's own paper record where the settings demand a second person. */
export function secondPerson(c: Context): Refusal | undefined {
  return c.settings.secondPerson
    ? new Refusal('forbidden', 'Người ghi báo cáo giấy không tự xác nhận: cần một người khác xác nhận.')
    : undefined;
}
