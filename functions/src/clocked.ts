import { Secret, TOTP } from 'otpauth';
import { expect, inject } from 'vitest';
import { testApi } from './testing.ts';

type Api = Awaited<ReturnType<typeof testApi>>;
/** When the clock of these tests begins. */
const start = new Date('2023-06-15T02:00:00Z');
/** Milliseconds of a minute. */
export const minute = 60_000;

/** The API on a clock that a test moves. */
export async function clocked(over: object = {}) {
  let now = start;
  const api = await testApi(inject('endpoint'), { now: () => now, ...over });
  const pass = (ms: number) => {
    now = new Date(now.getTime() + ms);
  };
  const code = (secret: string) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now.getTime() });
  const signIn = (body: object, headers = {}) => api.ask('nobody', 'POST', '/api/session', body, headers);
  return { ...api, pass, code, signIn, now: () => now };
}

/** The cookie that an answer gave, to be sent with the next request. */
export const cookieIn = (headers: Headers) => ({ cookie: headers.get('set-cookie')!.split(';')[0]! });

/** Sets the officer's second factor, and lets its first code pass. */
export async function withFactor(api: Awaited<ReturnType<typeof clocked>>) {
  const { ask, password, code, pass } = api;
  const begun = (await ask('officer', 'POST', '/api/account/factor', { current: password })).json;
  expect(begun.uri).toMatch(/^otpauth:\/\/totp\//);
  const set = await ask('officer', 'POST', '/api/account/factor/confirm', { code: code(begun.secret) });
  expect(set.json.codes).toHaveLength(10);
  pass(30_000);
  return { secret: begun.secret as string, codes: set.json.codes as string[] };
}

/** The token of the last letter to a person. */
export async function tokenIn(db: Api['db'], personId: string): Promise<string> {
  const { data } = await db.letters.query.due({ queue: 'mail' }).go();
  const texts = data.filter((row) => row.data.personId === personId).map((row) => row.data.text);
  return /#([\w-]{43})/.exec(texts.at(-1) ?? '')?.[1] ?? '';
}
