import * as v from 'valibot';
import type { EventType } from './events.ts';
import { isAgencyRole, type Role } from './person.ts';

/** What a person may be told of; each chooses for each how. The first four also at once by mail. */
export const noticeKinds = [
  'assigned',
  'returned',
  'soon',
  'overdue',
  'awaiting',
  'questions',
  'decisions',
  'progress',
  'feedback',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** How: a letter at once, in the day's digest, or in the product alone (where everything stands in any case). */
export const noticeWays = ['now', 'digest', 'app'] as const;
export type NoticeWay = (typeof noticeWays)[number];

/** Kinds that may be mailed at once (design.md, What people expect). */
export const instantKinds: readonly NoticeKind[] = ['assigned', 'returned', 'soon', 'overdue'];

/** What a person has chosen; for the rest `usualWay` holds. */
export type Preferences = Partial<Record<NoticeKind, NoticeWay>>;

/** Who must act is told at once, everybody else in the digest. */
export function usualWay(kind: NoticeKind, role: Role): NoticeWay {
  if (kind === 'progress') return 'app';
  return instantKinds.includes(kind) && isAgencyRole(role) ? 'now' : 'digest';
}

/** How this person is told of this kind. */
export function wayOf(kind: NoticeKind, role: Role, chosen: Preferences): NoticeWay {
  return chosen[kind] ?? usualWay(kind, role);
}

const atOnce = v.optional(v.picklist(noticeWays, 'Chọn now (gửi ngay), digest (bản tổng hợp) hoặc app.'));
const later = v.optional(
  v.picklist(['digest', 'app'], 'Loại này không gửi ngay: chọn digest (bản tổng hợp) hoặc app.'),
);

/** What a person sends to choose. */
export const preferencesChange = v.strictObject({
  ...{ assigned: atOnce, returned: atOnce, soon: atOnce, overdue: atOnce },
  ...{ awaiting: later, questions: later, decisions: later, progress: later },
  feedback: later,
});

/** Whom an event concerns: the unit that carries it out, the department that follows it; partners of the same task. */
export interface Told {
  kind: NoticeKind;
  sides: readonly ('agency' | 'department')[];
  /** True where the other units of the task are told too: those that support it of its progress, and the other way. */
  partners?: true;
  /** Who else is told: those who decide what was asked, or who asked what was answered. */
  also?: 'deciders' | 'asker';
}

const agency = ['agency'] as const;
const department = ['department'] as const;
const both = ['agency', 'department'] as const;

const told: Partial<Record<EventType, Told>> = {
  assigned: { kind: 'assigned', sides: agency },
  returned: { kind: 'returned', sides: agency },
  reopened: { kind: 'returned', sides: both },
  reminded: { kind: 'soon', sides: agency },
  overdue: { kind: 'overdue', sides: both },
  reported: { kind: 'awaiting', sides: department, partners: true },
  withdrawn: { kind: 'awaiting', sides: department },
  asked: { kind: 'questions', sides: both },
  answered: { kind: 'questions', sides: both, also: 'asker' },
  confirmed: { kind: 'decisions', sides: agency, partners: true },
  'extension-asked': { kind: 'decisions', sides: department, also: 'deciders' },
  'extension-granted': { kind: 'decisions', sides: both, partners: true },
  'extension-refused': { kind: 'decisions', sides: both },
  'due-moved': { kind: 'decisions', sides: agency, partners: true },
  paused: { kind: 'decisions', sides: both, partners: true },
  resumed: { kind: 'decisions', sides: both, partners: true },
  recalled: { kind: 'decisions', sides: both, partners: true },
  cancelled: { kind: 'decisions', sides: agency, partners: true },
  'transfer-asked': { kind: 'decisions', sides: department },
  'transfer-refused': { kind: 'decisions', sides: agency },
  transferred: { kind: 'decisions', sides: both },
  directed: { kind: 'decisions', sides: both },
  noted: { kind: 'progress', sides: department, partners: true },
};

/** Whom an event concerns; undefined for what nobody is told of by itself. @param type as the bus names it, `assignment.reported` */
export function toldOf(type: string): Told | undefined {
  return told[type.replace(/^assignment\./, '') as EventType];
}
