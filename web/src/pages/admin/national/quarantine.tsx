import { For, Match, Show, Switch } from 'solid-js';
import { Button } from '../../../parts/button.tsx';
import { Card } from '../../../parts/page.tsx';
import { Empty, ErrorBox, Skeleton } from '../../../parts/states.tsx';
import { useQuery } from '../../../query.ts';
import { t } from '../../../words/words.ts';
import css from '../national.module.css';
import { useAct } from './act.ts';
import { national, type Quarantined } from './requests.ts';

/** Messages that were signed and not understood: why, what they say, and back to work once they are mapped. */
export function Quarantine() {
  const act = useAct();
  const query = useQuery(() => ({ queryKey: ['national', 'quarantine'], queryFn: national.quarantine }));
  const again = (ids: string[]) => void act.run(() => national.replay(ids));
  return (
    <Switch fallback={<Skeleton lines={3} height={32} />}>
      <Match when={query.isError}>
        <ErrorBox error={query.error} retry={() => void query.refetch()} />
      </Match>
      <Match when={query.isSuccess && query.data}>
        {(data) => (
          <Card
            title={t('national.quarantine')}
            actions={
              <Show when={data().items.length > 1}>
                <Button disabled={act.busy()} onClick={() => again(data().items.map((one) => one.id))}>
                  {t('national.replayAll')}
                </Button>
              </Show>
            }
          >
            <Show
              when={data().items.length > 0}
              fallback={<Empty title={t('national.quarantineNone')} hint={t('national.quarantineHint')} />}
            >
              <ul class={css.messages}>
                <For each={data().items}>
                  {(one) => (
                    <li>
                      <span class={css.why}>
                        <strong>{t(`national.fault.${one.fault as 'bad_data'}`)}</strong>
                        <span>{one.about}</span>
                        <small>
                          {new Date(one.at).toLocaleString('vi-VN')} {one.type}
                        </small>
                      </span>
                      <Button small disabled={act.busy()} onClick={() => again([one.id])}>
                        {t('national.replay')}
                      </Button>
                      <Body of={one} />
                    </li>
                  )}
                </For>
              </ul>
            </Show>
          </Card>
        )}
      </Match>
    </Switch>
  );
}

function Body(props: { of: Quarantined }) {
  const pretty = () => {
    try {
      return JSON.stringify(JSON.parse(props.of.body), null, 2);
    } catch {
      return props.of.body;
    }
  };
  return (
    <details class={css.body}>
      <summary>{t('national.body')}</summary>
      <pre tabindex="0">{pretty()}</pre>
    </details>
  );
}
