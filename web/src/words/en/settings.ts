import type { Same } from '../sections.ts';
import type { settings as vi } from '../vi/settings.ts';

export const settings: Same<typeof vi> = {
  settings: {
    lead: 'The figures that the system uses. Changes hold at once for everybody and are recorded.',
    group: {
      work: 'Assignments',
      mail: 'Reminders and mail',
      access: 'Signing in',
      files: 'Files',
      record: 'The record',
    },
    startAfter: 'In progress by itself after (working days)',
    startAfterHint: 'What nobody accepted. From 0 to 30.',
    extensions: 'Extensions at the unit’s request',
    extensionsHint: 'For each assignment. From 0 to 10.',
    answerWithin: 'A question is owed an answer within (working days)',
    answerWithinHint: 'From 1 to 30.',
    secondPerson: 'A paper report needs another person to confirm it',
    secondPersonHint: 'Who records a report for a unit cannot confirm it.',
    decimalComma: 'Papers use a decimal comma',
    decimalCommaHint: 'The official form uses a point (49.39). Numbers in Excel files stay numbers.',
    entryWithin: 'Outgoing documents are entered after signing within (working days)',
    entryWithinHint: 'Later ones show on the page of coverage. From 0 to 30.',
    remindBefore: 'Remind the unit before the due day (days)',
    remindBeforeHint: 'Such as 7, 3, 1. On a day off it is sent the working day before.',
    noteEvery: 'A task without a due date owes a progress note every (days)',
    noteEveryHint: 'From 7 to 365.',
    mailDays: 'Try to send a letter again for (days)',
    mailDaysHint: 'Then it stands on the page Outgoing mail, for you to send again. From 1 to 14.',
    rosterReminders: 'Remind of the focal persons before the due day (days)',
    rosterRemindersHint: 'Numbers with commas, such as 3, 1. Empty: no reminder.',
    escalateAfter: 'A report that waits is told to those above after (working days)',
    escalateAfterHint: 'The head of the department, the deputy of the field, the chief; such as 3, 5, 10.',
  },
};
