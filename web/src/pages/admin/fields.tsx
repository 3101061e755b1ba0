import type { FieldOfWork } from '@tddh/domain/agency';
import { createSignal, Show } from 'solid-js';
import { api } from '../../api.ts';
import { Button } from '../../parts/button.tsx';
import { useCatalog } from '../../parts/catalog.ts';
import { Card, Page } from '../../parts/page.tsx';
import { useQuery } from '../../query.ts';
import { t } from '../../words/words.ts';
import css from '../admin.module.css';
import { EditField } from './fieldedit.tsx';
import { FieldForm } from './forms.tsx';
import { Lines, Search } from './lines.tsx';

/** The fields of work: the department that is responsible for each, its head, and the leaders who follow it. */
export function AdminFields() {
  const catalog = useCatalog();
  const [text, setText] = createSignal('');
  const [edited, setEdited] = createSignal<FieldOfWork>();
  const people = useQuery(() => ({ queryKey: ['people'], queryFn: api.people }));
  const nameOf = (id: string) => catalog().units.find((unit) => unit.id === id)?.name ?? id;
  const who = (field: FieldOfWork) => {
    const all = people.isSuccess ? people.data.items.filter((one) => !one.disabled) : [];
    const names = (list: typeof all) => list.map((one) => one.name).join(', ');
    const heads = names(
      all.filter((one) => one.role === 'department-head' && one.unit.id === field.departmentId),
    );
    const deputies = names(
      all.filter((one) => one.role === 'office-leader' && one.fields.includes(field.id)),
    );
    return [
      heads && t('field.heads', { names: heads }),
      deputies && t('field.deputies', { names: deputies }),
    ];
  };
  const lines = () =>
    catalog().fields.map((one) => ({
      id: one.id,
      name: one.name,
      more: [nameOf(one.departmentId), ...who(one)],
      actions: (
        <Button small aria-label={t('field.edit', { name: one.name })} onClick={() => setEdited(one)}>
          {t('manage.edit')}
        </Button>
      ),
    }));
  return (
    <Page title={t('manage.fields')} lead={t('manage.fieldsLead')}>
      <div class={css.bar}>
        <Search value={text()} change={setText} />
      </div>
      <div class={css.columns}>
        <Lines label={t('manage.fields')} lines={lines()} text={text()} error={undefined} />
        <Card title={t('manage.addField')}>
          <FieldForm />
        </Card>
      </div>
      <Show when={edited()} keyed>
        {(field) => <EditField field={field} close={() => setEdited(undefined)} />}
      </Show>
    </Page>
  );
}
