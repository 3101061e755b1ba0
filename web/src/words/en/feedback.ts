import type { Same } from '../sections.ts';
import type { feedback as vi } from '../vi/feedback.ts';

export const feedback: Same<typeof vi> = {
  feedback: {
    title: 'Feedback to the help desk',
    lead: 'A difficulty, a function you need, or praise: the help desk answers each and tells you.',
    kind: { difficulty: 'Difficulty', function: 'Function', praise: 'Praise' },
    kindLabel: 'Kind of feedback',
    text: 'Your feedback',
    hint: {
      difficulty: 'What were you doing, and where did you get stuck?',
      function: 'What should be added or changed, to do what?',
      praise: 'What helps you?',
    },
    onPage: 'The address of this page goes along: {{page}}',
    send: 'Send feedback',
    sent: 'Sent to the help desk. The answer will appear in your notices.',
    mine: 'My feedback',
    evaluations: 'Evaluations',
    desk: 'Feedback of everybody',
    deskLead: 'Answer each: its sender is told in the product and in the digest of the next working day.',
    none: 'No feedback yet',
    noneHint: 'The feedback button is at the top of every page.',
    state: { new: 'New', doing: 'In progress', done: 'Settled', declined: 'Not to be done' },
    stateLabel: 'State',
    waiting: 'Waiting',
    all: 'All',
    anyKind: 'Every kind',
    from: '{{who}}, {{unit}}',
    page: 'Page',
    answer: 'Answer',
    answerOf: 'Answer the feedback of {{who}}',
    answerText: 'Answer text',
    answered: 'Answered. The sender is told.',
    cancel: 'Cancel',
  },
};
