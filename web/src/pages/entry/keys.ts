/** What the keys of the entry page do; rows are counted from 0. */
export interface EntryKeys {
  save: () => void;
  add: () => void;
  /** "Không giao nhiệm vụ". */
  none: () => void;
  undo: (() => void) | undefined;
  /** Goes to the words chosen in the source. */
  choose: (() => void) | undefined;
  drop: (row: number) => void;
  join: (row: number) => void;
  split: (row: number, at: number) => void;
  next: (from: HTMLElement) => void;
}

/** The action that a key means where it was pressed, or undefined. */
export function actionOf(event: KeyboardEvent, keys: EntryKeys): (() => void) | undefined {
  const target = event.target as HTMLElement;
  const row = Number(target.closest<HTMLElement>('[data-task]')?.dataset.task ?? Number.NaN);
  const inRow = !Number.isNaN(row);
  if (event.altKey) {
    if (event.code === 'KeyN') return keys.add;
    if (event.code === 'KeyK') return keys.none;
    if (event.code === 'KeyZ') return keys.undo;
    if (event.code === 'KeyA') return keys.choose;
    if (!inRow) return undefined;
    if (event.key === 'Delete') return () => keys.drop(row);
    if (event.key === 'Backspace') return () => keys.join(row);
    if (event.key === 'Enter' && target instanceof HTMLTextAreaElement)
      return () => keys.split(row, target.selectionStart);
    return undefined;
  }
  if (event.key !== 'Enter') return undefined;
  if (event.ctrlKey || event.metaKey) return keys.save;
  const field = target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
  return field && !event.defaultPrevented ? () => keys.next(target) : undefined;
}
