import { personChange } from '@tddh/domain/person';
import { Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import { Button } from '../../parts/button.tsx';
import { useCatalog } from '../../parts/catalog.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { CheckField, TextField } from '../../parts/field.tsx';
import { useSession } from '../../session.tsx';
import type { Person } from '../../shapes.ts';
import { t } from '../../words/words.ts';
import css from '../admin.module.css';
import { Access } from './access.tsx';
import { useEditing } from './editing.ts';
import { admin } from './requests.ts';
import { keptFields, type Standing, StandingFields } from './standing.tsx';

/** Changes a person: name, role, unit, fields, address, being the chief; lets the person in again, or ends the account. */
export function EditPerson(props: { person: Person; close: () => void }) {
  const session = useSession();
  const catalog = useCatalog();
  let element: HTMLFormElement | undefined;
  const editing = useEditing(() => element);
  const { name, role, unit, fields, email, chief } = props.person;
  let { revision } = props.person;
  const [form, setForm] = createStore({
    // A person's role; the schedules and the national adapter are no people.
    ...{ name, role: role as Standing['role'], unitId: unit.id, email: email ?? '' },
    ...{ fields: [...fields], chief: chief ?? false },
  });
  const change = (part: Partial<typeof form>) => {
    setForm(part);
    editing.forget(...Object.keys(part));
  };
  async function save(event: Event) {
    event.preventDefault();
    const input = {
      ...{ name: form.name, role: form.role, unitId: form.unitId },
      fields: keptFields(catalog().fields, form),
      email: form.email.trim() || null,
      ...(form.role === 'office-leader' ? { chief: form.chief } : {}),
    };
    if (await editing.send(personChange, input, (body) => admin.setPerson(props.person.id, body, revision))) {
      props.close();
    }
  }
  async function enable(disabled: boolean) {
    const told = t(disabled ? 'person.disabledNow' : 'person.enabledNow', { name });
    const send = (body: object) => admin.setPerson(props.person.id, body, revision);
    if (await editing.send(personChange, { disabled }, send, told)) props.close();
  }
  return (
    <Dialog
      open
      close={props.close}
      place="sheet"
      title={t('person.edit', { name })}
      foot={
        <>
          <Show when={props.person.id !== session.person.id}>
            <Button
              look={props.person.disabled ? 'plain' : 'danger'}
              disabled={editing.busy()}
              onClick={() => void enable(!props.person.disabled)}
            >
              {t(props.person.disabled ? 'person.enable' : 'person.disable')}
            </Button>
          </Show>
          <Button look="primary" type="submit" form="edit-person" disabled={editing.busy()}>
            {t('manage.save')}
          </Button>
        </>
      }
    >
      <form
        ref={element}
        id="edit-person"
        class={css.sheet}
        novalidate
        onSubmit={(event) => void save(event)}
      >
        <TextField
          label={t('manage.fullName')}
          value={form.name}
          change={(value) => change({ name: value })}
          error={editing.fault('name')}
        />
        <TextField
          type="email"
          label={t('person.email')}
          hint={t('person.emailHint')}
          optional
          value={form.email}
          change={(value) => change({ email: value })}
          error={editing.fault('email')}
        />
        <StandingFields value={form} change={change} fault={editing.fault} />
        <Show when={form.role === 'office-leader'}>
          <CheckField
            label={t('person.chief')}
            hint={editing.fault('chief') ?? t('person.chiefHint')}
            checked={form.chief}
            change={(on) => change({ chief: on })}
          />
        </Show>
      </form>
      <Access
        person={props.person}
        moved={(next) => {
          if (next === revision + 1) revision = next;
        }}
      />
    </Dialog>
  );
}
