import { For, Match, Show, Switch } from 'solid-js';
import { useCatalog } from '../../parts/catalog.ts';
import { DayField } from '../../parts/dayfield.tsx';
import { CheckField, SelectField, TextArea, TextField } from '../../parts/field.tsx';
import { Segmented } from '../../parts/segmented.tsx';
import { UnitPicker } from '../../parts/unitpicker.tsx';
import { Upload } from '../../parts/upload.tsx';
import { useSession } from '../../session.tsx';
import { t } from '../../words/words.ts';
import type { Ask, Value } from './forms.ts';
import css from './verbform.module.css';

/** One field of a verb's form, of the kind that the table says. */
export function AskField(props: {
  ask: Ask;
  value: Value | undefined;
  change: (value: Value, dayError?: string) => void;
  error?: string;
  focus: boolean;
}) {
  const session = useSession();
  const catalog = useCatalog();
  const label = () => t(`ask.${props.ask.word as 'reason'}`);
  const hint = () => (props.ask.hint ? t(`ask.${props.ask.hint as 'rightHint'}`) : undefined);
  const text = () => (typeof props.value === 'string' ? props.value : '');
  const common = {
    get label() {
      return label();
    },
    get hint() {
      return hint();
    },
    get optional() {
      return props.ask.optional === true && !props.ask.either && props.ask.kind !== 'check';
    },
    get error() {
      return props.error;
    },
  };
  return (
    <Switch>
      <Match when={props.ask.kind === 'area'}>
        <TextArea {...common} value={text()} change={props.change} autofocus={props.focus} />
      </Match>
      <Match when={props.ask.kind === 'text'}>
        <TextField
          {...common}
          value={text()}
          change={props.change}
          autofocus={props.focus}
          autocomplete="off"
        />
      </Match>
      <Match when={props.ask.kind === 'day'}>
        <div class={css.due}>
          <DayField {...common} value={text() || null} change={props.change} toward={props.ask.toward} tell />
          <Show when={props.ask.noDue}>
            <CheckField
              label={t('ask.noDue')}
              checked={props.value === null}
              change={(on) => props.change(on ? null : '')}
            />
          </Show>
        </div>
      </Match>
      <Match when={props.ask.kind === 'unit'}>
        <UnitPicker
          {...common}
          multiple={false}
          kinds={['agency', 'department']}
          on={session.today}
          value={text() ? [text()] : []}
          change={(ids) => props.change(ids[0] ?? '')}
        />
      </Match>
      <Match when={props.ask.kind === 'field'}>
        <SelectField {...common} value={text()} change={props.change}>
          <For each={catalog().fields}>
            {(one) => (
              <option value={one.id} selected={one.id === text()}>
                {one.name}
              </option>
            )}
          </For>
        </SelectField>
      </Match>
      <Match when={props.ask.kind === 'check'}>
        <CheckField
          label={label()}
          hint={hint()}
          checked={props.value === true}
          change={(on) => props.change(on)}
        />
      </Match>
      <Match when={props.ask.kind === 'files'}>
        <Upload
          value={Array.isArray(props.value) ? props.value : []}
          change={props.change}
          error={props.error}
          owed={props.ask.either}
        />
      </Match>
      <Match when={props.ask.kind === 'decision'}>
        <Decision value={props.value} change={props.change} />
      </Match>
    </Switch>
  );
}

/** Yes or no, said in words; yes until something else is chosen. */
function Decision(props: { value: Value | undefined; change: (value: Value) => void }) {
  return (
    <Segmented
      label={t('ask.decision')}
      value={props.value === 'no' ? 'no' : 'yes'}
      options={[
        { value: 'yes', text: t('ask.accept') },
        { value: 'no', text: t('ask.refuse') },
      ]}
      change={(value) => props.change(value === 'no' ? 'no' : true)}
    />
  );
}
