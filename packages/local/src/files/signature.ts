import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Who signs: what the SDK finds for itself. */
export interface Keys {
  accessKeyId: string;
  secretAccessKey: string;
}

/** What a signature says, once it holds: the sum of the body that it binds, where it binds one. */
export interface Signed {
  sha256?: string;
}

/** Milliseconds by which the clock of who signs may be wrong. */
const skew = 15 * 60_000;
/** Seconds for which a link may hold: as AWS has it. */
const longest = 7 * 86_400;

interface Claim {
  credential: string;
  signedHeaders: string;
  signature: string;
  date: string;
  payload: string;
  /** Seconds; links only. */
  expires?: number;
}

/**
 * Verifies AWS Signature Version 4 for S3, in a link's query or in the header.
 * @param host the host that was signed: a proxy may have put another one before us
 * @param path path and query as they were signed
 * @returns what it binds, or the S3 code of the refusal
 */
export function verify(
  request: Pick<IncomingMessage, 'method' | 'headers'>,
  { host, path, keys, now }: { host: string; path: string; keys: Keys; now: Date },
): Signed | 'AccessDenied' | 'SignatureDoesNotMatch' {
  const [uri = '', query = ''] = path.split('?');
  const parameters = query.split('&').filter(Boolean);
  const claim = inQuery(new URLSearchParams(query)) ?? inHeader(request.headers);
  if (!claim) return 'AccessDenied';
  const [id, day = '', region = '', service = '', end] = claim.credential.split('/');
  if (id !== keys.accessKeyId || service !== 's3' || end !== 'aws4_request') return 'AccessDenied';
  if (!inTime(claim, day, now)) return 'AccessDenied';
  const names = claim.signedHeaders.split(';');
  if (!names.includes('host')) return 'AccessDenied';
  const headers = names.map((name) => {
    const value = name === 'host' ? host : request.headers[name];
    return `${name}:${String(value ?? '')
      .trim()
      .replace(/\s+/g, ' ')}\n`;
  });
  const asked = [
    request.method,
    uri,
    canonicalQuery(parameters),
    headers.join(''),
    claim.signedHeaders,
    claim.payload,
  ].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', claim.date, scope, sha256(asked)].join('\n');
  const key = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>(
    (before, part) => hmac(before, part),
    `AWS4${keys.secretAccessKey}`,
  );
  const wanted = hmac(key, text);
  const given = Buffer.from(claim.signature, 'hex');
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return 'SignatureDoesNotMatch';
  return /^[0-9a-f]{64}$/.test(claim.payload) ? { sha256: claim.payload } : {};
}

function inQuery(query: URLSearchParams): Claim | undefined {
  if (query.get('X-Amz-Algorithm') !== 'AWS4-HMAC-SHA256') return undefined;
  const of = (name: string) => query.get(`X-Amz-${name}`) ?? '';
  return {
    ...{ credential: of('Credential'), signedHeaders: of('SignedHeaders'), signature: of('Signature') },
    ...{ date: of('Date'), payload: of('Content-Sha256') || 'UNSIGNED-PAYLOAD' },
    expires: Number(of('Expires')),
  };
}

function inHeader(headers: IncomingMessage['headers']): Claim | undefined {
  const found =
    /^AWS4-HMAC-SHA256 Credential=([^,\s]+), ?SignedHeaders=([^,\s]+), ?Signature=([0-9a-f]+)$/.exec(
      headers.authorization ?? '',
    );
  if (!found) return undefined;
  const [, credential = '', signedHeaders = '', signature = ''] = found;
  const of = (name: string) => String(headers[name] ?? '');
  return {
    ...{ credential, signedHeaders, signature },
    ...{ date: of('x-amz-date'), payload: of('x-amz-content-sha256') },
  };
}

function inTime({ date, expires }: Claim, day: string, now: Date): boolean {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date);
  if (!parts || !date.startsWith(day)) return false;
  const [, year, month, of, hour, minute, second] = parts;
  const age = now.getTime() - Date.parse(`${year}-${month}-${of}T${hour}:${minute}:${second}Z`);
  if (age < -skew) return false;
  if (expires === undefined) return age <= skew;
  return Number.isInteger(expires) && expires > 0 && expires <= longest && age <= expires * 1000;
}

function canonicalQuery(parameters: readonly string[]): string {
  return parameters
    .filter((one) => !one.startsWith('X-Amz-Signature='))
    .map((one) => (one.includes('=') ? one : `${one}=`))
    .sort((a, b) => (a < b ? -1 : 1))
    .join('&');
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
