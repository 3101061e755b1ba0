import type { JSX } from 'solid-js';
import { chooseLanguage, language, t } from '../words/words.ts';
import css from './gate.module.css';
import { TrainingSign } from './trainingsign.tsx';

/** The frame of the pages before signing in. */
export function Gate(props: { title: string; lead: string; children: JSX.Element }) {
  return (
    <div class={css.frame}>
      <TrainingSign />
      <div class={css.gate}>
        <header class={css.brand}>
          <svg width="40" height="40" viewBox="0 0 22 22" aria-hidden="true">
            <path d="M2.5 12.2 8 17.7 19.5 4.8" />
          </svg>
          <strong>{t('app.name')}</strong>
          <p>{t('signIn.lead')}</p>
        </header>
        <main class={css.panel}>
          <div class={css.box}>
            <h1>{props.title}</h1>
            <p class={css.lead}>{props.lead}</p>
            {props.children}
            <button
              type="button"
              class={css.language}
              aria-label={t('nav.languageLabel')}
              onClick={() => void chooseLanguage(language() === 'vi' ? 'en' : 'vi')}
            >
              {t('nav.language')}
            </button>
          </div>
        </main>
      </div>
    </div>
  );
}
