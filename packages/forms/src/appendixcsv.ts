import { type Appendix, columns, type FormRow, headOf } from './appendix.ts';
import { csvOf } from './csv.ts';

/** The rows of a table as CSV: a mark of UTF-8 first, a point in decimals, nothing that a program could compute. */
export function appendixCsv(of: Appendix): Uint8Array {
  const line = (i: string | number, row: Pick<FormRow, 'columns'>, title: string) => [
    i,
    title,
    ...row.columns,
  ];
  return csvOf([
    ['Stt', headOf(of.by)[1]!.text, ...columns.map(({ n }) => `(${n})`)],
    ...of.rows.map((row, i) => line(i + 1, row, row.unit.name)),
    line('', of.total, 'Tổng cộng'),
  ]);
}
