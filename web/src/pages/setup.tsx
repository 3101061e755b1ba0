import { useNavigate } from '@solidjs/router';
import { createEffect, createSignal, onMount } from 'solid-js';
import { createStore } from 'solid-js/store';
import { api } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Gate } from '../parts/gate.tsx';
import { Said } from '../parts/said.tsx';
import { Problem } from '../problem.ts';
import { client } from '../queries.ts';
import { t } from '../words/words.ts';
import css from './signin.module.css';

/** The first visit of an empty system: creates its administrator. */
export function Setup() {
  const navigate = useNavigate();
  const [form, setForm] = createStore({ province: '', name: '', username: '', password: '', repeat: '' });
  const [tried, setTried] = createSignal(false);
  const [busy, setBusy] = createSignal(false);
  const [problem, setProblem] = createSignal<Problem>();
  createEffect(() => {
    document.title = `${t('setup.title')} · ${t('app.name')}`;
  });
  onMount(() => {
    void api.setup().then(
      ({ needed }) => needed || navigate('/dang-nhap', { replace: true }),
      () => undefined,
    );
  });

  const wrong = (field: 'province' | 'name' | 'username' | 'password') => {
    const refused = problem()?.at(field);
    if (refused) return refused;
    if (!tried()) return undefined;
    if (!form[field].trim()) return t('setup.empty');
    if (field === 'password' && form.password.length < 14)
      return t('setup.short', { n: form.password.length });
    return undefined;
  };
  const differs = () => (tried() && form.repeat !== form.password ? t('setup.repeatWrong') : undefined);
  const bad = () => differs() || wrong('province') || wrong('name') || wrong('username') || wrong('password');

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    setTried(true);
    setProblem(undefined);
    if (bad() || busy()) return;
    setBusy(true);
    try {
      const { repeat: _, ...body } = form;
      await api.setUp(body);
      client.clear();
      navigate('/quan-tri', { replace: true });
    } catch (error) {
      setProblem(error instanceof Problem ? error : new Problem(0, {}));
      setBusy(false);
    }
  }
  const field = (name: keyof typeof form) => ({
    value: form[name],
    change: (value: string) => {
      setForm(name, value);
      setProblem(undefined);
    },
  });

  /** What belongs to no field. */
  const loose = () => {
    const said = problem();
    return said?.errors.length === 0 ? said.detail || said.title || t('error.offlineHint') : undefined;
  };

  return (
    <Gate title={t('setup.title')} lead={t('setup.lead')}>
      <form onSubmit={(event) => void submit(event)} novalidate>
        <Said text={loose()} />
        <TextField
          label={t('setup.province')}
          hint={t('setup.provinceHint')}
          error={wrong('province')}
          autofocus
          {...field('province')}
        />
        <TextField label={t('setup.name')} error={wrong('name')} autocomplete="name" {...field('name')} />
        <TextField
          label={t('signIn.username')}
          hint={t('setup.usernameHint')}
          error={wrong('username')}
          autocomplete="username"
          autocapitalize="none"
          spellcheck={false}
          {...field('username')}
        />
        <TextField
          type="password"
          label={t('signIn.password')}
          hint={t('setup.passwordHint')}
          error={wrong('password')}
          autocomplete="new-password"
          {...field('password')}
        />
        <TextField
          type="password"
          label={t('setup.repeat')}
          error={differs()}
          autocomplete="new-password"
          {...field('repeat')}
        />
        <Button look="primary" type="submit" class={css.submit} disabled={busy()}>
          {t('setup.submit')}
        </Button>
      </form>
    </Gate>
  );
}
