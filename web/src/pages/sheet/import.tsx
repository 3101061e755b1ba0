import type { Fault } from '@tddh/domain/refusal';
import type { Column, SheetRow } from '@tddh/intake/sheets/grid';
import type { Surroundings } from '@tddh/intake/surroundings';
import { createSignal, Show } from 'solid-js';
import { say, sayProblem } from '../../parts/toasts.ts';
import { invalidate } from '../../queries.ts';
import { t } from '../../words/words.ts';
import { SheetPreview } from './preview.tsx';
import { type Reader, useRows } from './rows.ts';
import { TableIn } from './tablein.tsx';

/** A row that may be sent, with its number in the sheet. */
export interface Placed<T> {
  at: number;
  value: T;
}
/** What a way of sending may tell while it runs. */
export interface Sending<K> {
  /** So many rows are written. */
  progress: (done: number) => void;
  /** Marks the rows that the server refuses. */
  mark: (faults: readonly Fault[], place: (path: string) => { at: number; key: K } | undefined) => void;
}

/** A table that is taken over: brought in, looked through row by row, and sent; what was said of it, or why not. */
export function SheetImport<K extends string, T>(props: {
  title: string;
  bring: string;
  hint: string;
  columns: readonly Column<K>[];
  template: { name: string; example: readonly string[] };
  read: Reader<K, T>;
  /** What the rows are judged by. */
  around: Surroundings;
  lead?: (rows: readonly SheetRow<K, T>[]) => string | undefined;
  act: (rows: number) => string;
  /** Sends all rows and answers in words what became of them. */
  send: (rows: readonly Placed<T>[], tell: Sending<K>) => Promise<string>;
}) {
  const sheet = useRows<K, T>(
    props.columns,
    (grid, around) => props.read(grid, around),
    () => props.around,
  );
  const [open, setOpen] = createSignal(false);
  const [busy, setBusy] = createSignal('');

  async function send() {
    const rows = sheet.rows().flatMap(({ at, value }) => (value ? [{ at, value }] : []));
    const progress = (done: number) => setBusy(t('grid.sending', { n: done, all: rows.length }));
    progress(0);
    try {
      say(await props.send(rows, { progress, mark: sheet.mark }), 'good');
      setOpen(false);
      sheet.clear();
      void invalidate();
    } catch (error) {
      sayProblem(error);
    } finally {
      setBusy('');
    }
  }
  return (
    <Show
      when={open()}
      fallback={
        <TableIn
          title={props.bring}
          hint={props.hint}
          template={{ ...props.template, columns: props.columns }}
          take={(grid) => {
            sheet.load(grid);
            setOpen(true);
          }}
        />
      }
    >
      <SheetPreview
        title={props.title}
        lead={props.lead?.(sheet.rows())}
        columns={props.columns}
        rows={sheet.rows()}
        missing={sheet.missing()}
        change={sheet.change}
        drop={sheet.drop}
        dropFaulty={sheet.dropFaulty}
        leave={() => setOpen(false)}
        act={props.act(sheet.rows().length)}
        send={() => void send()}
        busy={busy()}
      />
    </Show>
  );
}
