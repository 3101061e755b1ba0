import { useSearchParams } from '@solidjs/router';
import { useQuery } from '@tanstack/solid-query';
import { createSignal, Match, Show, Switch } from 'solid-js';
import { api } from '../api.ts';
import { useCatalog } from '../parts/catalog.ts';
import control from '../parts/field.module.css';
import { Card, Page } from '../parts/page.tsx';
import { Segmented } from '../parts/segmented.tsx';
import { Empty } from '../parts/states.tsx';
import { useSession } from '../session.tsx';
import { t } from '../words/words.ts';
import { FieldForm, UnitForm } from './admin/forms.tsx';
import { type Line, Lines } from './admin/lines.tsx';
import { PersonForm } from './admin/person.tsx';
import css from './admin.module.css';

const tabs = ['units', 'departments', 'fields', 'people'] as const;
type Tab = (typeof tabs)[number];

/** Units, departments, fields and people: what is there, and a form that adds one more. For the administrator. */
export function Admin() {
  const session = useSession();
  const catalog = useCatalog();
  const [params, setParams] = useSearchParams<{ muc?: string }>();
  const [text, setText] = createSignal('');
  const admin = session.person.role === 'admin';
  const tab = (): Tab => tabs.find((one) => one === params.muc) ?? 'units';
  const people = useQuery(() => ({
    queryKey: ['people'],
    queryFn: api.people,
    enabled: admin && tab() === 'people',
  }));
  const unitName = (id: string) => catalog().units.find((unit) => unit.id === id)?.name ?? id;

  const lines = (): Line[] | undefined => {
    const { units, fields } = catalog();
    switch (tab()) {
      case 'units':
      case 'departments':
        return units
          .filter((unit) => (unit.kind === 'agency') === (tab() === 'units'))
          .map((unit) => ({
            id: unit.id,
            at: String(unit.ordinal),
            name: unit.name,
            more: [unit.kind === 'agency' ? '' : t(`manage.${unit.kind}`), unit.short],
            note: unit.isOffice ? t('manage.office') : '',
          }));
      case 'fields':
        return fields.map((one) => ({ id: one.id, name: one.name, more: [unitName(one.departmentId)] }));
      case 'people':
        return people.isSuccess
          ? people.data.items.map((one) => ({
              id: one.id,
              name: one.name,
              more: [t(`role.${one.role}`), one.unit.name],
              note: one.username,
            }))
          : undefined;
    }
  };

  return (
    <Show
      when={admin}
      fallback={
        <Page title={t('manage.title')} width="form">
          <Empty title={t('manage.forbidden')} hint={t('manage.forbiddenHint')} />
        </Page>
      }
    >
      <Page title={t('manage.title')} lead={t('manage.lead')}>
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
          <input
            type="search"
            class={control.control}
            aria-label={t('manage.search')}
            placeholder={t('manage.search')}
            value={text()}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </div>
        <div class={css.columns}>
          <Lines label={t(`manage.${tab()}`)} lines={lines()} text={text()} error={people.error} />
          <Switch>
            <Match when={tab() === 'units'}>
              <Card title={t('manage.addUnit')}>
                <UnitForm kinds={['agency']} />
              </Card>
            </Match>
            <Match when={tab() === 'departments'}>
              <Card title={t('manage.addDepartment')}>
                <UnitForm kinds={['department', 'leadership']} />
              </Card>
            </Match>
            <Match when={tab() === 'fields'}>
              <Card title={t('manage.addField')}>
                <FieldForm />
              </Card>
            </Match>
            <Match when={tab() === 'people'}>
              <Card title={t('manage.addPerson')}>
                <PersonForm />
              </Card>
            </Match>
          </Switch>
        </div>
      </Page>
    </Show>
  );
}
