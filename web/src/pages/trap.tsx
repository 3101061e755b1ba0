import { useSearchParams } from '@solidjs/router';
import { showDay } from '@tddh/domain/day';
import { fold, matches } from '@tddh/domain/text';
import { createEffect, createMemo, createSignal, For, Show } from 'solid-js';
import { Answered } from '../parts/answered.tsx';
import control from '../parts/field.module.css';
import { Empty } from '../parts/states.tsx';
import { TrainingSign } from '../parts/trainingsign.tsx';
import { post, type Trapped } from '../post.ts';
import { Problem } from '../problem.ts';
import { useQuery } from '../query.ts';
import { t } from '../words/words.ts';
import css from './post.module.css';

const query = () => ({
  ...{ queryKey: ['trap'], queryFn: post.trapped, refetchInterval: 3000 },
  retry: (count: number, error: Error) => count < 2 && !(error instanceof Problem && error.status === 404),
});

/** What the sample would have mailed: for everybody, since a link in a letter is for who has not signed in. */
export function Trap() {
  const [params] = useSearchParams<{ thu?: string }>();
  const [wanted, setWanted] = createSignal('');
  const letters = useQuery(query);
  createEffect(() => {
    document.title = `${t('trap.title')} · ${t('app.name')}`;
  });
  const missing = () => letters.error instanceof Problem && letters.error.status === 404;
  const found = (items: readonly Trapped[]) =>
    wanted().trim()
      ? items.filter((one) => matches(fold(`${one.to.join(' ')} ${one.subject}`), wanted()))
      : items;
  return (
    <>
      <TrainingSign />
      <main class={css.outside}>
        <h1>{t('trap.title')}</h1>
        <p>{t('trap.lead')}</p>
        <Show when={!missing()} fallback={<Empty title={t('trap.missing')} hint={t('trap.missingHint')} />}>
          <Answered query={letters}>
            {(answer) => (
              <Show
                when={answer().items.length > 0}
                fallback={<Empty title={t('trap.none')} hint={t('trap.noneHint')} />}
              >
                <input
                  class={control.control}
                  type="search"
                  aria-label={t('trap.search')}
                  placeholder={t('trap.search')}
                  value={wanted()}
                  onInput={(event) => setWanted(event.currentTarget.value)}
                />
                <div class={css.box}>
                  <ul class={css.list} aria-label={t('trap.list')} tabindex="0">
                    <For each={found(answer().items)}>
                      {(letter) => (
                        <li>
                          <a
                            href={`/thu-thu-nghiem?thu=${letter.id}`}
                            aria-current={params.thu === String(letter.id)}
                          >
                            <span>{letter.subject}</span>
                            <small>
                              {letter.to.join(', ')} · {clock(letter.at)}
                            </small>
                          </a>
                        </li>
                      )}
                    </For>
                  </ul>
                  <Letter letter={answer().items.find((one) => String(one.id) === params.thu)} />
                </div>
              </Show>
            )}
          </Answered>
        </Show>
      </main>
    </>
  );
}

function Letter(props: { letter: Trapped | undefined }) {
  return (
    <article class={css.letter} aria-live="polite">
      <Show when={props.letter} fallback={<p>{t('trap.open')}</p>}>
        {(letter) => (
          <>
            <h2>{letter().subject}</h2>
            <small>
              {t('trap.to', { to: letter().to.join(', ') })} · {clock(letter().at)}
            </small>
            <Text text={letter().text} />
          </>
        )}
      </Show>
    </article>
  );
}

/** A plain text whose addresses are links. */
function Text(props: { text: string }) {
  const parts = createMemo(() => props.text.split(/(https?:\/\/[^\s]+)/));
  return (
    <p class={css.text}>
      <For each={parts()}>
        {(part, i) => (
          <Show when={i() % 2 === 1} fallback={part}>
            <a href={part} target="_self" rel="external">
              {part}
            </a>
          </Show>
        )}
      </For>
    </p>
  );
}

function clock(at: string): string {
  const local = new Date(Date.parse(at) + 7 * 3_600_000).toISOString();
  return `${local.slice(11, 16)} ${showDay(local.slice(0, 10))}`;
}
