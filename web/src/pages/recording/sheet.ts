import { bulk, mostIds, reportOf } from '@tddh/domain/bulk';
import type { Day } from '@tddh/domain/day';
import { readInput } from '@tddh/domain/input';
import { Refusal } from '@tddh/domain/refusal';
import { createSignal } from 'solid-js';
import { createStore, produce } from 'solid-js/store';
import { sendMany } from '../../parts/deciding.ts';
import type { AssignmentItem, Confirmed } from '../../shapes.ts';
import { t } from '../../words/words.ts';
import type { PaperRow } from './rows.tsx';

/** What all paper reports have in common. */
export interface Common {
  result: string;
  documentNumber: string;
  documentDate: Day | null;
  reportedOn: Day | null;
  confirm: boolean;
}

/** The assignments taken and what is common to their paper reports; sent in one go, with what was refused kept. */
export function usePaperSheet(told: (results: Confirmed['results'], items: AssignmentItem[]) => void) {
  const [sheet, setSheet] = createStore<{ rows: PaperRow[]; common: Common }>({
    rows: [],
    common: {
      ...{ result: t('recording.resultDefault'), documentNumber: '', documentDate: null },
      ...{ reportedOn: null, confirm: true },
    },
  });
  /** Ids that are on their way to the server, or may still be taken back. */
  const [held, setHeld] = createSignal<readonly string[]>([]);
  const has = (id: string) => held().includes(id) || sheet.rows.some((row) => row.item.id === id);
  const take = (row: PaperRow) => {
    if (!has(row.item.id) && sheet.rows.length < mostIds) setSheet('rows', (rows) => [...rows, row]);
  };
  const remove = (id: string) => setSheet('rows', (rows) => rows.filter((row) => row.item.id !== id));
  const change = (id: string, part: Partial<PaperRow>) =>
    setSheet(
      'rows',
      (row) => row.item.id === id,
      produce((row) => Object.assign(row, part)),
    );

  /** Sends all rows; the faults by place where something is missing, and then nothing is sent. */
  function send(): Record<string, string> {
    const rows = sheet.rows.map((row) => ({ ...row }));
    const body = bodyOf(rows, sheet.common);
    const read = readInput(bulk.report, { ...body, ids: rows.map((row) => row.item.id) });
    if (read instanceof Refusal) return Object.fromEntries(read.faults.map((one) => [one.path, one.message]));
    const lacking = rows.find((row) => {
      const one = reportOf(read, row.item.id);
      return !one.documentNumber || !one.documentDate;
    });
    if (lacking) return { documentNumber: t('recording.numberMissing', { text: lacking.item.content }) };
    setSheet('rows', []);
    setHeld((ids) => [...ids, ...rows.map((row) => row.item.id)]);
    const release = () => setHeld((ids) => ids.filter((id) => !rows.some((row) => row.item.id === id)));
    const back = () => {
      release();
      for (const row of rows) take(row);
    };
    sendMany({
      ...{ rows: rows.map((row) => row.item), verb: 'report', body, undone: back },
      text: t(sheet.common.confirm ? 'many.recordedDone' : 'many.recorded', { n: rows.length }),
      some: (ok, bad) => t('many.recordSome', { ok, bad }),
      told: (results) => {
        release();
        for (const one of results) {
          const row = rows.find((each) => each.item.id === one.id);
          if (row && !one.ok) take({ ...row, said: one.message ?? t('many.bad') });
        }
        told(
          results,
          rows.map((row) => row.item),
        );
      },
    });
    return {};
  }
  return { sheet, setSheet, has, take, remove, change, send };
}

function bodyOf(rows: readonly PaperRow[], common: Common) {
  const own = rows
    .filter((row) => row.documentNumber.trim() || row.documentDate)
    .map((row) => ({
      id: row.item.id,
      ...(row.documentNumber.trim() ? { documentNumber: row.documentNumber } : {}),
      ...(row.documentDate ? { documentDate: row.documentDate } : {}),
    }));
  return {
    ...{ result: common.result, confirm: common.confirm, own },
    ...(common.documentNumber.trim() ? { documentNumber: common.documentNumber } : {}),
    ...(common.documentDate ? { documentDate: common.documentDate } : {}),
    ...(common.reportedOn ? { reportedOn: common.reportedOn } : {}),
  };
}
