import * as v from 'valibot';
import { type Assignment, closedOn, isOpen } from './assignment.ts';
import { addDays, type Day, daysBetween } from './day.ts';
import { day } from './dayrule.ts';
import { assignmentFilter } from './filter.ts';
import { type Actor, isAgencyRole } from './person.ts';
import { text } from './text.ts';

/** So many assignments belong to a campaign at most. */
export const mostMembers = 1000;

/** A campaign against a backlog: assignments that were open when it began, to be decided by its goal day. */
export interface Campaign {
  id: string;
  name: string;
  goalOn: Day;
  startedOn: Day;
  by: { id: string; name: string };
  /** Departments that followed its assignments at the start. */
  departments: readonly string[];
  count: number;
}

/** An assignment of a campaign: who belongs to it is settled when it begins. */
export interface Member {
  id: string;
  /** The department that followed it then, by which progress is told. */
  departmentId: string;
}

/** What starts a campaign: a name, a goal day, and the filter of a list. */
export const newCampaign = v.strictObject({
  name: text('Tên đợt', 200),
  goalOn: day,
  filter: v.omit(assignmentFilter, ['cursor', 'limit']),
});
export type NewCampaign = v.InferOutput<typeof newCampaign>;

/** True where a person sees a campaign: of the own department, or all for who stands above; agencies none. */
export function seesCampaign(actor: Actor, campaign: Pick<Campaign, 'departments'>): boolean {
  if (isAgencyRole(actor.role)) return false;
  return isOfficer(actor) ? campaign.departments.includes(actor.unitId) : true;
}

/** True for those who begin campaigns and decide in them; which assignments, the rule of each verb says. */
export function leadsCampaigns(actor: Actor): boolean {
  return isOfficer(actor) || actor.role === 'office-leader';
}

function isOfficer(actor: Actor): boolean {
  return actor.role === 'officer' || actor.role === 'department-head';
}

/**
 * What a decision on an assignment rests on, as a short mark in a sheet: whoever reports, decides, moves a due date,
 * pauses or asks changes it; reminders and the marks of the sweep do not.
 */
export function stampOf(a: Assignment): string {
  const status = a.status === 'assigned' ? 'in-progress' : a.status;
  const facts = [a.reports, a.dues, a.extensions, a.pauses, a.questions, a.corrections];
  return [status, ...facts.map((list) => list.length), a.notedOn ?? ''].join('.').replace(/\.$/, '');
}

/** How far a campaign is, of all or of one department. */
export interface Share {
  total: number;
  closed: number;
  /** Reported, and waiting for the Office. */
  awaiting: number;
}

export interface CampaignProgress extends Share {
  /** Days to the goal; negative where it has passed. */
  daysLeft: number;
  departments: (Share & { id: string })[];
  /** How many were open at the end of each day on which that changed, from the start to today. */
  line: { on: Day; open: number }[];
}

/**
 * The progress of a campaign from what its assignments are now: done, or no more owed, counts as closed.
 * @param found assignments by id; one that is missing counts as closed at the start
 */
export function campaignProgress(
  campaign: Pick<Campaign, 'startedOn' | 'goalOn'>,
  members: readonly Member[],
  found: ReadonlyMap<string, Assignment>,
  today: Day,
): CampaignProgress {
  const rows = members.map((member) => ({ ...member, ...standOf(found.get(member.id), campaign.startedOn) }));
  const share = (list: typeof rows): Share => ({
    total: list.length,
    closed: list.filter((row) => row.closed !== undefined).length,
    awaiting: list.filter((row) => row.awaits).length,
  });
  const ids = [...new Set(rows.map((row) => row.departmentId))];
  const ends = [...new Set(rows.flatMap((row) => row.closed ?? []))].filter((on) => on <= today);
  const days = [...new Set([campaign.startedOn, ...ends, today])].sort();
  return {
    ...share(rows),
    daysLeft: daysBetween(today, campaign.goalOn),
    departments: ids.map((id) => ({ id, ...share(rows.filter((row) => row.departmentId === id)) })),
    line: [
      { on: addDays(campaign.startedOn, -1), open: rows.length },
      ...days.map((on) => ({ on, open: rows.filter((row) => !row.closed || row.closed > on).length })),
    ],
  };
}

function standOf(a: Assignment | undefined, startedOn: Day): { closed?: Day; awaits: boolean } {
  if (a && isOpen(a)) return { awaits: a.status === 'reported' };
  const on = a ? closedOn(a) : undefined;
  return { closed: on && on > startedOn ? on : startedOn, awaits: false };
}

/** What the sheet of a campaign tells of one assignment. */
export interface CampaignLine {
  id: string;
  /** What a decision rests on: it is compared when the sheet comes back. */
  stamp: string;
  documentNumber: string;
  content: string;
  agency: string;
  department: string;
  dueOn: Day | null;
  state: string;
  /** The report that waits or was last decided. */
  report?: { on: Day; result: string; documentNumber?: string };
}
