import { newSuccession, type SuccessionKind, successionKinds } from '@tddh/domain/succession';
import { For, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import { Button } from '../../parts/button.tsx';
import { DayField } from '../../parts/dayfield.tsx';
import { SelectField, TextField } from '../../parts/field.tsx';
import { UnitPicker } from '../../parts/unitpicker.tsx';
import { useSession } from '../../session.tsx';
import { t } from '../../words/words.ts';
import css from '../admin.module.css';
import { useEditing } from './editing.ts';
import { admin } from './requests.ts';

const kinds = ['agency', 'department'] as const;

/** Records a decision: which units give way to which, from which day. */
export function SuccessionForm() {
  const session = useSession();
  let element: HTMLFormElement | undefined;
  const editing = useEditing(() => element);
  const empty = { from: [] as string[], to: [] as string[], basis: '', name: '', short: '' };
  const [form, setForm] = createStore({
    ...empty,
    kind: 'merge' as SuccessionKind,
    on: session.today as string | null,
  });
  const change = (part: Partial<typeof form>) => {
    setForm(part);
    editing.forget(...Object.keys(part));
  };
  const renames = () => form.kind === 'rename';
  async function send(event: Event) {
    event.preventDefault();
    const { kind, on, basis, from, to, name, short } = form;
    const input = {
      ...{ kind, basis, from: [...from] },
      ...(on ? { on } : {}),
      ...(renames() ? { name, ...(short.trim() ? { short } : {}) } : { to: [...to] }),
    };
    const told = t('succession.recorded', { basis });
    if (await editing.send(newSuccession, input, admin.recordSuccession, told)) setForm({ ...empty });
  }
  return (
    <form ref={element} class={css.form} novalidate onSubmit={(event) => void send(event)}>
      <SelectField
        label={t('succession.kind')}
        value={form.kind}
        change={(kind) => change({ kind: kind as SuccessionKind })}
        error={editing.fault('kind')}
      >
        <For each={successionKinds}>
          {(kind) => (
            <option value={kind} selected={kind === form.kind}>
              {t(`succession.${kind}`)}
            </option>
          )}
        </For>
      </SelectField>
      <UnitPicker
        label={t('succession.from')}
        kinds={kinds}
        value={form.from}
        change={(from) => change({ from })}
        error={editing.fault('from')}
      />
      <Show
        when={renames()}
        fallback={
          <UnitPicker
            label={t('succession.to')}
            hint={t('succession.toHint')}
            kinds={kinds}
            value={form.to}
            change={(to) => change({ to })}
            error={editing.fault('to')}
          />
        }
      >
        <TextField
          label={t('succession.name')}
          value={form.name}
          change={(name) => change({ name })}
          error={editing.fault('name')}
        />
        <TextField
          label={t('succession.short')}
          optional
          value={form.short}
          change={(short) => change({ short })}
          error={editing.fault('short')}
        />
      </Show>
      <DayField
        label={t('succession.on')}
        required
        value={form.on}
        change={(on) => change({ on })}
        error={editing.fault('on')}
      />
      <TextField
        label={t('succession.basis')}
        value={form.basis}
        change={(basis) => change({ basis })}
        error={editing.fault('basis')}
      />
      <div>
        <Button look="primary" type="submit" disabled={editing.busy()}>
          {t('succession.record')}
        </Button>
      </div>
    </form>
  );
}
