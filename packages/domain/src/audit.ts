import * as v from 'valibot';
import { day } from './dayrule.ts';
import { page } from './filter.ts';
import { id } from './text.ts';

/**
 * What the audit log records (beside the history of assignments and documents, which records itself). The list is
 * closed; a word for each stands in `words/vi/audit.ts`.
 */
export const acts = [
  'signed-in',
  'sign-in-refused',
  'locked-out',
  'unlocked',
  'signed-out',
  'signed-out-everywhere',
  'refused',
  'password-changed',
  'factor-set',
  'factor-removed',
  'recovery-used',
  'recovery-renewed',
  'link-sent',
  'link-made',
  'link-used',
  'reactivated',
  'person-added',
  'person-changed',
  'handed-over',
  'unit-changed',
  'reorganised',
  'round-opened',
  'settings-changed',
  'national-changed',
  'exported',
  'frozen',
  'imported',
  'lesson-recorded',
] as const;
export type Act = (typeof acts)[number];

/** The query of the audit log, newest first: by who did it, whom or what it concerns, the act, and days. */
export const auditFilter = v.strictObject({
  actor: v.optional(id),
  subject: v.optional(id),
  act: v.optional(v.picklist(acts, 'Việc này không có trong nhật ký.')),
  from: v.optional(day),
  to: v.optional(day),
  ...page,
});
export type AuditFilter = v.InferOutput<typeof auditFilter>;
