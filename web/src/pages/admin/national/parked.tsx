import { createSignal, For, Match, Show, Switch } from 'solid-js';
import { Button } from '../../../parts/button.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { TextArea } from '../../../parts/field.tsx';
import { Card } from '../../../parts/page.tsx';
import { Empty, ErrorBox, Skeleton } from '../../../parts/states.tsx';
import { useQuery } from '../../../query.ts';
import { t } from '../../../words/words.ts';
import css from '../national.module.css';
import { useAct } from './act.ts';
import { every } from './link.tsx';
import { national, type Parked } from './requests.ts';
import { TaskOf } from './state.tsx';
import { sayWhen } from './when.ts';

/** Tasks of which nothing could be delivered for days: look, correct, send again or pass over. */
export function NationalParked() {
  const query = useQuery(() => ({
    queryKey: ['national', 'parked'],
    queryFn: national.parked,
    refetchInterval: every,
  }));
  return (
    <Switch fallback={<Skeleton lines={3} height={32} />}>
      <Match when={query.isError}>
        <ErrorBox error={query.error} retry={() => void query.refetch()} />
      </Match>
      <Match when={query.isSuccess && query.data}>
        {(data) => (
          <Card title={t('national.parked')} lead={t('national.parkedHint')}>
            <Show
              when={data().items.length > 0}
              fallback={<Empty title={t('national.parkedNone')} hint={t('national.parkedNoneHint')} />}
            >
              <ul class={css.messages}>
                <For each={data().items}>{(one) => <Lane of={one} />}</For>
              </ul>
            </Show>
          </Card>
        )}
      </Match>
    </Switch>
  );
}

function Lane(props: { of: Parked }) {
  const act = useAct();
  const [skipping, setSkipping] = createSignal(false);
  const send = (how: { act: 'again' | 'skip'; body?: string }) =>
    act.run(
      () => national.unpark({ lane: props.of.lane, ...how }),
      t(how.act === 'skip' ? 'national.skipped' : 'national.resent'),
    );
  return (
    <li>
      <span class={css.why}>
        <TaskOf lane={props.of.lane} assignmentId={props.of.assignmentId} />
        <span>{props.of.error}</span>
        <small>{t('national.parkedSince', { at: sayWhen(props.of.since), n: props.of.attempts })}</small>
      </span>
      <span class={css.acts}>
        <Button small disabled={act.busy()} onClick={() => void send({ act: 'again' })}>
          {t('national.again')}
        </Button>
        <Button small look="danger" disabled={act.busy()} onClick={() => setSkipping(true)}>
          {t('national.skip')}
        </Button>
      </span>
      <Show when={props.of.event?.body}>
        {(text) => (
          <Correct text={text()} busy={act.busy()} send={(body) => void send({ act: 'again', body })} />
        )}
      </Show>
      <Dialog
        open={skipping()}
        title={t('national.skip')}
        close={() => setSkipping(false)}
        foot={
          <>
            <Button onClick={() => setSkipping(false)}>{t('act.close')}</Button>
            <Button
              look="danger"
              disabled={act.busy()}
              onClick={() => void send({ act: 'skip' }).then(() => setSkipping(false))}
            >
              {t('national.skip')}
            </Button>
          </>
        }
      >
        <p>{t('national.skipLead')}</p>
      </Dialog>
    </li>
  );
}

/** The message as it would go, to be corrected: what is no JSON is told of before it is sent. */
function Correct(props: { text: string; busy: boolean; send: (body: string) => void }) {
  const pretty = () => JSON.stringify(JSON.parse(props.text), null, 2);
  const [typed, setTyped] = createSignal<string>();
  const fault = () => {
    try {
      JSON.parse(typed() ?? '{}');
      return undefined;
    } catch {
      return t('national.notJson');
    }
  };
  return (
    <details class={css.body}>
      <summary>{t('national.look')}</summary>
      <TextArea
        label={t('national.body')}
        hint={t('national.correctHint')}
        rows={12}
        spellcheck={false}
        value={typed() ?? pretty()}
        change={setTyped}
        error={fault()}
      />
      <Button
        small
        look="primary"
        disabled={props.busy || typed() === undefined || fault() !== undefined}
        onClick={() => props.send(typed()!)}
      >
        {t('national.correct')}
      </Button>
    </details>
  );
}
