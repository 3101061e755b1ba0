import type { Fault } from '@tddh/domain/refusal';
import type { Column, SheetRow } from '@tddh/intake/sheets/grid';
import { createSignal } from 'solid-js';

/** A reader of sheets: rows with their faults, and the columns that it did not find. */
export type Reader<K extends string, T> = (grid: readonly string[][]) => {
  rows: SheetRow<K, T>[];
  missing: string[];
};

/** The rows of a sheet while they are looked through: mended, dropped, and marked with what the server says. */
export function useRows<K extends string, T>(columns: readonly Column<K>[], read: () => Reader<K, T>) {
  const [rows, setRows] = createSignal<SheetRow<K, T>[]>([]);
  const [missing, setMissing] = createSignal<string[]>([]);
  const titles = columns.map(({ title }) => title);

  function load(grid: readonly string[][]) {
    const found = read()(grid);
    setRows(found.rows);
    setMissing(found.rows.length > 0 ? found.missing : []);
  }
  /** Reads one row again after a cell of it was changed. */
  function change(at: number, key: K, text: string) {
    setRows((all) =>
      all.map((row) => {
        if (row.at !== at) return row;
        const cells = { ...row.cells, [key]: text };
        const again = read()([titles, columns.map((one) => cells[one.key] ?? '')]).rows[0];
        return again ? { ...again, at, cells: { ...cells, ...again.cells } } : row;
      }),
    );
  }
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
