import type { Same } from '../sections.ts';
import type { files as vi } from '../vi/files.ts';

export const files: Same<typeof vi> = {
  file: {
    label: 'Files',
    choose: 'Choose files',
    drop: 'Drop or paste files here',
    hint: 'PDF, Word, Excel, PowerPoint, ODF, pictures, TXT; 20 MB each at most.',
    list: 'Files of this report',
    sending: 'Sending {{name}}',
    checking: 'looking at its content',
    sent: '{{name}} was sent',
    failed: 'Not sent. Check the network and try again.',
    full: 'The server has no room for files. Tell the administrator.',
    retry: 'Send {{name}} again',
    remove: 'Remove {{name}}',
    removed: '{{name}} was removed',
    waits: 'A file is still on its way. Wait for it, then send.',
    bad: 'Remove or send again the file that was not taken, then send.',
    most: 'At most {{n}} files in a report.',
    same: '{{name}} is in the list already.',
    download: 'Download {{name}}, {{size}}',
  },
  mine: {
    report: 'Report',
    reportRow: 'Report the result: {{text}}',
    reported: 'The report was filed',
    hintReport: 'report',
    asked: 'Questions and answers',
    askedNone: 'No question on the work in hand.',
    open: 'owed an answer by {{day}}',
    answered: 'answered on {{day}}',
    ours: 'We asked on {{day}}',
    theirs: 'The Office asked on {{day}}',
    draft: 'a draft is kept',
    bar: 'Main actions',
  },
};
