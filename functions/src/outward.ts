import { type LookupAddress, type LookupOptions, lookup } from 'node:dns';
import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import type { LookupFunction } from 'node:net';
import { BlockList, isIP } from 'node:net';
import type { Answer } from '@tddh/core/national/deliver';
import { heldBack, holdsBack } from './training.ts';

const timeout = 10_000;
const mostBytes = 64 * 1024;

const inner = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  inner.addSubnet(net, bits, 'ipv4');
}
for (const [net, bits] of [
  // What carries an IPv4 address inside, by whatever scheme, counts as inner: nothing outside needs it.
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['2001::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 9],
  ['ff00::', 8],
] as const) {
  inner.addSubnet(net, bits, 'ipv6');
}

/** True for an address that only this machine or its own network reaches; mapped IPv4 addresses count as what they map. */
export function isInner(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return inner.check(mapped, 'ipv4');
  if (/^::ffff:/i.test(address)) return true;
  return inner.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/** Finds the addresses of a name, as `lookup` of node:dns does. */
export type Resolve = (
  name: string,
  options: LookupOptions & { all: true },
  done: (error: Error | null, found: LookupAddress[]) => void,
) => void;

/**
 * Resolves a name and refuses inner addresses, at the moment of the connection: the connection goes to the very
 * addresses that were examined, so that a name cannot change in between (DNS rebinding).
 */
const guarded =
  (resolve: Resolve, allowInner: boolean): LookupFunction =>
  (hostname, options, done) => {
    resolve(hostname, { ...(options as LookupOptions), all: true }, (error, found) => {
      if (error) return done(error, '', 0);
      const bad = !allowInner && found.some(({ address }) => isInner(address));
      const [first] = found;
      if (bad || !first) return done(new Error('inner-address'), '', 0);
      if ((options as { all?: boolean }).all)
        return (done as unknown as (e: null, all: typeof found) => void)(null, found);
      done(null, first.address, first.family);
    });
  };

/** What an exchange came to: the other side's answer, or why there was none. */
export type Exchanged =
  | { status: number; body: string; retryAfter?: string | undefined; error?: never }
  | { error: string };

/** How a request goes out, and how much of an answer is read within what time. */
export interface Going {
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  body?: string;
  allowInner: boolean;
  mostBytes?: number;
  /** Milliseconds in which the whole answer must be there. */
  timeout?: number;
  /** Finds addresses of names; given by tests. */
  resolve?: Resolve;
}

/** Other limits than the usual ones, for one request. */
export type Limits = Pick<Going, 'mostBytes' | 'timeout' | 'resolve'>;

/**
 * Posts to an address outside: no redirect is followed, an answer is read up to 64 kB and ended after 10 s, an inner
 * address is refused unless it is allowed; in training nothing goes out. It never throws; an error never holds a secret.
 */
export async function post(
  target: string,
  headers: Record<string, string>,
  body: string,
  allowInner: boolean,
  limits: Limits = {},
): Promise<Answer> {
  const told = await exchange(target, { method: 'POST', headers, body, allowInner, ...limits });
  return told.error === undefined ? judge(told.status, told.retryAfter) : { ok: false, error: told.error };
}

/** As `post`, with the answer's body. */
export function exchange(target: string, going: Going): Promise<Exchanged> {
  const { method, headers, body = '', allowInner, resolve = lookup as Resolve } = going;
  const within = going.timeout ?? timeout;
  if (holdsBack()) return Promise.resolve({ error: heldBack });
  const url = new URL(target);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!allowInner && isIP(host) && isInner(host)) {
    return Promise.resolve({ error: 'Địa chỉ nhận nằm trong mạng nội bộ và chưa được cho phép.' });
  }
  return new Promise((answer) => {
    const send = url.protocol === 'https:' ? secure : plain;
    const request = send(
      url,
      {
        method,
        headers: {
          ...headers,
          'content-length': String(Buffer.byteLength(body)),
          'user-agent': 'theo-doi-dieu-hanh',
        },
        lookup: guarded(resolve, allowInner),
        agent: false,
        signal: AbortSignal.timeout(within),
      },
      (response) => {
        const parts: Buffer[] = [];
        let read = 0;
        response.on('data', (chunk: Buffer) => {
          parts.push(chunk);
          read += chunk.length;
          if (read > (going.mostBytes ?? mostBytes)) request.destroy(new Error('answer-too-large'));
        });
        response.on('end', () =>
          answer({
            status: response.statusCode ?? 0,
            body: Buffer.concat(parts).toString(),
            retryAfter: response.headers['retry-after'],
          }),
        );
        response.on('error', (error) => answer({ error: nameOf(error, within) }));
      },
    );
    request.on('error', (error) => answer({ error: nameOf(error, within) }));
    request.end(body);
  });
}

/** What an answer means for who sent: taken, or not, and when to ask again. */
export function judge(status: number, retryAfter: string | undefined): Answer {
  if (status >= 200 && status < 300) return { ok: true };
  const seconds = Number(retryAfter);
  const wait = Number.isFinite(seconds) && seconds > 0 ? { retryAfter: Math.min(seconds, 86_400) } : {};
  return { ok: false, error: `Bên nhận trả lời ${status}.`, ...wait };
}

function nameOf(error: Error & { code?: string }, within: number): string {
  if (error.message === 'inner-address') return 'Địa chỉ nhận nằm trong mạng nội bộ và chưa được cho phép.';
  if (error.message === 'answer-too-large') return 'Bên nhận trả lời quá dài.';
  if (error.name === 'TimeoutError' || error.name === 'AbortError')
    return `Bên nhận không trả lời trong ${within / 1000} giây.`;
  return `Không kết nối được (${error.code ?? 'lỗi mạng'}).`;
}
