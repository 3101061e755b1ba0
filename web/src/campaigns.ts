import type { Campaign, CampaignProgress } from '@tddh/domain/campaign';
import type { SheetRow } from '@tddh/domain/proposal';
import type { AssignmentItem } from './shapes.ts';

export interface CampaignDetail {
  campaign: Campaign;
  progress: CampaignProgress;
  /** Its assignments as they are now. */
  items: AssignmentItem[];
}

/** One row of a sheet, and what it would do. */
export interface JudgedRow {
  row: SheetRow;
  verdict: 'apply' | 'leave' | 'applied' | 'conflict' | 'error';
  faults: { path: string; message: string }[];
  content?: string;
  agency?: string;
  documentNumber?: string;
}

/** What became of a row that was applied. */
export interface AppliedRow {
  row: number;
  id: string;
  ok: boolean;
  verdict: JudgedRow['verdict'];
  message?: string;
}
