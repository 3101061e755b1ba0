import type { FieldOfWork, Unit } from '@tddh/domain/agency';
import type { NewDocument } from '@tddh/domain/document';
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
  Session,
  Statistics,
  StatisticsQuery,
} from './shapes.ts';

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
  if (response.status === 401 && request.path !== '/api/session') signedOut();
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

/** The query of an address, without what is empty: `?from=2023-04-15`, or nothing. */
export function search(query: object): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') params.set(name, String(value));
  }
  const text = params.toString();
  return text && `?${text}`;
}

/** Every call of the API that a page makes. */
export const api = {
  session: () => call<Session>({ path: '/api/session' }),
  signIn: (body: { username: string; password: string }) =>
    call<{ person: Session['person'] }>({ method: 'POST', path: '/api/session', body }),
  signOut: () => call<void>({ method: 'DELETE', path: '/api/session' }),
  setup: () => call<{ needed: boolean }>({ path: '/api/setup' }),
  setUp: (body: { province: string; name: string; username: string; password: string }) =>
    call<{ person: Session['person'] }>({ method: 'POST', path: '/api/setup', body }),
  catalog: () => call<Catalog>({ path: '/api/catalog' }),
  statistics: (query: StatisticsQuery) => call<Statistics>({ path: '/api/statistics', query }),
  assignments: (query: AssignmentQuery) => call<Page<AssignmentItem>>({ path: '/api/assignments', query }),
  assignment: (id: string) => call<AssignmentDetail>({ path: `/api/assignments/${id}` }),
  act: (id: string, verb: string, body: object, revision?: number) =>
    call<{ assignment: AssignmentItem }>({
      method: 'POST',
      path: `/api/assignments/${id}/${verb}`,
      body,
      revision,
    }),
  confirm: (ids: string[]) =>
    call<Confirmed>({
      method: 'POST',
      path: '/api/assignments/confirm',
      body: { ids },
    }),
  documents: (query: object) => call<Page<DocumentItem>>({ path: '/api/documents', query }),
  document: (id: string) => call<DocumentDetail>({ path: `/api/documents/${id}` }),
  enter: (body: NewDocument, key?: string) =>
    call<Omit<DocumentDetail, 'history'>>({
      method: 'POST',
      path: '/api/documents',
      body,
      key,
    }),
  amend: (id: string, body: object, revision?: number) =>
    call<Omit<DocumentDetail, 'history'>>({ method: 'PATCH', path: `/api/documents/${id}`, body, revision }),
  people: () => call<{ items: Person[] }>({ path: '/api/people' }),
  addUnit: (body: object) => call<{ unit: Unit }>({ method: 'POST', path: '/api/units', body }),
  addField: (body: object) => call<{ field: FieldOfWork }>({ method: 'POST', path: '/api/fields', body }),
  addPerson: (body: object) => call<{ person: Person }>({ method: 'POST', path: '/api/people', body }),
  notices: () => call<{ items: Notice[]; unread: number }>({ path: '/api/notifications' }),
  readNotices: () => call<void>({ method: 'POST', path: '/api/notifications/read' }),
};
