import { createEffect, createSignal, Match, onMount, Show, Switch } from 'solid-js';
import { followLink, type LinkShown, openLink } from '../accesscalls.ts';
import { Button, ButtonLink } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Gate } from '../parts/gate.tsx';
import { Said } from '../parts/said.tsx';
import { Problem } from '../problem.ts';
import { t } from '../words/words.ts';
import css from './signin.module.css';

/** What a mailed link opens: a new password, the second factor removed, an account in use again. */
export function Opening() {
  const token = location.hash.slice(1);
  const [link, setLink] = createSignal<LinkShown>();
  const [bad, setBad] = createSignal<string>();
  const [said, setSaid] = createSignal<string>();
  const [password, setPassword] = createSignal('');
  const [current, setCurrent] = createSignal('');
  const [done, setDone] = createSignal(false);
  const words = (error: unknown) =>
    error instanceof Problem && error.status
      ? (error.errors[0]?.message ?? error.detail)
      : t('error.offlineHint');
  const title = () => {
    const kind = link()?.kind;
    return kind ? t(`opening.${kind}`) : t(bad() ? 'opening.bad' : 'app.name');
  };
  createEffect(() => {
    document.title = `${title()} · ${t('app.name')}`;
  });
  onMount(() => void openLink(token).then(setLink, (error) => setBad(words(error))));
  async function submit(event: SubmitEvent) {
    event.preventDefault();
    setSaid(undefined);
    try {
      await followLink({
        token,
        ...(password() ? { password: password() } : {}),
        ...(current() ? { current: current() } : {}),
      });
      setDone(true);
    } catch (error) {
      setSaid(words(error));
    }
  }
  const lead = () => {
    const shown = link();
    return shown ? t('opening.lead', { username: shown.username, name: shown.name }) : (bad() ?? '');
  };
  return (
    <Gate title={title()} lead={lead()}>
      <Switch>
        <Match when={bad()}>
          <ButtonLink href="/quen-mat-khau">{t('opening.again')}</ButtonLink>
        </Match>
        <Match when={done()}>
          <p role="status">{t('opening.done')}</p>
          <ButtonLink look="primary" class={css.submit} href="/dang-nhap">
            {t('opening.enter')}
          </ButtonLink>
        </Match>
        <Match when={link()}>
          {(shown) => (
            <form onSubmit={(event) => void submit(event)} novalidate>
              <Said text={said()} />
              <Show when={shown().asks === 'current' || shown().asks === 'both'}>
                <TextField
                  label={t('account.current')}
                  type="password"
                  autocomplete="current-password"
                  value={current()}
                  change={setCurrent}
                />
              </Show>
              <Show when={shown().asks === 'new' || shown().asks === 'both'}>
                <TextField
                  label={t('account.next')}
                  hint={t('account.passwordLead', { n: shown().least })}
                  type="password"
                  autocomplete="new-password"
                  value={password()}
                  change={setPassword}
                />
              </Show>
              <Button look="primary" type="submit" class={css.submit}>
                {t(`opening.${shown().kind}`)}
              </Button>
            </form>
          )}
        </Match>
      </Switch>
    </Gate>
  );
}
