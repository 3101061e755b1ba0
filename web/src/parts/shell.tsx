import { useLocation, useNavigate } from '@solidjs/router';
import { showDay } from '@tddh/domain/day';
import { createSignal, For, type JSX, lazy, Show, Suspense } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { useSession } from '../session.tsx';
import { loadWords, t } from '../words/words.ts';
import { useAwaiting } from './awaiting.ts';
import { Coming } from './coming.tsx';
import { useKeys } from './keys.ts';
import { placesFor } from './nav.ts';
import css from './shell.module.css';
import { Toasts } from './toast.tsx';
import { undoLast } from './toasts.ts';
import { Top } from './top.tsx';

const Palette = lazy(async () => {
  const [module] = await Promise.all([import('./palette.tsx'), loadWords('keys')]);
  return { default: module.Palette };
});
const TrainingBanner = lazy(async () => {
  const [module] = await Promise.all([import('./training.tsx'), loadWords('training')]);
  return { default: module.TrainingBanner };
});
const KeySheet = lazy(async () => {
  const [module] = await Promise.all([import('./keysheet.tsx'), loadWords('keys')]);
  return { default: module.KeySheet };
});

/** The frame of every signed-in page: header, pages at the side (below, on a phone), content, results. */
export function Shell(props: { children: JSX.Element }) {
  const session = useSession();
  const location = useLocation();
  const navigate = useNavigate();
  const [palette, setPalette] = createSignal(false);
  const [sheet, setSheet] = createSignal(false);
  const awaiting = useAwaiting();
  const places = () => placesFor(session);
  const current = (href: string) =>
    places()
      .filter((place) => location.pathname === place.href || location.pathname.startsWith(`${place.href}/`))
      .reduce((best, place) => (place.href.length > best.length ? place.href : best), '') === href;

  useKeys({
    '$mod+k': () => setPalette(true),
    z: undoLast,
    'Shift+?': () => setSheet(true),
    'g o': () => navigate('/'),
    'g q': () => navigate('/cho-xac-nhan'),
    'g n': () => navigate('/nhiem-vu'),
    n: () => places().some((place) => place.main) && navigate('/van-ban/moi'),
  });

  return (
    <div class={css.frame}>
      <a class={css.skip} href="#main" target="_self" data-screen>
        {t('app.skip')}
      </a>
      <Top search={() => setPalette(true)} keys={() => setSheet(true)} />
      <nav class={css.side} aria-label={t('nav.label')} data-screen>
        <For each={places()}>
          {(place) => (
            <a
              href={place.href}
              class={place.main ? css.main : css.place}
              aria-current={current(place.href) ? 'page' : undefined}
            >
              <Dynamic component={place.icon} size={18} />
              <span class={css.long}>{place.text}</span>
              <span class={css.short}>{place.short}</span>
              <Show when={place.href === '/cho-xac-nhan' && awaiting()}>
                {(n) => <span class={css.count}>{n()}</span>}
              </Show>
            </a>
          )}
        </For>
      </nav>
      <div class={css.content}>
        <Show when={session.training}>
          <Suspense>
            <TrainingBanner session={session} />
          </Suspense>
        </Show>
        <Show when={session.sample && !session.training}>
          <aside class={css.sample} aria-label={t('app.sampleLabel')} data-screen>
            {t('app.sample', { day: showDay(session.today) })}
          </aside>
        </Show>
        <main id="main" tabIndex={-1} class={css.area}>
          {props.children}
        </main>
      </div>
      <Toasts />
      <Coming>
        <Show when={palette()}>
          <Palette close={() => setPalette(false)} />
        </Show>
        <Show when={sheet()}>
          <KeySheet close={() => setSheet(false)} />
        </Show>
      </Coming>
    </div>
  );
}
