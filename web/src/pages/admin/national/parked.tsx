import { createSignal, For, Match, Show, Switch } from 'solid-js';
import { Button } from '../../../parts/button.tsx';
import { TextArea } from '../../../parts/field.tsx';
import { Card } from '../../../parts/page.tsx';
import { Empty, ErrorBox, Skeleton } from '../../../parts/states.tsx';
import { useQuery } from '../../../query.ts';
import { t } from '../../../words/words.ts';
import css from '../national.module.css';
import { useAct } from './act.ts';
import { national, type Parked } from './requests.ts';

/** Tasks of which nothing could be delivered for days: look, correct, send again or pass over. */
export function ParkedLanes() {
  const query = useQuery(() => ({ queryKey: ['national', 'parked'], queryFn: national.parked }));
  return (
    <Switch fallback={<Skeleton lines={3} height={32} />}>
      <Match when={query.isError}>
        <ErrorBox error={query.error} retry={() => void query.refetch()} />
      </Match>
      <Match when={query.isSuccess && query.data}>
        {(data) => (
          <Card title={t('national.parked')}>
            <Show
              when={data().items.length > 0}
              fallback={<Empty title={t('national.parkedNone')} hint={t('national.parkedHint')} />}
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
  const [body, setBody] = createSignal<string>();
  const { lane } = props.of;
  const again = () => {
    const corrected = body();
    void act.run(() => national.unpark({ lane, act: 'again', ...(corrected ? { body: corrected } : {}) }));
  };
  return (
    <li>
      <span class={css.why}>
        <strong>{lane.split('|')[1]}</strong>
        <span>{props.of.error}</span>
        <small>{new Date(props.of.since).toLocaleString('vi-VN')}</small>
      </span>
      <span class={css.acts}>
        <Button small disabled={act.busy()} onClick={again}>
          {body() === undefined ? t('national.again') : t('national.correct')}
        </Button>
        <Button
          small
          look="danger"
          disabled={act.busy()}
          onClick={() => void act.run(() => national.unpark({ lane, act: 'skip' }))}
        >
          {t('national.skip')}
        </Button>
      </span>
      <Show when={props.of.event?.body}>
        {(text) => (
          <TextArea
            label={t('national.body')}
            rows={6}
            value={body() ?? text()}
            change={(value) => setBody(value)}
          />
        )}
      </Show>
    </li>
  );
}
