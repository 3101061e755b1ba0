import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { weigh } from './weigh.ts';

const builder = fileURLToPath(new URL('../../packages/local/bin/build.mjs', import.meta.url));
/** The pages as they are shipped. */
const dist = fileURLToPath(new URL('../dist', import.meta.url));

beforeAll(() => {
  expect(spawnSync(process.execPath, [builder, 'web'], { stdio: 'inherit' }).status).toBe(0);
}, 120_000);

test('signing in loads at most 45 kB of JavaScript', () => {
  expect(weigh(dist, ['src/pages/signin.tsx']).bytes).toBeLessThanOrEqual(45_000);
});

test('the overview loads at most 70 kB of JavaScript, with frame, table and chart', () => {
  const { bytes } = weigh(dist, ['src/inside.tsx', 'src/pages/overview.tsx', 'src/words/vi/overview.ts']);
  expect(bytes).toBeLessThanOrEqual(70_000);
});

test('the reader of documents, Word and PDF is loaded by no page before it is used', () => {
  const pages = ['signin', 'overview', 'queue', 'documents', 'entry', 'register'];
  for (const page of pages) {
    const { files } = weigh(dist, ['src/inside.tsx', `src/pages/${page}.tsx`]);
    for (const file of files.filter((one) => one.endsWith('.js')))
      expect(readFileSync(join(dist, file), 'utf8'), `${page}: ${file}`).not.toMatch(
        /Bảo hiểm xã hội\|BHXH|convertToHtml|getDocumentProxy/,
      );
  }
});

test('the order of the layers is read before any other sheet', () => {
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  const sheets = [...page.matchAll(/rel="stylesheet"[^>]*href="([^"]+)"/g)].map((found) => found[1]);
  expect(sheets[0]).toBe('/layers.css');
  expect(readFileSync(join(dist, 'layers.css'), 'utf8')).toContain(
    '@layer tokens, base, parts, pages, last;',
  );
});
