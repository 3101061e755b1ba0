import { expect, test } from 'vitest';
import { ordeal } from './national.ts';

test('national tasks end equal on both sides through a kill and a national side that misbehaves', async () => {
  const counted = await ordeal({ documents: 4, tasksEach: 5, kills: 1, trouble: 20 });
  expect(counted).toMatchObject({
    ...{ tasks: 20, 'done here': 20, 'finished there': 20, 'finished twice': 0 },
    ...{ 'told twice': 0, 'out of order': 0 },
  });
}, 150_000);
