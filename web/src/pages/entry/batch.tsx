import type { NewDocument } from '@tddh/domain/document';
import { documentsOf, readTasks, type SheetTask, type TaskKey, taskColumns } from '@tddh/intake/sheets/tasks';
import type { Surroundings } from '@tddh/intake/surroundings';
import { createEffect, createMemo, createSignal, Show } from 'solid-js';
import { Button } from '../../parts/button.tsx';
import { say, sayProblem } from '../../parts/toasts.ts';
import { Problem } from '../../problem.ts';
import { invalidate } from '../../queries.ts';
import { t } from '../../words/words.ts';
import { chunk, sheetCalls } from '../sheet/calls.ts';
import { SheetPreview } from '../sheet/preview.tsx';
import { useRows } from '../sheet/rows.ts';
import type { KeptTable } from './keep.ts';

/** Tasks of a table, looked through row by row and entered as one batch: all of them, or none. */
export function Batch(props: {
  table: KeptTable;
  /** Told the rows as they stand, so that they survive a reload. */
  keep: (table: KeptTable) => void;
  around: Surroundings;
  today: string;
  issuer: string;
  field: string;
  /** Puts the rows into the document in work: for tables that say nothing of their document. */
  here: (tasks: SheetTask[]) => void;
  leave: () => void;
}) {
  const sheet = useRows<TaskKey, SheetTask>(
    taskColumns,
    (grid, around) => readTasks(grid, around, props.today),
    () => props.around,
  );
  const { batch } = props.table;
  sheet.load(props.table.grid);
  createEffect(() => {
    const titles = taskColumns.map(({ title }) => title);
    const cells = sheet.rows().map((row) => taskColumns.map(({ key }) => row.cells[key] ?? ''));
    if (cells.length > 0) props.keep({ batch, grid: [titles, ...cells] });
  });
  const [busy, setBusy] = createSignal('');
  const good = createMemo(() => sheet.rows().flatMap(({ at, value }) => (value ? [{ at, value }] : [])));
  const documents = createMemo(() => documentsOf(good()));
  const headless = () => good().every(({ value }) => !value.number && !value.subject);

  const bodies = (): NewDocument[] =>
    documents().map(({ tasks }) => {
      const [{ number, issuedOn, issuer, type, subject, signer }] = tasks as [SheetTask];
      const drafted = number === null || issuedOn === null;
      return {
        ...{
          number,
          issuedOn,
          type,
          issuer: issuer || props.issuer,
          subject: subject || tasks[0]!.content.slice(0, 200),
        },
        ...(signer ? { signer } : {}),
        ...(props.field ? { field: props.field } : {}),
        ...(drafted ? { draft: true } : {}),
        tasks: tasks.map(({ content, leads, supports, dueOn }) => ({ content, leads, supports, dueOn })),
      };
    });
  async function send() {
    const all = bodies();
    try {
      for (const check of [true, false])
        for (let at = 0; at < all.length; at += chunk) {
          setBusy(t('grid.sending', { n: check ? 0 : at, all: all.length }));
          await told(at, () => sheetCalls.importDocuments(batch, all.slice(at, at + chunk), check));
        }
      say(t('entering.done', { n: all.length }), 'good');
      void invalidate();
      props.leave();
    } catch (error) {
      sayProblem(error);
    } finally {
      setBusy('');
    }
  }
  /** Marks the rows that the server refuses. */
  async function told(from: number, work: () => Promise<unknown>) {
    try {
      await work();
    } catch (error) {
      if (error instanceof Problem)
        sheet.mark(error.errors, (path) => {
          const [, at, rest = ''] = /^documents\.(\d+)\.?(.*)$/.exec(path) ?? [];
          const one = at === undefined ? undefined : documents()[from + Number(at)];
          if (!one) return undefined;
          const [, task, key] = /^tasks\.(\d+)\.(\w+)/.exec(rest) ?? [];
          return { at: one.rows[Number(task ?? 0)]!, key: (key ?? (rest || 'number')) as TaskKey };
        });
      throw error;
    }
  }
  return (
    <SheetPreview
      title={t('entering.title')}
      lead={`${t('entering.lead', { documents: documents().length, tasks: good().length })}. ${t('entering.draft')}`}
      columns={taskColumns}
      rows={sheet.rows()}
      missing={sheet.missing()}
      change={sheet.change}
      drop={sheet.drop}
      dropFaulty={sheet.dropFaulty}
      leave={props.leave}
      act={t('entering.send', { n: documents().length })}
      send={() => void send()}
      busy={busy()}
    >
      <Show when={headless() && good().length > 0 && sheet.faulty().length === 0}>
        <Button onClick={() => props.here(good().map(({ value }) => value))}>{t('entering.here')}</Button>
      </Show>
    </SheetPreview>
  );
}
