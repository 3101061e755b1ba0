import { For, type JSX, Show } from 'solid-js';
import { Badge } from '../../../parts/badge.tsx';
import { Button } from '../../../parts/button.tsx';
import { Card } from '../../../parts/page.tsx';
import { t } from '../../../words/words.ts';
import admin from '../../admin.module.css';
import css from '../national.module.css';
import { useAct } from './act.ts';
import { OfLink } from './link.tsx';
import { type LinkState, national } from './requests.ts';
import { Trial } from './trial.tsx';
import { sayLag, sayWhen } from './when.ts';

/** Seconds that something may wait before the page warns; the alarm of the cloud rings after two hours. */
const alarmSeconds = 900;

/** What waits on both sides and since when, the last errors, and the switches. */
export function NationalState() {
  return (
    <OfLink>
      {(state) => (
        <div class={admin.stack}>
          <Standing of={state()} />
          <div class={css.sides}>
            <Inbound of={state()} />
            <Outbound of={state()} />
            <AxisSide of={state()} />
          </div>
          <Errors of={state()} />
          <Gaps of={state()} />
        </div>
      )}
    </OfLink>
  );
}

function standingOf({ link, inbound, outbound, axis }: LinkState) {
  if (link.paused) return { state: 'paused', text: t('national.paused') } as const;
  if (!link.target && !link.axis) return { state: 'draft', text: t('national.noTarget') } as const;
  const late = Math.max(inbound.lag, outbound.lag) > alarmSeconds;
  const trouble = late || outbound.parked > 0 || outbound.errors.length > 0 || axis?.error;
  if (trouble) return { state: 'soon', text: t('national.troubled') } as const;
  return { state: 'done', text: t('national.running') } as const;
}

/** Whether the link runs, in one word; what is wrong, and what to do; pause and resume. */
function Standing(props: { of: LinkState }) {
  const act = useAct();
  const paused = () => props.of.link.paused;
  const late = (lag: number) => !paused() && lag > alarmSeconds;
  return (
    <Card
      title={
        <span class={css.standing}>
          {props.of.link.name}
          <Badge {...standingOf(props.of)} />
        </span>
      }
      lead={paused() ? t('national.pausedLead') : t('national.pauseLead')}
      actions={
        <Button
          look={paused() ? 'primary' : 'plain'}
          disabled={act.busy()}
          onClick={() => void act.run(() => national.set({ paused: !paused() }))}
        >
          {paused() ? t('national.resume') : t('national.pause')}
        </Button>
      }
    >
      <Show when={late(props.of.inbound.lag)}>
        <p class={css.alarm} role="alert">
          {t('national.alarmIn', { lag: sayLag(props.of.inbound.lag) })}
        </p>
      </Show>
      <Show when={late(props.of.outbound.lag)}>
        <p class={css.alarm} role="alert">
          {t('national.alarmOut', { lag: sayLag(props.of.outbound.lag) })}
        </p>
      </Show>
    </Card>
  );
}

function Inbound(props: { of: LinkState }) {
  const one = () => props.of.inbound;
  return (
    <Card title={t('national.inbox')}>
      <dl class={css.figures}>
        <Figure name={t('national.inWaiting')} value={one().waiting} />
        <Figure name={t('national.lag')} value={sayLag(one().lag)} />
        <Figure
          name={t('national.inQuarantine')}
          value={one().quarantine}
          href="/quan-tri/ket-noi/chua-hieu"
        />
        <Figure name={t('national.gaps')} value={one().gaps.length} />
        <Figure name={t('national.toDecide')} value={one().differences} href="/doi-chieu" />
      </dl>
    </Card>
  );
}

function Outbound(props: { of: LinkState }) {
  const one = () => props.of.outbound;
  return (
    <Card title={t('national.outbox')} lead={props.of.link.target ?? t('national.noTarget')}>
      <dl class={css.figures}>
        <Figure name={t('national.outWaiting')} value={one().waiting} />
        <Figure name={t('national.lag')} value={sayLag(one().lag)} />
        <Figure name={t('national.outParked')} value={one().parked} href="/quan-tri/ket-noi/dung-gui" />
      </dl>
      <Show when={props.of.link.target}>
        <Trial of="target" />
      </Show>
    </Card>
  );
}

function AxisSide(props: { of: LinkState }) {
  return (
    <Card title={t('national.axisShort')} lead={props.of.link.axis?.url ?? t('national.axisNone')}>
      <Show
        when={props.of.link.axis}
        fallback={<a href="/quan-tri/ket-noi/cau-hinh">{t('national.axisConfigure')}</a>}
      >
        <dl class={css.moments}>
          <Figure
            name={t('national.axisAsked')}
            value={props.of.axis ? sayWhen(props.of.axis.askedAt) : t('national.never')}
          />
          <Figure
            name={t('national.axisTaken')}
            value={props.of.axis?.takenAt ? sayWhen(props.of.axis.takenAt) : t('national.never')}
          />
        </dl>
        <Show when={props.of.axis?.error}>
          {(error) => (
            <p class={css.alarm} role="alert">
              {error()}
            </p>
          )}
        </Show>
        <Trial of="axis" />
      </Show>
    </Card>
  );
}

/** A figure; what can be looked into is a link. */
function Figure(props: { name: string; value: JSX.Element; href?: string }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>
        <Show when={props.href && props.value} fallback={props.value}>
          <a href={props.href} aria-label={`${props.name}: ${props.value}`}>
            {props.value}
          </a>
        </Show>
      </dd>
    </div>
  );
}

function Errors(props: { of: LinkState }) {
  return (
    <Card title={t('national.errors')}>
      <Show when={props.of.outbound.errors.length > 0} fallback={<p>{t('national.errorsNone')}</p>}>
        <ul class={css.messages}>
          <For each={props.of.outbound.errors}>
            {(one) => (
              <li>
                <span class={css.why}>
                  <TaskOf lane={one.lane} assignmentId={one.assignmentId} />
                  <span>{one.error}</span>
                  <small>{t('national.attempts', { n: one.attempts, at: sayWhen(one.nextAt) })}</small>
                </span>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </Card>
  );
}

/** The national task of a lane: the way to its assignment. */
export function TaskOf(props: { lane: string; assignmentId: string | undefined }) {
  const name = () => t('national.taskOf', { id: props.lane.split('|').slice(1).join('|') });
  return (
    <strong>
      <Show when={props.assignmentId} fallback={name()}>
        <a href={`/nhiem-vu/${props.assignmentId}`}>{name()}</a>
      </Show>
    </strong>
  );
}

/** Documents of which versions are missing: later ones wait for them. */
function Gaps(props: { of: LinkState }) {
  return (
    <Show when={props.of.inbound.gaps.length > 0}>
      <Card title={t('national.gaps')} lead={t('national.gapsLead')}>
        <ul class={css.messages}>
          <For each={props.of.inbound.gaps}>
            {(one) => (
              <li>
                <span class={css.why}>
                  <Show when={one.documentId} fallback={<strong>{t('national.gapUnknown')}</strong>}>
                    <a href={`/van-ban/${one.documentId}`}>
                      {one.number} {one.subject}
                    </a>
                  </Show>
                  <span>{t('national.gapOf', { list: one.missing.join(', ') })}</span>
                </span>
              </li>
            )}
          </For>
        </ul>
      </Card>
    </Show>
  );
}
