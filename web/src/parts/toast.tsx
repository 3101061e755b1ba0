import Check from 'lucide-solid/icons/check';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import X from 'lucide-solid/icons/x';
import { For, Show } from 'solid-js';
import { t } from '../words/words.ts';
import css from './toast.module.css';
import { dismiss, toasts } from './toasts.ts';

/** The corner in which results are said; one stands in the frame of the page. */
export function Toasts() {
  return (
    <section class={css.region} aria-label={t('toast.region')} aria-live="polite" data-screen>
      <For each={toasts()}>
        {(toast) => (
          <div class={css.toast} data-tone={toast.tone}>
            <Show when={toast.tone === 'bad'} fallback={<Check size={18} aria-hidden="true" />}>
              <TriangleAlert size={18} aria-hidden="true" />
            </Show>
            <p>{toast.text}</p>
            <Show when={toast.undo}>
              {(undo) => (
                <button type="button" class={css.undo} onClick={() => undo()()}>
                  {t('act.undo')}
                </button>
              )}
            </Show>
            <button
              type="button"
              class={css.close}
              aria-label={t('act.close')}
              onClick={() => dismiss(toast.id)}
            >
              <X size={16} />
            </button>
            <Show when={toast.undo}>
              <span class={css.time} />
            </Show>
          </div>
        )}
      </For>
    </section>
  );
}
