import { replay } from '@tddh/domain/apply';
import { isAwaiting } from '@tddh/domain/clock';
import { parseNumber } from '@tddh/domain/number';
import { leafOf } from '@tddh/domain/statistics';
import { describe, expect, it } from 'vitest';
import { Crowd, type Filling } from './crowd.ts';

const today = '2023-11-30';
const played = (units: number, assignments: number, days: number, seed: number): Filling[] => [
  ...new Crowd(units).documents({ assignments, days, seed, today }),
];

describe('the crowd', () => {
  it('plays as many assignments as asked, in documents of one to five tasks, by the rules', () => {
    const fillings = played(27, 1500, 365, 1);
    const histories = fillings.flatMap((f) => f.histories);
    expect(histories).toHaveLength(1500);
    expect(new Set(histories.map((h) => h.assignment.id)).size).toBe(1500);
    expect(new Set(fillings.map((f) => f.document.uniqueKey)).size).toBe(fillings.length);
    for (const { document } of fillings) {
      expect(document.tasks.length).toBeGreaterThan(0);
      expect(document.tasks.length).toBeLessThan(6);
      expect(parseNumber(document.number!)).toBeDefined();
      expect(document.made).toBe(document.tasks.reduce((n, t) => n + t.leads.length + t.supports.length, 0));
    }
    for (const { assignment, events } of histories) {
      expect(replay(events)).toEqual(assignment);
      expect(events.at(-1)!.on <= today && events[0]!.on >= '2022-12-01').toBe(true);
    }
  });

  it('is a believable table: every leaf, and reports that wait', () => {
    const list = played(27, 1500, 365, 1).flatMap((f) => f.histories.map((h) => h.assignment));
    const share = (leaf: number) =>
      list.filter((a) => leafOf(a, today, 'confirmation') === leaf).length / 1500;
    for (const leaf of [3, 5, 9, 11, 14, 16]) expect(share(leaf), `leaf ${leaf}`).toBeGreaterThan(0.02);
    expect(list.filter((a) => isAwaiting(a, today)).length).toBeGreaterThan(75);
  });

  it('is the same for a seed, another for another, and plays with any number of units and days', () => {
    expect(JSON.stringify(played(40, 300, 200, 5))).toBe(JSON.stringify(played(40, 300, 200, 5)));
    expect(JSON.stringify(played(40, 300, 200, 5))).not.toBe(JSON.stringify(played(40, 300, 200, 6)));
    for (const [units, days] of [
      [1, 1],
      [1, 10],
      [5, 40],
      [60, 100],
      [500, 3650],
    ] as const) {
      for (let seed = 0; seed < 3; seed += 1) {
        const crowd = played(units, 400, days, seed);
        expect(crowd.reduce((n, f) => n + f.histories.length, 0)).toBe(400);
      }
    }
    const names = new Crowd(500).agencies.map((u) => u.name);
    expect(new Set(names).size).toBe(500);
  });
});
