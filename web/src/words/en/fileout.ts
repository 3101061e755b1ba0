import type { Same } from '../sections.ts';
import type { fileout as vi } from '../vi/fileout.ts';

export const fileout: Same<typeof vi> = {
  fileout: {
    title: 'Exported files',
    lead: 'A list too long to download at once is written as a file here; only who exported it can fetch it.',
    none: 'No file yet',
    noneHint: 'A list longer than one download holds appears here after “Export to Excel”.',
    toList: 'Open the list of assignments',
    asked: 'Asked at {{at}}',
    working: 'Writing: {{rows}} rows read. You may leave this page, the file is written on.',
    done: '{{rows}} rows, {{size}} MB; can be fetched until {{until}}',
    fetch: 'Download',
  },
};
