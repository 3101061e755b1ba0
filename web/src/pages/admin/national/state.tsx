import { For, Show } from 'solid-js';
import { Button } from '../../../parts/button.tsx';
import { Card } from '../../../parts/page.tsx';
import { say } from '../../../parts/toasts.ts';
import { t } from '../../../words/words.ts';
import css from '../national.module.css';
import { useAct } from './act.ts';
import { type LinkState, national } from './requests.ts';

/** Seconds that something may wait before the page warns; the alarm of the cloud rings after two hours. */
const alarmSeconds = 900;

/** What waits on both sides and since when, the last errors, and the switches. */
export function State(props: { of: LinkState }) {
  const act = useAct();
  const lag = (seconds: number) => {
    if (seconds < 60) return t('national.noLag');
    const minutes = Math.round(seconds / 60);
    return minutes < 120
      ? t('national.minutes', { n: minutes })
      : t('national.hours', { n: Math.round(minutes / 60) });
  };
  const figures = () => [
    [t('national.inWaiting'), props.of.inbound.waiting],
    [t('national.lag'), lag(props.of.inbound.lag)],
    [t('national.inQuarantine'), props.of.inbound.quarantine],
    [t('national.gaps'), props.of.inbound.gaps.length],
    [t('national.outWaiting'), props.of.outbound.waiting],
    [t('national.lag'), lag(props.of.outbound.lag)],
    [t('national.outParked'), props.of.outbound.parked],
  ];
  async function test() {
    const answer = await act.run(national.test, '');
    if (answer?.ok) say(t('national.testSent'), 'good');
    else if (answer) say(t('national.testFailed', { why: answer.error ?? '' }), 'bad');
  }
  const paused = () => props.of.link.paused;
  return (
    <Card
      title={t('national.state')}
      lead={
        paused()
          ? t('national.paused')
          : props.of.link.target
            ? t('national.running')
            : t('national.noTarget')
      }
      actions={
        <>
          <Button disabled={act.busy()} onClick={() => void test()}>
            {t('national.test')}
          </Button>
          <Button
            disabled={act.busy()}
            onClick={() => void act.run(() => national.set({ paused: !paused() }))}
          >
            {paused() ? t('national.resume') : t('national.pause')}
          </Button>
        </>
      }
    >
      <Show when={!paused() && Math.max(props.of.inbound.lag, props.of.outbound.lag) > alarmSeconds}>
        <p class={css.alarm} role="alert">
          {t('national.alarm', { n: alarmSeconds / 60 })}
        </p>
      </Show>
      <dl class={css.figures}>
        <For each={figures()}>
          {([name, value]) => (
            <div>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          )}
        </For>
      </dl>
      <Show when={props.of.outbound.errors.length > 0}>
        <h3>{t('national.errors')}</h3>
        <ul class={css.errors}>
          <For each={props.of.outbound.errors}>
            {(one) => (
              <li>
                <strong>{one.lane.split('|')[1]}</strong> {one.error}{' '}
                <small>
                  {t('national.attempts', {
                    n: one.attempts,
                    at: new Date(one.nextAt).toLocaleTimeString('vi-VN'),
                  })}
                </small>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </Card>
  );
}
