import type { Day } from '@tddh/domain/day';
import { type Beside, sums } from '@tddh/domain/statistics';
import type { Terms } from './behind.ts';

/** A row of a table: columns (1) to (17), and what stands beside them. */
export interface FormRow extends Beside {
  unit: { id: string; name: string };
  columns: readonly number[];
}

/** One point of the trend: the table as it was at the end of a day. */
export interface TrendPoint {
  asOf: Day;
  to: Day;
  columns: readonly number[];
  awaiting: number;
}

/** The appendix with what stands beside it, as a paper needs it. */
export interface Appendix extends Terms, Beside {
  rows: readonly FormRow[];
  total: { columns: readonly number[] };
  carried: number;
  support: number;
  national: { done: number; onTime: number };
  office: { rows: readonly FormRow[]; total: { columns: readonly number[] } };
}

/** What a paper says beside the figures. */
export interface Setting {
  province: string;
  /** The Office that signs. */
  office: string;
  /** Beginning of the pages' addresses, for the links of an XLSX. */
  origin: string;
  /** How a paper writes 49.39: the official form with a point. Numbers of an XLSX stay numbers. */
  decimal: 'point' | 'comma';
  trend: readonly TrendPoint[];
  /** Of a snapshot: its name, and the checksum that is printed. */
  snapshot?: { name: string; checksum: string };
}

/** A column of the official form. */
export interface Column {
  n: number;
  kind: 'sum' | 'leaf' | 'percent';
  /** The leaf or sum behind a percentage. */
  leaf: number;
  formula: string;
}

/** The seventeen columns, as the official form explains them. */
export const columns: readonly Column[] = Array.from({ length: 17 }, (_, i) => {
  const n = i + 1;
  const parts: Readonly<Record<number, string>> = {
    1: '(2)+(7)',
    2: '(3)+(5)',
    7: '(8)+(13)',
    8: '(9)+(11)',
  };
  if (n === 13) return { n, kind: 'sum', leaf: n, formula: '(13)=(14)+(16)' };
  if (sums[n]) return { n, kind: 'sum', leaf: n, formula: `(${n})=${parts[n]}` };
  const share = [4, 6, 10, 12, 15, 17].includes(n);
  if (share) return { n, kind: 'percent', leaf: n - 1, formula: `(${n})=(${n - 1})/(1)` };
  return { n, kind: 'leaf', leaf: n, formula: `(${n})` };
});

/** A cell of the header: its words, where it begins (rows from 0, columns from 0 with the ordinal) and its size. */
export interface HeadCell {
  text: string;
  row: number;
  column: number;
  down: number;
  across: number;
}

const head = (row: number, column: number, down: number, across: number, text: string): HeadCell => {
  return { text, row, column, down, across };
};
const pair = (row: number, column: number, down: number): HeadCell[] => [
  head(row, column, down, 1, 'SL'),
  head(row, column + 1, down, 1, '%'),
];

/** How many rows the header has, without the row of formulas. */
export const headRows = 4;

const names: Readonly<Record<string, string>> = {
  agency: 'Đơn vị',
  department: 'Phòng',
  field: 'Lĩnh vực',
  signer: 'Người ký',
};

/** The header of the official form, word for word. */
export function headOf(by: string): HeadCell[] {
  return [
    head(0, 0, 4, 1, 'Stt'),
    head(0, 1, 4, 1, names[by] ?? 'Đơn vị'),
    head(0, 2, 4, 1, 'Tổng số nhiệm vụ'),
    head(0, 3, 1, 5, 'Nhiệm vụ không có hạn cụ thể'),
    head(0, 8, 1, 11, 'Nhiệm vụ có hạn cụ thể'),
    head(1, 3, 3, 1, 'Tổng số'),
    head(1, 4, 1, 2, 'Đang triển khai'),
    head(1, 6, 1, 2, 'Đã hoàn thành'),
    head(1, 8, 3, 1, 'Tổng số'),
    head(1, 9, 1, 5, 'Chưa hoàn thành'),
    head(1, 14, 1, 5, 'Đã hoàn thành'),
    ...[...pair(2, 4, 2), ...pair(2, 6, 2)],
    head(2, 9, 2, 1, 'Tổng số'),
    head(2, 10, 1, 2, 'Trong hạn'),
    head(2, 12, 1, 2, 'Quá hạn'),
    head(2, 14, 2, 1, 'Tổng số'),
    head(2, 15, 1, 2, 'Trong hạn'),
    head(2, 17, 1, 2, 'Quá hạn'),
    ...[...pair(3, 10, 1), ...pair(3, 12, 1), ...pair(3, 15, 1), ...pair(3, 17, 1)],
  ];
}

/** What stands beside a row, in the order of the paper, with its words. */
export const besideWords: readonly (readonly [keyof Beside, string])[] = [
  ['awaiting', 'Đã báo cáo, chờ Văn phòng xác nhận'],
  ['extended', 'Đã gia hạn'],
  ['paused', 'Đang tạm dừng'],
  ['backdated', 'Báo cáo ghi lùi ngày'],
  ['lateEntry', 'Văn phòng nhập sau hạn'],
  ['late7', 'Quá hạn 1 - 7 ngày'],
  ['late30', 'Quá hạn 8 - 30 ngày'],
  ['lateMore', 'Quá hạn trên 30 ngày'],
];

/** The six leaves in the order of a bar, done first, with the words of the chart. */
export const leafWords: readonly (readonly [number, string])[] = [
  [14, 'Hoàn thành trong hạn'],
  [5, 'Hoàn thành, không có hạn'],
  [16, 'Hoàn thành quá hạn'],
  [9, 'Đang làm, trong hạn'],
  [3, 'Đang làm, không có hạn'],
  [11, 'Chưa xong, quá hạn'],
];
