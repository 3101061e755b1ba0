import { createSignal } from 'solid-js';

export type Theme = 'light' | 'dark';

const dark = matchMedia('(prefers-color-scheme: dark)');
const chosen = document.documentElement.dataset.theme;
const [theme, setTheme] = createSignal<Theme>(
  chosen === 'light' || chosen === 'dark' ? chosen : dark.matches ? 'dark' : 'light',
);
dark.addEventListener('change', (event) => {
  if (!document.documentElement.dataset.theme) setTheme(event.matches ? 'dark' : 'light');
});

export { theme };

/** Chooses a theme for this browser; `public/theme.js` applies it before the first paint of later visits. */
export function chooseTheme(next: Theme): void {
  document.documentElement.dataset.theme = next;
  setTheme(next);
  keep('tddh.theme', next);
}

/** Remembers a choice of this browser; one that refuses storage forgets it, which is no error. */
export function keep(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Nothing is lost but the choice.
  }
}
