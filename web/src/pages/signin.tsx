import { useNavigate, useSearchParams } from '@solidjs/router';
import Eye from 'lucide-solid/icons/eye';
import EyeOff from 'lucide-solid/icons/eye-off';
import { createEffect, createSignal, lazy, onMount, Show, Suspense } from 'solid-js';
import { api } from '../api.ts';
import { homeOf } from '../home.ts';
import { Button } from '../parts/button.tsx';
import control from '../parts/field.module.css';
import { Field, TextField } from '../parts/field.tsx';
import { Gate } from '../parts/gate.tsx';
import { Said } from '../parts/said.tsx';
import { Problem } from '../problem.ts';
import { client, setupQuery } from '../queries.ts';
import { loadWords, t } from '../words/words.ts';
import css from './signin.module.css';

const TrainingRoles = lazy(async () => {
  const [module] = await Promise.all([import('./training/roles.tsx'), loadWords('training')]);
  return { default: module.TrainingRoles };
});

export function SignIn() {
  const navigate = useNavigate();
  const [params] = useSearchParams<{ ve?: string; het?: string }>();
  const [username, setUsername] = createSignal('');
  const [password, setPassword] = createSignal('');
  const [code, setCode] = createSignal('');
  const [second, setSecond] = createSignal(false);
  const [seen, setSeen] = createSignal(false);
  const [tried, setTried] = createSignal(false);
  const [busy, setBusy] = createSignal(false);
  const [said, setSaid] = createSignal<string>();
  const [training, setTraining] = createSignal(false);
  createEffect(() => {
    document.title = `${t('signIn.title')} · ${t('app.name')}`;
  });
  onMount(() => {
    void client.fetchQuery(setupQuery()).then(
      (answer) => {
        setTraining('training' in answer);
        if (answer.needed) navigate('/cai-dat-lan-dau', { replace: true });
      },
      () => undefined,
    );
  });

  async function submit(event?: SubmitEvent) {
    event?.preventDefault();
    setTried(true);
    setSaid(undefined);
    if (!username().trim() || !password() || busy()) return;
    setBusy(true);
    try {
      const { person } = await api.signIn({
        ...{ username: username().trim(), password: password() },
        ...(second() && code().trim() ? { code: code().trim() } : {}),
      });
      client.clear();
      navigate(params.ve?.match(/^\/(?![/\\])/) ? params.ve : homeOf(person.role), { replace: true });
    } catch (error) {
      setBusy(false);
      setCode('');
      if (error instanceof Problem && error.code === 'factor_needed') return setSecond(true);
      setSaid(
        error instanceof Problem && error.status ? error.detail || error.title : t('error.offlineHint'),
      );
    }
  }

  return (
    <Gate title={t('signIn.title')} lead={params.het ? t('signIn.ended') : t('signIn.account')}>
      <Show when={training()}>
        <Suspense>
          <TrainingRoles
            busy={busy()}
            enter={(name, word) => {
              setUsername(name);
              setPassword(word);
              void submit();
            }}
          />
        </Suspense>
      </Show>
      <form onSubmit={(event) => void submit(event)} novalidate>
        <Said text={said()} />
        <TextField
          label={t('signIn.username')}
          value={username()}
          change={setUsername}
          error={tried() && !username().trim() ? t('signIn.usernameMissing') : undefined}
          autocomplete="username"
          autocapitalize="none"
          spellcheck={false}
          autofocus
          required
        />
        <Field
          label={t('signIn.password')}
          error={tried() && !password() ? t('signIn.passwordMissing') : undefined}
        >
          {(wiring) => (
            <span class={css.password}>
              <input
                {...wiring}
                class={control.control}
                type={seen() ? 'text' : 'password'}
                autocomplete="current-password"
                required
                value={password()}
                onInput={(event) => setPassword(event.currentTarget.value)}
              />
              <button
                type="button"
                aria-label={t(seen() ? 'signIn.hide' : 'signIn.show')}
                aria-pressed={seen()}
                onClick={() => setSeen(!seen())}
              >
                <Show when={seen()} fallback={<Eye size={18} />}>
                  <EyeOff size={18} />
                </Show>
              </button>
            </span>
          )}
        </Field>
        <Show when={second()}>
          <TextField
            label={t('signIn.factor')}
            hint={t('signIn.factorHint')}
            value={code()}
            change={setCode}
            autocomplete="one-time-code"
            autocapitalize="none"
            spellcheck={false}
            ref={(input) => queueMicrotask(() => input.focus())}
          />
        </Show>
        <Button look="primary" type="submit" class={css.submit} disabled={busy()}>
          {t(busy() ? 'signIn.busy' : 'signIn.submit')}
        </Button>
        <p class={css.help}>
          <a href="/quen-mat-khau">{t('signIn.forgot')}</a> {t('signIn.help')}
        </p>
      </form>
    </Gate>
  );
}
