import { useParams } from '@solidjs/router';
import { showDay } from '@tddh/domain/day';
import { createSignal, For, type JSX, Match, Show, Switch } from 'solid-js';
import { Button } from '../../parts/button.tsx';
import { Card, Page } from '../../parts/page.tsx';
import { ErrorBox, Skeleton } from '../../parts/states.tsx';
import { say, sayProblem } from '../../parts/toasts.ts';
import { useQuery } from '../../query.ts';
import { useSession } from '../../session.tsx';
import { t } from '../../words/words.ts';
import css from '../admin.module.css';
import { type RoundKind, roundsAt } from './list.tsx';

interface Unit {
  unit: { id: string; name: string };
  entry: { sentOn: string } | null;
  maySend?: boolean;
}
interface Detail<U extends Unit> {
  round: { id: string; name: string; dueOn: string };
  units: U[];
}
interface Parts<U extends Unit, D extends Detail<U>> {
  kind: RoundKind;
  /** True for who sees what every unit has sent. */
  reads: boolean;
  /** What the round goes out as. */
  paper: (data: D) => JSX.Element;
  /** The form of a unit; `sent` closes it where another unit's was filled in. */
  form: (data: D, of: U, sent: () => void) => JSX.Element;
  sentTitle: (n: number) => string;
  sentLine: (data: D, of: U) => JSX.Element;
  remind: (id: string) => Promise<{ letters: number; units: number }>;
}

/** One round: the own unit's form, and, for who reads all, who has sent and who has not. */
export function RoundPage<U extends Unit, D extends Detail<U>>(
  props: Parts<U, D> & { queryKey: string; ask: (id: string) => Promise<D> },
) {
  const params = useParams<{ id: string }>();
  const round = useQuery(() => ({
    queryKey: [props.queryKey, params.id],
    queryFn: () => props.ask(params.id),
  }));
  return (
    <Switch
      fallback={
        <Page title={t(`${props.kind}.title`)}>
          <Show when={round.isError} fallback={<Skeleton lines={8} />}>
            <ErrorBox error={round.error} retry={() => void round.refetch()} />
          </Show>
        </Page>
      }
    >
      <Match when={round.isSuccess && round.data}>{(data) => <Shown {...props} data={data() as D} />}</Match>
    </Switch>
  );
}

function Shown<U extends Unit, D extends Detail<U>>(props: Parts<U, D> & { data: D }) {
  const session = useSession();
  const round = () => props.data.round;
  const admin = () => session.person.role === 'admin';
  const owed = () => props.data.units.filter((one) => one.entry === null);
  const sent = () => props.data.units.filter((one) => one.entry !== null);
  const [filled, setFilled] = createSignal<U>();
  const own = () => filled() ?? props.data.units.find((one) => one.unit.id === session.person.unit.id);
  const [busy, setBusy] = createSignal(false);

  async function remind() {
    setBusy(true);
    try {
      say(t(`${props.kind}.reminded`, await props.remind(round().id)), 'good');
    } catch (error) {
      sayProblem(error);
    } finally {
      setBusy(false);
    }
  }
  return (
    <Page
      title={round().name}
      lead={
        <>
          <a href={roundsAt[props.kind]}>{t(`${props.kind}.back`)}</a> ·{' '}
          {t(`${props.kind}.due`, { day: showDay(round().dueOn) })}
        </>
      }
      actions={
        <Show when={props.reads}>
          {props.paper(props.data)}
          <Show when={admin() && owed().length > 0}>
            <Button disabled={busy()} onClick={() => void remind()}>
              {t(`${props.kind}.remind`, { n: owed().length })}
            </Button>
          </Show>
        </Show>
      }
    >
      <div class={css.stack}>
        <Show when={own()?.maySend && own()} keyed>
          {(one) => props.form(props.data, one, () => setFilled(undefined))}
        </Show>
        <Show when={props.reads}>
          <Card title={t(`${props.kind}.missing`, { n: owed().length })}>
            <Show when={owed().length > 0} fallback={<p>{t(`${props.kind}.allSent`)}</p>}>
              <ul class={css.days}>
                <For each={owed()}>
                  {(one) => (
                    <li>
                      <span>{one.unit.name}</span>
                      <Show when={admin()}>
                        <Button
                          small
                          aria-label={t(`${props.kind}.fill`, { unit: one.unit.name })}
                          onClick={() => {
                            setFilled(() => one);
                            window.scrollTo({ top: 0 });
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
          <Card title={props.sentTitle(sent().length)}>
            <ul class={css.days}>
              <For each={sent()}>{(one) => <li>{props.sentLine(props.data, one)}</li>}</For>
            </ul>
          </Card>
        </Show>
      </div>
    </Page>
  );
}
