import type { Day } from '@tddh/domain/day';
import type { FileSeen } from '@tddh/domain/file';
import type { Verb } from '@tddh/domain/verbs';

/** How one value of a verb's body is asked for. The label is the word `ask.<word>`. */
export interface Ask {
  /** Its path in the body: `reason`, `fields.content`. */
  path: string;
  kind: 'text' | 'area' | 'day' | 'unit' | 'check' | 'field' | 'decision' | 'files';
  word: string;
  hint?: string;
  /** May stay empty. */
  optional?: boolean;
  toward?: 'future' | 'past';
  /** One of several of which one is owed: not called optional. */
  either?: boolean;
  /** A day that may be "no due date" in so many words. */
  noDue?: boolean;
}

const reason: Ask = { path: 'reason', kind: 'area', word: 'reason' };
const mayReason: Ask = { ...reason, optional: true };
const reference: Ask = { path: 'reference', kind: 'text', word: 'reference' };
const due: Ask = { path: 'dueOn', kind: 'day', word: 'dueOn' };
const cure: Ask = { path: 'cureOn', kind: 'day', word: 'cureOn' };

const files: Ask = { path: 'files', kind: 'files', word: 'files', optional: true };

/** The form of each verb: one table, in the order of the fields. The schemas of the domain judge what is sent. */
export const forms: Record<Verb, readonly Ask[]> = {
  accept: [],
  report: [
    { path: 'result', kind: 'area', word: 'result' },
    {
      ...{ path: 'documentNumber', kind: 'text', word: 'documentNumber', hint: 'documentNumberHint' },
      ...{ optional: true, either: true },
    },
    {
      ...{ path: 'documentDate', kind: 'day', word: 'documentDate', toward: 'past' },
      ...{ optional: true, either: true },
    },
    { ...files, either: true },
  ],
  withdraw: [mayReason],
  confirm: [],
  return: [reason, { ...cure, hint: 'cureOnHint', optional: true }],
  reopen: [reason, cure],
  extend: [
    due,
    reason,
    { path: 'requestNumber', kind: 'text', word: 'requestNumber', hint: 'requestNumberHint', optional: true },
  ],
  grant: [
    { path: 'agreedBy', kind: 'text', word: 'agreedBy' },
    { ...reference, optional: true },
    { ...due, word: 'dueOnAsked', hint: 'dueOnAskedHint', optional: true },
  ],
  refuse: [reason],
  redue: [due, reference],
  pause: [reason, reference],
  resume: [{ ...due, word: 'dueOnResume', hint: 'dueOnResumeHint', optional: true }],
  recall: [reason, reference],
  cancel: [reason, { path: 'lead', kind: 'unit', word: 'right', hint: 'rightHint', optional: true }],
  correct: [
    { path: 'fields.content', kind: 'area', word: 'content' },
    { path: 'fields.dueOn', kind: 'day', word: 'correctDue', noDue: true },
    { path: 'fields.field', kind: 'field', word: 'field' },
    { path: 'fields.signer', kind: 'text', word: 'signer', optional: true },
    reason,
  ],
  transfer: [{ path: 'to', kind: 'unit', word: 'to' }, reason],
  'transfer-decide': [{ path: 'accept', kind: 'decision', word: 'decision' }, mayReason],
  remind: [{ path: 'message', kind: 'area', word: 'message', optional: true }],
  note: [
    { path: 'text', kind: 'area', word: 'progress' },
    { path: 'blocker', kind: 'area', word: 'blocker', optional: true },
    files,
  ],
  ask: [{ path: 'text', kind: 'area', word: 'question' }, files],
  answer: [{ path: 'text', kind: 'area', word: 'answer' }, files],
  direct: [{ path: 'text', kind: 'area', word: 'opinion' }],
};

/** What the unit adds whose assignment is marked overdue, where it holds the mark to be wrong. */
export const disputed: readonly Ask[] = [
  ...forms.ask,
  { path: 'dispute', kind: 'check', word: 'dispute', hint: 'disputeHint', optional: true },
];

/** What an officer adds who records a report that came on paper. */
export const onPaper: readonly Ask[] = [
  ...forms.report,
  {
    path: 'reportedOn',
    kind: 'day',
    word: 'reportedOn',
    hint: 'reportedOnHint',
    toward: 'past',
    optional: true,
  },
  { path: 'confirm', kind: 'check', word: 'confirmNow', hint: 'confirmNowHint', optional: true },
];

export type Value = string | boolean | Day | null | readonly FileSeen[];
export type Values = Record<string, Value>;

/**
 * The body that a form sends: empty values are left out, but for texts that are owed (so that the schema names them);
 * `a.b` is nested, and a correction sends only what differs
 * from `before`. A `null` day is sent only where the form asks for it (`noDue`).
 */
export function bodyOf(asks: readonly Ask[], values: Values, before: Values = {}): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const { path, noDue, kind, optional } of asks) {
    const written = kind === 'text' || kind === 'area';
    const owed = written && !optional && !path.includes('.');
    const value = values[path] === undefined && owed ? '' : values[path];
    if (kind === 'decision') {
      body[path] = value !== 'no';
      continue;
    }
    if (kind === 'files') {
      const ids = Array.isArray(value) ? (value as readonly FileSeen[]).map((file) => file.id) : [];
      if (ids.length > 0) body[path] = ids;
      continue;
    }
    const [outer, inner] = path.split('.');
    if (!outer || value === undefined) continue;
    const given = owed || (value !== '' && value !== false && (value !== null || noDue === true));
    if (!inner) {
      if (given) body[outer] = value;
      continue;
    }
    const group = { ...(body[outer] as object | undefined) } as Record<string, unknown>;
    if (given && value !== before[path]) group[inner] = value;
    body[outer] = group;
  }
  return body;
}
