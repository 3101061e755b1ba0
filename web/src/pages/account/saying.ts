import { createSignal } from 'solid-js';
import { Problem } from '../../problem.ts';
import { t } from '../../words/words.ts';

/** Runs what a form asks, and says what was refused. */
export function saying() {
  const [said, setSaid] = createSignal<string>();
  async function run<T>(work: () => Promise<T>): Promise<{ made: T } | undefined> {
    setSaid(undefined);
    try {
      return { made: await work() };
    } catch (error) {
      const known = error instanceof Problem && error.status > 0;
      setSaid(known ? (error.errors[0]?.message ?? error.detail) : t('error.offlineHint'));
      return undefined;
    }
  }
  return { said, run };
}
