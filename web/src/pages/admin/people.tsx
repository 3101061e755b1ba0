import { useSearchParams } from '@solidjs/router';
import { type Standing, standings } from '@tddh/domain/standing';
import { createSignal, For, Show } from 'solid-js';
import { api } from '../../api.ts';
import { Button } from '../../parts/button.tsx';
import { SelectField } from '../../parts/field.tsx';
import { Card, Page } from '../../parts/page.tsx';
import { say, sayProblem } from '../../parts/toasts.ts';
import { client } from '../../queries.ts';
import { useQuery } from '../../query.ts';
import type { Person } from '../../shapes.ts';
import { t } from '../../words/words.ts';
import css from '../admin.module.css';
import { HandOverDuties } from './duties.tsx';
import { Lines, Search } from './lines.tsx';
import { PersonForm } from './person.tsx';
import { EditPerson } from './personedit.tsx';
import { admin } from './requests.ts';

/** Who was never there: made with a password, or invited. */
const absent = (one: Person) => one.standing === 'new' || one.standing === 'invited';

/** The people of the product: who they are, what they may, how their accounts stand, and what they hand over. */
export function AdminPeople() {
  const [params, setParams] = useSearchParams<{ tinhtrang?: Standing }>();
  const [text, setText] = createSignal('');
  const [edited, setEdited] = createSignal<string>();
  const [leaving, setLeaving] = createSignal<Person>();
  const [inviting, setInviting] = createSignal(false);
  const people = useQuery(() => ({ queryKey: ['people'], queryFn: api.people }));
  const all = () => (people.isSuccess ? people.data.items : []);
  const shown = () => all().filter((one) => !params.tinhtrang || one.standing === params.tinhtrang);
  const reachable = () => (params.tinhtrang ? shown().filter((one) => absent(one) && one.email) : []);
  async function invite(list: readonly Person[]) {
    setInviting(true);
    let sent = 0;
    try {
      for (const one of list) {
        await admin.invite(one.id);
        sent += 1;
      }
    } catch (error) {
      sayProblem(error);
    }
    setInviting(false);
    const [first] = list;
    if (sent === 1 && first) say(t('person.invitedNow', { name: first.name }), 'good');
    else if (sent > 0) say(t('person.invitedAll', { n: sent }), 'good');
    void client.invalidateQueries({ queryKey: ['people'] });
  }
  const lines = () =>
    people.isSuccess
      ? shown().map((one) => ({
          id: one.id,
          name: one.name,
          more: [
            one.chief ? t('person.isChief') : t(`role.${one.role}`),
            one.unit.name,
            one.email ?? '',
            one.standing && one.standing !== 'active' ? t(`person.standing.${one.standing}`) : '',
          ],
          note: one.username,
          over: one.disabled ?? false,
          actions: (
            <>
              <Show when={absent(one) && one.email}>
                <Button
                  small
                  look="quiet"
                  aria-label={t('person.inviteNamed', { name: one.name })}
                  disabled={inviting()}
                  onClick={() => void invite([one])}
                >
                  {t('person.invite')}
                </Button>
              </Show>
              <Button small look="quiet" onClick={() => setLeaving(one)}>
                {t('person.handOver')}
              </Button>
              <Button
                small
                aria-label={t('person.edit', { name: one.name })}
                onClick={() => setEdited(one.id)}
              >
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
        <SelectField
          bare
          label={t('person.standingOf')}
          value={params.tinhtrang ?? ''}
          change={(value) => setParams({ tinhtrang: value || undefined }, { replace: true })}
        >
          <option value="">{t('person.anyStanding', { n: all().length })}</option>
          <For each={standings}>
            {(one) => (
              <option value={one} selected={one === params.tinhtrang}>
                {t('person.count', {
                  what: t(`person.standing.${one}`),
                  n: all().filter((person) => person.standing === one).length,
                })}
              </option>
            )}
          </For>
        </SelectField>
        <Show when={reachable().length > 1}>
          <Button disabled={inviting()} onClick={() => void invite(reachable())}>
            {t('person.inviteAll', { n: reachable().length })}
          </Button>
        </Show>
      </div>
      <div class={css.columns}>
        <Lines label={t('manage.people')} lines={lines()} text={text()} error={people.error} />
        <Card title={t('manage.addPerson')}>
          <PersonForm />
        </Card>
      </div>
      <Show when={edited()} keyed>
        {(id) => (
          <Show when={all().find((one) => one.id === id)}>
            {(person) => <EditPerson person={person()} close={() => setEdited(undefined)} />}
          </Show>
        )}
      </Show>
      <Show when={leaving()} keyed>
        {(person) => <HandOverDuties person={person} close={() => setLeaving(undefined)} />}
      </Show>
    </Page>
  );
}
