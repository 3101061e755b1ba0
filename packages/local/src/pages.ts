import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { pageHeadersFor } from '@tddh/functions/wiring';
import { Hono } from 'hono';

/**
 * Serves the built pages of a folder: assets with a hash in their name for a year, and the one page for every other
 * address, so that deep links work. The same headers as the distribution.
 * @param files the origin to which a page sends files, where it is not its own
 */
export function pages(folder: string, files?: string): Hono {
  const headers = pageHeadersFor(files);
  const site = new Hono();
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  site.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
  });
  site.use(async (c, next) => {
    await next();
    const lasting = c.res.ok && c.req.path.startsWith('/assets/');
    c.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
  });
  // What the build left for itself.
  site.get('/:hidden{\\..+}', (c) => c.notFound());
  // Never the page in place of a missing asset: a browser would run HTML as a script.
  site.get('/assets/*', serveStatic({ root: folder, precompressed: true }), (c) => c.notFound());
  site.get('/index.html', (c) => c.redirect('/', 308));
  site.get('*', serveStatic({ root: folder, precompressed: true, index: '.none' }), (c) => c.html(page));
  return site;
}
