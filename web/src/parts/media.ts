import { createSignal, onCleanup } from 'solid-js';

/** Whether a media query holds, and again when that changes. */
export function useMedia(query: string): () => boolean {
  const list = matchMedia(query);
  const [holds, setHolds] = createSignal(list.matches);
  const change = () => setHolds(list.matches);
  list.addEventListener('change', change);
  onCleanup(() => list.removeEventListener('change', change));
  return holds;
}
