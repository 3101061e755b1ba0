import { expect, test } from 'vitest';
import { bill } from './bill.ts';

test('a month on AWS costs less than a lunch for a small office, and little for a whole province', async () => {
  const months = (await bill.run()).map((line) => Number(line['a month']));
  expect(months).toHaveLength(3);
  expect(months[0]).toBeLessThan(7);
  expect(months[1]).toBeLessThan(10);
  expect(months[2]).toBeLessThan(40);
}, 60_000);
