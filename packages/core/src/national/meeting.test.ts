import { expect, inject, test } from 'vitest';
import { random } from '../randomlife.ts';
import { testDb } from '../testing.ts';
import { inOrder, lifeOf, mixed, scenarioOf } from './randommeeting.ts';

test('versions and changes of people, mixed in any way, end as in order on the table', async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
  console.log(`seed ${seed} (SEED=${seed} plays it again)`);
  const next = random(seed);
  for (let i = 0; i < 3; i += 1) {
    const scenario = scenarioOf(next);
    const steps = mixed(scenario, next);
    const play = async (order: typeof steps) => lifeOf(await testDb(inject('endpoint')), scenario, order);
    const [one, other] = await Promise.all([play(steps), play(inOrder(scenario))]);
    expect(one, JSON.stringify({ scenario, steps }, null, 1)).toEqual(other);
  }
});
