import { expect, inject, test } from 'vitest';
import { compared, histories, randomPeriod } from './asof.ts';
import { differences } from './differences.ts';
import { live, random, reorganised } from './randomlife.ts';
import { freeze, readSnapshot } from './snapshots.ts';
import { statistics } from './statistics.ts';
import { actors, testDb, testDesk } from './testing.ts';

test('on random days, through a merger of units, the statistics equal a recount from history, and a frozen report stays what it was', async () => {
  const seed = Math.floor(Math.random() * 1_000_000);
  console.log(`as-of: seed ${seed}`);
  const db = await testDb(inject('endpoint'));
  const life = await live(db, seed, 90);
  const desk = testDesk(db, actors.leader, life.day);
  const asked = {
    from: '2023-05-01',
    to: life.day,
    clock: 'report',
    basis: 'assigned',
    scope: 'new',
  } as const;
  const snapshot = await freeze(desk, { ...asked, name: 'Chốt', by: 'agency' });
  const before = await readSnapshot(desk, snapshot.id);
  const later = await live(db, seed + 1, 60, await reorganised(db, life, 'snv', 'stc'));
  const then = testDesk(db, actors.leader, later.day);
  expect(await readSnapshot(then, snapshot.id)).toEqual(before);
  expect((await differences(then, snapshot.id)).unchanged).toBe(true);
  const list = await histories(db, '2023-05-01', later.day);
  const next = random(seed);
  const found: string[] = [];
  const merged = { from: '2023-04-25', to: later.day, asOf: later.day, units: 'now' } as const;
  const whole = await statistics(then, { ...asked, ...merged }, 'agency');
  expect(whole.rows.map(({ unit }) => unit.id)).toEqual(['stc', 'vpubnd']);
  for (let i = 0; i < 12; i += 1) {
    found.push(...(await compared(then, list, randomPeriod(next, '2023-04-25', later.day))));
  }
  expect(found).toEqual([]);
}, 60_000);
