import type { Fault } from '@tddh/domain/refusal';
import { Match, Show, Switch } from 'solid-js';
import { t } from '../../words/words.ts';
import css from '../entry.module.css';
import type { Known } from './known.ts';

export interface SaidProps {
  restored?: boolean;
  saved?: { id: string; number: string | null; n: number; status: 'draft' | 'issued' };
  secret?: string;
  /** Faults; those of the whole form are said here, the others at their fields. */
  loose?: readonly Fault[];
  /** What a reading came to. */
  told?: string;
  /** Id of the document that has this number already. */
  exists?: string;
}

const whole = ['', 'tasks', 'noTask', 'files'];

/** What became of the last attempt, above the form. */
export function Said(props: SaidProps & { faults: readonly Fault[]; known?: Known }) {
  const loose = () => (props.loose ?? []).filter((fault) => whole.includes(fault.path));
  return (
    <div class={css.said} aria-live="polite">
      <Switch>
        <Match when={props.secret}>
          <p class={css.bad} role="alert">
            <b>{t('entry.secretTitle')}.</b> {props.secret}
          </p>
        </Match>
        <Match when={props.saved}>
          {(saved) => (
            <p class={css.good}>
              {saved().status === 'draft'
                ? t('entry.savedDraft')
                : t('entry.saved', { number: saved().number ?? '', n: saved().n })}{' '}
              <a href={`/van-ban/${saved().id}`}>{t('entry.open')}</a>
            </p>
          )}
        </Match>
        <Match when={props.known?.same && props.known}>
          {(known) => (
            <p class={css.bad}>
              {t('review.exists', { number: known().number })}{' '}
              <a href={`/van-ban/${known().id}`}>{t('entry.exists')}</a>
            </p>
          )}
        </Match>
        <Match when={props.faults.length > 0}>
          <p class={css.bad}>
            {t('entry.faults', {
              n: props.faults.filter((fault) => fault.path !== 'document').length,
            })}{' '}
            {loose()
              .map((fault) => fault.message)
              .join(' ')}{' '}
            <Show when={props.exists}>
              <a href={`/van-ban/${props.exists}`}>{t('entry.exists')}</a>
            </Show>
          </p>
        </Match>
        <Match when={props.known}>
          {(known) => (
            <p class={css.note}>
              {t('review.near', { number: known().number, issuer: known().issuer })}{' '}
              <a href={`/van-ban/${known().id}`}>{t('entry.exists')}</a>
            </p>
          )}
        </Match>
        <Match when={props.told}>
          <p class={css.note}>{props.told}</p>
        </Match>
        <Match when={props.restored}>
          <p class={css.note}>{t('entry.restored')}</p>
        </Match>
      </Switch>
    </div>
  );
}
