import { For, Show } from 'solid-js';
import { ButtonLink } from '../../parts/button.tsx';
import type { Topic } from '../../words/help/topic.ts';
import { t } from '../../words/words.ts';
import css from '../help.module.css';
import { pictureOf } from './pictures.ts';
import { Prose } from './prose.tsx';

/** One job: what it is for, its steps, a picture of the product, what else is good to know. */
export function Article(props: { topic: Topic }) {
  const picture = () => props.topic.picture && pictureOf(props.topic.picture.name);
  return (
    <article class={css.topic} id={props.topic.id} tabIndex={-1} aria-labelledby={`${props.topic.id}-title`}>
      <h2 id={`${props.topic.id}-title`}>{props.topic.title}</h2>
      <p class={css.lead}>
        <Prose text={props.topic.lead} />
      </p>
      <ol class={css.steps}>
        <For each={props.topic.steps}>
          {(step) => (
            <li>
              <Prose text={step} />
            </li>
          )}
        </For>
      </ol>
      <Show when={picture()}>
        {(one) => (
          <a
            class={css.picture}
            href={one().src}
            target="_blank"
            rel="external noopener"
            title={t('help.zoom', { what: props.topic.title })}
          >
            <img
              src={one().src}
              width={one().width}
              height={one().height}
              alt={props.topic.picture?.alt}
              loading="lazy"
            />
          </a>
        )}
      </Show>
      <Show when={props.topic.notes}>
        {(notes) => (
          <div class={css.notes}>
            <h3>{t('help.notes')}</h3>
            <ul>
              <For each={notes()}>
                {(note) => (
                  <li>
                    <Prose text={note} />
                  </li>
                )}
              </For>
            </ul>
          </div>
        )}
      </Show>
      <Show when={props.topic.to}>
        {(to) => (
          <p>
            <ButtonLink small href={to().href}>
              {to().text}
            </ButtonLink>
          </p>
        )}
      </Show>
    </article>
  );
}
