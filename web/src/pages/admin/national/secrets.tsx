import { createSignal, For, Show } from 'solid-js';
import { Button } from '../../../parts/button.tsx';
import { Card } from '../../../parts/page.tsx';
import { t } from '../../../words/words.ts';
import css from '../national.module.css';
import { useAct } from './act.ts';
import { type LinkState, national } from './requests.ts';

/** The secrets by which messages are signed: made here, shown once. */
export function Secrets(props: { of: LinkState }) {
  const act = useAct();
  const [made, setMade] = createSignal<{ side: string; secret: string }>();
  async function rotate(side: 'inbound' | 'outbound') {
    const answer = await act.run(() => national.rotate(side));
    if (answer) setMade({ side, secret: answer.secret });
  }
  const count = (side: 'inbound' | 'outbound') => {
    const n = side === 'inbound' ? props.of.secrets.inbound.length : Number(props.of.secrets.outbound);
    return n > 0 ? t('national.secretCount', { n }) : t('national.secretNone');
  };
  return (
    <Card title={t('national.secrets')} lead={t('national.secretsLead')}>
      <ul class={css.messages}>
        <For each={['inbound', 'outbound'] as const}>
          {(side) => (
            <li>
              <span class={css.why}>
                <strong>{t(`national.${side}`)}</strong>
                <span>{count(side)}</span>
              </span>
              <Button small disabled={act.busy()} onClick={() => void rotate(side)}>
                {t('national.rotate')}
              </Button>
              <Show when={made()?.side === side && made()}>
                {(one) => (
                  <p class={css.secret} role="status">
                    {t('national.made')} <code>{one().secret}</code>
                  </p>
                )}
              </Show>
            </li>
          )}
        </For>
      </ul>
    </Card>
  );
}
