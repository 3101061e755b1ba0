import { useSearchParams } from '@solidjs/router';
import { isValidOn, type Unit } from '@tddh/domain/agency';
import { showDay } from '@tddh/domain/day';
import { createSignal, Show } from 'solid-js';
import { Button } from '../../parts/button.tsx';
import { useCatalog } from '../../parts/catalog.ts';
import { Card, Page } from '../../parts/page.tsx';
import { Segmented } from '../../parts/segmented.tsx';
import { useSession } from '../../session.tsx';
import { t } from '../../words/words.ts';
import css from '../admin.module.css';
import { UnitForm } from './forms.tsx';
import { Lines, Search } from './lines.tsx';
import { EditUnit } from './unitedit.tsx';

const tabs = ['units', 'departments'] as const;

/** The units, and the departments with the leadership: what is there, and a form that adds one more. */
export function AdminUnits() {
  const session = useSession();
  const catalog = useCatalog();
  const [params, setParams] = useSearchParams<{ muc?: string }>();
  const [text, setText] = createSignal('');
  const [edited, setEdited] = createSignal<Unit>();
  const tab = () => tabs.find((one) => one === params.muc) ?? 'units';
  const lines = () =>
    catalog()
      .units.filter((unit) => (unit.kind === 'agency') === (tab() === 'units'))
      .map((unit) => ({
        id: unit.id,
        at: String(unit.ordinal),
        name: unit.name,
        more: [
          unit.kind === 'agency' ? '' : t(`manage.${unit.kind}`),
          unit.short,
          unit.code ?? '',
          ...since(unit),
        ],
        note: unit.isOffice ? t('manage.office') : '',
        over: !isValidOn(unit, session.today),
        actions: (
          <Button small aria-label={t('unit.edit', { name: unit.name })} onClick={() => setEdited(unit)}>
            {t('manage.edit')}
          </Button>
        ),
      }));
  return (
    <Page title={t('manage.units')} lead={t('manage.lead')}>
      <div class={css.bar}>
        <Segmented
          label={t('manage.tabs')}
          value={tab()}
          options={tabs.map((value) => ({ value, text: t(`manage.${value}`) }))}
          change={(muc) => {
            setText('');
            setParams({ muc }, { replace: true });
          }}
        />
        <Search value={text()} change={setText} />
      </div>
      <div class={css.columns}>
        <Lines label={t(`manage.${tab()}`)} lines={lines()} text={text()} error={undefined} />
        <Card title={t(tab() === 'units' ? 'manage.addUnit' : 'manage.addDepartment')}>
          <UnitForm kinds={tab() === 'units' ? ['agency'] : ['department', 'leadership']} />
        </Card>
      </div>
      <Show when={edited()} keyed>
        {(unit) => <EditUnit unit={unit} close={() => setEdited(undefined)} />}
      </Show>
    </Page>
  );
}

/** When a unit began and ended, and which names it bore before. */
function since(unit: Unit): string[] {
  return [
    ...(unit.validFrom ? [t('unit.begins', { day: showDay(unit.validFrom) })] : []),
    ...(unit.validTo ? [t('unit.ended', { day: showDay(unit.validTo) })] : []),
    ...(unit.formerNames ?? []).map(({ name, until }) => t('unit.formerly', { day: showDay(until), name })),
  ];
}
