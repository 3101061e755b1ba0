import { For, Show } from 'solid-js';
import { useCatalog } from '../../parts/catalog.ts';
import { SelectField } from '../../parts/field.tsx';
import { Segmented } from '../../parts/segmented.tsx';
import { isOfficer, useSession } from '../../session.tsx';
import { t } from '../../words/words.ts';
import css from './filters.module.css';

/** What the address of the queue says. */
export interface Params {
  /** All departments, for an officer, who sees the own one first. */
  moi?: string;
  phong?: string;
  linhvuc?: string;
  /** `dong` shows each report by itself. */
  xem?: string;
}

/** How the queue is shown: by task or each report, of which departments, of which field. */
export function Filters(props: { params: Params; set: (change: Params) => void }) {
  const session = useSession();
  const catalog = useCatalog();
  const own = () => isOfficer(session) && !props.params.moi;
  const department = () => (own() ? session.person.unit.id : props.params.phong);
  const departments = () => catalog().units.filter((unit) => unit.kind === 'department');
  const fields = () =>
    catalog().fields.filter((field) => !department() || field.departmentId === department());
  return (
    <section class={css.filters} aria-label={t('byTask.filters')} data-screen>
      <Segmented
        label={t('byTask.view')}
        value={props.params.xem === 'dong' ? 'flat' : 'grouped'}
        options={[
          { value: 'grouped', text: t('byTask.grouped') },
          { value: 'flat', text: t('byTask.flat') },
        ]}
        change={(view) => props.set({ xem: view === 'flat' ? 'dong' : '' })}
      />
      <Show when={isOfficer(session)}>
        <Segmented
          label={t('queue.scope')}
          value={own() ? 'own' : 'all'}
          options={[
            { value: 'own', text: t('queue.mine') },
            { value: 'all', text: t('queue.everywhere') },
          ]}
          change={(scope) => props.set({ moi: scope === 'all' ? '1' : '', phong: '', linhvuc: '' })}
        />
      </Show>
      <Show when={!own()}>
        <SelectField
          bare
          label={t('list.department')}
          value={props.params.phong ?? ''}
          change={(phong) => props.set({ phong, linhvuc: '' })}
        >
          <option value="">{t('list.anyDepartment')}</option>
          <For each={departments()}>{(unit) => option(unit, props.params.phong)}</For>
        </SelectField>
      </Show>
      <SelectField
        bare
        label={t('list.field')}
        value={props.params.linhvuc ?? ''}
        change={(linhvuc) => props.set({ linhvuc })}
      >
        <option value="">{t('list.anyField')}</option>
        <For each={fields()}>{(field) => option(field, props.params.linhvuc)}</For>
      </SelectField>
    </section>
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
