import { useQuery } from '@tanstack/solid-query';
import { createSignal, Show } from 'solid-js';
import { api } from '../../api.ts';
import { Button } from '../../parts/button.tsx';
import { Card, Page } from '../../parts/page.tsx';
import type { Person } from '../../shapes.ts';
import { t } from '../../words/words.ts';
import css from '../admin.module.css';
import { HandOverDuties } from './duties.tsx';
import { Lines, Search } from './lines.tsx';
import { PersonForm } from './person.tsx';
import { EditPerson } from './personedit.tsx';

/** The people of the product: who they are, what they may, and what they hand over. */
export function AdminPeople() {
  const [text, setText] = createSignal('');
  const [edited, setEdited] = createSignal<Person>();
  const [leaving, setLeaving] = createSignal<Person>();
  const people = useQuery(() => ({ queryKey: ['people'], queryFn: api.people }));
  const lines = () =>
    people.isSuccess
      ? people.data.items.map((one) => ({
          id: one.id,
          name: one.name,
          more: [
            t(`role.${one.role}`),
            one.unit.name,
            one.email ?? '',
            one.disabled ? t('person.disabled') : '',
          ],
          note: one.username,
          over: one.disabled ?? false,
          actions: (
            <>
              <Button small look="quiet" onClick={() => setLeaving(one)}>
                {t('person.handOver')}
              </Button>
              <Button small aria-label={t('person.edit', { name: one.name })} onClick={() => setEdited(one)}>
                {t('manage.edit')}
              </Button>
            </>
          ),
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
      <Show when={edited()} keyed>
        {(person) => <EditPerson person={person} close={() => setEdited(undefined)} />}
      </Show>
      <Show when={leaving()} keyed>
        {(person) => <HandOverDuties person={person} close={() => setLeaving(undefined)} />}
      </Show>
    </Page>
  );
}
