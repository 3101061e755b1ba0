import type { App } from '@tddh/functions/app';
import type { hc, InferRequestType, InferResponseType } from 'hono/client';
import { call, search } from './api.ts';

/** The calls of the own account, of links by mail and of the audit log. */
type Api = ReturnType<typeof hc<App>>['api'];
type Answer<Route> = InferResponseType<Route, 200>;
type Body<Route> = InferRequestType<Route> extends { json: infer Json } ? Json : never;
const post = <T>(path: string, body: unknown) => call<T>({ method: 'POST', path, body });

export type AccountShown = Answer<Api['account']['$get']>;
export type AuditPage = Answer<Api['audit']['$get']>;
export type AuditQuery = {
  actor?: string;
  subject?: string;
  act?: string;
  from?: string;
  to?: string;
  cursor?: string;
};
export type LinkShown = Answer<Api['links']['open']['$post']>;

export const askLink = (body: Body<Api['links']['ask']['$post']>) => post<unknown>('/api/links/ask', body);
export const openLink = (token: string) => post<LinkShown>('/api/links/open', { token });
export const followLink = (body: Body<Api['links']['use']['$post']>) => post<unknown>('/api/links/use', body);
export const account = () => call<AccountShown>({ path: '/api/account' });
export const changePassword = (body: Body<Api['account']['password']['$post']>) =>
  post<unknown>('/api/account/password', body);
export const beginFactor = (current: string) =>
  post<Answer<Api['account']['factor']['$post']>>('/api/account/factor', { current });
export const confirmFactor = (code: string) =>
  post<{ codes: string[] }>('/api/account/factor/confirm', { code });
export const renewCodes = (current: string) =>
  post<{ codes: string[] }>('/api/account/factor/codes', { current });
export const removeFactor = (current: string) => post<unknown>('/api/account/factor/remove', { current });
export const signOutEverywhere = () => call<unknown>({ method: 'DELETE', path: '/api/sessions' });
export const endSession = (id: string) => call<unknown>({ method: 'DELETE', path: `/api/sessions/${id}` });
export const auditLog = (query: AuditQuery) => call<AuditPage>({ path: '/api/audit', query });
export const auditFile = (ending: 'xlsx' | 'csv', query: AuditQuery) =>
  `/api/audit.${ending}${search(query)}`;
