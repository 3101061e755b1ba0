import { newField, newUnit } from '@tddh/domain/agency';
import { createEffect, For, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import { api } from '../../api.ts';
import { Button } from '../../parts/button.tsx';
import { useCatalog } from '../../parts/catalog.ts';
import { CheckField, SelectField, TextField } from '../../parts/field.tsx';
import { t } from '../../words/words.ts';
import css from '../admin.module.css';
import { useAdding } from './adding.ts';

type Kind = 'agency' | 'department' | 'leadership';

/** Adds an agency, a department of the Office, or a leadership. */
export function UnitForm(props: { kinds: readonly Kind[] }) {
  let element: HTMLFormElement | undefined;
  const adding = useAdding(() => element);
  const [form, setForm] = createStore({
    name: '',
    short: '',
    ordinal: '',
    kind: '' as Kind,
    isOffice: false,
  });
  createEffect(() => setForm('kind', props.kinds[0] ?? 'agency'));
  const change = (part: Partial<typeof form>) => {
    setForm(part);
    adding.forget(...Object.keys(part));
  };
  async function send(event: Event) {
    event.preventDefault();
    const { name, short, ordinal, kind, isOffice } = form;
    const input = {
      ...{ name, kind },
      ...(short.trim() ? { short } : {}),
      ...(ordinal.trim() ? { ordinal: Number(ordinal) } : {}),
      ...(isOffice ? { isOffice } : {}),
    };
    if (await adding.send(newUnit, input, api.addUnit)) {
      setForm({ name: '', short: '', ordinal: '', isOffice: false });
    }
  }
  return (
    <form ref={element} class={css.form} novalidate onSubmit={(event) => void send(event)}>
      <TextField
        label={t('manage.name')}
        value={form.name}
        change={(name) => change({ name })}
        error={adding.fault('name')}
      />
      <TextField
        label={t('manage.short')}
        hint={t('manage.shortHint')}
        optional
        value={form.short}
        change={(short) => change({ short })}
        error={adding.fault('short')}
      />
      <Show when={props.kinds.length > 1}>
        <SelectField
          label={t('manage.kind')}
          value={form.kind}
          change={(kind) => change({ kind: kind as Kind })}
          error={adding.fault('kind')}
        >
          <For each={props.kinds}>
            {(kind) => (
              <option value={kind} selected={kind === form.kind}>
                {t(`manage.${kind}`)}
              </option>
            )}
          </For>
        </SelectField>
      </Show>
      <TextField
        label={t('manage.ordinal')}
        hint={t('manage.ordinalHint')}
        optional
        inputmode="numeric"
        value={form.ordinal}
        change={(ordinal) => change({ ordinal })}
        error={adding.fault('ordinal')}
      />
      <Show when={props.kinds[0] === 'agency'}>
        <CheckField
          label={t('manage.isOffice')}
          checked={form.isOffice}
          change={(isOffice) => change({ isOffice })}
        />
      </Show>
      <Add busy={adding.busy()} />
    </form>
  );
}

/** Adds a field to a department. */
export function FieldForm() {
  const catalog = useCatalog();
  let element: HTMLFormElement | undefined;
  const adding = useAdding(() => element);
  const [form, setForm] = createStore({ name: '', departmentId: '' });
  async function send(event: Event) {
    event.preventDefault();
    if (await adding.send(newField, { ...form }, api.addField)) setForm('name', '');
  }
  return (
    <form ref={element} class={css.form} novalidate onSubmit={(event) => void send(event)}>
      <TextField
        label={t('manage.name')}
        value={form.name}
        change={(name) => {
          setForm('name', name);
          adding.forget('name');
        }}
        error={adding.fault('name')}
      />
      <SelectField
        label={t('manage.departmentOf')}
        value={form.departmentId}
        change={(departmentId) => {
          setForm('departmentId', departmentId);
          adding.forget('departmentId');
        }}
        error={adding.fault('departmentId') && t('manage.chooseOne')}
      >
        <option value="">{t('manage.choose')}</option>
        <For each={catalog().units.filter((unit) => unit.kind === 'department')}>
          {(unit) => <option value={unit.id}>{unit.name}</option>}
        </For>
      </SelectField>
      <Add busy={adding.busy()} />
    </form>
  );
}

function Add(props: { busy: boolean }) {
  return (
    <div>
      <Button look="primary" type="submit" disabled={props.busy}>
        {t('manage.add')}
      </Button>
    </div>
  );
}
