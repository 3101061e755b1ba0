import type { NoticeKind, NoticeWay, Preferences } from '@tddh/domain/notice';
import type { App } from '@tddh/functions/app';
import type { hc, InferResponseType } from 'hono/client';
import { call } from './api.ts';

type Api = ReturnType<typeof hc<App>>['api'];
type Answer<Route> = InferResponseType<Route>;

/** How the person is told of each kind, and where mail goes. */
export interface Told {
  ways: Record<NoticeKind, NoticeWay>;
  email: string | null;
}
export type Letters = Answer<Api['mail']['$get']>;
export type Opened = Answer<Api['report-links']['open']['$post']>;

/** A letter in the mail trap of the sample (the yard serves it, not the API). */
export interface Trapped {
  id: number;
  at: string;
  to: string[];
  from: string;
  subject: string;
  text: string;
}

/** Calls about mail and notices. */
export const post = {
  preferences: (): Promise<Told> => call<Answer<Api['preferences']['$get']>>({ path: '/api/preferences' }),
  choose: (body: Preferences): Promise<Told> =>
    call<Answer<Api['preferences']['$patch']>>({ method: 'PATCH', path: '/api/preferences', body }),
  letters: () => call<Letters>({ path: '/api/mail' }),
  again: (keys: string[]) =>
    call<Answer<Api['mail']['again']['$post']>>({ method: 'POST', path: '/api/mail/again', body: { keys } }),
  trapped: () => call<{ items: Trapped[] }>({ path: '/api/mail-trap' }),
  open: (token: string) => call<Opened>({ method: 'POST', path: '/api/report-links/open', body: { token } }),
  report: (body: { token: string; result: string; documentNumber?: string; documentDate?: string }) =>
    call<{ ok: boolean }>({ method: 'POST', path: '/api/report-links/report', body }),
};
