import './styles/main.css';
import { QueryClientProvider } from '@tanstack/solid-query';
import { render } from 'solid-js/web';
import { App } from './app.tsx';
import { client, sessionQuery } from './queries.ts';
import { chooseLanguage } from './words/words.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

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
