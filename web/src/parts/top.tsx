import { useLocation, useNavigate } from '@solidjs/router';
import Bell from 'lucide-solid/icons/bell';
import MessageSquare from 'lucide-solid/icons/message-square';
import Moon from 'lucide-solid/icons/moon';
import Search from 'lucide-solid/icons/search';
import Sun from 'lucide-solid/icons/sun';
import { createSignal, lazy, Show } from 'solid-js';
import { api } from '../api.ts';
import { sendHeld } from '../hold.ts';
import { client, noticesQuery } from '../queries.ts';
import { useQuery } from '../query.ts';
import { useSession } from '../session.tsx';
import { chooseTheme, theme } from '../theme.ts';
import { chooseLanguage, language, loadWords, t } from '../words/words.ts';
import { Coming } from './coming.tsx';
import { Menu } from './menu.tsx';
import { sayProblem } from './toasts.ts';
import css from './top.module.css';

const Notices = lazy(async () => {
  const [module] = await Promise.all([import('./notices.tsx'), loadWords('post')]);
  return { default: module.Notices };
});

const Feedback = lazy(async () => {
  const [module] = await Promise.all([import('./feedback.tsx'), loadWords('feedback')]);
  return { default: module.Feedback };
});

/** The header: name, search, notifications, theme, account. */
export function Top(props: { search: () => void; keys: () => void }) {
  const session = useSession();
  const navigate = useNavigate();
  const location = useLocation();
  const notices = useQuery(noticesQuery);
  const [bell, setBell] = createSignal(false);
  const [speaking, setSpeaking] = createSignal(false);
  /** Once opened, the form of feedback keeps what was typed. */
  const [spoken, setSpoken] = createSignal(false);
  const unread = () => (notices.isSuccess ? notices.data.unread : 0);
  const other = () => (theme() === 'dark' ? 'light' : 'dark');

  async function signOut() {
    try {
      sendHeld(false);
      await api.signOut();
      client.clear();
      navigate('/dang-nhap');
    } catch (error) {
      sayProblem(error);
    }
  }

  return (
    <>
      <header class={css.top} data-screen>
        <a href="/" class={css.brand}>
          <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
            <path d="M2.5 12.2 8 17.7 19.5 4.8" />
          </svg>
          <span>
            <strong>{t('app.name')}</strong>
            <small>{t('app.office', { province: session.office.province })}</small>
          </span>
        </a>
        <button type="button" class={css.search} aria-label={t('nav.search')} onClick={() => props.search()}>
          <Search size={16} />
          <span>{t('nav.search')}</span>
          <kbd>Ctrl K</kbd>
        </button>
        <button
          type="button"
          class={css.icon}
          aria-label={unread() ? t('nav.bellNew', { n: unread() }) : t('nav.bell')}
          title={t('nav.bell')}
          onClick={() => setBell(true)}
        >
          <Bell size={18} />
          <Show when={unread()}>
            <span class={css.count} aria-hidden="true">
              {unread() > 99 ? '99+' : unread()}
            </span>
          </Show>
        </button>
        <button
          type="button"
          class={css.icon}
          aria-label={t('nav.feedback')}
          title={t('nav.feedback')}
          onClick={() => {
            setSpoken(true);
            setSpeaking(true);
          }}
        >
          <MessageSquare size={18} />
        </button>
        <a
          class={`${css.icon} ${css.help}`}
          href={`/tro-giup?trang=${encodeURIComponent(location.pathname)}`}
          aria-label={t('nav.help')}
          title={t('nav.help')}
        >
          ?
        </a>
        <button
          type="button"
          class={css.icon}
          aria-label={t('nav.theme', { theme: t(`nav.${other()}`) })}
          title={t('nav.theme', { theme: t(`nav.${other()}`) })}
          onClick={() => chooseTheme(other())}
        >
          <Show when={theme() === 'dark'} fallback={<Moon size={18} />}>
            <Sun size={18} />
          </Show>
        </button>
        <Menu
          class={css.person}
          label={t('nav.user', { name: session.person.name })}
          button={initials(session.person.name)}
        >
          {(close) => (
            <>
              <div class={css.who}>
                <strong>{session.person.name}</strong>
                <span>{t(`role.${session.person.role as 'officer'}`)}</span>
                <span>{session.person.unit.name}</span>
              </div>
              <a class={css.item} href="/tai-khoan" onClick={close}>
                {t('nav.account')}
              </a>
              <button
                type="button"
                class={css.item}
                aria-label={t('nav.languageLabel')}
                onClick={() => void chooseLanguage(language() === 'vi' ? 'en' : 'vi')}
              >
                {t('nav.language')}
              </button>
              <button
                type="button"
                class={css.item}
                onClick={() => {
                  close();
                  props.keys();
                }}
              >
                {t('nav.keys')} <kbd>?</kbd>
              </button>
              <button type="button" class={css.item} onClick={() => void signOut()}>
                {t('nav.signOut')}
              </button>
            </>
          )}
        </Menu>
      </header>
      <Coming>
        <Show when={bell()}>
          <Notices close={() => setBell(false)} />
        </Show>
        <Show when={spoken()}>
          <Feedback open={speaking()} close={() => setSpeaking(false)} />
        </Show>
      </Coming>
    </>
  );
}

/** First letters of the middle and the given name, as people in Viet Nam are called by their last word. */
function initials(name: string): string {
  return name
    .split(' ')
    .slice(-2)
    .map((word) => word[0] ?? '')
    .join('')
    .toUpperCase();
}
