import { Hono } from 'hono';
import { handle } from 'hono/aws-lambda';
import { expect, test } from 'vitest';
import { fileTypes, isFile, sendFile } from './download.ts';

const bytes = new TextEncoder().encode('\ufeffĐơn vị;1');
interface Answer {
  isBase64Encoded: boolean;
  body: string;
}

const app = new Hono().get('/', (c) =>
  sendFile(c, bytes, { name: 'Phụ lục "30/11".csv', type: fileTypes.csv }),
);

test('a file keeps its name with accents, and without where a program knows no better', async () => {
  const { headers } = await app.request('/');
  expect(headers.get('content-disposition')).toBe(
    `attachment; filename="Phu luc _30_11_.csv"; filename*=UTF-8''Ph%E1%BB%A5%20l%E1%BB%A5c%20%2230%2F11%22.csv`,
  );
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('cache-control')).toBe('no-store');
});

test('on Lambda every byte arrives, also the mark at the start of a CSV', async () => {
  const event = {
    version: '2.0',
    ...{ rawPath: '/', rawQueryString: '', headers: {}, isBase64Encoded: false },
    requestContext: { domainName: 'x', http: { method: 'GET', path: '/' } },
  };
  const invoke = handle(app, { isContentTypeBinary: isFile }) as (event: unknown) => Promise<Answer>;
  const answer = await invoke(event);
  expect(answer.isBase64Encoded).toBe(true);
  expect([...Buffer.from(answer.body, 'base64')]).toEqual([...bytes]);
});

test('JSON and problems stay text', () => {
  const texts = ['application/json', 'application/problem+json; charset=utf-8', 'text/plain; charset=utf-8'];
  expect(texts.filter(isFile)).toEqual([]);
  expect(Object.values(fileTypes).filter(isFile)).toHaveLength(3);
});
