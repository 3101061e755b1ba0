import { createSignal } from 'solid-js';
import type { Call } from '../api.ts';
import { type Held, hold, holdFor } from '../hold.ts';
import { Problem } from '../problem.ts';
import { invalidate } from '../queries.ts';
import { t } from '../words/words.ts';

export interface Toast {
  id: number;
  text: string;
  tone: 'plain' | 'good' | 'bad';
  undo?: () => void;
}

const [toasts, setToasts] = createSignal<Toast[]>([]);

export { toasts };

let last = 0;

export function dismiss(id: number): void {
  setToasts((all) => all.filter((toast) => toast.id !== id));
}

/** Says a result in a corner, for 5 seconds (a failure: 10). */
export function say(text: string, tone: Toast['tone'] = 'plain'): void {
  last += 1;
  const id = last;
  setToasts((all) => [...all.slice(-3), { id, text, tone }]);
  setTimeout(() => dismiss(id), tone === 'bad' ? 10_000 : 5000);
}

/** Says a refusal in its own words. */
export function sayProblem(error: unknown): void {
  const problem = error instanceof Problem ? error : undefined;
  say(t('toast.failed', { why: problem?.detail || problem?.title || t('error.offline') }), 'bad');
}

/**
 * Holds a write for 8 seconds beside an Undo, then sends it and asks again for what it changed. The page shows the
 * result at once and puts it back in `undone` (which a refusal calls too).
 */
export function withUndo<T>(doing: {
  text: string;
  request: Call;
  /** How the request is sent, where one call is not enough. */
  send?: (request: Call) => Promise<T>;
  undone?: () => void;
  sent?: (answer: T) => void;
}): Held<T> {
  last += 1;
  const id = last;
  const held = hold<T>(doing.request, doing.send);
  const undo = () => {
    if (!held.undo()) return;
    dismiss(id);
    doing.undone?.();
    say(t('toast.undone'));
  };
  setToasts((all) => [...all.slice(-3), { id, text: doing.text, tone: 'good', undo }]);
  setTimeout(() => dismiss(id), holdFor);
  held.result.then(
    (answer) => {
      if (answer === 'undone') return;
      dismiss(id);
      doing.sent?.(answer);
      void invalidate();
    },
    (error) => {
      dismiss(id);
      doing.undone?.();
      sayProblem(error);
      void invalidate();
    },
  );
  return held;
}

/** Takes back the newest write that can be taken back. */
export function undoLast(): void {
  toasts()
    .findLast((toast) => toast.undo)
    ?.undo?.();
}
