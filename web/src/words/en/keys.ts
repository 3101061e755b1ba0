import type { Same } from '../sections.ts';
import type { keys as vi } from '../vi/keys.ts';

/** Words of the palette and of the sheet of keys. */
export const keys: Same<typeof vi> = {
  palette: {
    title: 'Search and go',
    placeholder: 'Document number, content, unit or page',
    pages: 'Pages',
    units: 'Units',
    assignments: 'Assignments',
    none: 'Nothing matches “{{text}}”.',
    noneHint: 'Try fewer words; accents are not needed.',
    searching: 'Searching…',
    all: 'All assignments that match “{{text}}”',
    move: 'choose',
    go: 'open',
  },
  keys: {
    title: 'Keyboard shortcuts',
    everywhere: 'Everywhere',
    list: 'In a list',
    table: 'In the appendix',
    palette: 'Search and go',
    search: 'Search field',
    help: 'This sheet',
    overview: 'Go to the overview',
    queue: 'Go to what awaits confirmation',
    assignments: 'Go to assignments',
    enter: 'Enter a document',
    down: 'Next row',
    up: 'Previous row',
    select: 'Select the row',
    confirm: 'Confirm as done',
    giveBack: 'Return',
    open: 'Open',
    undo: 'Undo',
    arrows: 'Move between cells',
    close: 'Close',
    after: 'then',
  },
};
