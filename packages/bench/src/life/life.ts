import { testDb } from '@tddh/core/testing';
import { startEngine } from '@tddh/local/engine';
import * as fc from 'fast-check';
import type { Line } from '../bench.ts';
import { nothingSeen, play } from './play.ts';
import { sequence } from './turns.ts';

const batches = 110;
const each = 10;

/** Random sequences of verbs by random people on the embedded table against the rules, and every figure counted anew. */
export const life = {
  says: 'random sequences of verbs: table against rules, figures against a recount from history; fails where they differ',
  async run(): Promise<Line[]> {
    const engine = await startEngine({ memory: true });
    const seen = nothingSeen();
    const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
    console.log(`seed ${seed} (SEED=${seed} plays it again)`);
    try {
      const many = fc.array(sequence, { minLength: each, maxLength: each });
      await fc.assert(
        fc.asyncProperty(many, async (sequences) => play(await testDb(engine.endpoint), sequences, seen)),
        { numRuns: batches, seed, endOnFailure: true },
      );
    } finally {
      await engine.stop();
    }
    const { events, ...counts } = seen;
    return [
      ...Object.entries(counts).map(([what, n]) => ({ what, n })),
      ...Object.entries(events).map(([what, n]) => ({ what: `event ${what}`, n })),
    ];
  },
};
