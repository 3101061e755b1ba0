import type { Assignment } from '@tddh/domain/assignment';
import { leadsCampaigns, stampOf } from '@tddh/domain/campaign';
import { type Proposal, type Proposed, proposalOf, type SheetRow } from '@tddh/domain/proposal';
import { type Fault, Refusal } from '@tddh/domain/refusal';
import { type Applied, type CampaignRead, loadCampaign } from './campaigns.ts';
import { change, rehearse } from './change.ts';
import { put } from './commit.ts';
import type { Desk } from './desk.ts';
import { each } from './sources.ts';

/**
 * What becomes of a row: `apply` it can be applied, `leave` nothing is proposed, `applied` it was already, `conflict`
 * the assignment has changed since the sheet was made, `error` something is to be mended in the row.
 */
export type Verdict = 'apply' | 'leave' | 'applied' | 'conflict' | 'error';

/** One row of a sheet beside what it would do. */
export interface Judged {
  row: SheetRow;
  verdict: Verdict;
  outcome?: Proposed;
  /** What is wrong, with the column (a key of the row). */
  faults: Fault[];
  content?: string;
  agency?: string;
  documentNumber?: string;
}

const width = 8;

/**
 * Reads a filled-in sheet against the campaign as it stands, and writes nothing: each row with what it would do, or
 * why not.
 * @param rowsOf reads the file, once it is known that this person may send one
 * @throws Refusal `not_found`, `forbidden`, and what `rowsOf` refuses
 */
export async function previewRows(
  desk: Desk,
  campaignId: string,
  rowsOf: () => Promise<readonly SheetRow[]>,
): Promise<Judged[]> {
  const read = await open(desk, campaignId);
  const rows = await rowsOf();
  const seen = new Map<string, number>();
  return each(rows, width, async (row) => {
    const before = seen.get(row.id);
    if (before === undefined) seen.set(row.id, row.row);
    else return bad(row, 'id', `Nhiệm vụ này đã có ở dòng ${before}. Hãy để lại một dòng.`);
    const judged = judge(desk, read, row);
    if (judged.verdict !== 'apply') return judged;
    const refusal = await rehearse(desk, read.found.get(row.id)!, judged.proposal!.command!);
    return refusal ? { ...told(judged), verdict: 'error', faults: faultsOf(refusal) } : told(judged);
  });
}

/** What became of a row that was applied. */
export interface AppliedRow {
  row: number;
  id: string;
  ok: boolean;
  verdict: Verdict;
  code?: string;
  message?: string;
}

/**
 * Applies the rows of a sheet, each by itself and whole: the change and the mark that it was applied are one
 * transaction, so that the same sheet applied twice, or again after it was cut off, changes nothing more.
 * @throws Refusal `not_found`, `forbidden`
 */
export async function applyRows(
  desk: Desk,
  campaignId: string,
  rows: readonly SheetRow[],
): Promise<AppliedRow[]> {
  const read = await open(desk, campaignId);
  const once = [...new Map(rows.map((row) => [row.id, row])).values()];
  return each(once, width, async (row) => {
    const judged = judge(desk, read, row);
    const head = { row: row.row, id: row.id };
    if (judged.verdict !== 'apply') {
      const ok = judged.verdict === 'leave' || judged.verdict === 'applied';
      const code = judged.verdict === 'conflict' ? 'revision_changed' : 'invalid';
      const message = judged.faults[0]?.message;
      return { ...head, ok, verdict: judged.verdict, ...(ok ? {} : { code, message }) };
    }
    const { revision } = read.found.get(row.id)!;
    const applied: Applied = {
      ...{ stamp: row.stamp, proposal: proposed(row), on: desk.today, by: desk.actor.id },
    };
    const mark = desk.db.campaigns.put({ campaignId, part: 'applied', item: row.id, data: applied });
    try {
      await change(desk, row.id, judged.proposal!.command!, { revision, also: [put(mark.params())] });
      return { ...head, ok: true, verdict: 'applied' };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { ...head, ok: false, verdict: 'error', code: error.code, message: error.message };
    }
  });
}

async function open(desk: Desk, campaignId: string): Promise<CampaignRead> {
  const read = await loadCampaign(desk, campaignId);
  if (leadsCampaigns(desk.actor)) return read;
  throw new Refusal('forbidden', 'Kết quả của đợt do phòng theo dõi hoặc lãnh đạo Văn phòng ghi.');
}

interface Judgement extends Judged {
  proposal?: Proposal;
}

function judge(desk: Desk, read: CampaignRead, row: SheetRow): Judgement {
  const a = read.found.get(row.id);
  const known = read.members.some((member) => member.id === row.id);
  if (!a || !known) {
    return bad(row, 'id', 'Mã nhiệm vụ này không thuộc đợt. Hãy giữ nguyên cột mã như trong tệp đã tải về.');
  }
  const facts = { content: a.content, agency: a.agencyName, documentNumber: a.document.number };
  const proposal = proposalOf(row, desk.today);
  if (Array.isArray(proposal)) return { row, verdict: 'error', faults: proposal, ...facts };
  const { outcome } = proposal;
  const said = { row, outcome, ...facts };
  if (outcome === 'leave') return { ...said, verdict: 'leave', faults: [] };
  if (stampOf(a) === row.stamp) return { ...said, verdict: 'apply', faults: [], proposal };
  const earlier = read.applied.get(row.id);
  if (earlier?.stamp === row.stamp && earlier.proposal === proposed(row)) {
    return { ...said, verdict: 'applied', faults: [] };
  }
  return { ...said, verdict: 'conflict', faults: [{ path: 'stamp', message: changed(a) }] };
}

function changed(a: Assignment): string {
  const now = a.status === 'done' ? ' (nay đã hoàn thành)' : '';
  return `Nhiệm vụ đã thay đổi từ khi xuất tệp${now}. Hãy tải tệp mới rồi ghi lại dòng này.`;
}

/** What a row proposes, as one text: the same row applied again is known by it. */
function proposed(row: SheetRow): string {
  const { outcome, reason, documentNumber, documentDate, reportedOn, cureOn } = row;
  return JSON.stringify(
    [outcome, reason, documentNumber, documentDate, reportedOn, cureOn].map((x) => x.trim()),
  );
}

function bad(row: SheetRow, path: keyof SheetRow, message: string): Judged {
  return { row, verdict: 'error', faults: [{ path, message }] };
}

function told({ proposal: _, ...judged }: Judgement): Judged {
  return judged;
}

function faultsOf(refusal: Refusal): Fault[] {
  if (refusal.faults.length > 0) return [...refusal.faults];
  return [{ path: 'outcome', message: refusal.message }];
}
