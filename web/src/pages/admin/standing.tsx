import type { FieldOfWork } from '@tddh/domain/agency';
import { kindOfRole, personRoles } from '@tddh/domain/person';
import { For, Show } from 'solid-js';
import { useCatalog } from '../../parts/catalog.ts';
import { CheckField, SelectField } from '../../parts/field.tsx';
import { t } from '../../words/words.ts';
import css from '../admin.module.css';

/** Where a person stands: a role, the unit that fits it, and for the Office the fields that the person follows. */
export interface Standing {
  role: (typeof personRoles)[number];
  unitId: string;
  fields: string[];
}

/** The fields that a person of this role and unit may follow. */
function fieldsFor(all: readonly FieldOfWork[], { role, unitId }: Standing): FieldOfWork[] {
  const kind = kindOfRole(role);
  if (kind === 'agency') return [];
  return all.filter((one) => kind === 'leadership' || one.departmentId === unitId);
}

/** Of the fields that were ticked, those that the role and unit still allow. */
export function keptFields(all: readonly FieldOfWork[], standing: Standing): string[] {
  const known = new Set(fieldsFor(all, standing).map((one) => one.id));
  return standing.fields.filter((id) => known.has(id));
}

/** The role, the unit, and the fields of work where the role has any. */
export function StandingFields(props: {
  value: Standing;
  change: (part: Partial<Standing>) => void;
  fault: (path: string) => string | undefined;
}) {
  const catalog = useCatalog();
  const units = () => catalog().units.filter((unit) => unit.kind === kindOfRole(props.value.role));
  const fields = () => fieldsFor(catalog().fields, props.value);
  const tick = (id: string, on: boolean) => {
    const { fields: ticked } = props.value;
    props.change({ fields: on ? [...ticked, id] : ticked.filter((one) => one !== id) });
  };
  return (
    <>
      <SelectField
        label={t('manage.role')}
        value={props.value.role}
        change={(role) => props.change({ role: role as Standing['role'], unitId: '', fields: [] })}
        error={props.fault('role')}
      >
        <For each={personRoles}>
          {(role) => (
            <option value={role} selected={role === props.value.role}>
              {t(`role.${role}`)}
            </option>
          )}
        </For>
      </SelectField>
      <SelectField
        label={t('manage.unit')}
        value={props.value.unitId}
        change={(unitId) => props.change({ unitId, fields: [] })}
        error={props.fault('unitId') && (props.value.unitId ? props.fault('unitId') : t('manage.chooseOne'))}
      >
        <option value="">{t('manage.choose')}</option>
        <For each={units()}>
          {(unit) => (
            <option value={unit.id} selected={unit.id === props.value.unitId}>
              {unit.name}
            </option>
          )}
        </For>
      </SelectField>
      <Show when={fields().length > 0}>
        <fieldset class={css.checks}>
          <legend>{t('manage.fieldsOf')}</legend>
          <For each={fields()}>
            {(one) => (
              <CheckField
                label={one.name}
                checked={props.value.fields.includes(one.id)}
                change={(on) => tick(one.id, on)}
              />
            )}
          </For>
        </fieldset>
      </Show>
    </>
  );
}
