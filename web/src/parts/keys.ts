import { onCleanup, onMount } from 'solid-js';
import { tinykeys } from 'tinykeys';

type Keys = Record<string, (event: KeyboardEvent) => void>;

/**
 * Keys of a page or part, while it is shown: `{ j: next, 'g o': overview, '$mod+k': palette }`. Keys without Ctrl
 * or Cmd are off while typing, and all are off while a dialog is open (it stops them).
 */
export function useKeys(keys: Keys): void {
  onMount(() => {
    const quiet: Keys = {};
    for (const [name, act] of Object.entries(keys)) {
      quiet[name] = (event) => {
        if (
          !name.includes('$mod') &&
          (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey)
        )
          return;
        event.preventDefault();
        act(event);
      };
    }
    onCleanup(tinykeys(window, quiet));
  });
}

function typing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox' && target.type !== 'radio';
  return (
    target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
  );
}
