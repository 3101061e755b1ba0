import { useLocation, useNavigate, useParams, useSearchParams } from '@solidjs/router';
import { fold, matches } from '@tddh/domain/text';
import { createEffect, createSignal, For, onMount, Show } from 'solid-js';
import { ButtonLink } from '../parts/button.tsx';
import control from '../parts/field.module.css';
import { useMedia } from '../parts/media.ts';
import { Page } from '../parts/page.tsx';
import { Empty } from '../parts/states.tsx';
import { useSession } from '../session.tsx';
import { roleHelp, topicAt, topicsOf } from '../words/help/all.ts';
import type { Topic } from '../words/help/topic.ts';
import { t } from '../words/words.ts';
import { Article } from './help/article.tsx';
import { Prose } from './help/prose.tsx';
import css from './help.module.css';

const textOf = (topic: Topic) =>
  fold([topic.title, topic.lead, ...topic.steps, ...(topic.notes ?? [])].join(' '));

/** The help of a role, a job after the other; without a role one's own, at the job of the page one comes from. */
export function Help() {
  const session = useSession();
  const params = useParams<{ role?: string }>();
  const [query] = useSearchParams<{ trang?: string }>();
  const location = useLocation();
  const navigate = useNavigate();
  const wide = useMedia('(min-width: 900px)');
  const [wanted, setWanted] = createSignal('');
  const own = () => roleHelp.find((one) => one.role === session.person.role)!;
  const shown = () => (params.role ? roleHelp.find((one) => one.slug === params.role) : own());
  const all = () => topicsOf((shown() ?? own()).role);
  const found = () => all().filter((topic) => matches(textOf(topic), wanted()));

  onMount(() => {
    if (params.role) return;
    const topic = query.trang ? topicAt(session.person.role as 'officer', query.trang) : undefined;
    navigate(`/tro-giup/${own().slug}${topic ? `#${topic.id}` : ''}`, { replace: true });
  });
  createEffect(() => {
    const id = location.hash.slice(1);
    // After the frame has put the focus on the page.
    if (id && params.role) setTimeout(() => show(id));
  });

  return (
    <Page
      title={t('help.title', { role: t(`role.${(shown() ?? own()).role}`) })}
      lead={
        <>
          <Prose text={(shown() ?? own()).lead} /> {t('help.language')}
        </>
      }
    >
      <Show when={session.trainingOrigin}>
        {(origin) => (
          <p class={css.training} data-screen>
            <span>{t('help.training')}</span>
            <ButtonLink href={origin()} target="_blank" rel="external noopener">
              {t('help.trainingOpen')}
            </ButtonLink>
          </p>
        )}
      </Show>
      <nav class={css.roles} aria-label={t('help.roles')} data-screen>
        <For each={roleHelp}>
          {(one) => (
            <a href={`/tro-giup/${one.slug}`} aria-current={one === shown() ? 'page' : undefined}>
              {t(`role.${one.role}`)}
            </a>
          )}
        </For>
      </nav>
      <Show when={shown()} fallback={<Empty title={t('help.missing')} hint={t('help.missingHint')} />}>
        <div class={css.help}>
          <div class={css.aside} data-screen>
            <input
              class={control.control}
              type="search"
              aria-label={t('help.search')}
              placeholder={t('help.search')}
              value={wanted()}
              onInput={(event) => setWanted(event.currentTarget.value)}
            />
            <details open={wide()}>
              <summary>{t('help.jobs')}</summary>
              <nav aria-label={t('help.jobs')}>
                <For each={found()}>
                  {(topic) => (
                    <a href={`/tro-giup/${shown()?.slug}#${topic.id}`} onClick={() => show(topic.id)}>
                      {topic.title}
                    </a>
                  )}
                </For>
              </nav>
            </details>
          </div>
          <div class={css.topics} lang="vi">
            <Show
              when={found().length > 0}
              fallback={<Empty title={t('help.none', { text: wanted() })} hint={t('help.noneHint')} />}
            >
              <For each={found()}>{(topic) => <Article topic={topic} />}</For>
            </Show>
          </div>
        </div>
      </Show>
    </Page>
  );
}

function show(id: string): void {
  const article = document.getElementById(id);
  article?.scrollIntoView();
  article?.focus({ preventScroll: true });
}
