import { createSignal, type JSX, onCleanup, Show } from 'solid-js';
import css from './menu.module.css';
import { place } from './place.ts';

/** A button with a small panel below it, or above it where there is more room: on a phone it stands at the bottom. Esc, a click beside it, and leaving it close the panel. */
export function Menu(props: {
  label: string;
  button: JSX.Element;
  class?: string;
  align?: 'left' | 'right';
  children: (close: () => void) => JSX.Element;
}) {
  const [open, setOpen] = createSignal(false);
  let box: HTMLDivElement | undefined;
  let button: HTMLButtonElement | undefined;
  const outside = (event: PointerEvent) => {
    if (!box?.contains(event.target as Node)) setOpen(false);
  };
  document.addEventListener('pointerdown', outside);
  onCleanup(() => document.removeEventListener('pointerdown', outside));
  const close = () => {
    setOpen(false);
    button?.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc and leaving are caught for the button and panel inside
    <div
      class={css.box}
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open()) return;
        event.stopPropagation();
        close();
      }}
      onFocusOut={(event) => {
        const to = event.relatedTarget as Node | null;
        if (to && !box?.contains(to)) setOpen(false);
      }}
    >
      <button
        ref={button}
        type="button"
        class={props.class}
        aria-label={props.label}
        aria-expanded={open()}
        aria-haspopup="true"
        title={props.label}
        onClick={() => setOpen(!open())}
      >
        {props.button}
      </button>
      <Show when={open()}>
        <div class={css.panel} ref={place(() => button, props.align ?? 'right')}>
          {props.children(close)}
        </div>
      </Show>
    </div>
  );
}
