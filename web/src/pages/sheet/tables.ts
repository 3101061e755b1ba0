import { gridOf, isGrid } from '@tddh/intake/sheets/grid';
import { onCleanup, onMount } from 'solid-js';
import { t } from '../../words/words.ts';
import { readFile } from '../entry/files.ts';

/** A table as rows of cells, or why there is none. */
export type Table = { grid: string[][] } | { trouble: string };

/** The table of a chosen Excel file. */
export async function tableOf(file: File): Promise<Table> {
  const answer = await readFile(file);
  if (answer === 'slow') return { trouble: t('grid.noTable') };
  if (answer.trouble) return { trouble: answer.trouble };
  if (answer.rows) return { grid: answer.rows };
  if (answer.read?.kind === 'text' && isGrid(answer.read.text)) return { grid: gridOf(answer.read.text) };
  return { trouble: t('grid.noTable') };
}

/** Tables that are pasted anywhere on a page. */
export function usePastedTable(take: (grid: string[][]) => void): void {
  onMount(() => {
    const paste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (!isGrid(text)) return;
      event.preventDefault();
      take(gridOf(text));
    };
    document.addEventListener('paste', paste);
    onCleanup(() => document.removeEventListener('paste', paste));
  });
}

/** Saves a workbook with titles, so that people fill what is read back. */
export async function saveTemplate(
  name: string,
  columns: readonly { title: string }[],
  example: readonly string[],
): Promise<void> {
  const { writeSheet } = await import('@tddh/forms/sheet');
  const bytes = await writeSheet([
    { name: 'Nhập', columns: columns.map(({ title }) => ({ title, width: 24 })), rows: [example] },
  ]);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes as BlobPart]));
  link.download = `${name}.xlsx`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
