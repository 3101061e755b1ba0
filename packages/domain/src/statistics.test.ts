import { existsSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import golden from './golden.json' with { type: 'json' };
import { readInput } from './input.ts';
import { Refusal } from './refusal.ts';
import {
  belongs,
  type Counts,
  columnsOf,
  count,
  inAppendix,
  type Leaf,
  leafOf,
  leavesOf,
  nationalStyle,
  newTally,
  noBeside,
  noCounts,
  type Period,
  percent,
  periodOf,
  statisticsQuery,
  sums,
  trendDays,
} from './statistics.ts';
import { begin, filed, paper, type Story, storyOf } from './testing.ts';

const runs = { numRuns: 200 };
const counts: fc.Arbitrary<Counts> = fc.record({
  ...{ 3: fc.nat(500), 5: fc.nat(500), 9: fc.nat(500), 11: fc.nat(500), 14: fc.nat(500), 16: fc.nat(500) },
});
const year: Period = {
  ...{ from: '2023-04-15', to: '2023-11-30', asOf: '2023-11-30' },
  ...{ clock: 'confirmation', basis: 'assigned', scope: 'new' },
};
const leafCounts = (columns: readonly number[]): Counts => ({
  ...{ 3: columns[2]!, 5: columns[4]!, 9: columns[8]!, 11: columns[10]!, 14: columns[13]!, 16: columns[15]! },
});

test('the golden appendix is the one of the letter', () => {
  const letter = new URL('../../../../shared/data/appendix-2023-11-30.json', import.meta.url);
  if (existsSync(letter)) expect(golden).toEqual(JSON.parse(readFileSync(letter, 'utf8')));
  expect(golden.rows).toHaveLength(27);
});

test('all 459 cells of the golden appendix follow from its six leaves', () => {
  for (const row of golden.rows) {
    expect([row.unit, ...columnsOf(leafCounts(row.columns))]).toEqual([row.unit, ...row.columns]);
  }
});

test('the golden total row and its national percentages', () => {
  const total = noCounts();
  for (const row of golden.rows) {
    const leaf = leafCounts(row.columns);
    for (const key of Object.keys(total) as unknown as Leaf[]) total[key] += leaf[key];
  }
  const columns = columnsOf(total);
  expect([1, 2, 3, 5, 7, 8, 9, 11, 13, 14, 16].map((n) => columns[n - 1])).toEqual([
    ...[247, 50, 46, 4, 197, 142, 20, 122, 55, 32, 23],
  ]);
  expect(columns[11]).toBe(49.39);
  expect(nationalStyle(total)).toEqual({ done: 31.07, onTime: 18.08 });
});

/** One life for each leaf, by the clock of the old software. */
const lives: Record<Leaf, () => Story> = {
  3: () => begin(null),
  5: () => lives[3]().does('2023-06-05', 'focal1', 'report', filed).does('2023-06-06', 'officer1', 'confirm'),
  9: () => begin('2023-12-31'),
  11: () => begin('2023-06-30').does('2023-06-29', 'focal1', 'report', filed),
  14: () => lives[11]().does('2023-06-30', 'officer1', 'confirm'),
  16: () => lives[11]().does('2023-07-01', 'officer1', 'confirm'),
};

test('lives counted one by one give every golden row; the clock of the report makes (11) smaller and keeps (1)', () => {
  const made = Object.fromEntries(Object.entries(lives).map(([leaf, live]) => [leaf, live().a]));
  for (const row of golden.rows) {
    const tally = newTally();
    const fairer = newTally();
    for (const [leaf, n] of Object.entries(leafCounts(row.columns))) {
      for (let i = 0; i < n; i += 1) {
        expect(belongs(made[leaf]!, year)).toBe('new');
        count(tally, made[leaf]!, year, 'new');
        count(fairer, made[leaf]!, { ...year, clock: 'report' }, 'new');
      }
    }
    expect(columnsOf(tally.counts)).toEqual(row.columns);
    expect(tally.beside.awaiting).toBe(row.columns[10]);
    expect(columnsOf(fairer.counts)[0]).toBe(row.columns[0]);
    expect(fairer.counts[11]).toBe(0);
  }
});

test('the identities of the columns hold for any set, and percentages are of (1)', () => {
  fc.assert(
    fc.property(counts, (c) => {
      const [one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve] = columnsOf(
        c,
      ) as number[];
      const [thirteen, fourteen, fifteen, sixteen, seventeen] = columnsOf(c).slice(12) as number[];
      expect(columnsOf(c)).toHaveLength(17);
      expect(two).toBe(three! + five!);
      expect(eight).toBe(nine! + eleven!);
      expect(thirteen).toBe(fourteen! + sixteen!);
      expect(seven).toBe(eight! + thirteen!);
      expect(one).toBe(two! + seven!);
      for (const [leaf, share] of [
        [three, four],
        [five, six],
        [nine, ten],
        [eleven, twelve],
        [fourteen, fifteen],
        [sixteen, seventeen],
      ] as const) {
        expect(share).toBe(percent(leaf!, one!));
      }
    }),
    runs,
  );
});

test('percentages are half up to two decimals, by exact integers', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat(100_000), (whole, n) => {
      const part = BigInt(n % (whole + 1));
      const exact = part * 100_000n;
      const floor = exact / BigInt(whole);
      const hundredths = (floor + 5n) / 10n;
      expect(Math.round(percent(Number(part), whole) * 100)).toBe(Number(hundredths));
    }),
    runs,
  );
});

test('exact halves go up, trailing zeros are dropped, nothing of nothing is 0', () => {
  expect(percent(1, 32)).toBe(3.13);
  expect(percent(1, 160)).toBe(0.63);
  expect(percent(1, 800)).toBe(0.13);
  expect(percent(3, 800)).toBe(0.38);
  expect(percent(201, 20_000)).toBe(1.01);
  expect(percent(1, 20_000)).toBe(0.01);
  expect(percent(1, 20_001)).toBe(0);
  expect(percent(2, 3)).toBe(66.67);
  expect(percent(1, 3)).toBe(33.33);
  expect(String(percent(1, 4))).toBe('25');
  expect(String(percent(1, 40))).toBe('2.5');
  expect(percent(7, 7)).toBe(100);
  expect(percent(0, 0)).toBe(0);
  expect(columnsOf(noCounts())).toEqual(Array(17).fill(0));
  expect(nationalStyle(noCounts())).toEqual({ done: 0, onTime: 0 });
});

test('a column counts the leaves of which it is the sum', () => {
  expect(leavesOf(11)).toEqual([11]);
  expect(leavesOf(8)).toEqual([9, 11]);
  for (const percentage of [4, 6, 10, 12, 15, 17]) expect(leavesOf(percentage)).toBeUndefined();
  expect(leavesOf(0)).toBeUndefined();
  expect(leavesOf(18)).toBeUndefined();
  expect(Object.keys(sums)).toEqual(['1', '2', '7', '8', '13']);
});

const november: Period = { ...year, from: '2023-11-01', clock: 'report', scope: 'carried' };
const april = () => begin('2023-05-10', '2023-04-20');

test("an open assignment of April is in November's carried table as (11), and not in new", () => {
  const { a } = april();
  expect(belongs(a, november)).toBe('carried');
  expect(leafOf(a, november.asOf, 'report')).toBe(11);
  expect(belongs(a, { ...november, scope: 'new' })).toBeUndefined();
  expect(belongs(a, { ...november, from: '2023-04-01' })).toBe('new');
});

test('what was done before the period is not carried into it, what was done in it is', () => {
  const done = (on: string) =>
    april().does('2023-05-08', 'focal1', 'report', filed).does(on, 'officer1', 'confirm').a;
  expect(belongs(done('2023-10-31'), november)).toBeUndefined();
  expect(belongs(done('2023-11-01'), november)).toBe('carried');
  const reopened = april()
    .does('2023-05-08', 'focal1', 'report', filed)
    .does('2023-05-09', 'officer1', 'confirm');
  reopened.does('2023-11-05', 'chief', 'reopen', { reason: 'x', cureOn: '2023-11-20' });
  expect(belongs(reopened.a, november)).toBeUndefined();
});

test('an as-of day before the period looks at nothing after itself', () => {
  const { a } = april()
    .does('2023-05-08', 'focal1', 'report', filed)
    .does('2023-10-20', 'officer1', 'confirm');
  expect(belongs(a, { ...november, asOf: '2023-10-15' })).toBe('carried');
  expect(belongs(a, { ...november, asOf: '2023-10-25' })).toBeUndefined();
});

test('the period includes both of its days', () => {
  for (const [on, how] of [
    ['2023-10-31', undefined],
    ['2023-11-01', 'new'],
    ['2023-11-30', 'new'],
    ['2023-12-01', undefined],
  ] as const) {
    expect(belongs(begin(null, on).a, { ...november, scope: 'new', asOf: '2023-12-31' })).toBe(how);
  }
});

test('what was entered after the as-of day does not count', () => {
  const { a } = begin(null, '2023-11-20');
  expect(belongs(a, { ...november, asOf: '2023-11-19' })).toBeUndefined();
  expect(belongs(a, { ...november, asOf: '2023-11-20' })).toBe('new');
});

test('by issue day a document of before that was entered late belongs to its month', () => {
  const document = { id: 'd', number: '1/QĐ', issuedOn: '2023-10-20', subject: 's', issuer: 'U', type: 'qd' };
  const { a } = begin('2023-11-30', '2023-11-10', { document });
  expect(belongs(a, { ...november, scope: 'new' })).toBe('new');
  expect(belongs(a, { ...november, scope: 'new', basis: 'issued' })).toBeUndefined();
  expect(belongs(a, { ...november, basis: 'issued' })).toBe('carried');
  const october: Period = { ...november, basis: 'issued', from: '2023-10-01', to: '2023-10-31' };
  expect(belongs(a, october)).toBe('new');
  expect(belongs(a, { ...october, asOf: '2023-10-31' })).toBeUndefined();
});

test('an issue day that was corrected leaves the tables of earlier as-of days as they were', () => {
  const s = begin(null, '2023-11-02');
  s.does('2023-11-20', 'officer1', 'follow', {
    ...{ document: { ...s.a.document, issuedOn: '2023-10-28' }, fieldId: 'f1', departmentId: 'p1' },
    ...{ departmentName: 'p1', reason: 'Nhập nhầm ngày' },
  });
  const issued: Period = { ...november, basis: 'issued', scope: 'new' };
  expect(belongs(s.a, { ...issued, asOf: '2023-11-19' })).toBe('new');
  expect(belongs(s.a, { ...issued, asOf: '2023-11-20' })).toBeUndefined();
  expect(s.tries('2023-11-21', 'focal1', 'follow', {})).toBeInstanceOf(Refusal);
});

test('recalled, cancelled and transferred count until the day before, the successor from that day', () => {
  const gone = begin(null).does('2023-07-10', 'chief', 'recall', { reason: 'x', reference: 'y' });
  expect(belongs(gone.a, { ...year, asOf: '2023-07-09' })).toBe('new');
  expect(belongs(gone.a, { ...year, asOf: '2023-07-10' })).toBeUndefined();
  const s = april();
  const outcome = s.tries('2023-11-10', 'officer1', 'transfer', { to: 'so2', reason: 'x' });
  if (outcome instanceof Refusal || !outcome.successor) throw new Error('no successor');
  const next = storyOf(outcome.successor).a;
  for (const [asOf, old, fresh] of [
    ['2023-11-09', 'carried', undefined],
    ['2023-11-10', undefined, 'carried'],
  ] as const) {
    expect([belongs(s.a, { ...november, asOf }), belongs(next, { ...november, asOf })]).toEqual([old, fresh]);
  }
  expect(leafOf(next, '2023-11-30', 'report')).toBe(11);
});

test('the appendix counts lead assignments of agencies, row 4 with them', () => {
  expect(inAppendix(begin(null).a)).toBe(true);
  expect(inAppendix(begin(null, undefined, { agencyId: 'vp', agencyKind: 'office' }).a)).toBe(true);
  expect(inAppendix(begin(null, undefined, { role: 'support' }).a)).toBe(false);
  expect(inAppendix(begin(null, undefined, { agencyId: 'p2', agencyKind: 'department' }).a)).toBe(false);
});

test('beside the row stand the awaiting, extended, paused, dated back and entered late', () => {
  const tally = newTally();
  const asOf = { ...year, clock: 'report' } as const;
  const late = begin('2023-06-30', '2023-07-05');
  const extended = begin('2023-06-30')
    .does('2023-06-20', 'boss1', 'extend', { dueOn: '2023-07-20', reason: 'x' })
    .does('2023-06-21', 'chief', 'grant', { agreedBy: 'x' });
  const paused = begin('2023-06-30').does('2023-06-20', 'chief', 'pause', { reason: 'x', reference: 'y' });
  const back = begin('2023-06-30').does('2023-07-10', 'officer1', 'report', paper('2023-06-28'));
  for (const { a } of [late, extended, paused, back]) count(tally, a, asOf, 'new');
  expect(tally).toEqual({
    counts: { 3: 0, 5: 0, 9: 2, 11: 2, 14: 0, 16: 0 },
    // One is overdue since 30/6, one since its extension to 20/7 or its pause: both for months.
    beside: { ...noBeside(), awaiting: 1, extended: 1, paused: 1, backdated: 1, lateEntry: 1, lateMore: 2 },
    carried: 0,
  });
  const before = newTally();
  for (const { a } of [extended, paused, back]) count(before, a, { ...asOf, asOf: '2023-06-19' }, 'carried');
  expect(before.beside).toEqual(noBeside());
  expect(before.carried).toBe(3);
});

test('what is overdue is aged by days after the due day, and the ages are (11) together', () => {
  const { a } = begin('2023-06-30');
  const aged = (asOf: string) => {
    const tally = newTally();
    count(tally, a, { ...year, clock: 'report', asOf }, 'new');
    const { late7, late30, lateMore } = tally.beside;
    return [tally.counts[11], late7, late30, lateMore];
  };
  expect(aged('2023-06-30')).toEqual([0, 0, 0, 0]);
  expect(aged('2023-07-01')).toEqual([1, 1, 0, 0]);
  expect(aged('2023-07-07')).toEqual([1, 1, 0, 0]);
  expect(aged('2023-07-08')).toEqual([1, 0, 1, 0]);
  expect(aged('2023-07-30')).toEqual([1, 0, 1, 0]);
  expect(aged('2023-07-31')).toEqual([1, 0, 0, 1]);
});

test('a trend has the end of each month of the period, the as-of day last, two years at most', () => {
  const days = (from: string, to: string, asOf: string) =>
    trendDays({ ...year, from, to, asOf }).map((one) => [one.to, one.asOf]);
  expect(days('2023-09-15', '2023-11-30', '2023-12-05')).toEqual([
    ['2023-09-30', '2023-09-30'],
    ['2023-10-31', '2023-10-31'],
    ['2023-11-30', '2023-11-30'],
    ['2023-11-30', '2023-12-05'],
  ]);
  expect(days('2023-02-01', '2023-02-14', '2023-02-14')).toEqual([['2023-02-14', '2023-02-14']]);
  expect(days('2019-01-01', '2023-12-31', '2023-12-31')).toHaveLength(24);
});

test('a period has its defaults, and none where it ends before it begins', () => {
  expect(periodOf({}, '2023-11-30')).toEqual({
    ...{ from: '2023-01-01', to: '2023-11-30', asOf: '2023-11-30' },
    ...{ clock: 'report', basis: 'assigned', scope: 'new' },
  });
  expect(periodOf({ to: '2023-08-31', from: '2023-08-01' }, '2023-11-30')?.asOf).toBe('2023-08-31');
  expect(periodOf({ from: '2023-12-01' }, '2023-11-30')).toBeUndefined();
});

test('a query of another clock, an impossible day or a parameter too many is refused by its name', () => {
  const paths = (query: object) => {
    const read = readInput(statisticsQuery, query);
    return read instanceof Refusal ? read.faults.map((fault) => fault.path) : 'ok';
  };
  expect(paths({ from: '2023-04-15', to: '2023-11-30', clock: 'confirmation', by: 'field' })).toBe('ok');
  expect(paths({ clock: 'both' })).toEqual(['clock']);
  expect(paths({ from: '2023-02-31' })).toEqual(['from']);
  expect(paths({ year: '2023' })).toEqual(['year']);
});
