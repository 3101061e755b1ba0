import { type Unit, unitChange } from '@tddh/domain/agency';
import { createStore } from 'solid-js/store';
import { Button } from '../../parts/button.tsx';
import { DayField } from '../../parts/dayfield.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { TextField } from '../../parts/field.tsx';
import { t } from '../../words/words.ts';
import css from '../admin.module.css';
import { useEditing } from './editing.ts';
import { admin } from './requests.ts';

/** Changes how a unit is written, its place, code and days of validity. */
export function EditUnit(props: { unit: Unit; close: () => void }) {
  let element: HTMLFormElement | undefined;
  const editing = useEditing(() => element);
  const { id, name, short, ordinal, code, validFrom, validTo, revision } = props.unit;
  const [form, setForm] = createStore({
    ...{ name, short, ordinal: String(ordinal), code: code ?? '' },
    ...{ validFrom: validFrom ?? null, validTo: validTo ?? null },
  });
  const change = (part: Partial<typeof form>) => {
    setForm(part);
    editing.forget(...Object.keys(part));
  };
  async function save(event: Event) {
    event.preventDefault();
    const input = {
      ...{ name: form.name, short: form.short, code: form.code.trim() || null },
      ...{ ordinal: /^\d+$/.test(form.ordinal.trim()) ? Number(form.ordinal) : form.ordinal },
      ...{ validFrom: form.validFrom, validTo: form.validTo },
    };
    if (await editing.send(unitChange, input, (body) => admin.setUnit(id, body, revision ?? 0)))
      props.close();
  }
  return (
    <Dialog
      open
      close={props.close}
      place="sheet"
      title={t('unit.edit', { name })}
      foot={
        <Button look="primary" type="submit" form="edit-unit" disabled={editing.busy()}>
          {t('manage.save')}
        </Button>
      }
    >
      <form ref={element} id="edit-unit" class={css.sheet} novalidate onSubmit={(event) => void save(event)}>
        <TextField
          label={t('manage.name')}
          hint={t('unit.renameHint')}
          value={form.name}
          change={(value) => change({ name: value })}
          error={editing.fault('name')}
        />
        <TextField
          label={t('manage.short')}
          value={form.short}
          change={(value) => change({ short: value })}
          error={editing.fault('short')}
        />
        <TextField
          label={t('manage.ordinal')}
          inputmode="numeric"
          value={form.ordinal}
          change={(value) => change({ ordinal: value })}
          error={editing.fault('ordinal')}
        />
        <TextField
          label={t('unit.code')}
          hint={t('unit.codeHint')}
          optional
          value={form.code}
          change={(value) => change({ code: value })}
          error={editing.fault('code')}
        />
        <DayField
          label={t('unit.from')}
          hint={t('unit.validity')}
          optional
          toward="past"
          value={form.validFrom}
          change={(value) => change({ validFrom: value })}
          error={editing.fault('validFrom')}
        />
        <DayField
          label={t('unit.to')}
          hint={t('unit.validity')}
          optional
          value={form.validTo}
          change={(value) => change({ validTo: value })}
          error={editing.fault('validTo')}
        />
      </form>
    </Dialog>
  );
}
