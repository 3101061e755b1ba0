import { createSignal, onCleanup } from 'solid-js';

const [locked, setLocked] = createSignal(false);
let waiting: (() => void)[] = [];

/** True while the session is locked: the page stays as it is, under the lock. */
export { locked };

/** Locks the page. @returns when it is unlocked; what was asked meanwhile is asked again then */
export function untilUnlocked(): Promise<void> {
  setLocked(true);
  return new Promise((done) => waiting.push(done));
}

export function unlocked(): void {
  setLocked(false);
  const all = waiting;
  waiting = [];
  for (const go of all) go();
}

/**
 * Watches whether anything is done in the page: tells the server at most once a minute that somebody is there, and
 * calls `idle` after so many minutes without a key or a pointer.
 */
export function watchIdle(minutes: () => number | undefined, alive: () => void, idle: () => void): void {
  let last = Date.now();
  let told = last;
  const did = () => {
    last = Date.now();
    if (locked() || last - told < 60_000) return;
    told = last;
    alive();
  };
  const timer = setInterval(() => {
    const most = minutes();
    if (most && !locked() && Date.now() - last > most * 60_000) idle();
  }, 5_000);
  for (const type of ['keydown', 'pointerdown', 'wheel']) addEventListener(type, did, { passive: true });
  onCleanup(() => {
    clearInterval(timer);
    for (const type of ['keydown', 'pointerdown', 'wheel']) removeEventListener(type, did);
  });
}
