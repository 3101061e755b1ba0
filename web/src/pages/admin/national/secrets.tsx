import { createSignal, For, Show } from 'solid-js';
import { Button } from '../../../parts/button.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { Card } from '../../../parts/page.tsx';
import { say } from '../../../parts/toasts.ts';
import { t } from '../../../words/words.ts';
import css from '../national.module.css';
import { useAct } from './act.ts';
import { OfLink } from './link.tsx';
import { type LinkState, national } from './requests.ts';
import { sayWhen } from './when.ts';

type Side = 'inbound' | 'outbound';

/** The secrets by which messages are signed: made here, shown once. */
export function NationalSecrets() {
  return <OfLink>{(state) => <Secrets of={state()} />}</OfLink>;
}

function Secrets(props: { of: LinkState }) {
  const act = useAct();
  const [made, setMade] = createSignal<{ side: Side; secret: string }>();
  const [asking, setAsking] = createSignal<Side>();
  async function rotate(side: Side) {
    setAsking(undefined);
    const answer = await act.run(() => national.rotate(side), t('national.rotated'));
    if (answer) setMade({ side, secret: answer.secret });
  }
  async function copy(secret: string) {
    try {
      await navigator.clipboard.writeText(secret);
      say(t('national.copied'), 'good');
    } catch {
      say(t('national.copyFailed'), 'bad');
    }
  }
  const count = (side: Side) => {
    const n = side === 'inbound' ? props.of.secrets.inbound.length : Number(props.of.secrets.outbound);
    return n > 0 ? t('national.secretCount', { n }) : t('national.secretNone');
  };
  const ending = () => props.of.secrets.inbound.flatMap((one) => ('until' in one ? one.until : []));
  return (
    <Card title={t('national.secrets')} lead={t('national.secretsLead')}>
      <ul class={css.messages}>
        <For each={['inbound', 'outbound'] as const}>
          {(side) => (
            <li>
              <span class={css.why}>
                <strong>{t(`national.${side}`)}</strong>
                <span>{t(`national.${side}Lead`)}</span>
                <small>
                  {count(side)}
                  <Show when={side === 'inbound' && ending()[0]}>
                    {(until) => ` · ${t('national.secretUntil', { at: sayWhen(until() * 1000) })}`}
                  </Show>
                </small>
              </span>
              <Button small disabled={act.busy()} onClick={() => setAsking(side)}>
                {t('national.rotate')}
              </Button>
              <Show when={made()?.side === side && made()}>
                {(one) => (
                  <div class={css.secret} role="status">
                    <p>{t('national.made')}</p>
                    <code>{one().secret}</code>
                    <Button small onClick={() => void copy(one().secret)}>
                      {t('national.copy')}
                    </Button>
                  </div>
                )}
              </Show>
            </li>
          )}
        </For>
      </ul>
      <Dialog
        open={asking() !== undefined}
        title={t('national.rotate')}
        close={() => setAsking(undefined)}
        foot={
          <>
            <Button onClick={() => setAsking(undefined)}>{t('act.close')}</Button>
            <Button look="primary" onClick={() => void rotate(asking()!)}>
              {t('national.rotate')}
            </Button>
          </>
        }
      >
        <p>{t(asking() === 'outbound' ? 'national.rotateOut' : 'national.rotateIn')}</p>
      </Dialog>
    </Card>
  );
}
