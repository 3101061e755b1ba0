import { createSignal, For, Match, Show, Switch } from 'solid-js';
import { encode } from 'uqr';
import {
  type AccountShown,
  beginFactor,
  confirmFactor,
  removeFactor,
  renewCodes,
} from '../../accesscalls.ts';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { Card } from '../../parts/page.tsx';
import { Said } from '../../parts/said.tsx';
import { t } from '../../words/words.ts';
import css from '../account.module.css';
import { saying } from './saying.ts';

/** The second factor: set by scanning and typing a first code; recovery codes are shown once. */
export function FactorCard(props: { account: AccountShown; changed: () => void }) {
  const [current, setCurrent] = createSignal('');
  const [code, setCode] = createSignal('');
  const [begun, setBegun] = createSignal<{ secret: string; uri: string }>();
  const [codes, setCodes] = createSignal<string[]>([]);
  const { said, run } = saying();
  const forget = () => {
    setCurrent('');
    setCode('');
    setBegun(undefined);
  };
  async function begin() {
    const answer = await run(() => beginFactor(current()));
    if (answer) setBegun(answer.made);
  }
  async function show(work: () => Promise<{ codes: string[] }>) {
    const answer = await run(work);
    if (!answer) return;
    setCodes(answer.made.codes);
    forget();
    props.changed();
  }
  async function remove() {
    if (!(await run(() => removeFactor(current())))) return;
    setCodes([]);
    forget();
    props.changed();
  }
  function submit(event: SubmitEvent) {
    event.preventDefault();
    if (begun()) void show(() => confirmFactor(code()));
    else if (!props.account.factor) void begin();
  }
  const lead = () =>
    props.account.factor ? t('account.factorOn', { n: props.account.recovery }) : t('account.factorOff');
  return (
    <Card title={t('account.factorTitle')} lead={lead()}>
      <form onSubmit={submit} novalidate>
        <Said text={said()} />
        <Show when={codes().length > 0}>
          <p role="status">{t('account.codes')}</p>
          <ul class={css.codes}>
            <For each={codes()}>{(one) => <li>{one}</li>}</For>
          </ul>
        </Show>
        <Switch>
          <Match when={begun()}>
            {(shown) => (
              <>
                <p>{t('account.scan')}</p>
                <Qr text={shown().uri} />
                <p>
                  {t('account.manual')} <span class={css.key}>{shown().secret}</span>
                </p>
                <TextField
                  label={t('account.code')}
                  inputmode="numeric"
                  autocomplete="one-time-code"
                  value={code()}
                  change={setCode}
                />
                <Button look="primary" type="submit">
                  {t('account.confirm')}
                </Button>
              </>
            )}
          </Match>
          <Match when={!begun()}>
            <TextField
              label={t('account.current')}
              type="password"
              autocomplete="current-password"
              value={current()}
              change={setCurrent}
            />
            <div class={css.acts}>
              <Show
                when={props.account.factor}
                fallback={
                  <Button look="primary" type="submit">
                    {t('account.begin')}
                  </Button>
                }
              >
                <Button onClick={() => void show(() => renewCodes(current()))}>{t('account.renew')}</Button>
                <Button look="danger" onClick={() => void remove()}>
                  {t('account.remove')}
                </Button>
              </Show>
            </div>
          </Match>
        </Switch>
      </form>
    </Card>
  );
}

/** A QR code as one path of an SVG, dark on white in both themes, since cameras want it so. */
function Qr(props: { text: string }) {
  const made = () => encode(props.text, { border: 2 });
  const path = () =>
    made()
      .data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
      .join('');
  return (
    <svg class={css.qr} viewBox={`0 0 ${made().size} ${made().size}`} role="img" aria-label={t('account.qr')}>
      <path d={path()} fill="#000" />
    </svg>
  );
}
