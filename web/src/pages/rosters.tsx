import { useQuery } from '@tanstack/solid-query';
import { showDay } from '@tddh/domain/day';
import { newRound } from '@tddh/domain/round';
import { For, Match, Show, Switch } from 'solid-js';
import { createStore } from 'solid-js/store';
import { Button } from '../parts/button.tsx';
import { DayField } from '../parts/dayfield.tsx';
import { TextField } from '../parts/field.tsx';
import { Card, Page } from '../parts/page.tsx';
import { Empty, ErrorBox, Skeleton } from '../parts/states.tsx';
import { useSession } from '../session.tsx';
import { t } from '../words/words.ts';
import { useEditing } from './admin/editing.ts';
import css from './admin.module.css';
import { roster } from './roster/requests.ts';

/** The rounds in which units name their focal persons; the administrator opens the next one. */
export function Rosters() {
  const session = useSession();
  const rounds = useQuery(() => ({ queryKey: ['rosters'], queryFn: roster.rounds }));
  return (
    <Page title={t('roster.title')} lead={t('roster.lead')}>
      <div class={session.person.role === 'admin' ? css.columns : css.stack}>
        <Switch fallback={<Skeleton lines={5} height={28} />}>
          <Match when={rounds.isError}>
            <ErrorBox error={rounds.error} retry={() => void rounds.refetch()} />
          </Match>
          <Match when={rounds.isSuccess && rounds.data}>
            {(data) => (
              <div class={css.lines}>
                <Show
                  when={data().items.length > 0}
                  fallback={<Empty title={t('roster.none')} hint={t('roster.noneHint')} />}
                >
                  <ul>
                    <For each={data().items}>
                      {(one) => (
                        <li class={css.line}>
                          <a href={`/chuyen-trach/${one.id}`}>{one.name}</a>
                          <span class={css.more}>
                            {t('roster.due', { day: showDay(one.dueOn) })}
                            <Show when={one.expected !== undefined}>
                              {' · '}
                              {t('roster.count', { sent: one.sent ?? 0, all: one.expected ?? 0 })}
                            </Show>
                            <Show when={one.own}>
                              {(own) => <> · {t(own() === 'sent' ? 'roster.sent' : 'roster.owed')}</>}
                            </Show>
                          </span>
                        </li>
                      )}
                    </For>
                  </ul>
                </Show>
              </div>
            )}
          </Match>
        </Switch>
        <Show when={session.person.role === 'admin'}>
          <Card title={t('roster.open')}>
            <RoundForm />
          </Card>
        </Show>
      </div>
    </Page>
  );
}

function RoundForm() {
  let element: HTMLFormElement | undefined;
  const editing = useEditing(() => element);
  const [form, setForm] = createStore({ name: '', dueOn: null as string | null });
  async function send(event: Event) {
    event.preventDefault();
    const input = { name: form.name, ...(form.dueOn ? { dueOn: form.dueOn } : {}) };
    if (await editing.send(newRound, input, roster.open, t('roster.opened')))
      setForm({ name: '', dueOn: null });
  }
  return (
    <form ref={element} class={css.form} novalidate onSubmit={(event) => void send(event)}>
      <TextField
        label={t('roster.name')}
        value={form.name}
        change={(name) => {
          setForm({ name });
          editing.forget('name');
        }}
        error={editing.fault('name')}
      />
      <DayField
        label={t('roster.dueOn')}
        required
        value={form.dueOn}
        change={(dueOn) => {
          setForm({ dueOn });
          editing.forget('dueOn');
        }}
        error={editing.fault('dueOn')}
      />
      <div>
        <Button look="primary" type="submit" disabled={editing.busy()}>
          {t('roster.open')}
        </Button>
      </div>
    </form>
  );
}
