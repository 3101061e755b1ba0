import { wiring } from '@tddh/functions/wiring';
import { expect, test } from 'vitest';
import { bill, workOf } from './bill.ts';
import type { Cost } from './meter.ts';
import { usageOf } from './usage.ts';

test('a month on AWS costs less than a lunch for a small office, and little for a whole province', async () => {
  const months = (await bill.run()).map((line) => Number(line['a month']));
  expect(months).toHaveLength(3);
  expect(months[0]).toBeLessThan(7);
  expect(months[1]).toBeLessThan(10);
  expect(months[2]).toBeLessThan(40);
}, 60_000);

test('the bill counts every function of the wiring', () => {
  const cost: Cost = { requests: 1, reads: 1, writes: 1, ms: 1, bytes: 1 };
  const measured = new Proxy<Record<string, Cost>>({}, { get: () => cost });
  const counted = new Set(workOf(usageOf(1_000), measured, 1).map(({ fn }) => fn));
  expect([...counted].sort()).toEqual(Object.keys(wiring.functions).sort());
});
