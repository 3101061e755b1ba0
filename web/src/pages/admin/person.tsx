import { newPerson } from '@tddh/domain/person';
import { createStore } from 'solid-js/store';
import { api } from '../../api.ts';
import { Button } from '../../parts/button.tsx';
import { useCatalog } from '../../parts/catalog.ts';
import { TextField } from '../../parts/field.tsx';
import { t } from '../../words/words.ts';
import css from '../admin.module.css';
import { useAdding } from './adding.ts';
import { keptFields, type Standing, StandingFields } from './standing.tsx';

const empty = { name: '', username: '', email: '', password: '' };

/** Adds a person: a role, the unit that fits it, the fields; invited by mail, or with a first password. */
export function PersonForm() {
  const catalog = useCatalog();
  let element: HTMLFormElement | undefined;
  const adding = useAdding(() => element);
  const [form, setForm] = createStore({
    ...empty,
    role: 'agency-officer' as Standing['role'],
    unitId: '',
    fields: [] as string[],
  });
  const change = (part: Partial<typeof form>) => {
    setForm(part);
    adding.forget(...Object.keys(part));
  };
  async function send(event: Event) {
    event.preventDefault();
    const { email, password, ...plain } = form;
    const input = {
      ...{ ...plain, fields: keptFields(catalog().fields, form) },
      ...(email.trim() ? { email } : {}),
      ...(password ? { password } : {}),
    };
    const told = password ? undefined : t('person.added', { name: form.name });
    if (await adding.send(newPerson, input, api.addPerson, told)) setForm({ ...empty, fields: [] });
  }
  return (
    <form ref={element} class={css.form} novalidate autocomplete="off" onSubmit={(event) => void send(event)}>
      <TextField
        label={t('manage.fullName')}
        value={form.name}
        change={(name) => change({ name })}
        error={adding.fault('name')}
      />
      <StandingFields value={form} change={change} fault={adding.fault} />
      <TextField
        label={t('manage.username')}
        hint={t('manage.usernameHint')}
        value={form.username}
        change={(username) => change({ username })}
        error={adding.fault('username')}
        autocapitalize="none"
        spellcheck={false}
        autocomplete="off"
      />
      <TextField
        type="email"
        label={t('person.email')}
        hint={t('person.emailHint')}
        optional
        value={form.email}
        change={(email) => change({ email })}
        error={adding.fault('email')}
        autocomplete="off"
      />
      <TextField
        type="password"
        optional
        label={t('manage.password')}
        hint={t('person.passwordOptional')}
        value={form.password}
        change={(password) => change({ password })}
        error={adding.fault('password')}
        autocomplete="new-password"
      />
      <div>
        <Button look="primary" type="submit" disabled={adding.busy()}>
          {t('manage.add')}
        </Button>
      </div>
    </form>
  );
}
