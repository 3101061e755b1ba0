import { hashPassword } from '@tddh/core/password';
import { commitPerson } from '@tddh/core/people';
import { openSession } from '@tddh/core/session';
import type { FileStore } from '@tddh/core/store';
import { actors, testDb } from '@tddh/core/testing';
import { createApp } from './app.ts';
import type { Ground } from './ground.ts';
import { openapiOf } from './openapi.ts';
import { asFunction } from './used.ts';

/** Who asks in a test: one of the actors, or a stranger without a session. */
export type Who = keyof typeof actors | 'nobody';

export interface Answer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into answers of every shape
  json: any;
  /** The body as it came: of a file. */
  bytes: Uint8Array;
}

const password = 'mat-khau-de-kiem-thu';
let hash: Promise<string> | undefined;

/** The API on a fresh table with a frozen day; `ask` sends a request as somebody. */
export async function testApi(endpoint: string, over: Partial<Ground> = {}) {
  const db = await testDb(endpoint);
  hash ??= hashPassword(password);
  const passwordHash = await hash;
  const tokens = new Map<string, string>();
  const now = () => new Date('2023-06-15T02:00:00Z');
  await Promise.all(
    Object.values(actors).map(async ({ id, name, role, unitId, fields }) => {
      const username = id.slice(4);
      await commitPerson(db, { ...{ id, name, username, role, unitId, fields }, passwordHash }, []);
      tokens.set(username, await openSession(db, id, now()));
    }),
  );
  const stored = new Map<string, Uint8Array>();
  const store = memoryStore(stored);
  const app = createApp({
    db,
    now,
    today: () => '2023-06-15',
    store,
    owed: false,
    ...over,
    openapi: () => openapiOf(app),
  });
  const ask = async (
    who: Who,
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    const token = who === 'nobody' ? undefined : tokens.get(actors[who].id.slice(4));
    const request = new Request(`http://office.test${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token ? { cookie: `tddh=${token}` } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const response = await asFunction('api', () => app.request(request));
    const bytes = new Uint8Array(await response.arrayBuffer());
    const { status, headers: told } = response;
    const isJson = told.get('content-type')?.includes('json');
    return {
      status,
      headers: told,
      json: isJson ? JSON.parse(new TextDecoder().decode(bytes)) : undefined,
      bytes,
    };
  };
  const cookieOf = (who: keyof typeof actors) => ({ cookie: `tddh=${tokens.get(actors[who].id.slice(4))}` });
  return { app, db, ask, password, stored, cookieOf };
}

/** A store of files in memory: what is put under an id has been uploaded. */
export function memoryStore(stored: Map<string, Uint8Array>): FileStore {
  return {
    upload: async (id, { type }) => ({ url: `/put/${id}`, headers: { 'content-type': type } }),
    download: async (id, { name }) => `/get/${id}/${encodeURIComponent(name)}`,
    read: async (id) => stored.get(id),
    write: async (id, { bytes }) => void stored.set(id, bytes),
    remove: async (id) => void stored.delete(id),
  };
}

/** Enters a document as the officer and answers with its assignments. */
export async function entered(ask: Awaited<ReturnType<typeof testApi>>['ask'], document: unknown) {
  const answer = await ask('officer', 'POST', '/api/documents', document);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.json));
  return answer.json as { document: { id: string }; assignments: { id: string; revision: number }[] };
}
