import { type JSX, onCleanup, Suspense } from 'solid-js';

/**
 * Around dialogs that are loaded when they are first opened. Until one stands, keys reach nothing behind it, and are
 * given to what has the focus then: who opens the search and types on writes into the search, not to the page.
 */
export function Coming(props: { children: JSX.Element }) {
  return <Suspense fallback={<Kept />}>{props.children}</Suspense>;
}

const kept = /^(.|Enter|Backspace|Tab|Escape|Arrow.*|Home|End)$/u;

function Kept() {
  const keys: string[] = [];
  const keep = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !kept.test(event.key)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    keys.push(event.key);
  };
  window.addEventListener('keydown', keep, true);
  onCleanup(() => {
    window.removeEventListener('keydown', keep, true);
    // What came takes the focus at the end of this turn.
    queueMicrotask(() => keys.forEach(give));
  });
  return null;
}

/** A key to what has the focus, as if it were typed there now. */
function give(key: string) {
  const target = document.activeElement ?? document.body;
  if (key === 'Escape') {
    target.closest('dialog')?.dispatchEvent(new Event('cancel', { cancelable: true }));
  }
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  if (!target.dispatchEvent(event) || key.length > 1) return;
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) {
    target.setRangeText(key, target.selectionStart ?? 0, target.selectionEnd ?? 0, 'end');
    target.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
}
