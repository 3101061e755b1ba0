import { createEffect, createSignal } from 'solid-js';
import { api } from '../api.ts';
import { locked, unlocked } from '../lock.ts';
import { Problem } from '../problem.ts';
import { t } from '../words/words.ts';
import { Button } from './button.tsx';
import { TextField } from './field.tsx';
import css from './lock.module.css';
import { Said } from './said.tsx';

/** The lock over the page: the password opens it, and what was typed is still there. */
export function Lock(props: { leave: () => void }) {
  let box: HTMLDialogElement | undefined;
  const [password, setPassword] = createSignal('');
  const [said, setSaid] = createSignal<string>();
  const [busy, setBusy] = createSignal(false);
  createEffect(() => {
    if (locked() && !box?.open) box?.showModal();
    if (!locked() && box?.open) box.close();
  });

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    if (!password() || busy()) return;
    setBusy(true);
    setSaid(undefined);
    try {
      await api.unlock({ password: password() });
      unlocked();
    } catch (error) {
      if (error instanceof Problem && error.code === 'unauthenticated') return leave();
      setSaid(error instanceof Problem && error.status ? error.detail : t('error.offlineHint'));
    } finally {
      setPassword('');
      setBusy(false);
    }
  }
  function leave() {
    unlocked();
    props.leave();
  }

  return (
    <dialog
      ref={box}
      class={css.lock}
      aria-labelledby="lock-title"
      onCancel={(event) => event.preventDefault()}
    >
      <form onSubmit={(event) => void submit(event)} novalidate>
        <h2 id="lock-title">{t('lock.title')}</h2>
        <p>{t('lock.lead')}</p>
        <Said text={said()} />
        <TextField
          label={t('signIn.password')}
          type="password"
          autocomplete="current-password"
          value={password()}
          change={setPassword}
          autofocus
        />
        <div class={css.acts}>
          <Button look="primary" type="submit" disabled={busy()}>
            {t('lock.submit')}
          </Button>
          <Button look="quiet" onClick={() => void api.signOut().finally(leave)}>
            {t('lock.leave')}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
