import { expect, test } from 'vitest';
import type { Initial } from './events.ts';
import { may, mayDo, maySee } from './permission.ts';
import { begin, filed, people, type Who } from './testing.ts';

/** Who may do what on a lead assignment of agency so1 that department p1 follows: a copy of domain.md, by hand. */
const agencyLead: Record<string, string> = {
  accept: 'focal1 boss1 system',
  report: 'focal1 boss1 officer1 head1',
  withdraw: 'focal1 boss1',
  confirm: 'officer1 head1 chief',
  return: 'officer1 head1 chief',
  reopen: 'chief',
  extend: 'focal1 boss1',
  grant: 'chief',
  refuse: 'chief',
  redue: 'officer1 head1 chief',
  pause: 'chief',
  resume: 'chief',
  recall: 'chief national',
  cancel: 'officer1 head1 chief',
  correct: 'officer1 head1 chief',
  transfer: 'focal1 boss1 officer1 head1 chief admin',
  'transfer-decide': 'officer1 head1 chief',
  remind: 'officer1 head1 chief system',
  note: 'focal1 boss1 officer1 head1 chief chair',
  ask: 'focal1 boss1 officer1 head1 chief chair',
  answer: 'focal1 boss1 officer1 head1 chief chair',
  direct: 'chair',
  sweep: 'system',
};

/** The same for a support assignment: no report, no extension; notes and questions as the lead's. */
const agencySupport: Record<string, string> = {
  ...agencyLead,
  accept: 'system',
  report: '',
  withdraw: '',
  extend: '',
  transfer: 'officer1 head1 chief admin',
};

/** Row 4: the Office as a unit. An office-leader confirms, the leader decides on extensions. */
const officeLead: Record<string, string> = {
  ...agencyLead,
  accept: 'focalOffice bossOffice system',
  report: 'focalOffice bossOffice',
  withdraw: 'focalOffice bossOffice',
  confirm: 'chief',
  return: 'chief',
  extend: 'focalOffice bossOffice',
  grant: 'chair',
  refuse: 'chair',
  transfer: 'focalOffice bossOffice officer1 head1 chief admin',
  note: 'focalOffice bossOffice officer1 head1 chief chair',
  ask: 'focalOffice bossOffice officer1 head1 chief chair',
  answer: 'focalOffice bossOffice officer1 head1 chief chair',
};

/** A department (p2) leads, p1 follows: its officers carry it out, an office-leader confirms. */
const departmentLead: Record<string, string> = {
  ...agencyLead,
  accept: 'officer2 head2 system',
  report: 'officer2 head2',
  withdraw: 'officer2 head2',
  confirm: 'chief',
  return: 'chief',
  extend: 'head2',
  transfer: 'officer1 head1 officer2 head2 chief admin',
  note: 'officer1 head1 officer2 head2 chief chair',
  ask: 'officer1 head1 officer2 head2 chief chair',
  answer: 'officer1 head1 officer2 head2 chief chair',
};

const kinds: [string, Partial<Initial>, Record<string, string>][] = [
  ['a lead assignment of an agency', {}, agencyLead],
  ['a support assignment of an agency', { role: 'support' }, agencySupport],
  ['an assignment of the Office as a unit', { agencyId: 'vp', agencyKind: 'office' }, officeLead],
  ['an assignment that a department leads', { agencyId: 'p2', agencyKind: 'department' }, departmentLead],
];

for (const [name, over, matrix] of kinds) {
  test(`${name} lets exactly those act whom the table names`, () => {
    const { a } = begin('2023-06-30', '2023-06-01', over);
    for (const [verb, allowed] of Object.entries(matrix)) {
      const acting = (Object.keys(people) as Who[]).filter((who) => may(people[who], verb as 'accept', a));
      expect([verb, ...acting.sort()]).toEqual([verb, ...allowed.split(' ').filter(Boolean).sort()]);
    }
  });
}

test('after a report only an office-leader cancels or corrects', () => {
  const { a } = begin('2023-06-30').does('2023-06-20', 'focal1', 'report', filed);
  for (const verb of ['cancel', 'correct'] as const) {
    expect((Object.keys(people) as Who[]).filter((who) => may(people[who], verb, a))).toEqual(['chief']);
  }
});

test('nobody confirms or reopens a report of the unit to which they belong', () => {
  const own = begin('2023-06-30', '2023-06-01', { agencyId: 'ld', agencyKind: 'office' }).a;
  expect(may(people.chief, 'confirm', own)).toBe(false);
  expect(may(people.chief, 'return', own)).toBe(false);
  expect(may(people.chief, 'reopen', own)).toBe(false);
  const ofDepartment = begin(null, '2023-06-01', { agencyId: 'p1', agencyKind: 'department' }).a;
  expect(may(people.officer1, 'confirm', ofDepartment)).toBe(false);
  expect(may(people.head1, 'confirm', ofDepartment)).toBe(false);
});

test('an agency sees its own assignments only, the Office and the leaders see all', () => {
  const { a } = begin('2023-06-30');
  expect((Object.keys(people) as Who[]).filter((who) => !maySee(people[who], a))).toEqual([
    'focal2',
    'boss2',
    'focalOffice',
    'bossOffice',
  ]);
});

test('officers and heads enter documents in their own department only, the national link in any', () => {
  const enters = (Object.keys(people) as Who[]).filter((who) => mayDo(people[who], 'enter'));
  expect(enters).toEqual(['officer1', 'officer2', 'head1', 'head2', 'national']);
  expect(mayDo(people.officer1, 'enter', 'p1')).toBe(true);
  expect(mayDo(people.officer1, 'enter', 'p2')).toBe(false);
});

test('only the administrator administers; an agency neither reads all nor reads people', () => {
  const can = (act: 'administer' | 'read-all' | 'read-people') =>
    (Object.keys(people) as Who[]).filter((who) => mayDo(people[who], act));
  expect(can('administer')).toEqual(['admin']);
  for (const who of ['focal1', 'boss1', 'focal2', 'boss2', 'focalOffice', 'bossOffice'] as const) {
    expect(can('read-all')).not.toContain(who);
    expect(can('read-people')).not.toContain(who);
  }
});

test('the national link recalls, and changes only what carries out one of its tasks, words and units until a report', () => {
  const { a } = begin('2023-06-30');
  const verbs = ['correct', 'redue', 'cancel', 'confirm', 'return', 'report', 'transfer', 'pause'] as const;
  const allowed = (one: typeof a) => verbs.filter((verb) => may(people.national, verb, one));
  const national = { link: 'national', taskId: 'a' };
  expect(allowed(a)).toEqual([]);
  expect(allowed({ ...a, national })).toEqual(['correct', 'redue', 'cancel']);
  const reported = begin('2023-06-30').does('2023-06-20', 'focal1', 'report', filed).a;
  expect(allowed({ ...reported, national })).toEqual(['redue']);
});
