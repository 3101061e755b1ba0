import { useQuery } from '@tanstack/solid-query';
import { createSignal } from 'solid-js';
import { api } from '../../api.ts';
import { Card, Page } from '../../parts/page.tsx';
import { t } from '../../words/words.ts';
import css from '../admin.module.css';
import { Lines, Search } from './lines.tsx';
import { PersonForm } from './person.tsx';

/** The people of the product. */
export function AdminPeople() {
  const [text, setText] = createSignal('');
  const people = useQuery(() => ({ queryKey: ['people'], queryFn: api.people }));
  const lines = () =>
    people.isSuccess
      ? people.data.items.map((one) => ({
          id: one.id,
          name: one.name,
          more: [t(`role.${one.role}`), one.unit.name],
          note: one.username,
        }))
      : undefined;
  return (
    <Page title={t('manage.people')} lead={t('manage.peopleLead')}>
      <div class={css.bar}>
        <Search value={text()} change={setText} />
      </div>
      <div class={css.columns}>
        <Lines label={t('manage.people')} lines={lines()} text={text()} error={people.error} />
        <Card title={t('manage.addPerson')}>
          <PersonForm />
        </Card>
      </div>
    </Page>
  );
}
