import { addDays, type Day } from '@tddh/domain/day';
import { defaultSettings } from '@tddh/domain/settings';
import { belongs, columnsOf, inAppendix, leafOf, noCounts, type Period } from '@tddh/domain/statistics';
import type { Succession } from '@tddh/domain/succession';
import { begin, filed, people } from '@tddh/domain/testing';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Catalog } from './catalog.ts';
import { type Grouping, tableOf } from './statistics.ts';
import { fields, units } from './testing.ts';

const first = '2023-06-01';
const day = (from = 0, to = 200) => fc.integer({ min: from, max: to }).map((n): Day => addDays(first, n));

/** An assignment of any unit, department, field and signer, that went any way. */
const assignment = fc
  .record({
    on: day(0, 60),
    due: fc.option(fc.integer({ min: -5, max: 40 })),
    agencyId: fc.constantFrom('snv', 'stc', 'vpubnd', 'xoa'),
    agencyKind: fc.constantFrom('agency' as const, 'agency' as const, 'department' as const),
    role: fc.constantFrom('lead' as const, 'lead' as const, 'support' as const),
    departmentId: fc.constantFrom('tonghop', 'khoagiao'),
    fieldId: fc.constantFrom('noichinh', 'giaoduc'),
    signer: fc.option(fc.constantFrom('A', 'B')),
    steps: fc.array(
      fc.record({
        after: fc.integer({ min: 0, max: 30 }),
        verb: fc.constantFrom(
          ...(['report', 'confirm', 'return', 'pause', 'recall', 'cancel', 'sweep'] as const),
        ),
      }),
      { maxLength: 6 },
    ),
  })
  .map(({ on, due, steps, signer, departmentId, ...over }) => {
    const story = begin(due === null ? null : addDays(on, due), on, {
      ...{ ...over, departmentId: 'p1', departmentName: departmentId },
      ...(signer ? { signer } : {}),
    });
    let at = on;
    const who = { report: 'focal1', confirm: 'officer1', return: 'officer1', sweep: 'system' } as const;
    for (const { after, verb } of steps) {
      at = addDays(at, after);
      const body = { ...filed, reason: 'Lý do', reference: '1/TB', cureOn: addDays(at, 5) };
      const own = verb === 'report' ? filed : verb === 'confirm' || verb === 'sweep' ? {} : body;
      story.tries(at, verb in who ? who[verb as 'report'] : 'chief', verb, own);
    }
    return { ...story.a, departmentId };
  });

const period = fc
  .record({
    ...{ from: day(-10), length: fc.nat(120), asOf: day() },
    clock: fc.constantFrom('report' as const, 'confirmation' as const),
    basis: fc.constantFrom('assigned' as const, 'issued' as const),
    scope: fc.constantFrom('new' as const, 'carried' as const),
    units: fc.option(fc.constant('now' as const), { nil: undefined }),
  })
  .map(({ from, length, units: rolled, ...p }): Period => {
    return { ...p, from, to: addDays(from, length), ...(rolled ? { units: rolled } : {}) };
  });

const merger: Succession = {
  ...{ id: 'suc_1', kind: 'merge', on: '2023-07-01', basis: '1', from: ['snv'], to: ['stc'] },
  ...{ recordedOn: first, recordedAt: '', recordedBy: '' },
};
const catalog: Catalog = {
  ...{ units: [...units], fields: [...fields], types: [], settings: defaultSettings, successions: [merger] },
  office: { province: 'Thử', name: 'Văn phòng', since: first },
};

test('any assignments, period, day, clock and grouping: the groupings agree on every total, and their rows add up to it', () => {
  void fc.assert(
    fc.property(fc.array(assignment, { maxLength: 25 }), period, (all, p) => {
      const counted = all.flatMap((a) => {
        const how = belongs(a, p);
        return how ? [{ a, how }] : [];
      });
      const desk = { actor: people.chair, today: addDays(first, 250) };
      const counts = noCounts();
      for (const { a } of counted) if (inAppendix(a)) counts[leafOf(a, p.asOf, p.clock)] += 1;
      const beside = [
        'awaiting',
        'extended',
        'paused',
        'backdated',
        'lateEntry',
        'late7',
        'late30',
        'lateMore',
      ] as const;
      for (const by of ['agency', 'department', 'field', 'signer'] as Grouping[]) {
        const table = tableOf(desk, catalog, counted, p, by);
        expect(table.total.columns).toEqual(columnsOf(counts));
        for (const column of [1, 2, 3, 5, 7, 8, 9, 11, 13, 14, 16]) {
          const sum = table.rows.reduce((n, row) => n + row.columns[column - 1]!, 0);
          expect(sum).toBe(table.total.columns[column - 1]);
        }
        for (const name of beside) {
          expect(table.rows.reduce((n, row) => n + row[name], 0)).toBe(table[name]);
        }
        expect(table.late7 + table.late30 + table.lateMore).toBe(counts[11]);
      }
    }),
    { numRuns: 150 },
  );
});
