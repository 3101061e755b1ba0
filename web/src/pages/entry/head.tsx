import { For } from 'solid-js';
import { useCatalog } from '../../parts/catalog.ts';
import { DayField } from '../../parts/dayfield.tsx';
import { SelectField, TextArea, TextField } from '../../parts/field.tsx';
import { t } from '../../words/words.ts';
import type { EntryForm } from './form.ts';
import css from './head.module.css';
import { stepOnEnter } from './step.ts';

type Head = Omit<EntryForm, 'tasks' | 'noTask' | 'brought'>;

/** What a document says of itself; the same fields enter and correct it. */
export function HeadFields(props: {
  form: Head;
  change: (part: Partial<Head>) => void;
  dayError: (error: string | undefined) => void;
  fault: (path: string) => string | undefined;
  /** Fields of the own department, the first of them chosen where none is. */
  departmentId: string;
  /** An issued document keeps its day. */
  dayFixed?: boolean;
  first?: boolean;
}) {
  const catalog = useCatalog();
  const fields = () => catalog().fields.filter((one) => one.departmentId === props.departmentId);
  const text = (name: 'number' | 'issuer' | 'subject' | 'signer') => ({
    label: t(`entry.${name}`),
    get value() {
      return props.form[name];
    },
    change: (value: string) => props.change({ [name]: value }),
    get error() {
      return props.fault(name);
    },
    autocomplete: 'off',
  });
  return (
    <div class={css.head}>
      <div class={css.number} data-part="number">
        <TextField
          {...text('number')}
          hint={t('entry.numberHint')}
          autofocus={props.first}
          spellcheck={false}
        />
      </div>
      <div class={css.day} data-part="issuedOn">
        <DayField
          label={t('entry.issuedOn')}
          toward="past"
          tell={!props.dayFixed}
          value={props.form.issuedOn}
          change={(issuedOn, error) => {
            props.change({ issuedOn });
            props.dayError(error);
          }}
          error={props.fault('issuedOn')}
        />
      </div>
      <div class={css.type} data-part="type">
        <SelectField
          label={t('entry.type')}
          value={props.form.type}
          change={(type) => props.change({ type })}
          error={props.fault('type')}
        >
          <For each={catalog().types}>
            {(one) => (
              <option value={one.id} selected={one.id === props.form.type}>
                {one.name}
              </option>
            )}
          </For>
        </SelectField>
      </div>
      <div class={css.subject} data-part="subject">
        <TextArea {...text('subject')} rows={2} onKeyDown={stepOnEnter} />
      </div>
      <div class={css.issuer} data-part="issuer">
        <TextField {...text('issuer')} />
      </div>
      <div class={css.field}>
        <SelectField
          label={t('entry.field')}
          value={props.form.field}
          change={(field) => props.change({ field })}
          error={props.fault('field')}
        >
          <For each={fields()}>
            {(one) => (
              <option value={one.id} selected={one.id === props.form.field}>
                {one.name}
              </option>
            )}
          </For>
        </SelectField>
      </div>
      <div class={css.signer} data-part="signer">
        <TextField {...text('signer')} optional />
      </div>
    </div>
  );
}
