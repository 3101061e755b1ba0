import * as v from 'valibot';
import { type Day, showDay } from './day.ts';
import { readDay } from './dayinput.ts';
import { readInput } from './input.ts';
import { type Fault, Refusal } from './refusal.ts';
import { fold } from './text.ts';
import { type Command, verbs } from './verbs.ts';

/** What an officer may propose for an assignment of a campaign. */
export const outcomes = ['confirm', 'return', 'report', 'cancel', 'leave'] as const;
export type Proposed = (typeof outcomes)[number];

/** How each is written in a sheet. */
export const outcomeWords: Readonly<Record<Proposed, string>> = {
  confirm: 'Xác nhận',
  return: 'Trả lại',
  report: 'Báo cáo giấy',
  cancel: 'Hủy',
  leave: 'Giữ nguyên',
};

const cell = (most: number) => v.pipe(v.string('Ô phải là chữ.'), v.maxLength(most, 'Ô này quá dài.'));

/** One row of a campaign's sheet as it was filled in: all text, nothing believed. */
export const sheetRow = v.strictObject({
  /** Its number in the sheet, from 1. */
  row: v.pipe(v.number('Số dòng là một số.'), v.integer(), v.minValue(1), v.maxValue(1_000_000)),
  id: cell(100),
  stamp: cell(100),
  outcome: cell(200),
  reason: cell(5000),
  documentNumber: cell(200),
  documentDate: cell(40),
  reportedOn: cell(40),
  cureOn: cell(40),
});
export type SheetRow = v.InferOutput<typeof sheetRow>;

/** A row that was understood: the verb to take, or none where everything stays as it is. */
export interface Proposal {
  outcome: Proposed;
  command?: Command;
}

/**
 * Reads what a row proposes.
 * @returns the proposal, or the faults with the column of each (a key of the row) and what to do
 */
export function proposalOf(row: SheetRow, today: Day): Proposal | Fault[] {
  const written = fold(row.outcome);
  const outcome = written === '' ? 'leave' : outcomes.find((one) => fold(outcomeWords[one]) === written);
  if (!outcome) {
    const known = Object.values(outcomeWords).join(', ');
    return [
      {
        path: 'outcome',
        message: `Không hiểu “${row.outcome.trim()}”. Ghi một trong: ${known}; để trống là giữ nguyên.`,
      },
    ];
  }
  const faults: Fault[] = [];
  const dayIn = (path: 'documentDate' | 'reportedOn' | 'cureOn') => {
    if (row[path].trim() === '') return undefined;
    const read = readDay(row[path], today, path === 'cureOn' ? 'future' : 'past');
    if ('day' in read) return read.day;
    faults.push({ path, message: `Không đọc được ngày “${row[path].trim()}”. Ghi dạng 30/11/2023.` });
    return undefined;
  };
  const reason = row.reason.trim();
  const owed = (path: keyof SheetRow, message: string) => faults.push({ path, message });
  const bodies: Record<Exclude<Proposed, 'leave'>, () => object> = {
    confirm: () => ({}),
    return: () => {
      if (!reason) owed('reason', 'Trả lại cần lý do. Hãy ghi lý do.');
      const cureOn = dayIn('cureOn');
      return { reason, ...(cureOn ? { cureOn } : {}) };
    },
    cancel: () => {
      if (!reason) owed('reason', 'Hủy cần lý do. Hãy ghi lý do.');
      return { reason };
    },
    report: () => {
      const documentNumber = row.documentNumber.trim();
      if (!documentNumber) owed('documentNumber', 'Báo cáo giấy cần số văn bản đến. Hãy ghi số.');
      if (!row.documentDate.trim()) owed('documentDate', 'Báo cáo giấy cần ngày văn bản đến. Hãy ghi ngày.');
      const documentDate = dayIn('documentDate');
      const reportedOn = dayIn('reportedOn');
      const said = documentDate ? `Báo cáo tại văn bản ${documentNumber} ngày ${showDay(documentDate)}` : '-';
      return {
        ...{ result: reason || said, documentNumber, documentDate, confirm: true },
        ...(reportedOn ? { reportedOn } : {}),
      };
    },
  };
  if (outcome === 'leave') return { outcome };
  const body = bodies[outcome]();
  if (faults.length > 0) return faults;
  const read = readInput(verbs[outcome], body);
  if (read instanceof Refusal) return read.faults.map((fault) => ({ ...fault, path: pathIn(fault.path) }));
  return { outcome, command: { verb: outcome, body: read } as Command };
}

/** The column of a place in a verb's body. */
function pathIn(path: string): string {
  return path === 'result' ? 'reason' : path;
}
