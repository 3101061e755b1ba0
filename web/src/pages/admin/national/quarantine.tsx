import { For, Match, Show, Switch } from 'solid-js';
import { Button } from '../../../parts/button.tsx';
import { Card } from '../../../parts/page.tsx';
import { Empty, ErrorBox, Skeleton } from '../../../parts/states.tsx';
import { useQuery } from '../../../query.ts';
import { t } from '../../../words/words.ts';
import css from '../national.module.css';
import { useAct } from './act.ts';
import { every } from './link.tsx';
import { MapHere } from './maphere.tsx';
import { national, type Quarantined } from './requests.ts';
import { sayWhen } from './when.ts';

/** Messages that were signed and not understood: why, what they say, what maps them, and back to work. */
export function NationalQuarantine() {
  const act = useAct();
  const query = useQuery(() => ({
    queryKey: ['national', 'quarantine'],
    queryFn: national.quarantine,
    refetchInterval: every,
  }));
  const again = (ids: string[]) => void act.run(() => national.replay(ids), t('national.replayed'));
  return (
    <Switch fallback={<Skeleton lines={3} height={32} />}>
      <Match when={query.isError}>
        <ErrorBox error={query.error} retry={() => void query.refetch()} />
      </Match>
      <Match when={query.isSuccess && query.data}>
        {(data) => (
          <Card
            title={t('national.quarantine')}
            lead={t('national.quarantineHint')}
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
              fallback={
                <Empty title={t('national.quarantineNone')} hint={t('national.quarantineNoneHint')} />
              }
            >
              <ul class={css.messages}>
                <For each={data().items}>
                  {(one) => (
                    <li>
                      <span class={css.why}>
                        <strong>{t(`national.fault.${one.fault as 'bad_data'}`)}</strong>
                        <span>{reasonOf(one)}</span>
                        <small>
                          {sayWhen(one.at)} · {one.type || t('national.typeNone')}
                        </small>
                      </span>
                      <Button small disabled={act.busy()} onClick={() => again([one.id])}>
                        {t('national.replay')}
                      </Button>
                      <MapHere of={one} all={data().items} />
                      <Body of={one} />
                    </li>
                  )}
                </For>
              </ul>
              <Show when={data().cursor}>
                <p class={css.more}>{t('national.quarantineMore', { n: data().items.length })}</p>
              </Show>
            </Show>
          </Card>
        )}
      </Match>
    </Switch>
  );
}

/** What it is about; a package that could not be read says why in its own words. */
function reasonOf(one: Quarantined): string {
  if (!one.type.startsWith('edxml.')) return one.about ?? '';
  try {
    const { data } = JSON.parse(one.body) as { data?: { reason?: string } };
    return data?.reason ?? one.about ?? '';
  } catch {
    return one.about ?? '';
  }
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
