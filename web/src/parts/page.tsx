import { createEffect, type JSX, Show } from 'solid-js';
import { t } from '../words/words.ts';
import css from './page.module.css';

/** The head of every page: a title (also of the window), a line below it, and what can be done. */
export function Page(props: {
  title: string;
  lead?: JSX.Element;
  actions?: JSX.Element;
  /** `form` is narrow, `full` uses the whole width. */
  width?: 'form' | 'full';
  children: JSX.Element;
}) {
  createEffect(() => {
    document.title = `${props.title} · ${t('app.name')}`;
  });
  return (
    <div class={css.page} data-width={props.width ?? 'full'}>
      <div class={css.head} data-screen>
        <div>
          <h1>{props.title}</h1>
          <Show when={props.lead}>
            <div class={css.lead}>{props.lead}</div>
          </Show>
        </div>
        <Show when={props.actions}>
          <div class={css.actions}>{props.actions}</div>
        </Show>
      </div>
      {props.children}
    </div>
  );
}

/** A white box with an optional head. */
export function Card(props: {
  title?: JSX.Element;
  lead?: JSX.Element;
  actions?: JSX.Element;
  /** No inner space: for tables. */
  flush?: boolean;
  class?: string;
  children: JSX.Element;
}) {
  return (
    <section class={`${css.card} ${props.class ?? ''}`} data-flush={props.flush ? '' : undefined}>
      <Show when={props.title}>
        <div class={css.cardHead} data-screen>
          <div>
            <h2>{props.title}</h2>
            <Show when={props.lead}>
              <p class={css.cardLead}>{props.lead}</p>
            </Show>
          </div>
          <Show when={props.actions}>
            <div class={css.actions}>{props.actions}</div>
          </Show>
        </div>
      </Show>
      {props.children}
    </section>
  );
}
