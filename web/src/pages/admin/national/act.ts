import { createSignal } from 'solid-js';
import { say, sayProblem } from '../../../parts/toasts.ts';
import { client } from '../../../queries.ts';
import { t } from '../../../words/words.ts';

/** One act at a time: said when it is done, or why it was not; then what it changed is asked again. */
export function useAct() {
  const [busy, setBusy] = createSignal(false);
  return {
    busy,
    async run<T>(work: () => Promise<T>, told = t('national.done')): Promise<T | undefined> {
      if (busy()) return undefined;
      setBusy(true);
      try {
        const answer = await work();
        if (told) say(told, 'good');
        await client.invalidateQueries({ queryKey: ['national'] });
        return answer;
      } catch (error) {
        sayProblem(error);
        return undefined;
      } finally {
        setBusy(false);
      }
    },
  };
}
