import { createEffect, createSignal, Show } from 'solid-js';
import { askLink } from '../accesscalls.ts';
import { Button, ButtonLink } from '../parts/button.tsx';
import { SelectField, TextField } from '../parts/field.tsx';
import { Gate } from '../parts/gate.tsx';
import { Said } from '../parts/said.tsx';
import { Problem } from '../problem.ts';
import { t } from '../words/words.ts';
import css from './signin.module.css';

/** Asks for a link by mail. The answer is the same whether there is such an account or not. */
export function Forgot() {
  const [username, setUsername] = createSignal('');
  const [kind, setKind] = createSignal<'password' | 'factor'>('password');
  const [sent, setSent] = createSignal(false);
  const [said, setSaid] = createSignal<string>();
  createEffect(() => {
    document.title = `${t('forgot.title')} · ${t('app.name')}`;
  });
  async function submit(event: SubmitEvent) {
    event.preventDefault();
    setSaid(undefined);
    try {
      await askLink({ username: username().trim(), kind: kind() });
      setSent(true);
    } catch (error) {
      setSaid(
        error instanceof Problem && error.status
          ? error.at('username') || error.detail
          : t('error.offlineHint'),
      );
    }
  }
  return (
    <Gate title={t('forgot.title')} lead={t('forgot.lead')}>
      <Show when={!sent()} fallback={<p role="status">{t('forgot.sent')}</p>}>
        <form onSubmit={(event) => void submit(event)} novalidate>
          <Said text={said()} />
          <TextField
            label={t('signIn.username')}
            value={username()}
            change={setUsername}
            autocomplete="username"
            autocapitalize="none"
            spellcheck={false}
            autofocus
          />
          <SelectField
            label={t('forgot.kind')}
            value={kind()}
            change={(value) => setKind(value === 'factor' ? 'factor' : 'password')}
          >
            <option value="password">{t('forgot.password')}</option>
            <option value="factor">{t('forgot.factor')}</option>
          </SelectField>
          <Button look="primary" type="submit" class={css.submit}>
            {t('forgot.submit')}
          </Button>
        </form>
      </Show>
      <p class={css.help}>
        <ButtonLink look="quiet" href="/dang-nhap">
          {t('forgot.back')}
        </ButtonLink>
      </p>
    </Gate>
  );
}
