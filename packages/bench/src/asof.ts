import { isDeepStrictEqual } from 'node:util';
import { compared, histories, randomPeriod } from '@tddh/core/asof';
import { differences } from '@tddh/core/differences';
import { live, random, reorganised } from '@tddh/core/randomlife';
import { freeze, readSnapshot } from '@tddh/core/snapshots';
import { actors, testDb, testDesk } from '@tddh/core/testing';
import { startEngine } from '@tddh/local/engine';
import type { Line } from './bench.ts';

/** Random periods that are compared, and random changes after a report was frozen. */
const days = 200;
const changes = 1_000;

/** The statistics of 200 random days against a recount from history, and a frozen report after 1,000 changes. */
export const asof = {
  says: `${days} random as-of days through two mergers of units against a recount from history; a frozen report after ${changes} changes`,
  async run(): Promise<Line[]> {
    const seed = Math.floor(Math.random() * 1_000_000);
    console.log(`seed ${seed}`);
    const engine = await startEngine({ memory: true });
    try {
      const db = await testDb(engine.endpoint);
      const grown = await reorganised(db, await live(db, seed, 300), 'snv', 'stc');
      const life = await live(db, seed + 1, 100, grown);
      const desk = testDesk(db, actors.leader, life.day);
      const asked = { from: '2023-05-01', to: life.day, clock: 'report', basis: 'assigned' } as const;
      const { id } = await freeze(desk, { ...asked, scope: 'new', name: 'Chốt', by: 'agency' });
      const before = await readSnapshot(desk, id);
      // A second merger among the changes: a chain of successors.
      const half = await live(db, seed + 2, changes / 2, life);
      const merged = await reorganised(db, half, 'stc', 'vpubnd');
      const later = await live(db, seed + 3, changes / 2, merged);
      const then = testDesk(db, actors.leader, later.day);
      const kept = isDeepStrictEqual(await readSnapshot(then, id), before);
      const { unchanged, count } = await differences(then, id);
      const list = await histories(db, '2023-05-01', later.day);
      const next = random(seed);
      const found: string[] = [];
      for (let i = 0; i < days; i += 1) {
        found.push(...(await compared(then, list, randomPeriod(next, '2023-04-25', later.day))));
      }
      for (const line of found.slice(0, 5)) console.log(line);
      return [
        { what: 'random days', days, assignments: list.length, 'that differ': found.length },
        {
          what: 'frozen report',
          ...{
            changes,
            'kept as it was': String(kept),
            'its own day again': String(unchanged),
            moved: count,
          },
        },
      ];
    } finally {
      await engine.stop();
    }
  },
};
