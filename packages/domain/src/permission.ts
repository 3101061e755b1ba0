import type { Assignment } from './assignment.ts';
import type { Actor } from './person.ts';
import { isAgencyRole, readsAll } from './person.ts';
import type { Command } from './verbs.ts';

/** What the rule needs to know of an assignment. */
export type Subject = Pick<
  Assignment,
  'agencyId' | 'agencyKind' | 'departmentId' | 'role' | 'reports' | 'extensions' | 'national'
>;

/** True for those who carry the assignment out: the agency's people, or of a department that leads it. */
export function carries(actor: Actor, a: Subject): boolean {
  if (actor.unitId !== a.agencyId) return false;
  return isAgencyRole(actor.role) || (a.agencyKind === 'department' && isOfficer(actor));
}

function isOfficer(actor: Actor): boolean {
  return actor.role === 'officer' || actor.role === 'department-head';
}

/** True for officers and the head of the department that follows the assignment. */
export function follows(actor: Actor, a: Subject): boolean {
  return isOfficer(actor) && actor.unitId === a.departmentId;
}

/** True where the person may see the assignment at all: an agency sees only its own. */
export function maySee(actor: Actor, a: Pick<Subject, 'agencyId'>): boolean {
  return readsAll(actor.role) || actor.unitId === a.agencyId;
}

/** Nobody confirms a report of a unit to which they belong; what the Office itself leads, an office-leader decides. */
function decidesReports(actor: Actor, a: Subject): boolean {
  if (actor.unitId === a.agencyId) return false;
  if (actor.role === 'office-leader') return true;
  return a.agencyKind === 'agency' && follows(actor, a);
}

type Rule = (actor: Actor, a: Subject) => boolean;
const leads: Rule = (actor, a) => carries(actor, a) && a.role === 'lead';
const officeLeader: Rule = (actor) => actor.role === 'office-leader';
const office: Rule = (actor, a) => follows(actor, a) || officeLeader(actor, a);
/** The national link changes only what carries out a national task. */
const nation: Rule = (actor, a) => actor.role === 'national' && a.national !== undefined;
const untilReport: Rule = (actor, a) =>
  a.reports.length === 0 ? office(actor, a) || nation(actor, a) : officeLeader(actor, a);
const speaks: Rule = (actor, a) => carries(actor, a) || office(actor, a) || actor.role === 'leader';
const decidesExtensions: Rule = (actor, a) =>
  a.agencyKind === 'office' ? actor.role === 'leader' : officeLeader(actor, a);

const rules: Record<Command['verb'], Rule> = {
  accept: (actor, a) => leads(actor, a) || actor.role === 'system',
  report: (actor, a) =>
    a.role === 'lead' && (leads(actor, a) || (a.agencyKind === 'agency' && follows(actor, a))),
  withdraw: leads,
  confirm: decidesReports,
  return: decidesReports,
  reopen: (actor, a) => officeLeader(actor, a) && actor.unitId !== a.agencyId,
  extend: (actor, a) => leads(actor, a) && actor.role !== 'officer',
  grant: decidesExtensions,
  refuse: decidesExtensions,
  redue: (actor, a) => office(actor, a) || nation(actor, a),
  pause: officeLeader,
  resume: officeLeader,
  recall: (actor) => actor.role === 'office-leader' || actor.role === 'national',
  cancel: untilReport,
  correct: untilReport,
  transfer: (actor, a) => leads(actor, a) || office(actor, a) || actor.role === 'admin',
  'transfer-decide': office,
  remind: (actor, a) => office(actor, a) || actor.role === 'system',
  note: speaks,
  ask: speaks,
  answer: speaks,
  direct: (actor) => actor.role === 'leader',
  sweep: (actor) => actor.role === 'system',
  /** Comes of a change of the document or of a field's handover, which was permitted already. */
  follow: (actor, a) =>
    isOfficer(actor) ||
    officeLeader(actor, a) ||
    actor.role === 'system' ||
    actor.role === 'admin' ||
    actor.role === 'national',
  relieve: (actor, a) => office(actor, a) || actor.role === 'admin',
};

/** Whether this person may take this verb on this assignment; denied unless a rule says so (domain.md, Who may do what). */
export function may(actor: Actor, verb: Command['verb'], a: Subject): boolean {
  return rules[verb](actor, a);
}

/** Acts that are not about one assignment. */
export type OfficeAct = 'enter' | 'read-all' | 'administer' | 'read-people' | 'freeze' | 'read-mirror';

/** Whether this person may enter documents in a department, read everything, or administer. */
export function mayDo(actor: Actor, act: OfficeAct, departmentId?: string): boolean {
  switch (act) {
    case 'enter':
      if (actor.role === 'national') return true;
      return isOfficer(actor) && (departmentId === undefined || actor.unitId === departmentId);
    case 'read-all':
      return readsAll(actor.role);
    case 'administer':
      return actor.role === 'admin';
    case 'freeze':
      return actor.role === 'leader' || actor.role === 'office-leader' || actor.role === 'admin';
    case 'read-mirror':
      return actor.role === 'department-head' || mayDo(actor, 'freeze');
    case 'read-people':
      return actor.role === 'admin' || actor.role === 'office-leader' || isOfficer(actor);
  }
}
