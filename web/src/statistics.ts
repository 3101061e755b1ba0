import type { Clock } from '@tddh/domain/clock';
import type { Day } from '@tddh/domain/day';
import type { Beside } from '@tddh/domain/statistics';
import type { Named } from './shapes.ts';

/** What the API answers of statistics and frozen reports, as the pages read it. */
export type { Clock };

export type Basis = 'assigned' | 'issued';

export type Scope = 'new' | 'carried';

export type By = 'agency' | 'department' | 'field' | 'signer';

/** What stands beside the appendix, each with a list of its own. */
export type BesideName = keyof Beside | 'carried' | 'done' | 'support';

export interface StatisticsQuery {
  from?: Day;
  to?: Day;
  asOf?: Day;
  clock?: Clock;
  basis?: Basis;
  scope?: Scope;
  by?: By;
  /** `now` rolls old units up to those that took over. */
  units?: 'now';
}

/** A total as it was at the end of `asOf`. */
export interface TrendPoint {
  to: Day;
  asOf: Day;
  columns: number[];
  awaiting: number;
}

/** A frozen report. */
export interface Snapshot {
  id: string;
  name: string;
  period: StatisticsQuery & { from: Day; to: Day; asOf: Day; clock: Clock; basis: Basis; scope: Scope };
  by: By;
  total: number;
  frozenOn: Day;
  frozenAt: string;
  frozenBy: Named;
  checksum: string;
}

export interface Differences {
  unchanged: boolean;
  frozen: number[];
  today: number[];
  asOf: Day;
  count: number;
  moved: {
    id: string;
    content: string;
    agency: string;
    from: { row: string; leaf: number } | null;
    to: { row: string; leaf: number } | null;
    events: { on: Day; verb: string; event: string; actor: string; reason?: string }[];
  }[];
}

export interface StatisticsRow extends Beside {
  unit: Named;
  /** Columns (1) to (17) of the appendix; index 0 is column (1). */
  columns: number[];
}

/** What the numbers of an answer count; the links behind them repeat it. */
export interface StatisticsTerms {
  period: { from: Day; to: Day };
  asOf: Day;
  clock: Clock;
  basis: Basis;
  scope: Scope;
  by: By;
  units?: 'now';
  /** Of a frozen report: its numbers open what they counted then. */
  snapshot?: string;
}

export interface Statistics extends StatisticsTerms, Beside {
  rows: StatisticsRow[];
  total: { columns: number[] };
  carried: number;
  support: number;
  /** Percent, as the national system counts. */
  national: { done: number; onTime: number };
  /** Assignments that departments of the Office lead; never in the appendix. */
  office?: { rows: StatisticsRow[]; total: { columns: number[] } };
}
