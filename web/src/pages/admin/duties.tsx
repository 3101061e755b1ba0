import { duties } from '@tddh/domain/person';
import { For, Match, Show, Switch } from 'solid-js';
import { createStore } from 'solid-js/store';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { CheckField, SelectField } from '../../parts/field.tsx';
import { ErrorBox, Skeleton } from '../../parts/states.tsx';
import { useQuery } from '../../query.ts';
import type { Person } from '../../shapes.ts';
import { t } from '../../words/words.ts';
import css from '../admin.module.css';
import { useEditing } from './editing.ts';
import { admin, type Duties } from './requests.ts';

/** Hands a person's fields over to another of the same unit, with the role and the account where wanted. */
export function HandOverDuties(props: { person: Person; close: () => void }) {
  const left = useQuery(() => ({
    queryKey: ['people', props.person.id, 'handover'],
    queryFn: () => admin.duties(props.person.id),
  }));
  return (
    <Switch
      fallback={
        <Dialog
          open
          close={props.close}
          place="sheet"
          title={t('person.handOverOf', { name: props.person.name })}
        >
          <Show when={left.isError} fallback={<Skeleton lines={4} />}>
            <ErrorBox error={left.error} />
          </Show>
        </Dialog>
      }
    >
      <Match when={left.isSuccess && left.data}>
        {(data) => <Form person={props.person} left={data()} close={props.close} />}
      </Match>
    </Switch>
  );
}

function Form(props: { person: Person; left: Duties; close: () => void }) {
  let element: HTMLFormElement | undefined;
  const editing = useEditing(() => element);
  const [form, setForm] = createStore({ to: props.left.others[0]?.id ?? '', role: false, disable: false });
  async function send(event: Event) {
    event.preventDefault();
    const name = props.left.others.find((one) => one.id === form.to)?.name ?? '';
    const request = (body: typeof form) => admin.handOverDuties(props.person.id, body);
    if (await editing.send(duties, { ...form }, request as never, t('person.handedOver', { name })))
      props.close();
  }
  return (
    <Dialog
      open
      close={props.close}
      place="sheet"
      title={t('person.handOverOf', { name: props.person.name })}
      foot={
        <Button look="primary" type="submit" form="hand-over" disabled={editing.busy() || !form.to}>
          {t('person.handOver')}
        </Button>
      }
    >
      <form ref={element} id="hand-over" class={css.sheet} novalidate onSubmit={(event) => void send(event)}>
        <p>{t('person.handOverLead')}</p>
        <h3>{t('person.fields')}</h3>
        <Show when={props.left.fields.length > 0} fallback={<p>{t('person.noFields')}</p>}>
          <ul>
            <For each={props.left.fields}>
              {(one) => (
                <li>
                  {one.name} · {t('person.open', { n: one.open })}
                </li>
              )}
            </For>
          </ul>
        </Show>
        <Show when={props.left.others.length > 0} fallback={<p>{t('person.nobody')}</p>}>
          <SelectField
            label={t('person.to')}
            value={form.to}
            change={(to) => {
              setForm({ to });
              editing.forget('to');
            }}
            error={editing.fault('to')}
          >
            <For each={props.left.others}>
              {(one) => (
                <option value={one.id} selected={one.id === form.to}>
                  {one.name} ({t(`role.${one.role}`)})
                </option>
              )}
            </For>
          </SelectField>
          <CheckField
            label={t('person.role', { role: t(`role.${props.left.role}`) })}
            hint={editing.fault('role')}
            checked={form.role}
            change={(role) => setForm({ role })}
          />
          <CheckField
            label={t('person.account')}
            checked={form.disable}
            change={(disable) => setForm({ disable })}
          />
        </Show>
      </form>
    </Dialog>
  );
}
