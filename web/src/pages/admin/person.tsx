import { kindOfRole, newPerson, personRoles } from '@tddh/domain/person';
import { For, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import { api } from '../../api.ts';
import { Button } from '../../parts/button.tsx';
import { useCatalog } from '../../parts/catalog.ts';
import { CheckField, SelectField, TextField } from '../../parts/field.tsx';
import { t } from '../../words/words.ts';
import css from '../admin.module.css';
import { useAdding } from './adding.ts';

const empty = { name: '', username: '', password: '' };

/** Adds a person: a role, the unit that fits it, and for the Office the fields that the person follows. */
export function PersonForm() {
  const catalog = useCatalog();
  let element: HTMLFormElement | undefined;
  const adding = useAdding(() => element);
  const [form, setForm] = createStore({
    ...empty,
    role: 'agency-officer' as (typeof personRoles)[number],
    unitId: '',
    fields: [] as string[],
  });
  const change = (part: Partial<typeof form>) => {
    setForm(part);
    adding.forget(...Object.keys(part));
  };
  const kind = () => kindOfRole(form.role);
  const units = () => catalog().units.filter((unit) => unit.kind === kind());
  const fields = () => {
    if (kind() === 'agency') return [];
    return catalog().fields.filter((one) => kind() === 'leadership' || one.departmentId === form.unitId);
  };
  async function send(event: Event) {
    event.preventDefault();
    const known = new Set(fields().map((one) => one.id));
    const input = { ...form, fields: form.fields.filter((id) => known.has(id)) };
    if (await adding.send(newPerson, input, api.addPerson)) setForm({ ...empty, fields: [] });
  }
  return (
    <form ref={element} class={css.form} novalidate autocomplete="off" onSubmit={(event) => void send(event)}>
      <TextField
        label={t('manage.fullName')}
        value={form.name}
        change={(name) => change({ name })}
        error={adding.fault('name')}
      />
      <SelectField
        label={t('manage.role')}
        value={form.role}
        change={(role) => change({ role: role as typeof form.role, unitId: '', fields: [] })}
        error={adding.fault('role')}
      >
        <For each={personRoles}>
          {(role) => (
            <option value={role} selected={role === form.role}>
              {t(`role.${role}`)}
            </option>
          )}
        </For>
      </SelectField>
      <SelectField
        label={t('manage.unit')}
        value={form.unitId}
        change={(unitId) => change({ unitId, fields: [] })}
        error={adding.fault('unitId') && (form.unitId ? adding.fault('unitId') : t('manage.chooseOne'))}
      >
        <option value="">{t('manage.choose')}</option>
        <For each={units()}>
          {(unit) => (
            <option value={unit.id} selected={unit.id === form.unitId}>
              {unit.name}
            </option>
          )}
        </For>
      </SelectField>
      <Show when={fields().length > 0}>
        <fieldset class={css.checks}>
          <legend>{t('manage.fieldsOf')}</legend>
          <For each={fields()}>
            {(one) => (
              <CheckField
                label={one.name}
                checked={form.fields.includes(one.id)}
                change={(on) =>
                  change({
                    fields: on ? [...form.fields, one.id] : form.fields.filter((id) => id !== one.id),
                  })
                }
              />
            )}
          </For>
        </fieldset>
      </Show>
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
        type="password"
        label={t('manage.password')}
        hint={t('manage.passwordHint')}
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
