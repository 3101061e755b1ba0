import { createUniqueId, type JSX, Show, splitProps } from 'solid-js';
import { t } from '../words/words.ts';
import css from './field.module.css';

export interface FieldProps {
  label: string;
  hint?: string;
  error?: string;
  optional?: boolean;
  /** Hides the label from sight, not from readers: for a field in a table. */
  bare?: boolean;
}

/** What a control needs to belong to its label, hint and error. */
export interface Wiring {
  id: string;
  'aria-describedby': string;
  'aria-invalid': boolean | undefined;
}

/** A label, a control, a hint and an error. The line under the control keeps its height, so nothing jumps. */
export function Field(props: FieldProps & { children: (wiring: Wiring) => JSX.Element }) {
  const id = createUniqueId();
  const wiring: Wiring = {
    id,
    'aria-describedby': `${id}-hint`,
    get 'aria-invalid'() {
      return props.error ? true : undefined;
    },
  };
  return (
    <div class={css.field}>
      <label for={id} class={css.label} data-hidden={props.bare ? '' : undefined}>
        {props.label}
        <Show when={props.optional}>
          <span class={css.optional}>{t('act.optional')}</span>
        </Show>
      </label>
      {props.children(wiring)}
      <p
        id={`${id}-hint`}
        class={css.hint}
        data-error={props.error ? '' : undefined}
        data-bare={props.bare ? '' : undefined}
      >
        {props.error ?? props.hint}
      </p>
    </div>
  );
}

const own = ['label', 'hint', 'error', 'optional', 'bare', 'value', 'change', 'class'] as const;
interface Text {
  value: string;
  change: (value: string) => void;
}

export function TextField(
  props: FieldProps & Text & Omit<JSX.InputHTMLAttributes<HTMLInputElement>, 'value'>,
) {
  const [mine, rest] = splitProps(props, own);
  return (
    <Field {...mine}>
      {(wiring) => (
        <input
          type="text"
          {...rest}
          {...wiring}
          class={css.control}
          value={mine.value}
          onInput={(event) => mine.change(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** A field of several lines: as high as `rows` at least, growing with what is written in it. */
export function TextArea(
  props: FieldProps & Text & Omit<JSX.TextareaHTMLAttributes<HTMLTextAreaElement>, 'value'>,
) {
  const [mine, rest] = splitProps(props, own);
  return (
    <Field {...mine}>
      {(wiring) => (
        <textarea
          rows={3}
          {...rest}
          {...wiring}
          class={css.control}
          style={{ '--rows': rest.rows }}
          value={mine.value}
          onInput={(event) => mine.change(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** A choice of few; options are `<option>` elements. */
export function SelectField(
  props: FieldProps & Text & Omit<JSX.SelectHTMLAttributes<HTMLSelectElement>, 'value'>,
) {
  const [mine, rest] = splitProps(props, own);
  return (
    <Field {...mine}>
      {(wiring) => (
        <select
          {...rest}
          {...wiring}
          class={css.control}
          value={mine.value}
          onChange={(event) => mine.change(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

export function CheckField(props: {
  label: string;
  checked: boolean;
  change: (checked: boolean) => void;
  hint?: string;
}) {
  const id = createUniqueId();
  return (
    <div class={css.check}>
      <input
        id={id}
        type="checkbox"
        checked={props.checked}
        aria-describedby={`${id}-hint`}
        onChange={(event) => props.change(event.currentTarget.checked)}
      />
      <label for={id}>{props.label}</label>
      <p id={`${id}-hint`} class={css.hint}>
        {props.hint}
      </p>
    </div>
  );
}
