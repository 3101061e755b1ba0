import type { Campaign } from '@tddh/domain/campaign';
import type { EnteredDocument } from '@tddh/domain/document';
import type { SheetRow } from '@tddh/domain/proposal';
import type { Verb } from '@tddh/domain/verbs';
import type { App } from '@tddh/functions/app';
import type { hc, InferRequestType, InferResponseType } from 'hono/client';
import type { AppliedRow, CampaignDetail, JudgedRow } from './campaigns.ts';
import { untilUnlocked } from './lock.ts';
import { Problem } from './problem.ts';
import type {
  AssignmentDetail,
  AssignmentItem,
  AssignmentQuery,
  Catalog,
  Confirmed,
  DocumentDetail,
  DocumentItem,
  Notice,
  Page,
  Person,
  QueueGroup,
  QueueQuery,
  Session,
  Settings,
  UnitQuestion,
} from './shapes.ts';
import type { Differences, Snapshot, Statistics, StatisticsQuery, TrendPoint } from './statistics.ts';

export interface Call {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  path: string;
  query?: object;
  body?: unknown;
  /** The revision that was read: the server answers 412 where it has changed since. */
  revision?: number;
  /** A write that is sent twice with one key has one effect. */
  key?: string;
  /** Lets the request outlive the page. */
  keepalive?: boolean;
}

/** The routes of the API. What a route answers must fit what the pages read, or the type check fails. */
export type Api = ReturnType<typeof hc<App>>['api'];
export type Answer<Route> = InferResponseType<Route>;
export type Body<Route> = InferRequestType<Route> extends { json: infer Json } ? Json : never;

let signedOut = () => {};
/** Calls back when the server says that nobody is signed in (any more). */
export function onSignedOut(callback: () => void): void {
  signedOut = callback;
}

/** One request. @throws {Problem} for every answer but 2xx, and where there is none */
export async function call<T>(request: Call): Promise<T> {
  let response: Response;
  try {
    response = await fetch(request.path + search(request.query ?? {}), init(request));
  } catch {
    throw new Problem(0, {});
  }
  const body = response.status === 204 ? undefined : await response.json().catch(() => undefined);
  if (response.ok) return body as T;
  const problem = new Problem(response.status, body ?? {});
  if (problem.code === 'session_locked') {
    await untilUnlocked();
    return call(request);
  }
  if (response.status === 401 && !request.path.startsWith('/api/session')) signedOut();
  throw problem;
}

function init(request: Call): RequestInit {
  const headers: Record<string, string> = { accept: 'application/json' };
  const method = request.method ?? 'GET';
  if (method !== 'GET') headers['content-type'] = 'application/json';
  if (request.revision !== undefined) headers['if-match'] = String(request.revision);
  if (request.key) headers['idempotency-key'] = request.key;
  const body = method === 'GET' ? undefined : JSON.stringify(request.body ?? {});
  return { method, headers, body, keepalive: request.keepalive };
}

/** The query of an address, without what is empty: `?from=2023-04-15`, or nothing. An empty signer is kept: it asks for what names none. */
export function search(query: object): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && (value !== '' || name === 'signer'))
      params.set(name, String(value));
  }
  const text = params.toString();
  return text && `?${text}`;
}

/** What somebody asked and this person of the Office decides or answers. */
export type Ask = Answer<Api['asks']['$get']>['items'][number];

/** Every call of the API that a page makes. */
export const api = {
  session: (): Promise<Session> => call<Answer<Api['session']['$get']>>({ path: '/api/session' }),
  signIn: (body: Body<Api['session']['$post']>) =>
    call<Answer<Api['session']['$post']>>({ method: 'POST', path: '/api/session', body }),
  signOut: () => call<Answer<Api['session']['$delete']>>({ method: 'DELETE', path: '/api/session' }),
  unlock: (body: Body<Api['session']['unlock']['$post']>) =>
    call<Answer<Api['session']['unlock']['$post']>>({ method: 'POST', path: '/api/session/unlock', body }),
  lock: () => call<unknown>({ method: 'POST', path: '/api/session/lock' }),
  setup: () => call<Answer<Api['setup']['$get']>>({ path: '/api/setup' }),
  setUp: (body: Body<Api['setup']['$post']>) =>
    call<Answer<Api['setup']['$post']>>({ method: 'POST', path: '/api/setup', body }),
  catalog: (): Promise<Catalog> => call<Answer<Api['catalog']['$get']>>({ path: '/api/catalog' }),
  statistics: (query: StatisticsQuery): Promise<Statistics> =>
    call<Answer<Api['statistics']['$get']>>({ path: '/api/statistics', query }),
  trend: (query: StatisticsQuery): Promise<{ points: TrendPoint[] }> =>
    call<Answer<Api['statistics']['trend']['$get']>>({ path: '/api/statistics/trend', query }),
  snapshots: (): Promise<{ items: Snapshot[] }> =>
    call<Answer<Api['snapshots']['$get']>>({ path: '/api/snapshots' }),
  snapshot: (id: string): Promise<{ snapshot: Snapshot; table: Statistics }> =>
    call<Answer<Api['snapshots'][':id']['$get']>>({ path: `/api/snapshots/${id}` }),
  differences: (id: string): Promise<Differences> =>
    call<Answer<Api['snapshots'][':id']['differences']['$get']>>({
      path: `/api/snapshots/${id}/differences`,
    }),
  freeze: (body: Body<Api['snapshots']['$post']>): Promise<{ snapshot: Snapshot }> =>
    call<Answer<Api['snapshots']['$post']>>({ method: 'POST', path: '/api/snapshots', body }),
  assignments: (query: AssignmentQuery): Promise<Page<AssignmentItem>> =>
    call<Answer<Api['assignments']['$get']>>({ path: '/api/assignments', query }),
  queue: (query: QueueQuery): Promise<Page<QueueGroup>> =>
    call<Answer<Api['queue']['$get']>>({ path: '/api/queue', query }),
  assignment: (id: string): Promise<AssignmentDetail> =>
    call<Answer<Api['assignments'][':id']['$get']>>({ path: `/api/assignments/${id}` }),
  /** One verb; its body is checked by the form that sends it, with the schema of the domain. */
  act: (id: string, verb: Verb, body: object, revision?: number): Promise<{ assignment: AssignmentItem }> =>
    call<Answer<Api['assignments'][':id'][Verb]['$post']>>({
      ...{ method: 'POST', path: `/api/assignments/${id}/${verb}`, body, revision },
    }),
  confirm: (ids: string[]): Promise<Confirmed> =>
    call<Answer<Api['assignments']['confirm']['$post']>>({
      ...{ method: 'POST', path: '/api/assignments/confirm', body: { ids } },
    }),
  announceFile: (body: Body<Api['files']['$post']>) =>
    call<Answer<Api['files']['$post']>>({ method: 'POST', path: '/api/files', body }),
  examineFile: (id: string) =>
    call<Answer<Api['files'][':id']['examine']['$post']>>({
      ...{ method: 'POST', path: `/api/files/${id}/examine` },
    }),
  asks: () => call<Answer<Api['asks']['$get']>>({ path: '/api/asks' }),
  questions: (): Promise<{ items: UnitQuestion[] }> =>
    call<Answer<Api['questions']['$get']>>({ path: '/api/questions' }),
  campaigns: (): Promise<{ items: Campaign[] }> =>
    call<Answer<Api['campaigns']['$get']>>({ path: '/api/campaigns' }),
  beginCampaign: (body: Body<Api['campaigns']['$post']>, key: string): Promise<{ campaign: Campaign }> =>
    call<Answer<Api['campaigns']['$post']>>({ method: 'POST', path: '/api/campaigns', body, key }),
  campaign: (id: string): Promise<CampaignDetail> =>
    call<Answer<Api['campaigns'][':id']['$get']>>({ path: `/api/campaigns/${id}` }),
  previewCampaign: (id: string, file: string): Promise<{ rows: JudgedRow[] }> =>
    call<Answer<Api['campaigns'][':id']['preview']['$post']>>({
      ...{ method: 'POST', path: `/api/campaigns/${id}/preview`, body: { file } },
    }),
  applyCampaign: (id: string, rows: SheetRow[]): Promise<{ results: AppliedRow[] }> =>
    call<Answer<Api['campaigns'][':id']['apply']['$post']>>({
      ...{ method: 'POST', path: `/api/campaigns/${id}/apply`, body: { rows } },
    }),
  documents: (query: object): Promise<Page<DocumentItem>> =>
    call<Answer<Api['documents']['$get']>>({ path: '/api/documents', query }),
  document: (id: string): Promise<DocumentDetail> =>
    call<Answer<Api['documents'][':id']['$get']>>({ path: `/api/documents/${id}` }),
  enter: (
    body: EnteredDocument,
    key?: string,
  ): Promise<Omit<DocumentDetail, 'history' | 'national' | 'files'>> =>
    call<Answer<Api['documents']['$post']>>({ method: 'POST', path: '/api/documents', body, key }),
  amend: (id: string, body: Body<Api['documents'][':id']['$patch']>, revision?: number) =>
    call<Answer<Api['documents'][':id']['$patch']>>({
      method: 'PATCH',
      path: `/api/documents/${id}`,
      body,
      revision,
    }),
  changeRule: (id: string, body: Body<Api['documents'][':id']['recurring']['$post']>) =>
    call<Answer<Api['documents'][':id']['recurring']['$post']>>({
      ...{ method: 'POST', path: `/api/documents/${id}/recurring`, body },
    }),
  people: (): Promise<{ items: Person[] }> => call<Answer<Api['people']['$get']>>({ path: '/api/people' }),
  addUnit: (body: Body<Api['units']['$post']>) =>
    call<Answer<Api['units']['$post']>>({ method: 'POST', path: '/api/units', body }),
  addField: (body: Body<Api['fields']['$post']>) =>
    call<Answer<Api['fields']['$post']>>({ method: 'POST', path: '/api/fields', body }),
  addPerson: (body: Body<Api['people']['$post']>) =>
    call<Answer<Api['people']['$post']>>({ method: 'POST', path: '/api/people', body }),
  settings: (): Promise<{ settings: Settings }> =>
    call<Answer<Api['settings']['$get']>>({ path: '/api/settings' }),
  setSettings: (body: Body<Api['settings']['$patch']>, revision: number) =>
    call<Answer<Api['settings']['$patch']>>({ method: 'PATCH', path: '/api/settings', body, revision }),
  notices: (): Promise<{ items: Notice[]; unread: number }> =>
    call<Answer<Api['notifications']['$get']>>({ path: '/api/notifications' }),
  readNotices: () =>
    call<Answer<Api['notifications']['read']['$post']>>({ method: 'POST', path: '/api/notifications/read' }),
};
