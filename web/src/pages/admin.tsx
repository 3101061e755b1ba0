import { Navigate, type RouteSectionProps, useLocation } from '@solidjs/router';
import { For, Show } from 'solid-js';
import { Page } from '../parts/page.tsx';
import { Empty, Region } from '../parts/states.tsx';
import { useSession } from '../session.tsx';
import { t } from '../words/words.ts';
import { adminPlaces } from './admin/places.ts';
import css from './admin.module.css';

/** The frame of administration: its own navigation beside the page. For the administrator alone. */
export function Admin(props: RouteSectionProps) {
  const session = useSession();
  const location = useLocation();
  const here = (href: string) => location.pathname === href || location.pathname.startsWith(`${href}/`);
  return (
    <Show
      when={session.person.role === 'admin'}
      fallback={
        <Page title={t('manage.title')} width="form">
          <Empty title={t('manage.forbidden')} hint={t('manage.forbiddenHint')} />
        </Page>
      }
    >
      <div class={css.frame}>
        <nav class={css.nav} aria-label={t('manage.title')} data-screen>
          <For each={adminPlaces()}>
            {(place) => (
              <a href={place.href} aria-current={here(place.href) ? 'page' : undefined}>
                {place.text}
              </a>
            )}
          </For>
        </nav>
        <Region>{props.children}</Region>
      </div>
    </Show>
  );
}

/** Administration begins with the units. */
export function AdminHome() {
  return <Navigate href="/quan-tri/don-vi" />;
}
