import type { Day } from '@tddh/domain/day';
import type { NewDocument } from '@tddh/domain/document';
import type { LegacyRow } from '@tddh/domain/legacy';
import type {
  Coverage,
  LineState,
  Missing,
  RegisterFilter,
  RegisterLine,
  RegisterRow,
} from '@tddh/domain/register';
import { call } from '../../api.ts';

/** How well the Office covers what it issued in a period. */
export interface CoverageAnswer {
  period: { from: Day; to: Day };
  /** Working days from signing to entry. */
  limit: number;
  rows: Coverage[];
  missing: Missing[];
}
export interface LineItem extends RegisterLine {
  state: LineState;
  late: boolean;
  delay: number;
}
type Outcome = 'new' | 'changed' | 'same' | 'outside';

/** So many rows go into one request. */
export const chunk = 100;

export const sheetCalls = {
  coverage: (query: RegisterFilter) => call<CoverageAnswer>({ path: '/api/register/coverage', query }),
  lines: (query: RegisterFilter) =>
    call<{ items: LineItem[]; count: number; cursor: string | null }>({ path: '/api/register', query }),
  importRegister: (rows: readonly RegisterRow[]) =>
    call<{ results: { number: string; outcome: Outcome }[] }>({
      ...{ method: 'POST', path: '/api/register/import', body: { rows } },
    }),
  answer: (id: string, answer: 'none' | null) => ({
    ...{ method: 'POST' as const, path: `/api/register/${id}/answer`, body: { answer } },
  }),
  importDocuments: (batch: string, documents: readonly NewDocument[], check: boolean) =>
    call<{ results: { id: string | null; assignments: number }[] }>({
      ...{ method: 'POST', path: '/api/imports/documents', body: { batch, check, documents } },
    }),
  importLegacy: (rows: readonly LegacyRow[], check: boolean) =>
    call<{ results: { number: string; outcome: 'new' | 'same' }[] }>({
      ...{ method: 'POST', path: '/api/imports/legacy', body: { check, rows } },
    }),
};
