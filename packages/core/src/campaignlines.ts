import { type Assignment, currentDue, standingReport } from '@tddh/domain/assignment';
import { type Campaign, type CampaignLine, stampOf } from '@tddh/domain/campaign';
import type { Day } from '@tddh/domain/day';
import { stateOf } from '@tddh/domain/state';
import { stateWords } from '@tddh/domain/statewords';
import { loadCampaign } from './campaigns.ts';
import type { Desk } from './desk.ts';

/** A campaign's assignments as its sheet lists them: by department, unit and due day. @throws Refusal `not_found` */
export async function campaignSheet(
  desk: Desk,
  campaignId: string,
): Promise<{ campaign: Campaign; lines: CampaignLine[] }> {
  const { campaign, found } = await loadCampaign(desk, campaignId);
  const order = (a: Assignment) =>
    [a.departmentName, a.agencyName, currentDue(a) ?? '9999', a.document.number, a.id].join('\n');
  const sorted = [...found.values()].sort((a, b) => order(a).localeCompare(order(b), 'vi'));
  return { campaign, lines: sorted.map((a) => lineOf(a, desk.today)) };
}

function lineOf(a: Assignment, today: Day): CampaignLine {
  const report = standingReport(a);
  const { on, result, documentNumber } = report ?? {};
  return {
    ...{ id: a.id, stamp: stampOf(a), documentNumber: a.document.number, content: a.content },
    ...{ agency: a.agencyName, department: a.departmentName, dueOn: currentDue(a) },
    state: stateWords[stateOf(a, today)],
    ...(on && result ? { report: { on, result, ...(documentNumber ? { documentNumber } : {}) } } : {}),
  };
}
