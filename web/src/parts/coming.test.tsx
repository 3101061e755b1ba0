import { cleanup, render } from '@solidjs/testing-library';
import { createSignal, lazy, Show } from 'solid-js';
import { afterEach, expect, test } from 'vitest';
import { Coming } from './coming.tsx';
import { Dialog } from './dialog.tsx';
import { useKeys } from './keys.ts';

afterEach(cleanup);

test('what is typed while a dialog is still loaded is written in it, and does nothing to the page', async () => {
  const done: string[] = [];
  let come: (() => void) | undefined;
  const Search = lazy(async () => {
    await new Promise<void>((resolve) => {
      come = resolve;
    });
    const Field = (props: { close: () => void }) => {
      const [text, setText] = createSignal('');
      return (
        <Dialog open title="Tìm" close={props.close}>
          <input
            value={text()}
            onInput={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => event.key === 'Enter' && done.push(`found ${text()}`)}
          />
        </Dialog>
      );
    };
    return { default: Field };
  });
  const Page = () => {
    const [open, setOpen] = createSignal(false);
    useKeys({ c: () => done.push('confirmed'), '/': () => setOpen(true) });
    return (
      <Coming>
        <Show when={open()}>
          <Search close={() => setOpen(false)} />
        </Show>
      </Coming>
    );
  };
  render(() => <Page />);
  for (const key of ['/', 'c', 'h', 'ợ', 'Enter']) {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  }
  await Promise.resolve();
  come?.();
  await expect.poll(() => done).toEqual(['found chợ']);
  expect(document.querySelector('input')?.value).toBe('chợ');
});
