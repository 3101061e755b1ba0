import type { Fault } from '@tddh/domain/refusal';
import type { Column, SheetRow } from '@tddh/intake/sheets/grid';
import type { Surroundings } from '@tddh/intake/surroundings';
import { createEffect, createSignal, on } from 'solid-js';

/** A reader of sheets: rows with their faults, and the columns that it did not find. */
export type Reader<K extends string, T> = (
  grid: readonly string[][],
  around: Surroundings,
) => { rows: SheetRow<K, T>[]; missing: string[] };

/**
 * The rows of a sheet while they are looked through: mended, dropped, and marked with what the server says. They are
 * judged again when the units and fields around them come, or change.
 */
export function useRows<K extends string, T>(
  columns: readonly Column<K>[],
  read: Reader<K, T>,
  around: () => Surroundings,
) {
  const [rows, setRows] = createSignal<SheetRow<K, T>[]>([]);
  const [missing, setMissing] = createSignal<string[]>([]);
  const titles = columns.map(({ title }) => title);

  function load(grid: readonly string[][]) {
    const found = read(grid, around());
    setRows(found.rows);
    setMissing(found.rows.length > 0 ? found.missing : []);
  }
  function judged(row: SheetRow<K, T>, cells: SheetRow<K, T>['cells']): SheetRow<K, T> {
    const [again] = read([titles, columns.map((one) => cells[one.key] ?? '')], around()).rows;
    return again ? { ...again, at: row.at, cells: { ...cells, ...again.cells } } : row;
  }
  /** Reads one row again after a cell of it was changed. */
  function change(at: number, key: K, text: string) {
    setRows((all) => all.map((row) => (row.at === at ? judged(row, { ...row.cells, [key]: text }) : row)));
  }
  createEffect(on(around, () => setRows((all) => all.map((row) => judged(row, row.cells))), { defer: true }));
  const drop = (at: number) => setRows((all) => all.filter((row) => row.at !== at));
  const faulty = () => rows().filter(({ faults }) => faults.length > 0);
  const dropFaulty = () => setRows((all) => all.filter(({ faults }) => faults.length === 0));
  /** Marks rows with faults that the server found: `place` tells row and column of a path. */
  function mark(faults: readonly Fault[], place: (path: string) => { at: number; key: K } | undefined) {
    setRows((all) =>
      all.map((row) => {
        const own = faults.flatMap(({ path, message }) => {
          const found = place(path);
          return found?.at === row.at ? [{ key: found.key, message }] : [];
        });
        return own.length > 0 ? { ...row, faults: own } : row;
      }),
    );
  }
  return { rows, missing, load, change, drop, faulty, dropFaulty, mark, clear: () => setRows([]) };
}
