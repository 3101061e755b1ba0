import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Call } from './api.ts';
import { hold, holdFor, sendHeld } from './hold.ts';

const request: Call = { method: 'POST', path: '/api/assignments/asg_1/confirm', body: {} };
const sent: Call[] = [];
async function send(call: Call) {
  sent.push(call);
  return 'answer';
}

beforeEach(() => {
  vi.useFakeTimers();
  sent.length = 0;
});
afterEach(() => vi.useRealTimers());

test('a write is sent after eight seconds, once', async () => {
  const held = hold(request, send);
  await vi.advanceTimersByTimeAsync(holdFor - 1);
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(sent).toEqual([request]);
  expect(await held.result).toBe('answer');
  expect(held.undo()).toBe(false);
  sendHeld();
  expect(sent.length).toBe(1);
});

test('a write that is taken back is never sent', async () => {
  const held = hold(request, send);
  expect(held.undo()).toBe(true);
  expect(held.undo()).toBe(false);
  await vi.advanceTimersByTimeAsync(holdFor * 2);
  expect(sent).toEqual([]);
  expect(await held.result).toBe('undone');
});

test('a page that is left sends at once what it holds, in requests that outlive it', async () => {
  const held = [hold(request, send), hold(request, send)];
  sendHeld();
  expect(sent).toEqual([
    { ...request, keepalive: true },
    { ...request, keepalive: true },
  ]);
  await vi.advanceTimersByTimeAsync(holdFor * 2);
  expect(sent.length).toBe(2);
  expect(await held[1]?.result).toBe('answer');
});

test('a refusal of the server reaches who asked', async () => {
  const held = hold(request, () => Promise.reject(new Error('refused')));
  held.send();
  await expect(held.result).rejects.toThrow('refused');
});
