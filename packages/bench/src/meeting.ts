import { inOrder, lifeOf, mixed, scenarioOf } from '@tddh/core/national/randommeeting';
import { random } from '@tddh/core/randomlife';
import { testDb } from '@tddh/core/testing';
import { startEngine } from '@tddh/local/engine';
import type { Line } from './bench.ts';

const runs = 200;

/** Versions of a national document and changes of people in any interleaving against the same in order, on the embedded table. */
export const meeting = {
  says: 'national versions and changes of people, mixed and in order: fails where the document or what is left to decide differs',
  async run(): Promise<Line[]> {
    const engine = await startEngine({ memory: true });
    const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
    console.log(`seed ${seed} (SEED=${seed} plays it again)`);
    const next = random(seed);
    const seen = { versions: 0, changes: 0, issued: 0, differences: 0 };
    try {
      for (let i = 0; i < runs; i += 1) {
        const scenario = scenarioOf(next);
        const steps = mixed(scenario, next);
        const play = async (order: typeof steps) => lifeOf(await testDb(engine.endpoint), scenario, order);
        const [one, other] = await Promise.all([play(steps), play(inOrder(scenario))]);
        if (JSON.stringify(sorted(one)) !== JSON.stringify(sorted(other))) {
          throw new Error(
            `run ${i}: ${JSON.stringify({ scenario, steps, mixed: one, inOrder: other }, null, 1)}`,
          );
        }
        seen.versions += scenario.told.length;
        seen.changes += scenario.acts.length;
        seen.issued += one.status === 'issued' ? 1 : 0;
        seen.differences += one.open.length;
      }
    } finally {
      await engine.stop();
    }
    return Object.entries({ interleavings: runs, ...seen }).map(([what, n]) => ({ what, n }));
  },
};

const sorted = ({ ours, ...rest }: Awaited<ReturnType<typeof lifeOf>>) => ({
  ...rest,
  ours: Object.entries(ours ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)),
});
