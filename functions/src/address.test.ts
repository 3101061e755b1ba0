import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { addressOf, type Env } from './context.ts';
import type { Ground } from './ground.ts';

/** Who the API takes a viewer to be, behind API Gateway. */
async function seen(originKey: string | undefined, headers: Record<string, string>): Promise<string> {
  const app = new Hono<Env>();
  app.use(async (c, next) => {
    c.set('ground', { originKey } as Ground);
    await next();
  });
  app.get('/', (c) => c.text(addressOf(c)));
  const gateway = { requestContext: { http: { sourceIp: '198.51.100.1' } } };
  return (await app.request('/', { headers }, gateway)).text();
}

test('behind the distribution the viewer has the address that the distribution tells', async () => {
  const told = { 'x-origin-key': 'k1', 'x-viewer-address': '203.0.113.7' };
  expect(await seen('k1', told)).toBe('203.0.113.7');
});

test('a viewer cannot choose an address: without the key, or where no key is set, the gateway is believed', async () => {
  expect(await seen('k1', { 'x-viewer-address': '203.0.113.7' })).toBe('198.51.100.1');
  expect(await seen('k1', { 'x-origin-key': 'guess', 'x-viewer-address': '203.0.113.7' })).toBe(
    '198.51.100.1',
  );
  expect(await seen(undefined, { 'x-origin-key': '', 'x-viewer-address': '203.0.113.7' })).toBe(
    '198.51.100.1',
  );
});
