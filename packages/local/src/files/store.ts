import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { S3Client } from '@aws-sdk/client-s3';
import { mostFileBytes } from '@tddh/domain/file';
import { filePrefix, wiring } from '@tddh/functions/wiring';
import { freeBytes } from '../trouble.ts';
import { Box } from './box.ts';
import { type Keys, verify } from './signature.ts';

/** The yard's own store: a folder that answers the S3 calls of the product. */
export interface Store {
  /** For `AWS_ENDPOINT_URL_S3`: on this machine only. */
  endpoint: string;
  /** Answers a browser's request under `storePath` of the product's own origin, whatever proxy stands before it. */
  serve(request: IncomingMessage, response: ServerResponse): void;
  stop(): Promise<void>;
}

/** Where browsers reach the store, under the origin of the pages. */
export const storePath = '/store';

/** Bytes at most of what the product itself puts here: a package of the document axis, beyond what a link lets in. */
const mostStored = 48 * 1024 * 1024;

/** Bytes that stay free for the table, whatever people upload. */
const reserve = 256 * 1024 * 1024;

/** How a link of the store reaches a browser: by the page's own origin. */
export function storeLink(link: string): string {
  const { pathname, search } = new URL(link);
  return `${storePath}${pathname}${search}`;
}

const statuses: Record<string, number> = {
  AccessDenied: 403,
  SignatureDoesNotMatch: 403,
  NoSuchKey: 404,
  MethodNotAllowed: 405,
  MissingContentLength: 411,
  PreconditionFailed: 412,
  EntityTooLarge: 413,
  InvalidRange: 416,
  IncompleteBody: 400,
  BadDigest: 400,
  InternalError: 500,
  InsufficientStorage: 507,
};

const operations: Record<string, string> = {
  GET: 'GetObject',
  HEAD: 'HeadObject',
  PUT: 'PutObject',
  DELETE: 'DeleteObject',
};

/** What keeps a browser from ever showing a file as a page of ours. */
const safe = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
};

/**
 * Starts the store of a data folder. It believes only who signs with the keys that the SDK of this process finds.
 * @param now real time, for the expiry of links
 * @param seen told of every request that is rightly signed, by what S3 calls it
 */
export async function startStore(
  dataDir: string,
  {
    now = () => new Date(),
    environment = process.env,
    seen,
  }: {
    now?: () => Date;
    environment?: Record<string, string | undefined>;
    seen?: (operation: string) => void;
  } = {},
): Promise<Store> {
  const box = new Box(join(dataDir, 'files'));
  await box.open();
  const bucket = environment.FILES_BUCKET || wiring.bucket;
  const keys: () => Promise<Keys> = new S3Client({}).config.credentials;
  let host = '';

  async function answer(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const signed = verify(request, { host, path, keys: await keys(), now: now() });
    if (typeof signed === 'string') return refuse(response, signed);
    seen?.(operations[request.method ?? ''] ?? '');
    const [uri = '', query = ''] = path.split('?');
    const id = uri.startsWith(`/${bucket}/${filePrefix}`) && uri.slice(`/${bucket}/${filePrefix}`.length);
    if (!id || !/^fil_[0-9a-z]{1,40}$/.test(id)) return refuse(response, 'NoSuchKey');
    const { method } = request;
    if (method === 'GET' || method === 'HEAD') {
      return send(box, id, { request, response, asked: new URLSearchParams(query) });
    }
    if (method === 'PUT') {
      const most = /[?&]x-amz-signature=/i.test(path) ? mostFileBytes : mostStored;
      return receive(box, id, { request, response, most, ...signed });
    }
    if (method !== 'DELETE') return refuse(response, 'MethodNotAllowed');
    await box.remove(id);
    response.writeHead(204).end();
  }

  const handle = (request: IncomingMessage, response: ServerResponse, path: string) =>
    void answer(request, response, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNRESET' || error.code === 'ERR_STREAM_PREMATURE_CLOSE') return;
      console.error('the store of files failed:', error);
      refuse(response, error.code === 'ENOSPC' ? 'InsufficientStorage' : 'InternalError');
    });
  const server = createServer((request, response) => handle(request, response, request.url ?? ''));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  host = `127.0.0.1:${port}`;
  return {
    endpoint: `http://${host}`,
    serve: (request, response) => handle(request, response, (request.url ?? '').slice(storePath.length)),
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
}

async function receive(
  box: Box,
  id: string,
  { request, response, most, sha256 }: Exchange & { most: number; sha256?: string },
): Promise<void> {
  // What is refused is read to its end and forgotten: a browser that is cut off hears no answer.
  response.once('finish', () => request.resume());
  const size = Number(request.headers['content-length'] ?? Number.NaN);
  if (!Number.isInteger(size)) return refuse(response, 'MissingContentLength');
  if (size > most) return refuse(response, 'EntityTooLarge');
  if (freeBytes(box.folder) < reserve + size) return refuse(response, 'InsufficientStorage');
  const only = request.headers['if-none-match'] === '*';
  const refused = await box.put(id, request, { size, only, ...(sha256 ? { sha256 } : {}) });
  if (refused) return refuse(response, refused);
  response.writeHead(200, { etag: `"${id}"` }).end();
}

async function send(
  box: Box,
  id: string,
  { request, response, asked }: Exchange & { asked: URLSearchParams },
): Promise<void> {
  const found = await box.find(id);
  if (!found) return refuse(response, 'NoSuchKey');
  const { size } = found;
  const range = rangeOf(request.headers.range, size);
  if (!range) return refuse(response, 'InvalidRange');
  const [from, to] = range;
  const part = request.headers.range !== undefined;
  response.writeHead(part ? 206 : 200, {
    ...safe,
    'content-type': asked.get('response-content-type') ?? 'application/octet-stream',
    'content-disposition': asked.get('response-content-disposition') ?? 'attachment',
    'cache-control': asked.get('response-cache-control') ?? 'no-store',
    'content-length': to - from + 1,
    'accept-ranges': 'bytes',
    'last-modified': found.at.toUTCString(),
    etag: `"${id}"`,
    ...(part ? { 'content-range': `bytes ${from}-${to}/${size}` } : {}),
  });
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(box.path(id), { start: from, end: to }), response);
}

/** First and last byte; undefined where a range is asked that there is not. */
function rangeOf(header: string | undefined, size: number): [number, number] | undefined {
  if (header === undefined) return [0, size - 1];
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header) ?? [];
  if (first === '' && last === '') return undefined;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return from <= to ? [from, to] : undefined;
}

/** A refusal as S3 says it. */
function refuse(response: ServerResponse, code: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(statuses[code] ?? 500, {
    ...safe,
    'content-type': 'application/xml',
    ...(code === 'EntityTooLarge' ? { connection: 'close' } : {}),
  });
  response.end(`<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code></Error>`);
}
