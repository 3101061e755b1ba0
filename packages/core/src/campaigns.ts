import type { Assignment } from '@tddh/domain/assignment';
import {
  type Campaign,
  type CampaignProgress,
  campaignProgress,
  leadsCampaigns,
  type Member,
  mostMembers,
  type NewCampaign,
  seesCampaign,
} from '@tddh/domain/campaign';
import type { AssignmentFilter } from '@tddh/domain/filter';
import { invalid, Refusal } from '@tddh/domain/refusal';
import { catalogOf } from './catalog.ts';
import { commit, put } from './commit.ts';
import type { Db } from './db.ts';
import type { Desk } from './desk.ts';
import { type Item, itemOf, type Lens } from './item.ts';
import { type Keep, keptWrite } from './keep.ts';
import { listAssignments } from './lists.ts';

const open = new Set(['assigned', 'in-progress', 'reported', 'paused']);

/**
 * Begins a campaign: what of a filtered list is open and led belongs to it, once for all. An officer's holds the own
 * department's. One transaction writes its head and its members.
 * @throws Refusal `forbidden`, or `invalid` where the filter finds nothing, or more than a campaign holds
 */
export async function beginCampaign(desk: Desk, input: NewCampaign, keep?: Keep): Promise<Campaign> {
  const { db, actor, today } = desk;
  if (!leadsCampaigns(actor)) {
    throw new Refusal('forbidden', 'Đợt xử lý tồn đọng do phòng theo dõi hoặc lãnh đạo Văn phòng mở.');
  }
  if (input.goalOn < today) throw invalid('goalOn', 'Ngày mục tiêu không được trước hôm nay.');
  const own = actor.role === 'office-leader' ? {} : { department: actor.unitId };
  const members = await membersOf(desk, { ...input.filter, ...own });
  const campaign: Campaign = {
    ...{ id: desk.newId('cpn'), name: input.name, goalOn: input.goalOn, startedOn: today },
    by: { id: actor.id, name: actor.name },
    departments: [...new Set(members.map((member) => member.departmentId))].sort(),
    count: members.length,
  };
  const row = { campaignId: campaign.id, startedOn: today };
  await commit(db, [
    put(db.campaigns.create({ ...row, part: 'head', list: 'all', data: campaign }).params()),
    put(db.campaigns.create({ ...row, part: 'members', data: { members } }).params()),
    ...(keep ? [keptWrite(db, keep, campaign)] : []),
  ]);
  return campaign;
}

async function membersOf(desk: Desk, filter: NewCampaign['filter']): Promise<Member[]> {
  const members: Member[] = [];
  let cursor: string | null = null;
  do {
    const asked: AssignmentFilter = { ...filter, limit: 200, ...(cursor ? { cursor } : {}) };
    const page: { items: Item[]; cursor: string | null } = await listAssignments(desk, asked);
    for (const { id, role, status, department } of page.items) {
      if (role === 'lead' && open.has(status)) members.push({ id, departmentId: department.id });
    }
    cursor = page.cursor;
    if (members.length > mostMembers) {
      throw invalid(
        'filter',
        `Một đợt có tối đa ${mostMembers} nhiệm vụ. Hãy lọc hẹp hơn, ví dụ theo phòng hay đơn vị.`,
      );
    }
  } while (cursor !== null);
  if (members.length === 0) {
    throw invalid('filter', 'Không có nhiệm vụ nào đang mở khớp bộ lọc này. Hãy đổi bộ lọc.');
  }
  return members;
}

/** The campaigns that a person sees, the newest first, each with how far it is. @throws Refusal `forbidden` */
export async function listCampaigns(desk: Desk): Promise<Campaign[]> {
  if (!seesCampaign(desk.actor, { departments: [desk.actor.unitId] })) throw notForAgencies();
  const { data } = await desk.db.campaigns.query.byStart({ list: 'all' }).go({ pages: 'all', order: 'desc' });
  return data.map((row) => row.data as Campaign).filter((one) => seesCampaign(desk.actor, one));
}

/** A campaign with its assignments as they are now. */
export interface CampaignRead {
  campaign: Campaign;
  members: Member[];
  found: Map<string, Assignment>;
  /** What sheets were applied, by assignment. */
  applied: Map<string, Applied>;
}

/** What a sheet did to an assignment of a campaign. */
export interface Applied {
  /** The mark of the row that was applied, and what it proposed. */
  stamp: string;
  proposal: string;
  on: string;
  by: string;
}

/** A campaign, read whole. @throws Refusal `not_found`, also for what the person must not see */
export async function loadCampaign({ db, actor }: Desk, campaignId: string): Promise<CampaignRead> {
  const { data } = await db.campaigns.query.campaign({ campaignId }).go({ pages: 'all', consistent: true });
  const part = (name: string) => data.filter((row) => row.part === name);
  const campaign = part('head')[0]?.data as Campaign | undefined;
  if (!campaign || !seesCampaign(actor, campaign)) {
    throw new Refusal('not_found', 'Không tìm thấy đợt xử lý này, hoặc đợt không có nhiệm vụ của phòng bạn.');
  }
  const { members } = part('members')[0]!.data as { members: Member[] };
  const applied = new Map(part('applied').map((row) => [row.item, row.data as Applied]));
  const found = await loadMany(
    db,
    members.map((member) => member.id),
  );
  return { campaign, members, found, applied };
}

/** Assignments by id, a hundred at a time. */
async function loadMany(db: Db, ids: readonly string[]): Promise<Map<string, Assignment>> {
  const found = new Map<string, Assignment>();
  for (let left = ids.map((assignmentId) => ({ assignmentId })); left.length > 0; ) {
    const some = left.slice(0, 100);
    const { data, unprocessed } = await db.assignments.get(some).go({ consistent: true });
    for (const row of data) found.set(row.assignmentId, row.data);
    left = [...(unprocessed as { assignmentId: string }[]), ...left.slice(100)];
    if (unprocessed.length === some.length) await db.patience.sleep(50);
  }
  return found;
}

/** A campaign as its page shows it. */
export async function readCampaign(
  desk: Desk,
  campaignId: string,
): Promise<{ campaign: Campaign; progress: CampaignProgress; items: Item[] }> {
  const [{ campaign, members, found }, { settings, units }] = await Promise.all([
    loadCampaign(desk, campaignId),
    catalogOf(desk.db),
  ]);
  const lens: Lens = {
    ...{ today: desk.today, asOf: desk.today, clock: 'report' },
    ...{ calendar: settings.calendar, escalateAfter: settings.escalateAfter, units },
  };
  return {
    campaign,
    progress: campaignProgress(campaign, members, found, desk.today),
    items: members.flatMap(({ id }) => found.get(id) ?? []).map((a) => itemOf(a, lens)),
  };
}

function notForAgencies(): Refusal {
  return new Refusal('forbidden', 'Đợt xử lý tồn đọng là việc của Văn phòng.');
}
