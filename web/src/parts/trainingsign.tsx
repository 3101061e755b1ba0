import { createSignal, lazy, onMount, Show, Suspense } from 'solid-js';
import { client, setupQuery } from '../queries.ts';
import { loadWords } from '../words/words.ts';

const TrainingBanner = lazy(async () => {
  const [module] = await Promise.all([import('./training.tsx'), loadWords('training')]);
  return { default: module.TrainingBanner };
});

/** The banner of the training mode on pages before signing in; nothing elsewhere. */
export function TrainingSign() {
  const [training, setTraining] = createSignal(false);
  onMount(() => {
    void client.fetchQuery(setupQuery()).then(
      (answer) => setTraining('training' in answer),
      () => undefined,
    );
  });
  return (
    <Show when={training()}>
      <Suspense>
        <TrainingBanner />
      </Suspense>
    </Show>
  );
}
