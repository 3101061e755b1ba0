import { addDays, type Day } from '@tddh/domain/day';
import type { Role } from '@tddh/domain/person';
import { type Actor, system } from '@tddh/domain/person';
import type { Command } from '@tddh/domain/verbs';
import * as fc from 'fast-check';

/** The first day of every sequence. */
export const start: Day = '2023-06-01';

const who = (id: string, role: Role, unitId: string): Actor => ({ id, name: id, role, unitId, fields: [] });

/** Everybody who may act: two of each agency, the officers and heads of two departments, those above, the systems. */
export const cast: readonly Actor[] = [
  ...['snv', 'stc', 'vpubnd'].flatMap((unit) => [
    who(`focal_${unit}`, 'agency-officer', unit),
    who(`head_${unit}`, 'agency-leader', unit),
  ]),
  ...['tonghop', 'khoagiao'].flatMap((unit) => [
    who(`officer_${unit}`, 'officer', unit),
    who(`chief_${unit}`, 'department-head', unit),
  ]),
  who('officer_two', 'officer', 'tonghop'),
  who('chief', 'office-leader', 'ldvp'),
  who('chair', 'leader', 'ldubnd'),
  who('admin', 'admin', 'tonghop'),
  who('national', 'national', 'national'),
  system,
];

/** One turn of a sequence: days that pass, on which assignment, who does what with which days in the body. */
export interface Turn {
  pass: number;
  which: number;
  pick: number;
  near: number;
  far: number;
  yes: boolean;
}
const turn: fc.Arbitrary<Turn> = fc.record({
  pass: fc.constantFrom(0, 0, 0, 1, 1, 2, 3, 7, 15),
  which: fc.nat(1000),
  pick: fc.nat(100_000),
  near: fc.nat(12),
  far: fc.nat(40),
  yes: fc.boolean(),
});

/** A sequence: one task for some units with a due day, none, or a rule, and what then happens. */
export interface Sequence {
  dueIn: number | null;
  leads: readonly string[];
  supports: readonly string[];
  recurring: 'week' | 'month' | null;
  turns: readonly Turn[];
}
export const sequence: fc.Arbitrary<Sequence> = fc.record({
  dueIn: fc.option(fc.integer({ min: -5, max: 25 }), { freq: 8 }),
  leads: fc.constantFrom(['snv'], ['snv'], ['snv', 'stc'], ['vpubnd'], ['khoagiao'], ['tonghop', 'snv']),
  supports: fc.constantFrom([], [], ['stc2'], ['khoagiao2']),
  recurring: fc.constantFrom(null, null, 'week' as const, 'month' as const),
  turns: fc.array(turn, { minLength: 4, maxLength: 18 }),
});

/** Verbs in the order in which they are picked; those that end an assignment or tell little come rarely. */
const often = [
  ...['accept', 'report', 'report', 'report', 'withdraw', 'confirm', 'confirm', 'return', 'return', 'reopen'],
  ...['extend', 'extend', 'grant', 'grant', 'refuse', 'redue', 'pause', 'resume', 'resume', 'correct'],
  ...['transfer-decide', 'note', 'ask', 'answer'],
] as const;
const seldom = ['recall', 'cancel', 'transfer', 'transfer', 'remind', 'direct'] as const;

/** The verb that a turn picks. */
export function verbOf({ pick, far }: Turn): Command['verb'] {
  return far % 5 === 0 ? seldom[pick % seldom.length]! : often[pick % often.length]!;
}

/** A body that the verb's schema takes, with the turn's days. */
export function bodyOf(verb: Command['verb'], today: Day, { near, far, yes, which }: Turn): object {
  const later = addDays(today, far);
  const why = { reason: 'Lý do' };
  const cited = { ...why, reference: '9/UBND' };
  const back = addDays(today, -near) < start ? start : addDays(today, -near);
  const unit = ['snv', 'stc', 'vpubnd', 'khoagiao'][which % 4]!;
  const paper = { result: 'x', documentNumber: '1/BC', documentDate: back };
  const bodies: Partial<Record<Command['verb'], object>> = {
    report: yes ? paper : { ...paper, reportedOn: back, confirm: far % 4 === 0 },
    return: { ...why, ...(far % 3 === 0 ? {} : { cureOn: addDays(today, near) }) },
    reopen: { ...why, cureOn: addDays(today, near) },
    extend: { ...why, dueOn: later, ...(yes ? { requestNumber: '1/S1' } : {}) },
    grant: { agreedBy: 'x', ...(yes ? {} : { dueOn: later }) },
    refuse: why,
    redue: { dueOn: addDays(start, far), reference: 'x' },
    pause: cited,
    resume: yes ? {} : { dueOn: addDays(start, far) },
    recall: cited,
    cancel: yes ? why : { ...why, lead: unit },
    correct: { ...why, fields: corrected(near, far, yes) },
    transfer: { ...why, to: unit },
    'transfer-decide': { accept: yes, ...(far % 2 ? why : {}) },
    note: { text: 'x' },
    ask: { text: 'x', ...(yes ? { dispute: true } : {}) },
    answer: { text: 'x' },
    direct: { text: 'x' },
  };
  return bodies[verb] ?? {};
}

function corrected(near: number, far: number, yes: boolean): object {
  if (near === 0) return { dueOn: null };
  if (near < 4) return { field: yes ? 'taichinh' : 'giaoduc' };
  if (near < 6) return { signer: `Người ${far % 3}`, content: `Việc ${far}` };
  return { dueOn: addDays(start, far) };
}
