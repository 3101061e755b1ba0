import { type Call, call } from './api.ts';

/** How long a write waits in the page before it is sent, in milliseconds (design.md: undo for 8 seconds). */
export const holdFor = 8000;

export interface Held<T> {
  /** The answer, or `undone`. Rejects with a Problem where the server refuses. */
  result: Promise<T | 'undone'>;
  /** Takes the write back; false where it was sent already. */
  undo(): boolean;
  /** Sends at once. */
  send(): void;
}

const waiting = new Set<{ send(leaving?: boolean): void }>();

/** Holds a write for 8 seconds. The server knows no undo: a write taken back was never sent. */
export function hold<T>(request: Call, send: (request: Call) => Promise<T> = call): Held<T> {
  let settle: (value: T | 'undone' | Promise<T>) => void = () => {};
  const result = new Promise<T | 'undone'>((resolve) => {
    settle = resolve;
  });
  const entry = {
    send(leaving = false) {
      if (!waiting.delete(entry)) return;
      clearTimeout(timer);
      settle(send(leaving ? { ...request, keepalive: true } : request));
    },
  };
  const timer = setTimeout(() => entry.send(), holdFor);
  waiting.add(entry);
  return {
    result,
    send: () => entry.send(),
    undo() {
      if (!waiting.delete(entry)) return false;
      clearTimeout(timer);
      settle('undone');
      return true;
    },
  };
}

/** Sends every write that still waits; the page is being left, so the requests outlive it. */
export function sendHeld(leaving = true): void {
  for (const entry of [...waiting]) entry.send(leaving);
}

if (typeof addEventListener === 'function') addEventListener('pagehide', () => sendHeld());
