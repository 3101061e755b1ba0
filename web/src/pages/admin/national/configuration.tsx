import { type Link, linkChange } from '@tddh/domain/link';
import { createSignal, For } from 'solid-js';
import { Button } from '../../../parts/button.tsx';
import { useCatalog } from '../../../parts/catalog.ts';
import { CheckField, SelectField, TextField } from '../../../parts/field.tsx';
import { Card } from '../../../parts/page.tsx';
import { t } from '../../../words/words.ts';
import css from '../../admin.module.css';
import { useEditing } from '../editing.ts';
import { AxisForm } from './axisform.tsx';
import { OfLink } from './link.tsx';
import { type LinkState, national } from './requests.ts';

/** Where messages go, how what comes in lands, and the document axis. */
export function NationalConfiguration() {
  return (
    <OfLink>
      {(state) => (
        <div class={css.stack}>
          <Configuration of={state().link} />
          <AxisForm of={state().link} />
        </div>
      )}
    </OfLink>
  );
}

function Configuration(props: { of: LinkState['link'] }) {
  let element: HTMLFormElement | undefined;
  const catalog = useCatalog();
  const editing = useEditing(() => element);
  const [typed, setTyped] = createSignal<Partial<Record<keyof Link, string | boolean>>>({});
  const shown = (key: 'name' | 'target' | 'fieldId') => String(typed()[key] ?? props.of[key] ?? '');
  const fieldId = () => shown('fieldId') || catalog().fields[0]?.id || '';
  /** The department that receives what lands in the field. */
  const department = () => {
    const { departmentId } = catalog().fields.find(({ id }) => id === fieldId()) ?? {};
    return catalog().units.find(({ id }) => id === departmentId)?.name ?? '';
  };
  const days = () => String(typed().parkAfterDays ?? props.of.parkAfterDays);
  const change = (part: Partial<Record<keyof Link, string | boolean>>) => {
    setTyped((all) => ({ ...all, ...part }));
    for (const key of Object.keys(part)) editing.forget(key);
  };
  async function save(event: Event) {
    event.preventDefault();
    const { parkAfterDays, target, ...rest } = typed();
    const input = {
      ...rest,
      // An empty address takes it out.
      ...(target === undefined ? {} : { target: String(target).trim() || null }),
      ...(parkAfterDays === undefined ? {} : { parkAfterDays: Number(parkAfterDays) }),
    };
    if (await editing.send(linkChange, input, national.set)) setTyped({});
  }
  return (
    <Card title={t('national.configure')} lead={t('national.configureLead')}>
      <form ref={element} class={css.form} novalidate onSubmit={(event) => void save(event)}>
        <TextField
          label={t('national.name')}
          value={shown('name')}
          change={(name) => change({ name })}
          error={editing.fault('name')}
        />
        <TextField
          label={t('national.target')}
          hint={t('national.targetHint')}
          inputmode="url"
          value={shown('target')}
          change={(target) => change({ target })}
          error={editing.fault('target')}
        />
        <CheckField
          label={t('national.allowPrivate')}
          hint={t('national.allowPrivateHint')}
          checked={(typed().allowPrivate ?? props.of.allowPrivate) === true}
          change={(allowPrivate) => change({ allowPrivate })}
        />
        <CheckField
          label={t('national.atOnce')}
          hint={t('national.atOnceHint')}
          checked={(typed().land ?? props.of.land) === 'at-once'}
          change={(on) => change({ land: on ? 'at-once' : 'draft' })}
        />
        <SelectField
          label={t('national.field')}
          hint={t('national.fieldHint', { department: department() })}
          value={fieldId()}
          change={(fieldId) => change({ fieldId })}
          error={editing.fault('fieldId')}
        >
          <For each={catalog().fields}>{(field) => <option value={field.id}>{field.name}</option>}</For>
        </SelectField>
        <TextField
          label={t('national.park')}
          hint={t('national.parkHint')}
          inputmode="numeric"
          value={days()}
          change={(parkAfterDays) => change({ parkAfterDays })}
          error={editing.fault('parkAfterDays')}
        />
        <div>
          <Button look="primary" type="submit" disabled={editing.busy() || Object.keys(typed()).length === 0}>
            {t('manage.save')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
