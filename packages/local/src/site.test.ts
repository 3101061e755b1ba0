import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { site } from './site.ts';

let folder: string;
let whole: Hono;
/** Bytes that the disk has left. */
let left = 1e12;
const script = `console.log(${JSON.stringify('x'.repeat(2000))});`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tddh-pages-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Theo dõi điều hành</title>');
  writeFileSync(join(folder, 'theme.js'), 'document.title');
  writeFileSync(join(folder, '.stamp'), 'hash');
  writeFileSync(join(folder, 'assets/index-a1b2c3.js'), script);
  writeFileSync(join(folder, 'assets/index-a1b2c3.js.br'), brotliCompressSync(script));
  const api = new Hono()
    .get('/api/health', (c) => c.json({ ok: true }))
    .get('/api/long', (c) => c.json({ items: Array.from({ length: 500 }, (_, i) => ({ id: `asg_${i}` })) }))
    .post('/api/large', (c) => c.json({ code: 'too_large' }, 413))
    .get('/api/broken', (c) => c.json({ code: 'internal' }, 500));
  whole = site(api, folder, folder, { left: () => left });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the site', () => {
  test.each(['/', '/nhiem-vu', '/nhiem-vu/asg_1?x=1', '/van-ban/moi'])(
    'serves the page at %s',
    async (path) => {
      const answer = await whole.request(path);
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain('Theo dõi điều hành');
      expect(answer.headers.get('content-type')).toMatch(/text\/html/);
      expect(answer.headers.get('cache-control')).toBe('no-cache');
    },
  );

  test('lets a page load from its own origin only', async () => {
    const answer = await whole.request('/');
    const policy = answer.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('serves assets for a year, compressed as they were built', async () => {
    const answer = await whole.request('/assets/index-a1b2c3.js', {
      headers: { 'accept-encoding': 'gzip, br' },
    });
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('content-encoding')).toBe('br');
    expect(answer.headers.get('content-type')).toMatch(/javascript/);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(brotliCompressSync(script));
    expect(await (await whole.request('/assets/index-a1b2c3.js')).text()).toBe(script);
  });

  test('asks again for a file without a hash in its name', async () => {
    expect((await whole.request('/theme.js')).headers.get('cache-control')).toBe('no-cache');
  });

  test.each([
    '/assets/gone-123.js',
    '/assets/',
    '/.stamp',
    '/.vite/manifest.json',
    '/../package.json',
    '/%2e%2e/x',
  ])('never shows what lies at %s', async (path) => {
    const answer = await whole.request(path);
    const text = await answer.text();
    expect(answer.status === 404 || text.includes('Theo dõi điều hành')).toBe(true);
    expect(text).not.toMatch(/hash|workspaces/);
    if (path.startsWith('/assets')) expect(answer.status).toBe(404);
    expect(answer.headers.get('cache-control')).toBe('no-cache');
  });

  test('hands /api to the app, and never the page', async () => {
    expect(await (await whole.request('/api/health')).json()).toEqual({ ok: true });
    expect((await whole.request('/api/none')).status).toBe(404);
    expect((await whole.request('/api')).status).toBe(404);
  });

  test('ends the connection where a body was too large to be read', async () => {
    const answer = await whole.request('/api/large', { method: 'POST', body: '{}' });
    expect([answer.status, answer.headers.get('connection')]).toEqual([413, 'close']);
  });

  test('compresses a long answer', async () => {
    const answer = await whole.request('/api/long', { headers: { 'accept-encoding': 'gzip' } });
    expect(answer.headers.get('content-encoding')).toBe('gzip');
  });

  test('says that the disk is full where that is why a request failed', async () => {
    expect((await whole.request('/api/broken')).status).toBe(500);
    left = 1000;
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    const answer = await whole.request('/api/broken');
    expect(answer.status).toBe(507);
    expect(await answer.json()).toMatchObject({ code: 'disk-full', status: 507 });
    expect(said).toHaveBeenCalledWith(expect.stringMatching(/đầy/));
  });
});
