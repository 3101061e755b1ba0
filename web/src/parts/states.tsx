import Inbox from 'lucide-solid/icons/inbox';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { ErrorBoundary, For, type JSX, Show, Suspense } from 'solid-js';
import { Problem } from '../problem.ts';
import { t } from '../words/words.ts';
import { Button } from './button.tsx';
import css from './states.module.css';

/** Nothing to show: says why, and names the next step. */
export function Empty(props: { title: string; hint?: string; children?: JSX.Element }) {
  return (
    <div class={css.state}>
      <Inbox size={28} aria-hidden="true" />
      <h2>{props.title}</h2>
      <Show when={props.hint}>
        <p>{props.hint}</p>
      </Show>
      {props.children}
    </div>
  );
}

/** A failure in its own words, with a way on. */
export function ErrorBox(props: { error: unknown; retry?: () => void }) {
  const said = () => describe(props.error);
  return (
    <div class={css.state} role="alert" data-bad="">
      <TriangleAlert size={28} aria-hidden="true" />
      <h2>{said().title}</h2>
      <p>{said().hint}</p>
      <Show when={props.retry}>{(retry) => <Button onClick={() => retry()()}>{t('act.retry')}</Button>}</Show>
    </div>
  );
}

function describe(error: unknown): { title: string; hint: string } {
  if (!(error instanceof Problem)) return { title: t('error.broken'), hint: t('error.brokenHint') };
  if (error.status === 0) return { title: t('error.offline'), hint: t('error.offlineHint') };
  if (error.status >= 500 || !error.title) {
    return { title: t('error.server'), hint: t('error.serverHint', { id: error.requestId || error.status }) };
  }
  return { title: error.title, hint: error.detail };
}

/** Grey lines in the size of what is coming, so that nothing jumps. */
export function Skeleton(props: { lines?: number; height?: number }) {
  return (
    <div class={css.skeleton} role="status" aria-label={t('act.loading')}>
      <For each={Array.from({ length: props.lines ?? 3 })}>
        {() => <span style={{ height: `${props.height ?? 20}px` }} />}
      </For>
    </div>
  );
}

/** A part of a page that loads and fails on its own: one around each query. */
export function Region(props: { children: JSX.Element; waiting?: JSX.Element }) {
  return (
    <ErrorBoundary fallback={(error, reset) => <ErrorBox error={error} retry={reset} />}>
      <Suspense fallback={props.waiting ?? <Skeleton />}>{props.children}</Suspense>
    </ErrorBoundary>
  );
}
