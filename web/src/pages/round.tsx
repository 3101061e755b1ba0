import { useParams } from '@solidjs/router';
import { useQuery } from '@tanstack/solid-query';
import { showDay } from '@tddh/domain/day';
import { createSignal, For, Match, Show, Switch } from 'solid-js';
import { Button, ButtonLink } from '../parts/button.tsx';
import { Card, Page } from '../parts/page.tsx';
import { ErrorBox, Skeleton } from '../parts/states.tsx';
import { say, sayProblem } from '../parts/toasts.ts';
import { useSession } from '../session.tsx';
import { t } from '../words/words.ts';
import css from './admin.module.css';
import { EntryForm } from './roster/entry.tsx';
import { type RoundDetail, roster, type UnitEntry } from './roster/requests.ts';

/** One round: the own unit's form, and, for who reads all, who has sent and who has not. */
export function Round() {
  const params = useParams<{ id: string }>();
  const round = useQuery(() => ({
    queryKey: ['rosters', params.id],
    queryFn: () => roster.round(params.id),
  }));
  return (
    <Switch
      fallback={
        <Page title={t('roster.title')}>
          <Show when={round.isError} fallback={<Skeleton lines={8} />}>
            <ErrorBox error={round.error} retry={() => void round.refetch()} />
          </Show>
        </Page>
      }
    >
      <Match when={round.isSuccess && round.data}>{(data) => <Shown data={data()} />}</Match>
    </Switch>
  );
}

function Shown(props: { data: RoundDetail }) {
  const session = useSession();
  const id = () => props.data.round.id;
  const [filled, setFilled] = createSignal<UnitEntry>();
  const owed = () => props.data.units.filter((one) => one.entry === null);
  const sent = () => props.data.units.filter((one) => one.entry !== null);
  const own = () => filled() ?? props.data.units.find((one) => one.unit.id === session.person.unit.id);
  const admin = () => session.person.role === 'admin';
  const agency = () => session.person.role.startsWith('agency-');
  const [busy, setBusy] = createSignal(false);

  async function remind() {
    setBusy(true);
    try {
      say(t('roster.reminded', await roster.remind(id())), 'good');
    } catch (error) {
      sayProblem(error);
    } finally {
      setBusy(false);
    }
  }
  return (
    <Page
      title={props.data.round.name}
      lead={
        <>
          <a href="/chuyen-trach">{t('roster.back')}</a> ·{' '}
          {t('roster.due', { day: showDay(props.data.round.dueOn) })}
        </>
      }
      actions={
        <Show when={!agency()}>
          <ButtonLink href={`/api/rosters/${id()}/list.xlsx`} download="" target="_self">
            {t('roster.list')}
          </ButtonLink>
          <Show when={admin() && owed().length > 0}>
            <Button disabled={busy()} onClick={() => void remind()}>
              {t('roster.remind', { n: owed().length })}
            </Button>
          </Show>
        </Show>
      }
    >
      <div class={css.stack}>
        <Show when={own()?.maySend && own()} keyed>
          {(one) => <EntryForm roundId={id()} of={one} sent={() => setFilled(undefined)} />}
        </Show>
        <Show when={!agency()}>
          <Card title={t('roster.missing', { n: owed().length })}>
            <Show when={owed().length > 0} fallback={<p>{t('roster.allSent')}</p>}>
              <ul class={css.days}>
                <For each={owed()}>
                  {(one) => (
                    <li>
                      <span>{one.unit.name}</span>
                      <Show when={admin()}>
                        <Button
                          small
                          aria-label={t('roster.fill', { unit: one.unit.name })}
                          onClick={() => {
                            setFilled(one);
                            document.getElementById('main')?.scrollTo({ top: 0 });
                          }}
                        >
                          {t('manage.edit')}
                        </Button>
                      </Show>
                    </li>
                  )}
                </For>
              </ul>
            </Show>
          </Card>
          <Card title={t('roster.sentList', { n: sent().length })}>
            <ul class={css.days}>
              <For each={sent()}>
                {(one) => (
                  <li>
                    <span>
                      {one.unit.name}
                      <small>{t('roster.sentOn', { day: showDay(one.entry?.sentOn ?? '') })}</small>
                      <For each={one.entry?.people}>
                        {(person) => (
                          <small>
                            {person.name} · {person.position} · {person.phone}
                          </small>
                        )}
                      </For>
                    </span>
                  </li>
                )}
              </For>
            </ul>
          </Card>
        </Show>
      </div>
    </Page>
  );
}
