import { type Assignment, currentDue, standingReport } from '@tddh/domain/assignment';
import { type Campaign, stampOf } from '@tddh/domain/campaign';
import type { Day } from '@tddh/domain/day';
import { type State, stateOf } from '@tddh/domain/state';
import { loadCampaign } from './campaigns.ts';
import type { Desk } from './desk.ts';

/** What a sheet tells of one assignment. */
export interface SheetLine {
  id: string;
  stamp: string;
  documentNumber: string;
  content: string;
  agency: string;
  department: string;
  dueOn: Day | null;
  state: string;
  report?: { on: Day; result: string; documentNumber?: string };
}

/** A campaign's assignments as its sheet lists them: by department, unit and due day. @throws Refusal `not_found` */
export async function campaignSheet(
  desk: Desk,
  campaignId: string,
): Promise<{ campaign: Campaign; lines: SheetLine[] }> {
  const { campaign, found } = await loadCampaign(desk, campaignId);
  const order = (a: Assignment) =>
    [a.departmentName, a.agencyName, currentDue(a) ?? '9999', a.document.number, a.id].join('\n');
  const sorted = [...found.values()].sort((a, b) => order(a).localeCompare(order(b), 'vi'));
  return { campaign, lines: sorted.map((a) => lineOf(a, desk.today)) };
}

function lineOf(a: Assignment, today: Day): SheetLine {
  const report = standingReport(a);
  const { on, result, documentNumber } = report ?? {};
  return {
    ...{ id: a.id, stamp: stampOf(a), documentNumber: a.document.number, content: a.content },
    ...{ agency: a.agencyName, department: a.departmentName, dueOn: currentDue(a) },
    state: stateWords[stateOf(a, today)],
    ...(on && result ? { report: { on, result, ...(documentNumber ? { documentNumber } : {}) } } : {}),
  };
}

/** States as papers call them. */
const stateWords: Readonly<Record<State, string>> = {
  assigned: 'Mới giao',
  working: 'Đang thực hiện',
  soon: 'Sắp đến hạn',
  overdue: 'Quá hạn',
  awaiting: 'Chờ xác nhận',
  done: 'Hoàn thành',
  late: 'Hoàn thành trễ',
  nodue: 'Không thời hạn',
  support: 'Phối hợp',
  paused: 'Tạm dừng',
  recalled: 'Thu hồi',
  transferred: 'Chuyển giao',
  cancelled: 'Đã hủy',
};
