import X from 'lucide-solid/icons/x';
import { createEffect, createUniqueId, type JSX, onCleanup, Show } from 'solid-js';
import { t } from '../words/words.ts';
import { Button } from './button.tsx';
import css from './dialog.module.css';

interface DialogProps {
  open: boolean;
  close: () => void;
  title: string;
  children: JSX.Element;
  /** Buttons at the foot, the main one last. */
  foot?: JSX.Element;
  /** `sheet` slides in from the side (from below on a phone); `top` stands high, for search. */
  place?: 'middle' | 'sheet' | 'top';
  wide?: boolean;
  /** Hides the head; the title is still read out. */
  bare?: boolean;
}

/** A modal dialog on the browser's own `<dialog>`: focus stays inside, Esc and a click beside it close. */
export function Dialog(props: DialogProps) {
  const id = createUniqueId();
  return (
    <Show when={props.open}>
      <dialog
        ref={show}
        class={css.dialog}
        data-place={props.place ?? 'middle'}
        data-wide={props.wide ? '' : undefined}
        aria-labelledby={id}
        onCancel={(event) => {
          event.preventDefault();
          props.close();
        }}
        onClick={(event) => event.target === event.currentTarget && props.close()}
        onKeyDown={(event) => event.stopPropagation()}
      >
        <div class={css.box}>
          <div class={css.head} data-hidden={props.bare ? '' : undefined}>
            <h2 id={id}>{props.title}</h2>
            <Show when={!props.bare}>
              <Button look="quiet" square aria-label={t('act.close')} onClick={() => props.close()}>
                <X size={18} />
              </Button>
            </Show>
          </div>
          <div class={css.body}>{props.children}</div>
          <Show when={props.foot}>
            <div class={css.foot}>{props.foot}</div>
          </Show>
        </div>
      </dialog>
    </Show>
  );
}

function show(dialog: HTMLDialogElement) {
  const before = document.activeElement;
  createEffect(() => {
    dialog.showModal();
    const first =
      dialog.querySelector<HTMLElement>('[autofocus]') ??
      dialog.querySelector<HTMLElement>('input, textarea, select');
    first?.focus();
  });
  onCleanup(() => {
    if (before instanceof HTMLElement) before.focus();
  });
}
