import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isValidOn, nameOn, type Unit } from './agency.ts';
import { addDays } from './day.ts';
import { Refusal } from './refusal.ts';
import { type NewSuccession, reorganise, rolledUp, type Succession, targetsOf } from './succession.ts';

const unit = (id: string, over: Partial<Unit> = {}): Unit => ({
  ...{ id, name: `Sở ${id}`, short: id, kind: 'agency', ordinal: 1, isOffice: false },
  ...over,
});
const order = (over: Partial<NewSuccession>): NewSuccession => ({
  ...{ kind: 'merge', on: '2025-03-01', basis: '18-NQ/TW', from: ['a'], to: ['b'] },
  ...over,
});
const none = new Set<string>();
const told = (made: ReturnType<typeof reorganise>) =>
  made instanceof Refusal ? made.faults.map(({ path }) => path) : made;
const recorded = (over: Partial<Succession>): Succession => ({
  ...{ id: 'suc_1', kind: 'merge', on: '2025-03-01', basis: 'x', from: ['a'], to: ['b'] },
  ...{ recordedOn: '2025-03-01', recordedAt: '2025-03-01T00:00:00Z', recordedBy: 'per_1' },
  ...over,
});

test('a merged unit is valid up to the day before, and the one that takes over goes on', () => {
  const made = reorganise(order({ from: ['a', 'b'], to: ['b'] }), [unit('a'), unit('b')], [], none);
  expect(made).toMatchObject({ units: [{ id: 'a', validTo: '2025-02-28' }] });
  const [a] = (made as { units: Unit[] }).units;
  expect([isValidOn(a!, '2025-02-28'), isValidOn(a!, '2025-03-01')]).toEqual([true, false]);
});

test('a renamed unit keeps its id, and bears each name in its time', () => {
  const once = reorganise(order({ kind: 'rename', name: 'Sở Mới', to: undefined }), [unit('a')], [], none);
  const [a] = (once as { units: Unit[] }).units;
  const again = { kind: 'rename', name: 'Sở Nay', on: '2025-07-01' } as const;
  const [now] = (reorganise(order(again), [a!], [], none) as { units: Unit[] }).units;
  expect(['2025-02-28', '2025-03-01', '2025-06-30', '2025-07-01'].map((on) => nameOn(now!, on).name)).toEqual(
    [...['Sở a', 'Sở Mới', 'Sở Mới', 'Sở Nay']],
  );
});

test.each<[string, Partial<NewSuccession>, string[]]>([
  ['a merge into two', { to: ['b', 'c'] }, ['to']],
  ['a merge of one into itself', { from: ['b'] }, ['from']],
  ['a split into one', { kind: 'split' }, ['to']],
  ['a split of two', { kind: 'split', from: ['a', 'b'], to: ['c', 'd'] }, ['from']],
  ['a rename without a name', { kind: 'rename' }, ['name']],
  ['an abolition with nobody to take over', { kind: 'abolish', to: [] }, ['to']],
  ['an abolished unit that takes over itself', { kind: 'abolish', to: ['a'] }, ['to']],
  ['a unit that is not there', { from: ['x'] }, ['from.0']],
  ['a unit that is over', { from: ['old'] }, ['from.0']],
  ['a unit that is over as the one that takes over', { to: ['old'] }, ['to.0']],
  ['a unit that is not there yet', { to: ['young'] }, ['to.0']],
  ['an agency into a department', { to: ['p'] }, ['to']],
  ['the leadership', { from: ['ld'], to: ['ld2'] }, ['from']],
  ['a department that still has fields', { from: ['p'], to: ['p2'] }, ['from.0']],
])('%s is refused at its place', (_, over, paths) => {
  const units = [
    ...['a', 'b', 'c', 'd'].map((id) => unit(id)),
    unit('old', { validTo: '2024-12-31' }),
    unit('young', { validFrom: '2026-01-01' }),
    ...['p', 'p2'].map((id) => unit(id, { kind: 'department' })),
    ...['ld', 'ld2'].map((id) => unit(id, { kind: 'leadership' })),
  ];
  expect(told(reorganise(order(over), units, [], new Set(['p'])))).toEqual(paths);
});

test('figures roll up through every reorganisation in force on the day, and through none that is to come', () => {
  const list = [
    recorded({ id: 's2', on: '2025-07-01', kind: 'split', from: ['b'], to: ['c', 'd'] }),
    recorded({ id: 's1' }),
  ];
  const on = (asOf: string) => ['a', 'b', 'c'].map((id) => rolledUp(id, list, asOf));
  expect(on('2025-02-28')).toEqual(['a', 'b', 'c']);
  expect(on('2025-06-30')).toEqual(['b', 'b', 'c']);
  expect(on('2025-07-01')).toEqual(['c', 'c', 'c']);
});

test('a unit of which a part is split off stands for itself, and keeps its assignments by default', () => {
  const part = recorded({ kind: 'split', from: ['a'], to: ['b', 'a'] });
  expect(rolledUp('a', [part], '2025-12-31')).toBe('a');
  expect(targetsOf(part, 'a')).toEqual({ target: 'a', choice: ['b', 'a'] });
  expect(targetsOf(part, 'b')).toBeUndefined();
  expect(targetsOf(recorded({ from: ['a', 'b'], to: ['b'] }), 'b')).toBeUndefined();
});

test('after any chain of reorganisations every unit rolls up to exactly one unit that is valid on every day', () => {
  const step = fc.record({
    kind: fc.constantFrom('merge', 'split', 'abolish', 'rename' as const),
    from: fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 3 }),
    to: fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 3 }),
    days: fc.integer({ min: 0, max: 200 }),
  });
  let done = 0;
  const check = (
    steps: { kind: 'merge' | 'split' | 'abolish' | 'rename'; from: number[]; to: number[]; days: number }[],
  ) => {
    let units = Array.from({ length: 10 }, (_, i) => unit(`u${i}`));
    const list: Succession[] = [];
    for (const [i, { kind, from, to, days }] of steps.entries()) {
      const named = (ids: number[]) => ids.map((one) => `u${one}`);
      const on = addDays('2025-01-01', days);
      const input = order({ kind, on, from: named(from), to: named(to), name: `Tên ${i}` });
      const made = reorganise(input, units, list, none);
      if (made instanceof Refusal) continue;
      done += 1;
      list.push(recorded({ ...made.succession, id: `s${i}`, recordedAt: `2025-01-01T00:00:0${i % 10}Z` }));
      units = units.map((u) => made.units.find((changed) => changed.id === u.id) ?? u);
    }
    for (const asOf of ['2024-12-31', '2025-03-01', '2025-12-31']) {
      for (const { id } of units) {
        const stands = rolledUp(id, list, asOf);
        expect(isValidOn(units.find((u) => u.id === stands)!, asOf)).toBe(true);
        expect(rolledUp(stands, list, asOf)).toBe(stands);
      }
    }
  };
  fc.assert(fc.property(fc.array(step, { maxLength: 9 }), check), { numRuns: 150 });
  expect(done).toBeGreaterThan(100);
});
