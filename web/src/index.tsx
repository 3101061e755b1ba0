import './styles/main.css';
import { QueryClientProvider } from '@tanstack/solid-query';
import { render } from 'solid-js/web';
import { App } from './app.tsx';
import { client, sessionQuery } from './queries.ts';
import { chooseLanguage } from './words/words.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

// A page of an older build whose files are gone: load the new build, once.
addEventListener('vite:preloadError', (event) => {
  const last = Number(sessionStorage.getItem('tddh.reload') ?? 0);
  if (Date.now() - last < 30_000) return;
  sessionStorage.setItem('tddh.reload', String(Date.now()));
  event.preventDefault();
  location.reload();
});

if (location.pathname !== '/dang-nhap') void client.prefetchQuery(sessionQuery());
if (document.documentElement.lang === 'en') await chooseLanguage('en');

render(
  () => (
    <QueryClientProvider client={client}>
      <App />
    </QueryClientProvider>
  ),
  root,
);
