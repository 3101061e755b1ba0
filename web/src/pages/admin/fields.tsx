import { createSignal } from 'solid-js';
import { useCatalog } from '../../parts/catalog.ts';
import { Card, Page } from '../../parts/page.tsx';
import { t } from '../../words/words.ts';
import css from '../admin.module.css';
import { FieldForm } from './forms.tsx';
import { Lines, Search } from './lines.tsx';

/** The fields of work, each with the department that is responsible for it. */
export function AdminFields() {
  const catalog = useCatalog();
  const [text, setText] = createSignal('');
  const nameOf = (id: string) => catalog().units.find((unit) => unit.id === id)?.name ?? id;
  const lines = () =>
    catalog().fields.map((one) => ({ id: one.id, name: one.name, more: [nameOf(one.departmentId)] }));
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
    </Page>
  );
}
