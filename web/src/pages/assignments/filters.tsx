import X from 'lucide-solid/icons/x';
import { For, Show } from 'solid-js';
import { Button } from '../../parts/button.tsx';
import { useCatalog } from '../../parts/catalog.ts';
import control from '../../parts/field.module.css';
import { SelectField } from '../../parts/field.tsx';
import { isAgency, useSession } from '../../session.tsx';
import { t } from '../../words/words.ts';
import css from './filters.module.css';
import type { Params } from './query.ts';

/** Search, agency, department and field; what is chosen stands in the address. */
export function Filters(props: {
  params: Params;
  text: string;
  type: (text: string) => void;
  set: (change: Params) => void;
  clear: () => void;
  clearable: boolean;
  input: (element: HTMLInputElement) => void;
}) {
  const session = useSession();
  const catalog = useCatalog();
  const units = (kind: string) => catalog().units.filter((unit) => unit.kind === kind);
  const fields = () =>
    catalog().fields.filter(
      (one) => !props.params.department || one.departmentId === props.params.department,
    );
  return (
    <div class={css.filters} data-screen>
      <input
        ref={(element) => props.input(element)}
        type="search"
        class={`${control.control} ${css.search}`}
        aria-label={t('list.search')}
        placeholder={t('list.search')}
        value={props.text}
        onInput={(event) => props.type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !props.text) event.currentTarget.blur();
        }}
      />
      <Show when={!isAgency(session)}>
        <SelectField
          bare
          label={t('list.agency')}
          value={props.params.agency ?? ''}
          change={(agency) => props.set({ agency })}
        >
          <option value="">{t('list.anyAgency')}</option>
          <For each={units('agency')}>{(unit) => option(unit, props.params.agency)}</For>
        </SelectField>
        <SelectField
          bare
          label={t('list.department')}
          value={props.params.department ?? ''}
          change={(department) => props.set({ department, field: '' })}
        >
          <option value="">{t('list.anyDepartment')}</option>
          <For each={units('department')}>{(unit) => option(unit, props.params.department)}</For>
        </SelectField>
        <SelectField
          bare
          label={t('list.field')}
          value={props.params.field ?? ''}
          change={(field) => props.set({ field })}
        >
          <option value="">{t('list.anyField')}</option>
          <For each={fields()}>{(one) => option(one, props.params.field)}</For>
        </SelectField>
      </Show>
      <Button look="quiet" disabled={!props.clearable} onClick={() => props.clear()}>
        <X size={16} />
        {t('list.clear')}
      </Button>
    </div>
  );
}

/** Chosen by the option itself: the list may come after the choice. */
function option(one: { id: string; name: string }, chosen: string | undefined) {
  return (
    <option value={one.id} selected={one.id === chosen}>
      {one.name}
    </option>
  );
}
