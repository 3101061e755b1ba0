import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { takePort } from './door.ts';

test('a port that another program has is a clear error that names it and a way out', async () => {
  const first = await takePort(0);
  await expect(takePort(first.port)).rejects.toMatchObject({
    code: 'port-busy',
    message: expect.stringMatching(new RegExp(`Cổng ${first.port}.*PORT=${first.port + 1}`)),
  });
  await first.close(100);
});

test('a request before the product is ready is asked to come again', async () => {
  const door = await takePort(0);
  const early = await fetch(`http://127.0.0.1:${door.port}/api/health`);
  expect([early.status, early.headers.get('retry-after')]).toEqual([503, '1']);
  door.open((_request, response) => response.end('ready'));
  expect(await (await fetch(`http://127.0.0.1:${door.port}/`)).text()).toBe('ready');
  await door.close(100);
});

test('a request in flight ends before the door is closed, and an idle connection does not hold it', async () => {
  const door = await takePort(0);
  door.open((_request, response) => setTimeout(() => response.end('done'), 300));
  const answer = fetch(`http://127.0.0.1:${door.port}/`).then((got) => got.text());
  await sleep(100);
  const begun = Date.now();
  await door.close(3000);
  expect(await answer).toBe('done');
  // Not held until its patience ended.
  expect(Date.now() - begun).toBeLessThan(3000);
});

test('a request that never ends is cut off when patience ends', async () => {
  const door = await takePort(0);
  door.open(() => {});
  const answer = fetch(`http://127.0.0.1:${door.port}/`).then(
    () => 'answered',
    () => 'cut off',
  );
  await sleep(100);
  await door.close(200);
  expect(await answer).toBe('cut off');
});
