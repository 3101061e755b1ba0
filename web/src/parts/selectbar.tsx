import BellRing from 'lucide-solid/icons/bell-ring';
import Check from 'lucide-solid/icons/check';
import Undo2 from 'lucide-solid/icons/undo-2';
import X from 'lucide-solid/icons/x';
import { Show } from 'solid-js';
import { t } from '../words/words.ts';
import { Button } from './button.tsx';
import css from './selectbar.module.css';

/** What can be done with the rows chosen; floats over the foot of the list. */
export function SelectBar(props: {
  chosen: number;
  able: number;
  confirm: () => void;
  /** Sends all of them back, where the page can. */
  giveBack?: () => void;
  /** Chases the units of those that are still worked on, where the page can. */
  chase?: () => void;
  clear: () => void;
}) {
  return (
    <>
      <p data-hidden="" role="status">
        {props.chosen > 0 ? t('bar.chosen', { n: props.chosen }) : ''}
      </p>
      <Show when={props.chosen > 0}>
        <section class={css.bar} aria-label={t('bar.label')} data-screen>
          <span class={css.text}>
            <strong>{t('bar.chosen', { n: props.chosen })}</strong>
            <Show when={props.able < props.chosen}>
              <small>{t('bar.able', { n: props.able })}</small>
            </Show>
          </span>
          <Button
            look="primary"
            disabled={props.able === 0}
            title={props.able === 0 ? t('bar.none') : undefined}
            onClick={() => props.confirm()}
          >
            <Check size={16} />
            {t('bar.confirm')}
          </Button>
          <Show when={props.giveBack}>
            {(giveBack) => (
              <Button disabled={props.able === 0} onClick={() => giveBack()()}>
                <Undo2 size={16} />
                {t('bar.giveBack')}
              </Button>
            )}
          </Show>
          <Show when={props.chase}>
            {(chase) => (
              <Button onClick={() => chase()()}>
                <BellRing size={16} />
                {t('bar.chase')}
              </Button>
            )}
          </Show>
          <Button look="quiet" square aria-label={t('bar.clear')} onClick={() => props.clear()}>
            <X size={18} />
          </Button>
        </section>
      </Show>
    </>
  );
}
