import { type RouteSectionProps, useLocation } from '@solidjs/router';
import { For, Show } from 'solid-js';
import { Page } from '../../parts/page.tsx';
import { Region } from '../../parts/states.tsx';
import { t } from '../../words/words.ts';
import { useLink } from './national/link.tsx';
import css from './national.module.css';

const base = '/quan-tri/ket-noi';

/** The link to the national system: how it stands, what waits for a person, and its configuration, each on a page. */
export function AdminNational(props: RouteSectionProps) {
  const location = useLocation();
  const query = useLink();
  const state = () => (query.isSuccess ? query.data : undefined);
  const places = () => [
    { href: base, text: t('national.state') },
    { href: `${base}/chua-hieu`, text: t('national.inQuarantine'), n: state()?.inbound.quarantine },
    { href: `${base}/dung-gui`, text: t('national.outParked'), n: state()?.outbound.parked },
    { href: '/doi-chieu', text: t('national.toDecide'), n: state()?.inbound.differences },
    { href: `${base}/cau-hinh`, text: t('national.configure') },
    { href: `${base}/anh-xa`, text: t('national.maps') },
    { href: `${base}/khoa`, text: t('national.secrets') },
  ];
  return (
    <Page title={t('national.title')} lead={t('national.lead')}>
      <nav class={css.tabs} aria-label={t('national.title')}>
        <For each={places()}>
          {({ href, text, n }) => (
            <a href={href} aria-current={location.pathname === href ? 'page' : undefined}>
              {text}
              <Show when={n}>{(count) => <b>{sayCount(count())}</b>}</Show>
            </a>
          )}
        </For>
      </nav>
      <Region>{props.children}</Region>
    </Page>
  );
}

/** A page of the table is counted, and no further. */
function sayCount(n: number): string {
  return n >= 100 ? '100+' : String(n);
}
